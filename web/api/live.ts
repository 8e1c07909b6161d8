import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { noEarlierThan, now } from './clock.ts';
import { keep, recall } from './device.ts';
import { Fault } from './fault.ts';
import { type Answer, request } from './http.ts';
import { me, postKey } from './me.ts';
import { isLoggedIn, whenSessionEnds } from './session.ts';

// What pages show, kept up to date: asked for again every 20 seconds and when somebody comes back to the page, by ETag.

export const EVERY_MILLISECONDS = 20_000;
/** While nobody sees the page its title still has to say what is new. */
const HIDDEN_EVERY_MILLISECONDS = 60_000;

/** What was read last of an address. */
export interface Live<Body> {
  body: Body | undefined;
  /** The server's time when it was so, in milliseconds. */
  at: number;
  /** Why it is not as of now. */
  fault: Fault | undefined;
  isAsking: boolean;
  /** It is what lay on the device, and nothing has been answered yet. */
  isKept?: true;
}
/** After that what is seen is old, whatever kept a newer answer away. */
const OLD_AFTER_MILLISECONDS = 60_000;
/** Whether something is not as of now. */
export const isOld = ({ at, fault }: Pick<Live<unknown>, 'at' | 'fault'>, time: number): boolean =>
  fault !== undefined || time - at > OLD_AFTER_MILLISECONDS;
/** Whether nothing is known of now: no answer has come, or an old one. */
export const isUnheard = (live: Live<unknown>, time: number): boolean =>
  live.body === undefined ? live.fault !== undefined : isOld(live, time);

interface Options<Body> {
  /** What of it may lie on the device, to be shown while there is no network; nothing where it is not said. */
  keepable?: (body: Body) => Body;
  /**
   * Of a list of several pages: the address of the page after these, null where no more are wanted, and how pages are put together.
   * `stops`: how often somebody has asked for more, and once.
   */
  pages?: {
    after: (bodies: readonly Body[], stops: number) => string | null;
    join: (bodies: readonly Body[]) => Body;
  };
}
interface Watching {
  /** Whether it is asked for again by itself. */
  isPolled?: boolean;
}
interface Page<Body> {
  path: string;
  etag: string | null;
  body: Body;
}
interface Source<Body> extends Options<Body> {
  path: string;
  state: Signal<Live<Body>>;
  /** What was answered last; as a rule there is one page. */
  known: readonly Page<Body>[];
  stops: number;
  users: number;
  /** Of them, those that want it asked for again by itself. */
  polled: number;
  running: Promise<void> | undefined;
}

const sources = new Map<string, Source<never>>();
const NOTHING: Live<never> = { body: undefined, at: 0, fault: undefined, isAsking: false };

/** In which post, too: another post has other duties. */
const whoAsks = (): string => (me.value?.post == null ? '' : `${me.value.person}/${postKey(me.value.post)}`);
const lastState = <Body>({ path, keepable }: Source<Body>, person: string): Partial<Live<Body>> =>
  (keepable === undefined ? undefined : recall<{ body: Body; at: number }>(person, `last${path}`)) ?? {};
/** What one may not read any more, or is not there, is not shown from before. */
const isGone = ({ status }: Fault): boolean => status === 401 || status === 403 || status === 404;
const forget = <Body>(source: Source<Body>, person: string, fault: Fault): void => {
  source.known = [];
  if (source.keepable !== undefined && person !== '') keep(person, `last${source.path}`, undefined);
  source.state.value = { body: undefined, at: 0, fault, isAsking: false };
};

/** `person`: who asked; what he was answered is nobody else's to find. */
const keepState = <Body>(
  { path, keepable }: Source<Body>,
  person: string,
  last: { body: Body; at: number },
) => {
  if (keepable !== undefined && person !== '' && person === whoAsks())
    keep(person, `last${path}`, { ...last, body: keepable(last.body) });
};

/** What was asked for before there was a page to show it; taken once. */
const ahead = new Map<string, Promise<Answer<unknown>>>();
/** Asks already for what a page is going to ask: on a slow line each question after another costs half a second. */
export const askAhead = (path: string): void => {
  const answer = request(path);
  // Whoever takes it is told what came of it.
  answer.catch(() => undefined);
  ahead.set(path, answer);
};
const takeAhead = <Body>(path: string): Promise<Answer<Body>> | undefined => {
  const answer = ahead.get(path) as Promise<Answer<Body>> | undefined;
  ahead.delete(path);
  return answer;
};

