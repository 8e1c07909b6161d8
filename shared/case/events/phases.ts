import * as z from 'zod/mini';
import { Actor, Instant, OnBehalf } from './parts.ts';

/**
 * What is left undone at 结报, each time that it was owed with its reason. `name`: of a duty that is not in the regulation's
 * data, or which of several of its name it is.
 */
export const Unmet = z.array(
  z.strictObject({
    duty: z.string(),
    occurrence: z.string(),
    name: z.optional(z.string()),
    reason: z.string(),
  }),
);
const Conclusion = {
  summary: z.string(),
  unmet: Unmet,
  /** 误立: why the case should not have been opened. */
  mistaken: z.optional(z.string()),
};

/** One time of a duty owed to a body outside. `name`: of a duty that is not in the regulation's data. */
const Released = { duty: z.string(), occurrence: z.string(), name: z.optional(z.string()) };

/** Where the matter stands: running, calm, flared up again, over. */
export const PHASES = [
  z.strictObject({
    type: z.literal('CalmDeclared'),
    calmedAt: Instant,
    reason: z.string(),
    onBehalf: z.optional(OnBehalf),
  }),
  z.strictObject({ type: z.literal('CaseRekindled'), outbreakAt: Instant, reason: z.string() }),
  z.strictObject({ type: z.literal('ConclusionProposed'), ...Conclusion }),
  z.strictObject({
    type: z.literal('CaseConcluded'),
    ...Conclusion,
    /** Where a second person had to agree: who had proposed it. */
    proposedBy: z.optional(Actor),
  }),
  /** A body outside no longer wants what it was owed; counts once a second person has confirmed it. */
  z.strictObject({
    type: z.literal('DutyReleased'),
    ...Released,
    document: z.optional(z.string()),
    call: z.optional(z.strictObject({ post: z.string(), at: Instant })),
    reason: z.string(),
  }),
  z.strictObject({
    type: z.literal('ReleaseConfirmed'),
    /** The entry of the release. */
    act: z.int(),
    ...Released,
  }),
  z.strictObject({
    type: z.literal('ReleaseDocumented'),
    act: z.int(),
    ...Released,
    document: z.string(),
  }),
  z.strictObject({
    type: z.literal('ReviewFiled'),
    points: z.record(z.string(), z.string()),
    parts: z.optional(z.array(z.string())),
  }),
  z.strictObject({ type: z.literal('CaseArchived') }),
] as const;
