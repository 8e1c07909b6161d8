// What the server tells the browser where it makes the login itself (`exchange: 'server'`, config.ts): it keeps the token, the browser
// a cookie that no script reads.

/** `GET login?to=/desk/…`, `GET back`, `GET` and `POST logout`. */
export const SESSION = '/desk/session';

/** Whose session a page believes itself to be. Another's than the cookie's is refused: somebody else has logged in since. */
export const MARK_HEADER = 'shixian-session';

/** `GET /desk/session`: who is logged in; 401 where nobody is. */
export interface DeskSession {
  /** As the token names him, unchecked: the API alone says what he may do. */
  person: string;
  name: string;
  /** Whose session it is, told from any other person's: no secret, and names no one. The page sends it as MARK_HEADER with what it asks. */
  mark: string;
  /** An instant. */
  expiresAt: string;
}
/** `POST /desk/session/logout`: where the browser goes next, so that he is logged out at the issuer too. */
export interface SignedOut {
  to: string;
}
