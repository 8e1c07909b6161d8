// Lets the desk open while there is no network: its page and scripts are kept on the device, and nothing that the API says is.

/** The page's style and scripts, by the build. */
declare const DESK_FILES: readonly string[];

interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Scope {
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}
const scope = globalThis as unknown as Scope;

const PAGE = '/desk/duties';
const CONFIG = '/desk/config.json';
/** Another build has another store, and the one before is thrown away. */
const STORE = `desk ${DESK_FILES.join(' ')}`;
const IS_PAGE = /^\/desk\/[^.]*$/;
const NOT_KEPT = /^\/desk\/(?:back$|session(?:\/|$))/;
const HASHED = /^\/desk\/.+-[A-Za-z0-9_-]{8,}\.(?:js|css|json|svg)$/;

scope.addEventListener('install', (event) => {
  const fill = async (): Promise<void> => {
    const store = await caches.open(STORE);
    await store.addAll([PAGE, CONFIG, ...DESK_FILES]);
    await scope.skipWaiting();
  };
  event.waitUntil(fill());
});

scope.addEventListener('activate', (event) => {
  const clear = async (): Promise<void> => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name !== STORE).map((name) => caches.delete(name)));
    await scope.clients.claim();
  };
  event.waitUntil(clear());
});

/** What never changes is taken from the device, and kept there when it comes. */
const keptOrFetched = async (request: Request): Promise<Response> => {
  const store = await caches.open(STORE);
  const kept = await store.match(request.url);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) await store.put(request.url, answer.clone());
  return answer;
};
/** Longer than this nobody waits for a page that lies here. */
const PATIENCE_MILLISECONDS = 3_000;
const waited = (): Promise<undefined> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(undefined), PATIENCE_MILLISECONDS);
  });
/** What may change is asked for, and taken from the device when no answer comes, or none of the desk's own. */
const fetchedOrKept = async (request: Request, as: string, type: string): Promise<Response> => {
  const store = await caches.open(STORE);
  const fetched = fetch(request).then(async (answer) => {
    const isOwn = answer.ok && (answer.headers.get('content-type') ?? '').indexOf(type) === 0;
    if (isOwn) await store.put(as, answer.clone());
    return isOwn || answer.status < 500 ? answer : undefined;
  });
  const heard = await Promise.race([fetched, waited()]).catch(() => undefined);
  return heard ?? (await store.match(as)) ?? (await fetched) ?? fetch(request);
};

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.method !== 'GET') return;
  if (HASHED.test(pathname)) event.respondWith(keptOrFetched(request));
  else if (pathname === CONFIG) event.respondWith(fetchedOrKept(request, CONFIG, 'application/json'));
  // The way back from the issuer carries a code, and is nothing to keep; files and a server's own ways are no pages.
  else if (request.mode === 'navigate' && IS_PAGE.test(pathname) && !NOT_KEPT.test(pathname))
    event.respondWith(fetchedOrKept(request, PAGE, 'text/html'));
});
