import * as Calendar from 'temporal-polyfill/fns/Calendar';
import * as PointOfTime from 'temporal-polyfill/fns/Instant';
import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime';
import * as z from 'zod/mini';
import type { Instant } from '../time/instants.ts';
import { isInRange, OUT_OF_RANGE } from './api/time-range.ts';

/** Above this a number is milliseconds: as seconds it would lie beyond the year 5000. */
const SECONDS_MAX = 1e11;
const DIGITS = /^\d{9,13}$/;
/** `2026/3/2 8:05` as people write it → `2026-03-02T08:05`. */
const normalise = (text: string): string =>
  text
    .trim()
    .replace(/^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/, (_, year, month, day) =>
      [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
    )
    .replace(/^(\S{10}) +/, '$1T')
    .replace(/T(\d):/i, 'T0$1:');
/** A date without a time of day. */
const DATE_ONLY = /^(\d{4}-\d\d-\d\d|\d{8})$/;
/** `24:00` is 00:00 of the next day. */
const MIDNIGHT = /T24:00(:00(\.0+)?)?/i;
const DAY_MILLISECONDS = 86_400_000;
/** `Z` or an offset after the time of day, also PostgreSQL's `+00`. */
const ZONED = /T.*(Z|[+-]\d{2}(:?\d{2})?)$/i;

const parseText = (text: string, zone: string): number => {
  const written = normalise(text);
  const normal = written.replace(MIDNIGHT, 'T00:00');
  const midnight = normal === written ? 0 : DAY_MILLISECONDS;
  return midnight + parseNormal(normal, zone);
};

const parseNormal = (normal: string, zone: string): number => {
  if (ZONED.test(normal)) return PointOfTime.fromString(normal).epochMilliseconds;
  // A named zone in brackets would be passed over in silence.
  if (normal.includes('[')) throw new RangeError('Only offsets are read');
  return PlainDateTime.toZonedDateTime(PlainDateTime.fromString(normal, Calendar.getISO), zone)
    .epochMilliseconds;
};

const millisecondsIn = (value: string | number, zone: string): number => {
  const number =
    typeof value === 'number' ? value : DIGITS.test(value.trim()) ? Number(value.trim()) : undefined;
  if (number === undefined) return parseText(value as string, zone);
  return number < SECONDS_MAX ? number * 1000 : number;
};

/** What was said of when something happened: an instant, the day alone (then `at` is its end), or nothing that can be read. */
export type Moment = { at: Instant; dateOnly: boolean } | { text: string };

/**
 * Reads what feeds and people write as a time: ISO-8601, epoch seconds or milliseconds (number or digits); text without a
 * zone is in `zone`. A date without a time is that day, by its end: nobody is late by a midnight that nobody wrote. What is
 * no time, an impossible date (02-30), or outside 2000–2099 stays as text.
 */
export const readMoment = (value: string | number, zone: string): Moment => {
  const unread = { text: String(value).slice(0, 200).toWellFormed() };
  try {
    const dateOnly = typeof value === 'string' && DATE_ONLY.test(normalise(value));
    const milliseconds = millisecondsIn(value, zone) + (dateOnly ? DAY_MILLISECONDS : 0);
    if (!isInRange(milliseconds)) return unread;
    return { at: new Date(milliseconds).toISOString(), dateOnly };
  } catch {
    return unread;
  }
};

/** The instant that was written, to the time of day; undefined for everything else. */
export const readInstant = (value: string | number, zone: string): Instant | undefined => {
  const moment = readMoment(value, zone);
  return 'at' in moment && !moment.dateOnly ? moment.at : undefined;
};

/** A time that was written as one ought to write it, of a year that cannot be meant. */
const isOutOfRange = (value: string | number, zone: string): boolean => {
  try {
    const milliseconds = millisecondsIn(value, zone);
    return Number.isFinite(milliseconds) && !isInRange(milliseconds);
  } catch {
    return false;
  }
};

/** 办法 is a Chinese bureau's: a date without a zone is Beijing time. */
export const ZONE = 'Asia/Shanghai';

/** When something began, as it was said: what cannot be read is kept, and starts nothing. */
export const MomentInput = z.pipe(
  z.union([z.string(), z.number()]),
  z.transform((value): Moment => readMoment(value, ZONE)),
);

export const InstantInput = z.pipe(
  z.union([z.string(), z.number()]),
  z.transform((value, context): Instant => {
    const instant = readInstant(value, ZONE);
    if (instant !== undefined) return instant;
    context.issues.push({
      code: 'custom',
      message: isOutOfRange(value, ZONE)
        ? OUT_OF_RANGE
        : '不是有效的日期时间(应为 ISO 8601 的日期和时刻,或秒、毫秒时间戳)',
      input: value,
    });
    return z.NEVER;
  }),
);
