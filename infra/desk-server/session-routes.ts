import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type HttpResult, json } from '../../functions/http.ts';
import { type DeskSession, SESSION, type SignedOut } from '../../shared/contracts/desk/session.ts';
import type { ClaimNames } from '../../shared/contracts/environment.ts';
import { RequestError } from '../../shared/contracts/errors.ts';
import { personIn, personNameIn } from '../../shared/rules/identity/claims.ts';
import { page, pageHeaders } from '../local/identity/provider/pages.ts';
import type { Cookies } from './cookies.ts';
import { createKept } from './kept.ts';
import { HOME, LOGIN_PAGE, ownPath } from './own-path.ts';
import { requireOwnMark, type Session, type Sessions, secretName } from './sessions.ts';
import { type Begun, LoginFailed, type SignIn } from './sign-in.ts';

export interface SessionOptions {
  signIn: SignIn;
  sessions: Sessions;
  cookies: Cookies;
  /** Which claims say who somebody is. */
  claims: ClaimNames;
  shiftHours: number;
  now: () => number;
}
/** A login that has begun: whose browser it is, where it returns to, and which session it is in the place of. */
interface Pending extends Begun {
  proof: string;
  to: string;
  before: string | undefined;
}
type Answer = (request: IncomingMessage, url: URL) => Promise<HttpResult>;

const MOST_PENDING = 2_000;
const HOUR = 3_600_000;

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

const sendTo = (to: string, cookies: string[]): HttpResult => ({
  statusCode: 303,
  headers: { location: to, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
  cookies,
});
const notLoggedIn = (cookies: string[]): HttpResult => ({
  statusCode: 400,
  headers: pageHeaders(),
  cookies,
  body: page(
    '登录未完成',
    `<p>这次登录已过期、已取消或不是从这里开始的,请重新登录。</p><p><a href="${HOME}">回到值班台</a></p>`,
  ),
});

const shownOf = ({ person, name, endsAt }: Session, mark: string): DeskSession => ({
  person,
  name,
  mark,
  expiresAt: new Date(endsAt).toISOString(),
});

/** Login, who is logged in, and logout, where the login is made here. */
export const createSessionRoutes = (options: SessionOptions) => {
  const { signIn, sessions, cookies, claims: names, shiftHours, now } = options;
  const pending = createKept<Pending>(MOST_PENDING, now);

  const login: Answer = async (request, url) => {
    const { url: start, ...begun } = await signIn.begin();
    const proof = secretName();
    const to = ownPath(url.searchParams.get('to'));
    const before = cookies.sessionIn(request);
    pending.keep(begun.state, { ...begun, proof, to, before }, now() + cookies.loginMilliseconds);
    return sendTo(start, [cookies.setLogin(begun.state, proof)]);
  };

  const sessionOf = async (url: URL, begun: Pending): Promise<Session> => {
    const { token, idToken, claims, endsAt = Number.POSITIVE_INFINITY } = await signIn.finish(url, begun);
    const person = personIn(claims, names);
    if (person === '') throw new LoginFailed('no person');
    const shiftEnds = now() + shiftHours * HOUR;
    return { person, name: personNameIn(claims, names), token, idToken, endsAt: Math.min(shiftEnds, endsAt) };
  };
  const back: Answer = async (request, url) => {
    const state = url.searchParams.get('state') ?? '';
    const proof = cookies.loginIn(request, state);
    // Looked at first: who has not the cookie does not end another's login either.
    const begun = pending.get(state);
    if (begun === undefined || proof === undefined || !isSame(proof, begun.proof)) return notLoggedIn([]);
    pending.take(state);
    try {
      const session = await sessionOf(url, begun);
      if (begun.before !== undefined) sessions.end(begun.before);
      return sendTo(begun.to, [cookies.setSession(sessions.begin(session)), cookies.dropLogin(state)]);
    } catch (error) {
      if (!(error instanceof LoginFailed)) throw error;
      console.error(`登录未完成(${error.message})`);
      return notLoggedIn([cookies.dropLogin(state)]);
    }
  };

  const show: Answer = async (request) => {
    const id = cookies.sessionIn(request);
    if (id === undefined) throw new RequestError('TOKEN_MISSING', '没有登录,请登录');
    const session = sessions.get(id);
    if (session === undefined) throw new RequestError('TOKEN_INVALID', '登录已失效,请重新登录');
    return json(200, shownOf(session, sessions.markOf(session)));
  };

  const logout: Answer = async (request) => {
    const id = cookies.sessionIn(request) ?? '';
    const session = sessions.get(id);
    if (session !== undefined) requireOwnMark(request, sessions.markOf(session));
    sessions.end(id);
    const to = session === undefined ? undefined : await signIn.farewell(session.idToken);
    const told: SignedOut = { to: to ?? LOGIN_PAGE };
    return { ...json(200, told), cookies: [cookies.dropSession] };
  };

  const routes: Readonly<Record<string, { method: string; answer: Answer }>> = {
    [SESSION]: { method: 'GET', answer: show },
    [`${SESSION}/login`]: { method: 'GET', answer: login },
    [`${SESSION}/back`]: { method: 'GET', answer: back },
    [`${SESSION}/logout`]: { method: 'POST', answer: logout },
  };
  /** Answers what lies under SESSION. Throws ROUTE_UNKNOWN, METHOD_NOT_ALLOWED, ISSUER_UNREACHABLE, TOKEN_MISSING, TOKEN_INVALID. */
  const answer: Answer = async (request, url) => {
    const route = routes[url.pathname];
    if (route === undefined) throw new RequestError('ROUTE_UNKNOWN', '没有这个接口');
    if (route.method !== request.method)
      throw new RequestError('METHOD_NOT_ALLOWED', `这个接口只接受 ${route.method}`, undefined, [
        route.method,
      ]);
    return route.answer(request, url);
  };
  return { answer };
};
