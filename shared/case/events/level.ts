import * as z from 'zod/mini';
import { Actor, GradeRecord, Reason, Spread } from './parts.ts';

/** How grave the matter is: grades, levels, ratings. */
export const LEVEL = [
  z.strictObject({
    type: z.literal('CaseGraded'),
    grade: GradeRecord,
    handling: z.string(),
    byReference: z.optional(Reason),
    provisional: z.boolean(),
    /** Proposed by the unit that opened the case: its own level, for what is owed without a determination. */
    byUnit: z.optional(z.boolean()),
  }),
  z.strictObject({
    type: z.literal('GradeConfirmed'),
    level: z.string(),
    handling: z.string(),
    byReference: z.optional(Reason),
    override: z.optional(z.string()),
    reason: z.optional(z.string()),
    factors: z.optional(z.record(z.string(), z.number())),
    /** 初判未采纳: the levels that were proposed above the one that is determined. */
    notAdopted: z.optional(z.array(z.string())),
    /** Below what was proposed: by whom, before this second person agreed. */
    proposedBy: z.optional(Actor),
  }),
  z.strictObject({
    type: z.literal('LevelChanged'),
    from: z.string(),
    to: z.string(),
    handlingFrom: z.string(),
    handlingTo: z.string(),
    direction: z.enum(['raised', 'lowered', 'same']),
    byReference: z.optional(Reason),
    override: z.optional(z.string()),
    reason: z.string(),
    authority: z.string(),
    proposedBy: z.optional(Actor),
    /** 发酵: the log entry of the item, source or instruction for which the level was raised; without one it is 更正. */
    newFact: z.optional(z.int()),
  }),
  /** The table puts a new item above the determined level, or its story spreads: the office is asked whether to raise it. */
  z.strictObject({ type: z.literal('GradeQuestioned'), level: z.string(), spread: z.optional(Spread) }),
  /** Asked, the office keeps the level. */
  z.strictObject({ type: z.literal('GradeKept'), level: z.string(), reason: z.string() }),
  /** A calm whose declarer may not declare it at the new level does not carry over. */
  z.strictObject({ type: z.literal('CalmLapsed'), calmedAt: z.string() }),
  z.strictObject({
    type: z.literal('LoweringProposed'),
    to: z.string(),
    override: z.optional(z.string()),
    reason: z.string(),
    authority: z.string(),
  }),
  z.strictObject({ type: z.literal('LoweringRejected'), to: z.string(), reason: z.string() }),
  z.strictObject({ type: z.literal('ResponseLevelSet'), level: z.string(), reason: z.string() }),
  z.strictObject({
    type: z.literal('CaseRated'),
    scale: z.string(),
    level: z.string(),
    before: z.optional(z.string()),
    reason: z.string(),
  }),
] as const;
