import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime';
import type { Day } from './calendar.ts';
import { addTimes, endOfDay, type Instant, instantOf, lengthInDays, startOfDay } from './instants.ts';
import { hoursOn, type OfficeHours } from './office-hours.ts';
import { dayAfter } from './statutory-holidays.ts';
import { dayOf, type Place, type Reached, reached, workingDays } from './working-days.ts';

// Limits in days, by the reading of 民法典第二百零一条、第二百零三条: the first day does not count, the last one lasts until its
// end, and one of rest is not the last. 第二百条 speaks of civil law, so each is a setting of the bureau.

export interface DayReading {
  /** When the last day of calendar days is over: at 24:00, or at the clock time of the beginning. */
  dayEnd: 'midnight' | 'clock';
  /** Whether a last day of rest moves to the next working day. */
  restDay: 'moves' | 'stays';
  /** When the last of some working days is over: at the closing time, at 24:00, or at the clock time of the beginning. */
  workingDayEnd: 'closing' | 'midnight' | 'clock';
  /** The bureau's office hours; without them a day is over at 24:00 (民法典第二百零三条: 有业务时间的). */
  officeHours: OfficeHours | null;
}
interface Counted extends Place {
  reading: DayReading;
  /** The day of the beginning is all that is known, and `start` stands for its end. */
  dateOnly?: boolean;
}

/** 24:00 of a day of the zone. */
const midnightAfter = (day: Day, zone: string): Instant => {
  const [year, month, date] = day.split('-').map(Number);
  const local = PlainDateTime.create(year!, month!, date!, 12);
  return endOfDay(instantOf(PlainDateTime.toZonedDateTime(local, zone).epochMilliseconds), zone);
};
/** The clock time of `instant` on another day. */
const sameTimeOn = (day: Day, instant: Instant, zone: string): Instant => {
  const days = (Date.parse(day) - Date.parse(dayOf(instant, zone))) / 86_400_000;
  return addTimes(instant, 'P1D', days, zone);
};

/** The day from which the days are counted: what is known as the end of a day belongs to that day. */
const firstOf = (start: Instant, { dateOnly, zone }: Counted): Instant =>
  dateOnly === true && startOfDay(start, zone) === start ? instantOf(Date.parse(start) - 1) : start;

/**
 * `start` + `times` × a length in days or weeks. The first day does not count, the last ends by the reading; one of rest moves
 * to the end of the next working day. Always counted from the beginning, so that a period never counts from a moved day.
 */
export const addDays = (start: Instant, length: string, times: number, counted: Counted): Reached => {
  const { zone, calendar, reading } = counted;
  const isClock = reading.dayEnd === 'clock';
  const lists = new Set<number>();
  const first = dayOf(isClock ? start : firstOf(start, counted), zone);
  const last = dayAfter(first, lengthInDays(length) * times);
  const day = reading.restDay === 'moves' ? workingDays(last, calendar, lists).next().value : last;
  const at = isClock ? sameTimeOn(day, start, zone) : midnightAfter(day, zone);
  return reached(Date.parse(at), lists);
};

/** When a working day is over. */
const endOf = (day: Day, start: Instant, { zone, reading }: Counted): Instant => {
  const { workingDayEnd, officeHours } = reading;
  if (workingDayEnd === 'clock') return sameTimeOn(day, start, zone);
  const closing = officeHours === null ? undefined : hoursOn(day, officeHours, zone).at(-1)?.to;
  return workingDayEnd === 'midnight' || closing === undefined
    ? midnightAfter(day, zone)
    : instantOf(closing);
};

/**
 * The end of the n-th working day after the day of `start`, which does not count itself: the next working day is the first.
 * Throws a RangeError unless `days` is a whole number from 1 within twenty years.
 */
export const addWorkingDays = (start: Instant, days: number, counted: Counted): Reached => {
  if (!(Number.isSafeInteger(days) && days > 0))
    throw new RangeError(`工作日数“${days}”不对;请填写1以上的整数`);
  const { zone, calendar } = counted;
  const lists = new Set<number>();
  const isClock = counted.reading.workingDayEnd === 'clock';
  const from = isClock ? start : firstOf(start, counted);
  const following = workingDays(dayAfter(dayOf(from, zone)), calendar, lists);
  let day = following.next().value;
  for (let n = 1; n < days; n += 1) day = following.next().value;
  return reached(Date.parse(endOf(day, start, counted)), lists);
};
