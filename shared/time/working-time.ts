import * as Duration from 'temporal-polyfill/fns/Duration';
import { type Instant, instantOf, millisecondsOf } from './instants.ts';
import { hoursOn, type OfficeHours, type Span } from './office-hours.ts';
import { dayOf, type Place, type Reached, reached, upToSecond, workingDays } from './working-days.ts';

export { type OfficeHours, readOfficeHours } from './office-hours.ts';

/**
 * What office hours do to a length: `count`, only time within them counts; `shiftEnd`, all time counts, and an end
 * outside moves to the next opening; `shiftStart`, a start outside moves to the next opening, then all time counts.
 */
export type Policy = 'count' | 'shiftEnd' | 'shiftStart';

interface OpenHours extends Place {
  officeHours: OfficeHours;
}

const SECOND = 1000;
const lengths = new Map<string, number>();
/** Milliseconds of a duration in hours and minutes. */
const readLength = (length: string): number => {
  const known = lengths.get(length);
  if (known !== undefined) return known;
  const duration = Duration.fromString(length);
  const { years, months, weeks, days, hours, minutes, seconds } = duration;
  if (Duration.sign(duration) < 0 || years + months + weeks + days > 0)
    throw new RangeError(`办公时间内的时长“${length}”不对;请只用小时和分钟,例如 PT3H`);
  const milliseconds = ((hours * 60 + minutes) * 60 + seconds) * SECOND;
  lengths.set(length, milliseconds);
  return milliseconds;
};

/** The office hours of working days from the day of `instant` on. */
function* openHours(instant: number, open: OpenHours, lists: Set<number>): Generator<Span, never> {
  const { zone, calendar, officeHours } = open;
  const days = workingDays(dayOf(instantOf(instant), zone), calendar, lists);
  while (true) yield* hoursOn(days.next().value, officeHours, zone);
}

/** `instant`, or the next opening when it is outside. As a start, the closing instant is outside. */
const openingFrom = (instant: number, open: OpenHours, lists: Set<number>): number => {
  const hours = openHours(instant, open, lists);
  let { from, to } = hours.next().value;
  while (to <= instant) ({ from, to } = hours.next().value);
  return Math.max(from, instant);
};

/** The same for an end: the closing instant is inside. An end at 24:00 belongs to the day before it. */
const closingFrom = (instant: number, open: OpenHours, lists: Set<number>): number => {
  const hours = openHours(instant - 1, open, lists);
  let { from, to } = hours.next().value;
  while (to < instant) ({ from, to } = hours.next().value);
  return Math.max(from, instant);
};

/** The end of `length` milliseconds of open time. */
const countOpen = (start: number, length: number, open: OpenHours, lists: Set<number>): number => {
  const hours = openHours(start, open, lists);
  let left = length;
  while (true) {
    const { from, to } = hours.next().value;
    const begin = Math.max(from, start);
    if (begin < to && left <= to - begin) return begin + left;
    left -= Math.max(to - begin, 0);
  }
};

/**
 * `start` + a length in hours and minutes (`PT3H`) by `policy`, rounded up to whole seconds. An opening instant is
 * inside office hours; a closing one is inside as an end and outside as a start.
 * Throws a RangeError for a length in days, and where twenty years do not suffice.
 */
export const addWorking = (
  start: Instant,
  length: string,
  options: OpenHours & { policy: Policy },
): Reached => {
  const lists = new Set<number>();
  const [begin, milliseconds] = [millisecondsOf(start), readLength(length)];
  switch (options.policy) {
    case 'count':
      return reached(countOpen(begin, milliseconds, options, lists), lists);
    case 'shiftEnd':
      return reached(closingFrom(upToSecond(begin + milliseconds), options, lists), lists);
    case 'shiftStart':
      return reached(openingFrom(begin, options, lists) + milliseconds, lists);
  }
};
