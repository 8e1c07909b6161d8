import * as Duration from 'temporal-polyfill/fns/Duration';
import * as PointOfTime from 'temporal-polyfill/fns/Instant';
import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';
import type { Calendar, Day } from './calendar.ts';
import { type Instant, instantOf, millisecondsOf } from './instants.ts';
import { hoursOn, type OfficeHours, type Span } from './office-hours.ts';

export { type OfficeHours, readOfficeHours } from './office-hours.ts';

/**
 * What office hours do to a length: `count`, only time within them counts; `shiftEnd`, all time counts, and an end
 * outside moves to the next opening; `shiftStart`, a start outside moves to the next opening, then all time counts.
 */
export type Policy = 'count' | 'shiftEnd' | 'shiftStart';

export interface Place {
  zone: string;
  calendar: Calendar;
}
interface OpenHours extends Place {
  officeHours: OfficeHours;
}

export interface Reached {
  at: Instant;
  /** Years without a holiday list that the answer rests on, ascending: `at` can only be too early. */
  missingYears: number[];
}

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;
/** As in `add`: a wait must not end before its limit. */
const upToSecond = (milliseconds: number): number => Math.ceil(milliseconds / SECOND) * SECOND;
const reached = (milliseconds: number, missing: ReadonlySet<number>): Reached => ({
  at: instantOf(upToSecond(milliseconds)),
  missingYears: [...missing].sort((a, b) => a - b),
});

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

const localOf = (milliseconds: number, zone: string): PlainDateTime.Record =>
  ZonedDateTime.toPlainDateTime(
    PointOfTime.toZonedDateTimeISO(PointOfTime.fromEpochMilliseconds(milliseconds), zone),
  );
const dayOf = (local: PlainDateTime.Record): Day => PlainDateTime.toString(local).slice(0, 10);
const dayAfter = (day: Day): Day => instantOf(Date.parse(day) + DAY).slice(0, 10);

/** No limit of a regulation goes further, and a calendar in which nobody works must not be searched for ever. */
const HORIZON = 20 * 366;

/** The working days from `day` on; each day that is looked at adds to `missing` the year whose list it lacks. */
function* workingDays(day: Day, calendar: Calendar, missing: Set<number>): Generator<Day, never> {
  let next = day;
  for (let looked = 0; looked < HORIZON; looked += 1) {
    const year = calendar.missingYear(next);
    if (year !== undefined) missing.add(year);
    if (calendar.isWorkingDay(next)) yield next;
    next = dayAfter(next);
  }
  throw new RangeError(`从${day}起二十年内数不到期限;请核对时限和放假安排 calendar-overrides.json`);
}

/** The office hours of working days from the day of `instant` on. */
function* openHours(instant: number, open: OpenHours, missing: Set<number>): Generator<Span, never> {
  const { zone, calendar, officeHours } = open;
  const days = workingDays(dayOf(localOf(instant, zone)), calendar, missing);
  while (true) yield* hoursOn(days.next().value, officeHours, zone);
}

/** `instant`, or the next opening when it is outside. As a start, the closing instant is outside. */
const openingFrom = (instant: number, open: OpenHours, missing: Set<number>): number => {
  const hours = openHours(instant, open, missing);
  let { from, to } = hours.next().value;
  while (to <= instant) ({ from, to } = hours.next().value);
  return Math.max(from, instant);
};

/** The same for an end: the closing instant is inside. An end at 24:00 belongs to the day before it. */
const closingFrom = (instant: number, open: OpenHours, missing: Set<number>): number => {
  const hours = openHours(instant - 1, open, missing);
  let { from, to } = hours.next().value;
  while (to < instant) ({ from, to } = hours.next().value);
  return Math.max(from, instant);
};

/** The end of `length` milliseconds of open time. */
const countOpen = (start: number, length: number, open: OpenHours, missing: Set<number>): number => {
  const hours = openHours(start, open, missing);
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
  const missing = new Set<number>();
  const [begin, milliseconds] = [millisecondsOf(start), readLength(length)];
  switch (options.policy) {
    case 'count':
      return reached(countOpen(begin, milliseconds, options, missing), missing);
    case 'shiftEnd':
      return reached(closingFrom(upToSecond(begin + milliseconds), options, missing), missing);
    case 'shiftStart':
      return reached(openingFrom(begin, options, missing) + milliseconds, missing);
  }
};

/**
 * The same clock time on the n-th working day after the day of `start`, which does not count itself; rounded up to whole
 * seconds. That is the stricter reading: one could also give until the end of that day, or begin to count a start outside
 * working days on the next one. Throws a RangeError unless `days` is a whole number from 1 within twenty years.
 */
export const addWorkingDays = (start: Instant, days: number, { zone, calendar }: Place): Reached => {
  if (!(Number.isSafeInteger(days) && days > 0))
    throw new RangeError(`工作日数“${days}”不对;请填写1以上的整数`);
  const missing = new Set<number>();
  const local = localOf(millisecondsOf(start), zone);
  const following = workingDays(dayAfter(dayOf(local)), calendar, missing);
  let day = following.next().value;
  for (let n = 1; n < days; n += 1) day = following.next().value;
  const at = PlainDateTime.withFields(local, {
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    day: Number(day.slice(8)),
  });
  return reached(PlainDateTime.toZonedDateTime(at, zone).epochMilliseconds, missing);
};
