import * as z from 'zod/mini';
import { Instant, OnBehalf } from './parts.ts';

/** Where the matter stands: running, calm, flared up again, over. */
export const PHASES = [
  z.strictObject({
    type: z.literal('CalmDeclared'),
    calmedAt: Instant,
    reason: z.string(),
    onBehalf: z.optional(OnBehalf),
  }),
  z.strictObject({ type: z.literal('CaseRekindled'), outbreakAt: Instant, reason: z.string() }),
  z.strictObject({
    type: z.literal('CaseConcluded'),
    summary: z.string(),
    unmet: z.array(z.string()),
    acknowledged: z.optional(z.string()),
  }),
  z.strictObject({
    type: z.literal('ReviewFiled'),
    points: z.record(z.string(), z.string()),
    parts: z.optional(z.array(z.string())),
  }),
  z.strictObject({ type: z.literal('CaseArchived') }),
] as const;
