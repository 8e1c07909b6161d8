import * as z from 'zod/mini';
import { Instant } from '../../events/parts.ts';

/** 主办, 会办: how a unit has a case. A case has one 主办 at most, and 会办 only beside it. */
export const UnitPart = z.enum(['lead', 'joint']);
export type UnitPart = z.infer<typeof UnitPart>;

/** A unit that has, or had, the case. */
export const CaseUnit = z.strictObject({
  unit: z.string(),
  /** When it got the case for the first time. */
  since: Instant,
  /** When it first heard of it, by which notice (none: it signed for it). Nothing that comes later makes it not have heard. */
  heard: z.nullable(z.strictObject({ at: Instant, notice: z.nullable(z.string()) })),
  /** Null: it has the case no more. */
  part: z.nullable(UnitPart),
  /** Since when it has had the case without a break. */
  assignedAt: Instant,
  /** 签收, since it has had it so. */
  acknowledgedAt: z.nullable(Instant),
});
export type CaseUnit = z.infer<typeof CaseUnit>;
