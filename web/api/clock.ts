import { signal } from '@preact/signals';

// The server's time. The machine's own clock is never asked: a phone may be ten minutes wrong.

/** What the server's clock was when the machine's stopwatch stood at `stopwatch`, to within `doubt` milliseconds. */
interface Reading {
  server: number;
  stopwatch: number;
  doubt: number;
}
/** After that a reading with more doubt is better than an old one: stopwatches stand still while a phone sleeps. */
const GOOD_FOR_MILLISECONDS = 60_000;
let reading: Reading | undefined;

const HALF_SECOND = 500;

const stopwatch = (): number => performance.now();
const current = (): number =>
  reading === undefined ? Date.now() : reading.server + stopwatch() - reading.stopwatch;

/** The server's time in milliseconds, renewed every second. */
export const now = signal(Date.now());
const renew = (): void => {
  now.value = current();
};

/** Whether what is known is worth more than what was told now: it is fresh, surer, and the two agree. */
const isBetter = (known: Reading, next: Reading): boolean =>
  next.stopwatch - known.stopwatch < GOOD_FOR_MILLISECONDS &&
  known.doubt < next.doubt &&
  Math.abs(known.server + next.stopwatch - known.stopwatch - next.server) < next.doubt + HALF_SECOND;

/** Learns the time from an answer's `date`, which has whole seconds; `asked`: the stopwatch when it was asked for. */
export const learnTime = (date: string | null, asked: number): void => {
  const told = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(told)) return;
  const took = stopwatch() - asked;
  // It was told somewhere between question and answer, and in the middle of its second.
  const next = { server: told + HALF_SECOND, stopwatch: asked + took / 2, doubt: took + HALF_SECOND };
  if (reading !== undefined && isBetter(reading, next)) return;
  reading = next;
  renew();
};

/** Whether the server has told its time yet. */
export const isTimeKnown = (): boolean => reading !== undefined;

/** Begins to tick. */
export const startClock = (): void => {
  setInterval(renew, 1000);
};
export { stopwatch };
