import { add, type Instant, instantOf, millisecondsOf, subtract, withOffset } from './instants.ts';
import { DAY, steadyOffset } from './zone-offset.ts';

const MINUTE = 60_000;

// When people are left alone. What somebody has to do at once is put to him day and night; what can wait is told in the
// morning, and who owes his word about what is done already is asked by day.

/** A stretch of the day between two clock times; `22:00` until `07:00` runs over midnight. */
export interface DayHours {
  from: string;
  until: string;
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
/** Whether it is a clock time such as `08:00`; `25:00` and `24:00` are none. */
export const isClockTime = (text: string): boolean => CLOCK.test(text);
const MEND = '请按“22:00-07:00”填写开始和结束时间,不能全天';

/** Reads `22:00-07:00`. Throws a RangeError for what are no two different clock times: a whole day is nobody's night. */
export const readDayHours = (text: string): DayHours => {
  const [from = '', until = '', ...more] = text.split('-');
  if (!isClockTime(from) || !isClockTime(until) || more.length > 0 || from === until)
    throw new RangeError(`时段“${text}”不对;${MEND}`);
  return { from, until };
};

/** The instant of a clock time (`08:00`) on the day of the zone that `at` lies in. */
export const timeOn = (at: Instant, time: string, zone: string): Instant => {
  const milliseconds = millisecondsOf(at);
  const offset = steadyOffset(milliseconds, zone);
  if (offset !== null) {
    const [hours, minutes] = time.split(':').map(Number);
    return instantOf(
      Math.floor((milliseconds + offset) / DAY) * DAY + (hours! * 60 + minutes!) * MINUTE - offset,
    );
  }
  const local = withOffset(at, zone);
  return instantOf(Date.parse(`${local.slice(0, 10)}T${time}:00${local.slice(19)}`));
};

/** The day of the zone (`2026-10-01`) that `at` lies in. */
export const dayIn = (at: Instant, zone: string): string => withOffset(at, zone).slice(0, 10);

/** The last time that the clock has shown `time`, `at` itself included. */
export const lastTime = (at: Instant, time: string, zone: string): Instant => {
  const today = timeOn(at, time, zone);
  return today <= at ? today : subtract(today, 'P1D', zone);
};

/** The next time that the clock will show `time`, `at` itself not included. */
export const nextTime = (at: Instant, time: string, zone: string): Instant =>
  add(lastTime(at, time, zone), 'P1D', zone);

/** Whether `at` lies in these hours of the day; their end is outside. */
export const isWithin = (at: Instant, { from, until }: DayHours, zone: string): boolean =>
  lastTime(at, from, zone) > lastTime(at, until, zone);
