import * as z from 'zod/mini';
import { Actor, GradeRecord, Reason } from './parts.ts';

/** How grave the matter is: grades, levels, ratings. */
export const LEVEL = [
  z.strictObject({
    type: z.literal('CaseGraded'),
    grade: GradeRecord,
    handling: z.string(),
    byReference: z.optional(Reason),
    provisional: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('GradeConfirmed'),
    level: z.string(),
    handling: z.string(),
    byReference: z.optional(Reason),
    override: z.optional(z.string()),
    reason: z.optional(z.string()),
    factors: z.optional(z.record(z.string(), z.number())),
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
  }),
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
