import * as Calendar from 'temporal-polyfill/fns/Calendar';
import * as PointOfTime from 'temporal-polyfill/fns/Instant';
import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime';
import * as z from 'zod/mini';
import type { Instant } from '../time/instants.ts';

const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
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
/** `Z` or an offset after the time of day, also PostgreSQL's `+00`. */
const ZONED = /T.*(Z|[+-]\d{2}(:?\d{2})?)$/i;

const parseText = (text: string, zone: string): number => {
  const normal = normalise(text);
  if (ZONED.test(normal)) return PointOfTime.fromString(normal).epochMilliseconds;
  // A named zone in brackets would be passed over in silence.
  if (normal.includes('[')) throw new RangeError('Only offsets are read');
  return PlainDateTime.toZonedDateTime(PlainDateTime.fromString(normal, Calendar.getISO), zone)
    .epochMilliseconds;
};

/**
 * Reads an instant as feeds and people write it: ISO-8601, epoch seconds or milliseconds (number or digits); text
 * without a zone is in `zone`. Undefined for what is no date, an impossible date (02-30), or outside 2000–2099.
 */
export const readInstant = (value: string | number, zone: string): Instant | undefined => {
  try {
    const number =
      typeof value === 'number' ? value : DIGITS.test(value.trim()) ? Number(value.trim()) : undefined;
    const milliseconds =
      number === undefined ? parseText(value as string, zone) : number < SECONDS_MAX ? number * 1000 : number;
    if (!(milliseconds >= EARLIEST && milliseconds < LATEST)) return undefined;
    return new Date(milliseconds).toISOString();
  } catch {
    return undefined;
  }
};

/** 办法 is a Chinese bureau's: a date without a zone is Beijing time. */
export const ZONE = 'Asia/Shanghai';

export const InstantInput = z.pipe(
  z.union([z.string(), z.number()]),
  z.transform((value, context): Instant => {
    const instant = readInstant(value, ZONE);
    if (instant !== undefined) return instant;
    context.issues.push({
      code: 'custom',
      message: '不是有效的日期时间(应为 ISO 8601,或秒、毫秒时间戳)',
      input: value,
    });
    return z.NEVER;
  }),
);
