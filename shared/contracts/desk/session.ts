// What the server tells the browser where it makes the login itself (`exchange: 'server'`, config.ts): it keeps the token, the browser
// a cookie that no script reads.

/** `GET login?to=/desk/…`, `GET back`, `GET` and `POST logout`. */
export const SESSION = '/desk/session';

/** `GET /desk/session`: who is logged in; 401 where nobody is. */
export interface DeskSession {
  /** As the token names him, unchecked: the API alone says what he may do. */
  person: string;
  name: string;
  /** An instant. */
  expiresAt: string;
}
/** `POST /desk/session/logout`: where the browser goes next, so that he is logged out at the issuer too. */
export interface SignedOut {
  to: string;
}
