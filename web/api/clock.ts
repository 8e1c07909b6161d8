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

const stopwatch = (): number => performance.now();
const current = (): number =>
  reading === undefined ? Date.now() : reading.server + stopwatch() - reading.stopwatch;

/** The server's time in milliseconds, renewed every second. */
export const now = signal(Date.now());
const renew = (): void => {
  now.value = current();
};

/** Learns the time from an answer's `date`, which has whole seconds; `asked`: the stopwatch when it was asked for. */
export const learnTime = (date: string | null, asked: number): void => {
  const told = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(told)) return;
  const took = stopwatch() - asked;
  const isOld = reading === undefined || stopwatch() - reading.stopwatch > GOOD_FOR_MILLISECONDS;
  if (!isOld && reading !== undefined && reading.doubt < took) return;
  // It was told somewhere between question and answer, and in the middle of its second.
  reading = { server: told + 500, stopwatch: asked + took / 2, doubt: took };
  renew();
};

/** Whether the server has told its time yet. */
export const isTimeKnown = (): boolean => reading !== undefined;

/** Begins to tick. */
export const startClock = (): void => {
  setInterval(renew, 1000);
};
export { stopwatch };
