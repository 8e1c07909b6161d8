import * as z from 'zod/mini';
import { FEED_SIGNS } from './intake/feeds.ts';
import { Time } from './parts.ts';

/**
 * `starting`: there has been no sweep yet, and it is too soon to expect one; `unattended`: none for too long, so that nobody looks
 * after the clocks; `unreachable`: whoever runs them does not answer.
 */
const Clocks = z.enum(['ok', 'starting', 'unattended', 'unreachable']);
export type ClocksHealth = z.infer<typeof Clocks>;

/** What is told to anybody. While the store takes nothing there is no such answer but 503. */
const HEALTH = {
  /** `degraded`: pushes and acts are taken, and the clocks are not well. */
  status: z.enum(['ok', 'degraded']),
  bureau: z.string(),
  time: Time,
  store: z.literal('ok'),
  clocks: Clocks,
  /** Whether the office's issuer of tokens answers, where this system knows it. */
  login: z.optional(z.enum(['ok', 'unreachable'])),
};
export const HealthReply = z.strictObject(HEALTH);
export type HealthReply = z.infer<typeof HealthReply>;

/** What is told to people of the bureau. */
export const StatusReply = z.strictObject({
  ...HEALTH,
  clocksText: z.string(),
  regulation: z.strictObject({ id: z.string(), version: z.string() }),
  /** Where the records lie, and how much room is left there; null where there is no disk to fill. */
  records: z.strictObject({
    kind: z.enum(['memory', 'sqlite', 'dynamodb']),
    freeMegabytes: z.nullable(z.int()),
  }),
  /** The year whose holiday list somebody has to enter now: limits near its holidays are 暂定 till then. Null: none is missing. */
  missingHolidayYear: z.nullable(z.int()),
  /** The last sweep; null before the first. */
  sweep: z.nullable(
    z.strictObject({
      at: Time,
      milliseconds: z.int(),
      cases: z.int(),
      /** Executions that were missing, those that had died, schedules that were woken. */
      started: z.int(),
      restarted: z.int(),
      woken: z.int(),
      /** What could not be looked after. */
      failed: z.int(),
    }),
  ),
  /** Clocks that were found dead, by the sweep or the guard, in the last 30 days. */
  deadClocks: z.strictObject({ days: z.int(), count: z.int(), last: z.nullable(Time) }),
  texts: z.strictObject({
    /** Those that should have gone out five minutes ago; `more`: there are more than were counted. */
    late: z.int(),
    more: z.boolean(),
    oldest: z.nullable(Time),
    /** As the last sweep found it: notices whose text was not taken and is still tried, and those to be told by telephone. */
    notTaken: z.nullable(z.int()),
    calls: z.nullable(z.int()),
  }),
  /** Of each feed that has ever pushed: its last push that was taken, and the last that was not. */
  feeds: z.array(z.strictObject(FEED_SIGNS)),
});
export type StatusReply = z.infer<typeof StatusReply>;
