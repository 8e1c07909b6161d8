import * as z from 'zod/mini';
import { Actor, DoneThere, Instant } from '../events/parts.ts';

/** One person proposed that the case be merged into another, which a second has to agree to. */
const Merging = z.strictObject({
  /** The case that would go on. */
  into: z.string(),
  reason: z.string(),
  by: Actor,
  at: Instant,
});

/** A case that was merged into this one, as of which version of its log, and the entry here that says so. */
const TakenOver = z.strictObject({
  case: z.string(),
  title: z.string(),
  version: z.int(),
  entry: z.int(),
  at: Instant,
  /** What had been done there by then; absent: nothing. */
  done: z.optional(z.array(DoneThere)),
});

/** An item that was taken out of the case: by which entry, where it was to go; `placed`: it is there, in which case if in one. */
const Detached = z.strictObject({
  feed: z.string(),
  id: z.string(),
  to: z.enum(['case', 'board']),
  entry: z.int(),
  at: Instant,
  placed: z.nullable(z.strictObject({ case: z.nullable(z.string()), at: Instant })),
});

/** 并案, 移出信息, 恢复办理: fields of a case. */
export const REARRANGED = {
  merging: z.nullable(Merging),
  takenOver: z.array(TakenOver),
  /** The case into which this one was merged: there it goes on. */
  mergedInto: z.nullable(z.strictObject({ case: z.string(), at: Instant, entry: z.int() })),
  /** 疑似复燃: the case that had told this story and was concluded when this one was opened. */
  formerCase: z.nullable(z.string()),
  detached: z.array(Detached),
  /** Each time that the case was opened again after 结报. */
  reopenings: z.array(z.strictObject({ concludedAt: Instant, at: Instant, entry: z.int(), by: Actor })),
  /**
   * `duty#occurrence` → the limit that the same duty had in a case that was merged into this one: it is never due later here.
   * `excused`: it had passed there before anybody could keep it; `breaks`: it could be broken there; `insteadOf`: it counts for what
   * this case would owe by that instant; `unit`: which had that case when it passed.
   */
  ceilings: z.record(
    z.string(),
    z.strictObject({
      due: Instant,
      case: z.string(),
      excused: z.boolean(),
      breaks: z.boolean(),
      insteadOf: z.optional(Instant),
      unit: z.optional(z.string()),
    }),
  ),
  /** Of a case that others were merged into: by when its level was to be determined, and whether that was late in any of them. */
  gradeTarget: z.optional(z.strictObject({ by: Instant, late: z.boolean() })),
  /** Duty → since when and which entry a series goes on after a merge, with the time that was owed by `due`, or with what is owed anew. */
  series: z.optional(
    z.record(z.string(), z.strictObject({ due: z.nullable(Instant), at: Instant, entry: z.int() })),
  ),
};
