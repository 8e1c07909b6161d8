import * as z from 'zod/mini';
import { Instant } from './parts.ts';

/** Of a duty that is not in the regulation's data: what the file calls it, and whether somebody gave it a limit. */
const OwnDuty = z.strictObject({ name: z.string(), hasLimit: z.boolean() });
/** What the file says of a duty as it stood when the event was written; absent what the regulation's data say of it anyway. */
const Kept = {
  own: z.optional(OwnDuty),
  /** Its term's own name (发布权威信息), where the level gives it another one. */
  name: z.optional(z.string()),
  /** Whose it is, where several units owe the same. */
  unit: z.optional(z.string()),
  /** Of a limit without a number. */
  limitKind: z.optional(z.enum(['immediate', 'prompt', 'ongoing'])),
  /** 参照: the office's own limit where another would read the law (register X51). */
  byReference: z.optional(z.boolean()),
};
const DutyStage = {
  duty: z.string(),
  occurrence: z.string(),
  ...Kept,
  due: Instant,
  index: z.int(),
  /** The level is only proposed, and the limit 暂定. */
  provisional: z.optional(z.boolean()),
  /** The next stage had come too before this one could speak. */
  overtaken: z.optional(z.boolean()),
};

const name = Kept.name;
const Passed = { duty: z.string(), occurrence: z.string(), name, due: Instant };

/** What was done to a duty's limit, by a person or by the clock. */
export const LIMITS = [
  z.strictObject({
    type: z.literal('DutyHeld'),
    duty: z.string(),
    name,
    reason: z.string(),
    until: z.optional(Instant),
    /** Its limit had passed: the hold excuses nothing. */
    tooLate: z.optional(z.boolean()),
  }),
  z.strictObject({ type: z.literal('DutyResumed'), duty: z.string(), name, reason: z.string() }),
  z.strictObject({
    type: z.literal('DutyExtended'),
    duty: z.string(),
    name,
    before: Instant,
    to: Instant,
    reason: z.string(),
    approvedBy: z.optional(z.string()),
  }),
  z.strictObject({
    type: z.literal('DeadlineSet'),
    duty: z.string(),
    name,
    before: z.optional(Instant),
    due: Instant,
    reason: z.string(),
    reference: z.optional(z.string()),
  }),
  /** A limit that waits for a holiday list, settled by who may by the announcement itself. */
  z.strictObject({
    type: z.literal('LimitSettled'),
    ...Passed,
    before: Instant,
    reason: z.string(),
    /** The announcement's number. */
    reference: z.string(),
  }),
  /** The holiday lists up to this year are there from now on. */
  z.strictObject({ type: z.literal('HolidayListsLearned'), to: z.int() }),
  z.strictObject({
    type: z.literal('DutyReminded'),
    ...DutyStage,
    /** Before the office's own target, which is no limit of the duty. */
    ofTarget: z.optional(z.boolean()),
    /** A limit that breaks nothing (暂定, 参照) has passed: it is chased. */
    afterDue: z.optional(z.boolean()),
    /** 立即: what else was repeated with it, by its clock. */
    also: z.optional(
      z.array(
        z.strictObject({
          duty: z.string(),
          occurrence: z.string(),
          name,
          unit: Kept.unit,
          own: z.optional(OwnDuty),
        }),
      ),
    ),
  }),
  z.strictObject({ type: z.literal('DutyFellDue'), ...DutyStage }),
  z.strictObject({
    type: z.literal('DutyOverdue'),
    /** No gateway had taken a text about it for whoever had to act (通知中断). */
    untold: z.optional(z.boolean()),
    ...DutyStage,
    /** Its limit had passed when the matter was found, its level determined in time or raised, or the holiday list came. */
    foundLate: z.optional(z.enum(['discovery', 'grading', 'raise', 'list'])),
    lagMilliseconds: z.number(),
  }),
  z.strictObject({ type: z.literal('DutyMissed'), ...Passed }),
  /** Limits of the law that have passed unmet, and those of which that proves wrong by what only who grants time may say. */
  z.strictObject({
    type: z.literal('LimitsPassed'),
    passed: z.array(z.strictObject({ ...Passed, segment: z.int(), term: z.int() })),
    revoked: z.array(z.strictObject({ ...Passed, reason: z.optional(z.string()) })),
  }),
  /**
   * Limits that ran and stay with their own instants, beside what the same entry brings (`instead`: by when it would be owed by that;
   * null: by no instant). `ended`: such limits of before that hold no more, since who grants time has moved what they counted from.
   */
  z.strictObject({
    type: z.literal('LimitsKept'),
    kept: z.array(
      z.strictObject({
        ...Passed,
        unit: Kept.unit,
        instead: z.nullable(Instant),
        breaks: z.optional(z.boolean()),
        countsFrom: z.optional(z.string()),
      }),
    ),
    ended: z.array(z.strictObject({ ...Passed })),
  }),
  z.strictObject({
    type: z.literal('DutiesSettled'),
    settled: z.array(
      z.strictObject({
        duty: z.string(),
        occurrence: z.string(),
        ...Kept,
        /** A period's report (每24小时): what was not made of it is 缺报. */
        isPeriod: z.optional(z.boolean()),
        outcome: z.enum([
          'planned',
          'moved',
          'fulfilled',
          'fulfilledLate',
          'unconfirmed',
          'lateEntry',
          'unapproved',
          'withdrawn',
          'missed',
          'cancelled',
        ]),
        due: z.optional(Instant),
        /** Of one that was moved: the due instant before. */
        before: z.optional(Instant),
        at: z.optional(Instant),
        /** The log entry of the act that met it. */
        entry: z.optional(z.int()),
        /** Entered after its limit as done by then, while nobody has verified it: after one that was broken, or that only passed. */
        enteredLate: z.optional(z.enum(['overdue', 'passed'])),
        /** It had been met, and what met it was denied or taken back. */
        again: z.optional(z.boolean()),
        /** Why it ended, was moved or revoked, or is owed again. */
        reason: z.optional(z.string()),
        provisional: z.optional(z.boolean()),
        /** 待放假通知: 暂定 until the holiday list is there. */
        awaitsList: z.optional(z.boolean()),
      }),
    ),
  }),
] as const;
