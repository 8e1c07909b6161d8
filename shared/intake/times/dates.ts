import { type Instant, millisecondsOf, withOffset } from '../../time/instants.ts';
import { CLOCK, readClock } from './clock.ts';

export interface Reading {
  zone: string;
  /** What 昨天 and a date without a year are counted from. */
  reference: Instant;
  /** How `3/4/2026` is meant; unread where nobody says so. */
  dateOrder?: 'dayFirst' | 'monthFirst' | undefined;
}

const two = (digits: string): string => digits.padStart(2, '0');
const century = (year: string): string => (year.length === 2 ? `20${year}` : year);
const ymd = (year: string, month: string, day: string): string =>
  `${century(year)}-${two(month)}-${two(day)}`;

const DAY = 86_400_000;
const DAYS_AGO = new Map([
  ['今天', 0],
  ['今日', 0],
  ['today', 0],
  ['昨天', 1],
  ['昨日', 1],
  ['yesterday', 1],
  ['前天', 2],
]);
/** The day in the zone so many days before the reference. */
export const dayBefore = ({ zone, reference }: Reading, days: number): string =>
  withOffset(new Date(millisecondsOf(reference) - days * DAY).toISOString(), zone).slice(0, 10);

/** A month and day without a year: the last one that is not still to come. */
const withYear = (month: string, day: string, reading: Reading): string => {
  const today = dayBefore(reading, 0);
  const year = Number(today.slice(0, 4));
  const thisYear = ymd(String(year), month, day);
  return thisYear > today ? ymd(String(year - 1), month, day) : thisYear;
};

/** A day as Chinese and numbers write it; `isRelative`: counted from the reference. Undefined: it is none. */
const readDay = (text: string, reading: Reading): { day: string; isRelative?: true } | undefined => {
  const ago = DAYS_AGO.get(text.toLowerCase());
  if (ago !== undefined) return { day: dayBefore(reading, ago), isRelative: true };
  const [, year, month = '', day = ''] =
    /^(\d{4})[-/.年] ?(\d{1,2})[-/.月] ?(\d{1,2})[日号]?$/.exec(text) ??
    /^(\d{2})年 ?(\d{1,2})月 ?(\d{1,2})[日号]$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    [];
  if (year !== undefined) return { day: ymd(year, month, day) };
  const [, first, second, last] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  if (first !== undefined && second !== undefined && last !== undefined) {
    if (reading.dateOrder === undefined) return undefined;
    return { day: reading.dateOrder === 'dayFirst' ? ymd(last, second, first) : ymd(last, first, second) };
  }
  const [, ofYear, ofMonth] =
    /^(\d{1,2})月 ?(\d{1,2})[日号]?$/.exec(text) ?? /^(\d{1,2})[-/](\d{1,2})$/.exec(text) ?? [];
  return ofYear === undefined || ofMonth === undefined
    ? undefined
    : { day: withYear(ofYear, ofMonth, reading) };
};

/** What was written, as ISO 8601 without a zone; `clock` missing: a day alone. */
export interface Written {
  day: string;
  clock?: string;
  isRelative?: true;
}
const SPLIT = new RegExp(`^(.+?)[ T,]*(${CLOCK})$`, 'iu');
const COMPACT = /^(\d{8})[ T]?(\d{2})(\d{2})(\d{2})?$/;

/** `2026年11月28日 下午4点05分`, `2026/11/28 16:05`, `11-28 10:00`, `昨天 08:00`, `20261128160500`. Undefined: it is none of them. */
export const readDate = (text: string, reading: Reading): Written | undefined => {
  const compact = COMPACT.exec(text);
  if (compact !== null) {
    const [, date = '', hour, minute, second = '00'] = compact;
    return { ...readDay(date, reading)!, clock: `${hour}:${minute}:${second}` };
  }
  const alone = readDay(text, reading);
  if (alone !== undefined) return alone;
  const [, date, time] = SPLIT.exec(text) ?? [];
  const day = date === undefined ? undefined : readDay(date, reading);
  const clock = time === undefined ? undefined : readClock(time);
  return day === undefined || clock === undefined ? undefined : { ...day, clock };
};
