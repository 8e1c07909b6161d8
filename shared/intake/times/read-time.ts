import { readMoment } from '../../contracts/instants.ts';
import { type Instant, instantOf, isAhead, millisecondsOf } from '../../time/instants.ts';
import { type Reading, readDate, type Written } from './dates.ts';
import { readEnglishDate, yearFirst } from './english-dates.ts';
import { normalForm } from './normal-form.ts';
import { readRelative } from './relative.ts';
import { withoutZone } from './zones.ts';

/**
 * What a feed says of when something was. `at`: an instant, `isEstimated` where it was said from now (3小时前): then the earliest that
 * it can mean. `dayEnd`: the day alone, by its end. `ahead`: it would lie in the future; `asLocal`: and would not, were its `Z` the zone
 * of the feed. `unread`: no time can be read.
 */
export type TimeReading =
  | { is: 'instant'; at: Instant; isEstimated?: true }
  | { is: 'day'; dayEnd: Instant }
  | { is: 'ahead'; asLocal: boolean }
  | { is: 'unread' };

export interface TimeContext extends Reading {
  now: Instant;
}
const UNREAD = { is: 'unread' } as const;

/** Digits beyond milliseconds: how many of them make one. */
const PER_MILLISECOND: readonly [RegExp, number][] = [
  [/^\d{15,16}$/, 1e3],
  [/^\d{18,19}$/, 1e6],
];
const DOT_NET = /^\/date\((\d{9,13})(?:[+-]\d{4})?\)\/$/i;

/** Epoch time in whatever unit, as a number or its digits. */
const fromEpoch = (text: string, zone: string): Instant | undefined => {
  const seconds = /^\d{9,10}\.\d+$/.test(text) ? Number(text) : undefined;
  const finer = PER_MILLISECOND.find(([digits]) => digits.test(text));
  const number = seconds ?? (finer === undefined ? undefined : Number(text) / finer[1]);
  const read = readMoment(number ?? DOT_NET.exec(text)?.[1] ?? text, zone);
  return 'at' in read && !read.dateOnly ? read.at : undefined;
};

const isoOf = ({ day, clock }: Written, offset: string): string =>
  clock === undefined ? day : `${day}T${clock}${offset}`;

type Read = { at: Instant; dateOnly: boolean; isEstimated?: true };
/** A time in words or in one of the forms of the world, put into ISO 8601 and read as that. */
const fromWords = (text: string, context: TimeContext): Read | undefined => {
  const relative = readRelative(text, context);
  if (relative !== undefined && 'at' in relative)
    return { at: relative.at, dateOnly: false, isEstimated: true };
  const { local, offset } = withoutZone(yearFirst(text), context.zone);
  if (offset === undefined) return undefined;
  const written = relative ?? readDate(local, context) ?? readEnglishDate(local);
  if (written === undefined) return undefined;
  const read = readMoment(isoOf(written, offset), context.zone);
  if ('text' in read) return undefined;
  return 'isRelative' in written && !read.dateOnly ? { ...read, isEstimated: true } : read;
};

const readText = (given: string, context: TimeContext): Read | undefined => {
  const text = normalForm(given);
  if (text === undefined || text === '') return undefined;
  const standard = readMoment(text, context.zone);
  if ('at' in standard) return standard;
  const epoch = fromEpoch(text, context.zone);
  return epoch === undefined ? fromWords(text, context) : { at: epoch, dateOnly: false };
};

const ZERO_OFFSET = /(?:z|utc|gmt|[+-]00:?(?:00)?)$/i;
/** Whether it says that it is in UTC. */
export const isLabelledUtc = (value: unknown): boolean =>
  typeof value === 'string' && /\d:\d{2}/.test(value) && ZERO_OFFSET.test(value.trim());

const EIGHT_HOURS = 8 * 3_600_000;

/**
 * Reads what vendors really send as a time: standards, a platform's own, Chinese, relative, epoch; text without a zone is in the
 * feed's. Never an instant that lies ahead of `now` by more than clocks differ, never a midnight that nobody wrote.
 */
export const readTime = (value: unknown, context: TimeContext): TimeReading => {
  if (typeof value !== 'string' && typeof value !== 'number') return UNREAD;
  const { zone, now } = context;
  const read = readText(String(value), context);
  if (read === undefined) return UNREAD;
  // The day that is not over yet does not lie ahead; one that has not begun does.
  const from = read.dateOnly ? instantOf(millisecondsOf(read.at) - 3 * EIGHT_HOURS) : read.at;
  if (isAhead(from, now)) {
    const shifted = readMoment(instantOf(millisecondsOf(from) - EIGHT_HOURS), zone);
    return {
      is: 'ahead',
      asLocal: isLabelledUtc(value) && 'at' in shifted && !isAhead(shifted.at, now),
    };
  }
  if (read.dateOnly) return { is: 'day', dayEnd: read.at };
  return { is: 'instant', at: read.at < now ? read.at : now, ...(read.isEstimated && { isEstimated: true }) };
};
