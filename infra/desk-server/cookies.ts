import type { IncomingMessage } from 'node:http';
import { SESSION } from '../../shared/contracts/desk/session.ts';

/** The value of a cookie; undefined where there is none, or two of that name: one of them is not ours. */
const cookieOf = ({ headers: { cookie = '' } }: IncomingMessage, name: string): string | undefined => {
  const values = cookie
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each.startsWith(`${name}=`));
  return values.length === 1 ? values[0]!.slice(name.length + 1) : undefined;
};

const LOGIN_SECONDS = 10 * 60;

/**
 * The two cookies of a login. The session's goes with no request that another site begins (`SameSite=Strict`), so not with the one by
 * which the issuer sends the browser back either: that a login ends where it began is shown by the other, which lives for ten minutes
 * and is one for each login, so that two tabs do not spoil one another's.
 */
export const createCookies = (isSecure: boolean) => {
  const secure = isSecure ? '; Secure' : '';
  const session = `${isSecure ? '__Host-' : ''}shixian-session`;
  const login = (state: string): string => `shixian-login-${state.slice(0, 12)}`;
  const loginCookie = (state: string, value: string, seconds: number): string =>
    `${login(state)}=${value}; Path=${SESSION}/back; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
  return {
    sessionIn: (request: IncomingMessage) => cookieOf(request, session),
    setSession: (id: string): string => `${session}=${id}; Path=/; HttpOnly; SameSite=Strict${secure}`,
    dropSession: `${session}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0${secure}`,
    loginIn: (request: IncomingMessage, state: string) => cookieOf(request, login(state)),
    setLogin: (state: string, value: string): string => loginCookie(state, value, LOGIN_SECONDS),
    dropLogin: (state: string): string => loginCookie(state, '', 0),
    loginMilliseconds: LOGIN_SECONDS * 1_000,
  };
};
export type Cookies = ReturnType<typeof createCookies>;
