import { learnTime, stopwatch } from './clock.ts';
import { config } from './config.ts';
import { faultIn, offline } from './fault.ts';
import { endSession, markHeader, postHeader, token } from './session.ts';

export interface Answer<Body> {
  /** Undefined: it is what `etag` was (304). */
  body: Body | undefined;
  etag: string | null;
}
export interface Asked {
  method?: 'GET' | 'POST' | 'PUT';
  /** To be sent as JSON. */
  body?: unknown;
  /** `idempotency-key`: the same key is the same act. */
  key?: string;
  /** `if-match`: the version of the case on which the act was decided. */
  version?: number;
  /** What is there already. */
  etag?: string | null;
}

const LONGEST_MILLISECONDS = 20_000;

const headersOf = ({ body, key, version, etag }: Asked): Record<string, string> => ({
  ...(token() === undefined ? {} : { authorization: `Bearer ${token()}` }),
  ...markHeader(),
  ...postHeader(),
  ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  ...(key === undefined ? {} : { 'idempotency-key': key }),
  ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  ...(etag ? { 'if-none-match': etag } : {}),
});

/** An answer, whole. */
interface Heard {
  answer: Response;
  text: string;
}
/** Asks, and hears all of it; waits no longer than somebody with a phone would. Throws OFFLINE. */
const ask = async (path: string, asked: Asked): Promise<Heard> => {
  const { method = 'GET', body } = asked;
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), LONGEST_MILLISECONDS);
  try {
    const answer = await fetch(`${config().api}${path}`, {
      method,
      headers: headersOf(asked),
      // Our own ETags are compared, not the browser's cache.
      cache: 'no-store',
      signal: patience.signal,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    // A line may break off in the middle, too.
    return { answer, text: await answer.text() };
  } catch {
    throw offline();
  } finally {
    clearTimeout(timer);
  }
};

/** What an answer of the API's own says; undefined: it is none. */
const parsed = (text: string): object | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
};

/**
 * One request to the API. `path` begins with `/v1`. Throws a `Fault`: what the API says, or OFFLINE. A token that is believed no more
 * ends the session.
 */
export const request = async <Body>(path: string, asked: Asked = {}): Promise<Answer<Body>> => {
  const from = stopwatch();
  const { answer, text } = await ask(path, asked);
  const etag = answer.headers.get('etag');
  const body = parsed(text);
  // Whatever stands in between may answer too, with a time of its own.
  if (answer.status === 304 || body !== undefined) learnTime(answer.headers.get('date'), from);
  if (answer.status === 304) return { body: undefined, etag };
  if (answer.ok && body !== undefined) return { body: body as Body, etag };
  const fault = faultIn(answer.status, body);
  if (answer.status === 401) endSession(fault.message);
  throw fault;
};

/** What is there now. */
export const read = async <Body>(path: string): Promise<Body> => (await request<Body>(path)).body as Body;
