import { instantOf, millisecondsOf } from '../../time/instants.ts';
import { dayBefore, type Reading } from './dates.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const UNITS: readonly [RegExp, number][] = [
  [/^(?:秒钟?|s|secs?|seconds?)$/, SECOND],
  [/^(?:分钟?|m|mins?|minutes?)$/, MINUTE],
  [/^(?:个?小时|个?钟头|h|hrs?|hours?)$/, HOUR],
];
const DAYS = /^(?:天|日|d|days?)$/;
const AGO = /^(?:约|大约)? ?(\d{1,4}|an?|半) ?(\p{L}+?) ?(?:(?:之|以)?前|ago)$/u;

/**
 * What is said from now: `3小时前` is the EARLIEST instant that it can mean, an hour before three hours ago, so that no limit
 * counts from too late. Days ago are a day. Undefined: it says no such thing.
 */
export const readRelative = (
  text: string,
  reading: Reading,
): { at: string } | { day: string } | undefined => {
  const before = (milliseconds: number) => ({
    at: instantOf(millisecondsOf(reading.reference) - milliseconds),
  });
  const plain = text.toLowerCase();
  if (/^(?:刚刚|刚才|刚|just now)$/.test(plain)) return before(MINUTE);
  const [, number, unit = ''] = AGO.exec(plain) ?? [];
  if (number === undefined) return undefined;
  const count = number === '半' ? 0 : /^an?$/.test(number) ? 1 : Number(number);
  if (DAYS.test(unit) && number !== '半') return { day: dayBefore(reading, count) };
  const length = UNITS.find(([names]) => names.test(unit))?.[1];
  return length === undefined ? undefined : before((count + 1) * length);
};
