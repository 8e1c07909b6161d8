import type { Calendar, Day } from './calendar.ts';
import { type Instant, instantOf, withOffset } from './instants.ts';
import { dayAfter, listSettling } from './statutory-holidays.ts';

/** Where days are counted. */
export interface Place {
  zone: string;
  calendar: Pick<Calendar, 'isWorkingDay'>;
}

export interface Reached {
  at: Instant;
  /** Years whose holiday lists may say otherwise of a day that was looked at, ascending; had already or not. */
  lists: number[];
}

const SECOND = 1000;
/** As in `add`: a wait must not end before its limit. */
export const upToSecond = (milliseconds: number): number => Math.ceil(milliseconds / SECOND) * SECOND;
export const reached = (milliseconds: number, lists: ReadonlySet<number>): Reached => ({
  at: instantOf(upToSecond(milliseconds)),
  lists: [...lists].sort((a, b) => a - b),
});

/** The day of the zone that an instant lies in. */
export const dayOf = (instant: Instant, zone: string): Day => withOffset(instant, zone).slice(0, 10);

/** No limit of a regulation goes further, and a calendar in which nobody works must not be searched for ever. */
const HORIZON = 20 * 366;

/** The working days from `day` on; each day that is looked at adds to `lists` the year whose list may change it. */
export function* workingDays(
  day: Day,
  calendar: Place['calendar'],
  lists: Set<number>,
): Generator<Day, never> {
  let next = day;
  for (let looked = 0; looked < HORIZON; looked += 1) {
    const year = listSettling(next);
    if (year !== undefined) lists.add(year);
    if (calendar.isWorkingDay(next)) yield next;
    next = dayAfter(next);
  }
  throw new RangeError(`从${day}起二十年内数不到期限;请核对时限和放假安排 calendar-overrides.json`);
}
