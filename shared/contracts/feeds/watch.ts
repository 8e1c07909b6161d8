import * as z from 'zod/mini';
import { Duration } from '../../time/durations.ts';
import { lengthInDays } from '../../time/instants.ts';
import { readDayHours } from '../../time/night.ts';
import { MobileNumber } from '../roster.ts';
import { LONGEST_NAME, NAME_MISSING, NAME_TOO_LONG, toMobile } from '../roster-table/numbers.ts';

/** A text has room for no longer one. */
export const LONGEST_FEED_NAME = 12;
const MOST_PERIODS = 4;
/** A sweep comes every five minutes (infra/constructs/sweep-schedule.ts). */
const SHORTEST_DAYS = 5 / 1440;
const LONGEST_DAYS = 7;

/** What is unknown is named, and what there is. */
const object = <const T extends z.core.$ZodShape>(shape: T) =>
  z.strictObject(shape, {
    error: ({ code, keys }) =>
      code === 'unrecognized_keys'
        ? `不认识的设置“${(keys as string[]).join('”“')}”;可用的设置:${Object.keys(shape).join('、')}`
        : undefined,
  });

const isHours = (text: string): boolean => {
  try {
    readDayHours(text);
    return true;
  } catch {
    return false;
  }
};
const isInterval = (text: string): boolean =>
  Duration.test(text) && lengthInDays(text) >= SHORTEST_DAYS && lengthInDays(text) <= LONGEST_DAYS;

/** At some hours of the day, or at all: how long a feed may bring nothing. */
const ExpectedPeriod = object({
  hours: z.optional(z.string().check(z.refine(isHours, '应为一天中的时段,如 08:00-22:00;全天的不填 hours'))),
  within: z.string().check(z.refine(isInterval, '应为5分钟至7日的 ISO 8601 时长,如 PT2H')),
});
export type ExpectedPeriod = z.infer<typeof ExpectedPeriod>;

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
/** Whether the two share a time of day. */
const overlap = ({ hours: one }: ExpectedPeriod, { hours: other }: ExpectedPeriod): boolean => {
  if (one === undefined || other === undefined) return true;
  if (!isHours(one) || !isHours(other)) return false;
  const [first, second] = [readDayHours(one), readDayHours(other)];
  const isIn = (clock: string, { from, until }: typeof first): boolean =>
    minuteOf(from) < minuteOf(until) ? clock >= from && clock < until : clock >= from || clock < until;
  return isIn(first.from, second) || isIn(second.from, first);
};
const areApart = (periods: readonly ExpectedPeriod[]): boolean =>
  periods.every((one, index) => periods.slice(index + 1).every((other) => !overlap(one, other)));

/** How an office has a feed watched: what it expects of it, and whom to tell at the vendor's. */
export const FeedWatch = object({
  /** What people call it. */
  name: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, '须填写名称'),
      z.maxLength(LONGEST_FEED_NAME, `不超过${LONGEST_FEED_NAME}个字`),
    ),
  /** At the hours that are in none of these nothing is expected. */
  expected: z._default(
    z
      .array(ExpectedPeriod)
      .check(z.maxLength(MOST_PERIODS, `最多${MOST_PERIODS}个时段`), z.refine(areApart, '时段互相重叠')),
    [],
  ),
  /** So many pushes in a row whose signature is wrong are told of. */
  signatureFailures: z.optional(z.int().check(z.minimum(1, '至少为1'), z.maximum(100, '最多为100'))),
  contact: z.optional(
    object({
      name: z.string().check(z.minLength(1, NAME_MISSING), z.maxLength(LONGEST_NAME, NAME_TOO_LONG)),
      mobile: z.pipe(z.pipe(z.string(), z.transform(toMobile)), MobileNumber),
    }),
  ),
});
export type FeedWatch = z.infer<typeof FeedWatch>;

/** Every registered feed; null: it is not watched, and shown with its last sign only. */
export const WatchedFeeds = z.record(z.string(), z.nullable(FeedWatch));
export type WatchedFeeds = z.infer<typeof WatchedFeeds>;