const askPage = async <Body>(path: string, known: readonly Page<Body>[]): Promise<Page<Body>> => {
  const before = known.find((page) => page.path === path);
  const early = before === undefined ? takeAhead<Body>(path) : undefined;
  const { body, etag } = await (early ?? request<Body>(path, { etag: before?.etag ?? null }));
  return body === undefined && before !== undefined ? before : { path, etag, body: body as Body };
};
const askPages = async <Body>({ path, known, pages, stops }: Source<Body>): Promise<Page<Body>[]> => {
  const found: Page<Body>[] = [];
  for (let next: string | null = path; next !== null; ) {
    const page: Page<Body> = await askPage(next, known);
    found.push(page);
    const bodies = found.map(({ body }) => body);
    next = pages?.after(bodies, stops) ?? null;
  }
  return found;
};
const bodyOf = <Body>({ pages }: Source<Body>, [first, ...others]: readonly Page<Body>[]): Body =>
  others.length === 0 ? first!.body : pages!.join([first!, ...others].map(({ body }) => body));

const load = async <Body>(source: Source<Body>): Promise<void> => {
  const { state } = source;
  const person = whoAsks();
  // What lies on the device is there at once, with its time; the answer takes its place.
  const known = state.value.body === undefined ? lastState(source, person) : {};
  if (known.at !== undefined) noEarlierThan(known.at);
  state.value = {
    ...state.value,
    ...known,
    isAsking: true,
    ...(known.body !== undefined && { isKept: true }),
  };
  try {
    const found = await askPages(source);
    const at = now.value;
    const isSame =
      state.value.body !== undefined &&
      found.length === source.known.length &&
      found.every((page, index) => page === source.known[index]);
    source.known = found;
    const body = isSame ? state.value.body! : bodyOf(source, found);
    state.value = { body, at, fault: undefined, isAsking: false };
    if (!isSame) keepState(source, person, { body, at });
  } catch (error) {
    const fault = error instanceof Fault ? error : new Fault('UNKNOWN', String(error));
    if (isGone(fault)) return forget(source, person, fault);
    state.value = { ...state.value, fault, isAsking: false };
  }
};

/** Asks now, unless it is being asked already. */
const ask = <Body>(source: Source<Body>): Promise<void> => {
  source.running ??= load(source).finally(() => {
    source.running = undefined;
  });
  return source.running;
};

const sourceOf = <Body>(path: string, options: Options<Body>): Source<Body> => {
  const known = sources.get(path) as Source<Body> | undefined;
  if (known !== undefined) return known;
  const source: Source<Body> = {
    path,
    state: signal(NOTHING),
    known: [],
    stops: 1,
    users: 0,
    polled: 0,
    running: undefined,
    ...options,
  };
  sources.set(path, source as unknown as Source<never>);
  return source;
};

const inUse = (): Source<never>[] => [...sources.values()].filter(({ users }) => users > 0);
let asked = 0;
/** `isDue`: the interval is over; else somebody has come back. */
const poll = (isDue: boolean): void => {
  const isHidden = document.visibilityState === 'hidden';
  if (!isLoggedIn() || (isHidden && !isDue)) return;
  const since = performance.now() - asked;
  // Browsers make the interval of a hidden page longer, never shorter: a little early is in time.
  if (isHidden && since < HIDDEN_EVERY_MILLISECONDS - EVERY_MILLISECONDS / 2) return;
  asked = performance.now();
  for (const source of inUse()) if (source.polled > 0) void ask(source);
};
/** Begins to ask again and again. */
export const startPolling = (): void => {
  const comeBack = (): void => poll(false);
  setInterval(() => poll(true), EVERY_MILLISECONDS);
  document.addEventListener('visibilitychange', comeBack);
  window.addEventListener('focus', comeBack);
  window.addEventListener('online', comeBack);
};

/** What an address answers, as long as the page shows it; null: nothing yet. */
export const useLive = <Body>(
  path: string,
  { isPolled = true, ...options }: Options<Body> & Watching = {},
): ReadonlySignal<Live<Body>> => {
  const source = sourceOf(path, options);
  useEffect(() => {
    const polled = Number(isPolled);
    source.users += 1;
    source.polled += polled;
    void ask(source);
    return () => {
      source.users -= 1;
      source.polled -= polled;
    };
  }, [source, isPolled]);
  return source.state;
};

/** What was asked before an act may not know of it yet. */
const askAnew = async <Body>(source: Source<Body>): Promise<void> => {
  await source.running;
  await ask(source);
};
/** After an act: whatever is on the screen is asked for anew. Resolves when all of it has been answered. */
export const refresh = async (): Promise<void> => {
  await Promise.all(inUse().map((source) => askAnew(source)));
};
/** More of a list that goes on. Resolves when it is there. */
export const readMore = async (path: string): Promise<void> => {
  const source = sources.get(path);
  if (source === undefined) return;
  source.stops += 1;
  await askAnew(source);
};
/** An address alone is asked for again. */
export const readAgain = async (path: string): Promise<void> => {
  const source = sources.get(path);
  if (source !== undefined) await askAnew(source);
};
/** Whoever logs in next sees nothing of what was there; nor does the memory of the page. */
export const forgetLive = (): void => {
  for (const source of sources.values()) {
    source.known = [];
    source.state.value = NOTHING;
  }
  sources.clear();
  ahead.clear();
};
whenSessionEnds(forgetLive);
