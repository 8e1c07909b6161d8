import * as z from 'zod/mini';
import { Instant } from './parts.ts';

/** What somebody did about the matter, or decided. */
export const ACTS = [
  z.strictObject({
    type: z.literal('ReportFiled'),
    kind: z.string(),
    form: z.string(),
    to: z.array(z.string()),
    channel: z.optional(z.string()),
    madeAt: Instant,
    reference: z.optional(z.string()),
    /** The receipts that it answers, by number; absent: all that had come before it. */
    answers: z.optional(z.array(z.string())),
    summary: z.optional(z.string()),
  }),
  z.strictObject({
    type: z.literal('PublicationRecorded'),
    form: z.string(),
    madeAt: Instant,
    title: z.optional(z.string()),
    link: z.optional(z.string()),
    approvedBy: z.optional(z.string()),
  }),
  z.strictObject({
    type: z.literal('MeetingHeld'),
    madeAt: Instant,
    participants: z.optional(z.string()),
    conclusion: z.optional(z.string()),
  }),
  z.strictObject({ type: z.literal('PlanRequested'), reason: z.string() }),
  z.strictObject({
    type: z.literal('PlanStarted'),
    madeAt: Instant,
    commander: z.optional(z.string()),
    note: z.optional(z.string()),
  }),
  z.strictObject({ type: z.literal('PlanEnded'), reason: z.string() }),
  z.strictObject({
    type: z.literal('InstructionRecorded'),
    from: z.string(),
    madeAt: Instant,
    handleAs: z.optional(z.string()),
    text: z.string(),
  }),
  z.strictObject({
    type: z.literal('DecisionRecorded'),
    decision: z.string(),
    outcome: z.string(),
    madeAt: Instant,
    by: z.string(),
  }),
  z.strictObject({
    type: z.literal('ActionRecorded'),
    action: z.string(),
    madeAt: Instant,
    note: z.optional(z.string()),
  }),
  z.strictObject({
    type: z.literal('DocumentIssued'),
    document: z.string(),
    madeAt: Instant,
    fields: z.record(z.string(), z.string()),
    channel: z.optional(z.string()),
  }),
] as const;
