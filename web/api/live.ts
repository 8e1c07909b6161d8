import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { now } from './clock.ts';
import { keep, recall } from './device.ts';
import { Fault } from './fault.ts';
import { request } from './http.ts';
import { me } from './me.ts';
import { isLoggedIn } from './session.ts';

// What pages show, kept up to date: asked for again every 20 seconds and when somebody comes back to the page, by ETag.

export const EVERY_MILLISECONDS = 20_000;

/** What was read last of an address. */
export interface Live<Body> {
  body: Body | undefined;
  /** The server's time when it was so, in milliseconds. */
  at: number;
  /** Why it is not as of now. */
  fault: Fault | undefined;
  isAsking: boolean;
}
interface Options<Body> {
  /** What of it may lie on the device, to be shown while there is no network; nothing where it is not said. */
  keepable?: (body: Body) => Body;
  /** Whether it is asked for again by itself. */
  isPolled?: boolean;
}
interface Source<Body> extends Options<Body> {
  path: string;
  state: Signal<Live<Body>>;
  etag: string | null;
  users: number;
  running: Promise<void> | undefined;
}

const sources = new Map<string, Source<never>>();
const NOTHING: Live<never> = { body: undefined, at: 0, fault: undefined, isAsking: false };

const lastState = <Body>({ path, keepable }: Source<Body>): Partial<Live<Body>> =>
  (keepable === undefined
    ? undefined
    : recall<{ body: Body; at: number }>(me.value?.person ?? '', `last${path}`)) ?? {};

const keepState = <Body>({ path, keepable }: Source<Body>, body: Body, at: number): void => {
  if (keepable !== undefined && me.value !== null)
    keep(me.value.person, `last${path}`, { body: keepable(body), at });
};

const load = async <Body>(source: Source<Body>): Promise<void> => {
  const { state, path } = source;
  state.value = { ...state.value, isAsking: true };
  try {
    const { body, etag } = await request<Body>(path, {
      etag: state.value.body === undefined ? null : source.etag,
    });
    source.etag = etag;
    const at = now.value;
    state.value = { body: body ?? state.value.body, at, fault: undefined, isAsking: false };
    if (body !== undefined) keepState(source, body, at);
  } catch (error) {
    const fault = error instanceof Fault ? error : new Fault('UNKNOWN', String(error));
    const known = state.value.body === undefined && fault.status === 0 ? lastState(source) : {};
    state.value = { ...state.value, ...known, fault, isAsking: false };
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
    etag: null,
    users: 0,
    running: undefined,
    ...options,
  };
  sources.set(path, source as unknown as Source<never>);
  return source;
};

const inUse = (): Source<never>[] => [...sources.values()].filter(({ users }) => users > 0);
const poll = (): void => {
  if (document.visibilityState === 'hidden' || !isLoggedIn()) return;
  for (const source of inUse()) if (source.isPolled !== false) void ask(source);
};
/** Begins to ask again and again. */
export const startPolling = (): void => {
  setInterval(poll, EVERY_MILLISECONDS);
  document.addEventListener('visibilitychange', poll);
  window.addEventListener('focus', poll);
  window.addEventListener('online', poll);
};

/** What an address answers, as long as the page shows it; null: nothing yet. */
export const useLive = <Body>(path: string, options: Options<Body> = {}): ReadonlySignal<Live<Body>> => {
  const source = sourceOf(path, options);
  useEffect(() => {
    source.users += 1;
    void ask(source);
    return () => {
      source.users -= 1;
    };
  }, [source]);
  return source.state;
};

/** After an act: whatever is on the screen is asked for anew. Resolves when all of it has been answered. */
export const refresh = async (): Promise<void> => {
  await Promise.all(inUse().map((source) => ask(source)));
};
/** Whoever logs in next sees nothing of what was there. */
export const forgetLive = (): void => sources.clear();
