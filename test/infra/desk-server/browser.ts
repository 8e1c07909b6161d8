import { type DeskSession, MARK_HEADER, SESSION } from '../../../shared/contracts/desk/session.ts';

interface Cookie {
  value: string;
  path: string;
  isStrict: boolean;
}
interface Visit extends RequestInit {
  /** Begun by a page of another site, or by a redirect from there. */
  isFromElsewhere?: boolean;
}
export interface Seen {
  url: string;
  status: number;
  text: string;
  headers: Headers;
}

/** A browser without pictures: it keeps each origin's cookies by path and SameSite, and goes where it is sent. */
export const createBrowser = () => {
  const jars = new Map<string, Map<string, Cookie>>();
  const jarOf = (url: string): Map<string, Cookie> => {
    const { origin } = new URL(url);
    const jar = jars.get(origin) ?? new Map<string, Cookie>();
    jars.set(origin, jar);
    return jar;
  };
  const take = (url: string, set: string): void => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
    if (/max-age=0(;|$)/i.test(set)) jarOf(url).delete(name);
    else
      jarOf(url).set(name, {
        value,
        path: /path=([^;]*)/i.exec(set)?.[1] ?? '/',
        isStrict: /samesite=strict/i.test(set),
      });
  };
  const visit = async (url: string, { isFromElsewhere = false, ...init }: Visit = {}): Promise<Response> => {
    const cookies = [...jarOf(url)].filter(
      ([, { path, isStrict }]) => new URL(url).pathname.startsWith(path) && !(isStrict && isFromElsewhere),
    );
    const cookie = cookies.map(([name, { value }]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const set of answer.headers.getSetCookie()) take(url, set);
    return answer;
  };
  /** As a page of the desk asks: it says whose it is, as the server has told it. */
  const ask = async (url: string, init: Visit = {}): Promise<Response> => {
    const told = await visit(new URL(SESSION, url).href);
    const { mark } = (await told.json()) as Partial<DeskSession>;
    const headers = mark === undefined ? {} : { [MARK_HEADER]: mark };
    return visit(url, { ...init, headers: { ...headers, ...init.headers } });
  };
  /** Goes to a page, wherever redirects lead. */
  const go = async (url: string, init: Visit = {}): Promise<Seen> => {
    const answer = await visit(url, init);
    const location = answer.headers.get('location');
    if (location === null)
      return { url, status: answer.status, text: await answer.text(), headers: answer.headers };
    const next = new URL(location, url).href;
    const isFromElsewhere = init.isFromElsewhere === true || new URL(next).origin !== new URL(url).origin;
    return go(next, { isFromElsewhere });
  };
  return { visit, ask, go, cookiesOf: (url: string) => jarOf(url) };
};
export type Browser = ReturnType<typeof createBrowser>;
