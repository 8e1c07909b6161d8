import { SESSION } from '../../shared/contracts/desk/session.ts';

/** Where the desk begins. */
export const HOME = '/desk/';
/** Where one comes to after a logout. */
export const LOGIN_PAGE = '/desk/login';

/** Whether an address is the session's. */
export const isOfSession = (path: string): boolean => path === SESSION || path.startsWith(`${SESSION}/`);

/** A path of the desk's own to return to after the login; HOME for whatever leads elsewhere. */
export const ownPath = (given: string | null): string => {
  const base = 'http://desk.invalid';
  const url = given === null || !/^\/(?![/\\])/.test(given) ? null : URL.parse(given, base);
  if (url === null || url.origin !== base || !url.pathname.startsWith(HOME)) return HOME;
  if (isOfSession(url.pathname)) return HOME;
  return `${url.pathname}${url.search}${url.hash}`;
};
