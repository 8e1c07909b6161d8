import { signal } from '@preact/signals';
import { deviceSetting, setDevice } from './device.ts';

// The server's time. What the machine's own clock says is never shown for it: a phone may be ten minutes wrong. Its clock serves for two
// things alone: to notice that the phone has slept, and, while no answer has come yet, to go on from what it was known to be wrong by.

/** What the server's clock was when the machine's stopwatch and its clock stood so, to within `doubt` milliseconds. */
interface Reading {
  server: number;
  stopwatch: number;
  wall: number;
  doubt: number;
}
/** After that a reading with more doubt is better than an old one. */
const GOOD_FOR_MILLISECONDS = 60_000;
const HALF_SECOND = 500;
/** Further back than this it is asked a second time before it is believed. */
const BACK_MILLISECONDS = 2_000;
/** By how much the machine's clock was wrong when it was last known. */
const WRONG_BY = 'clock';

const stopwatch = (): number => performance.now();
let reading: Reading | undefined;
/** One that lies behind what is known, until a second one says the same. */
let behind: Reading | undefined;
/** It was later than this already. */
let earliest = 0;

/** A stopwatch may stand still while a phone sleeps, and a clock may be set back: the longer of the two has passed. */
const passedSince = ({ stopwatch: from, wall }: Reading): number =>
  Math.max(stopwatch() - from, Date.now() - wall);
const unheard = (): number => Date.now() + Number(deviceSetting(WRONG_BY) ?? 0);
const current = (): number =>
  Math.max(reading === undefined ? unheard() : reading.server + passedSince(reading), earliest);

/** The server's time in milliseconds, renewed every second. */
export const now = signal(Date.now());
const renew = (): void => {
  now.value = current();
};

/** It is no earlier than this: something is known to have been so then. */
export const noEarlierThan = (instant: number): void => {
  earliest = Math.max(earliest, instant);
  renew();
};

/** Whether what is known is worth more than what was told now: it is fresh, surer, and the two agree. */
const isBetter = (known: Reading, next: Reading): boolean =>
  next.stopwatch - known.stopwatch < GOOD_FOR_MILLISECONDS &&
  known.doubt < next.doubt &&
  Math.abs(current() - next.server) < next.doubt + HALF_SECOND;
const agree = (one: Reading, other: Reading): boolean =>
  Math.abs(other.server - one.server - (other.stopwatch - one.stopwatch)) <
  one.doubt + other.doubt + HALF_SECOND;

const believe = (next: Reading): void => {
  reading = next;
  behind = undefined;
  earliest = Math.min(earliest, next.server);
  setDevice(WRONG_BY, String(Math.round(next.server - next.wall)));
  renew();
};

/** Learns the time from the `date` of an answer of the API's own, which has whole seconds; `asked`: the stopwatch when it was asked for. */
export const learnTime = (date: string | null, asked: number): void => {
  const told = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(told)) return;
  const took = stopwatch() - asked;
  // It was told somewhere between question and answer, and in the middle of its second.
  const next: Reading = {
    server: told + HALF_SECOND,
    stopwatch: asked + took / 2,
    wall: Date.now() - took / 2,
    doubt: took + HALF_SECOND,
  };
  if (reading !== undefined && isBetter(reading, next)) return;
  const isBack = reading !== undefined && current() - next.server > next.doubt + BACK_MILLISECONDS;
  if (isBack && (behind === undefined || !agree(behind, next))) behind = next;
  else believe(next);
};

/** Whether the server has told its time yet. */
export const isTimeKnown = (): boolean => reading !== undefined;

/** Begins to tick. */
export const startClock = (): void => {
  renew();
  setInterval(renew, 1000);
};
export { stopwatch };
