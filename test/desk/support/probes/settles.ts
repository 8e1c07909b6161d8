import type { BrowserContext, Page, Request } from 'playwright-core';
import { LONGEST_MILLISECONDS } from './patience.ts';

// When a page has had its chance: told by what it has asked for and by its own turns, and by no clock.

/** A turn of the page, thrice: an answer is taken up, the page is made anew, what follows from that is begun. */
export const TURNS = `new Promise((done) => {
  let left = 3;
  const turn = () => {
    if (left === 0) return done();
    left -= 1;
    requestAnimationFrame(() => setTimeout(turn));
  };
  turn();
})`;

interface Asked {
  open: Set<Request>;
  count: number;
  /** Told of each that has come to its end. */
  ended: Set<() => void>;
  /** Another page is on its way to its place. */
  isLeft: boolean;
}
const askedBy = new WeakMap<Page, Asked>();
const askedOf = (page: Page): Asked => {
  const known = askedBy.get(page) ?? { open: new Set(), count: 0, ended: new Set(), isLeft: false };
  askedBy.set(page, known);
  return known;
};
/** Whose a request is; undefined: no page's own, such as one of a service worker, or that for a page which is not there yet. */
const pageOf = (request: Request): Page | undefined => {
  if (request.serviceWorker() !== null) return undefined;
  try {
    return request.frame().page();
  } catch {
    return undefined;
  }
};
/** What the page before has asked for is nobody's any more, and not always told of as broken off. */
const forgetWhenLeft = (page: Page): void => {
  page.on('framenavigated', (frame) => {
    const asked = askedOf(page);
    if (frame !== page.mainFrame() || !asked.isLeft) return;
    asked.isLeft = false;
    asked.open.clear();
    for (const tell of asked.ended) tell();
  });
};

/** Notes from now on what the pages of a context ask for, as `settles` needs it. */
export const followRequests = (context: BrowserContext): void => {
  for (const page of context.pages()) forgetWhenLeft(page);
  context.on('page', forgetWhenLeft);
  context.on('request', (request) => {
    const page = pageOf(request);
    if (page === undefined) return;
    const asked = askedOf(page);
    asked.count += 1;
    if (request.isNavigationRequest()) asked.isLeft = true;
    else asked.open.add(request);
  });
  const end = (request: Request): void => {
    const page = pageOf(request);
    if (page === undefined) return;
    const { open, ended } = askedOf(page);
    open.delete(request);
    for (const tell of ended) tell();
  };
  // Who is told that nobody is logged in reads no further, and such an answer has no end.
  context.on('response', (answer) => {
    if (answer.status() === 401) end(answer.request());
  });
  context.on('requestfinished', end);
  context.on('requestfailed', end);
};

/** Lets the page do what it has begun, without waiting for what it has asked for. */
export const takesTurns = async (page: Page): Promise<void> => {
  await page.evaluate(TURNS);
};

/** Until one more has come to its end, or nobody waits any longer. */
const oneEnds = ({ ended }: Asked, most: number): Promise<void> =>
  new Promise((resolve) => {
    const tell = (): void => {
      clearTimeout(timer);
      ended.delete(tell);
      resolve();
    };
    const timer = setTimeout(tell, most);
    ended.add(tell);
  });

/**
 * Waits until a page has heard all that it has asked for, and what follows from it, and shows it. Of a context that `followRequests` was
 * told of. What the page does later by itself, such as to try a form half a second after the last touch, is not waited for.
 */
export const settles = async (page: Page): Promise<void> => {
  const asked = askedOf(page);
  for (const end = Date.now() + LONGEST_MILLISECONDS; Date.now() < end; ) {
    while (asked.open.size > 0 && Date.now() < end) await oneEnds(asked, end - Date.now());
    const { count } = asked;
    // A page that is left in the middle has no turns any more: its successor is asked.
    const isDone = await takesTurns(page).then(
      () => true,
      () => false,
    );
    if (page.isClosed()) throw new Error('the page is closed');
    if (isDone && asked.open.size === 0 && asked.count === count) return;
  }
  throw new Error(`never answered: ${[...asked.open].map((request) => request.url()).join(', ')}`);
};
