import * as z from 'zod/mini';
import { Instant } from './parts.ts';

/** What a draft says, and the order that becomes of it. */
export const DRAFT = {
  duty: z.optional(z.string()),
  occurrence: z.optional(z.string()),
  /** The limit that was missed. */
  due: z.optional(Instant),
  unit: z.string(),
  role: z.string(),
  reason: z.string(),
  cite: z.array(z.string()),
  /** What the receiver is asked to do. */
  demand: z.string(),
  /** It was drafted in a case that was merged into this one, by the entry of that log. */
  of: z.optional(z.strictObject({ case: z.string(), order: z.int() })),
};

/** 督办通知 (办法第三十三条): drafted, signed, signed for. One is named by the log entry of its draft (`order`). */
export const ORDERS = [
  z.strictObject({
    type: z.literal('SupervisionOrderDrafted'),
    ...DRAFT,
  }),
  z.strictObject({
    type: z.literal('SignerCharged'),
    /** The person's id in the roster. */
    person: z.string(),
    name: z.string(),
  }),
  z.strictObject({
    type: z.literal('SupervisionOrderIssued'),
    order: z.int(),
    number: z.string(),
    /** By when the signer wants the answer; without one where the bureau lets orders go out unsigned. */
    answerBy: z.optional(Instant),
    text: z.string(),
    unit: z.string(),
    role: z.string(),
  }),
  z.strictObject({ type: z.literal('SupervisionOrderAcknowledged'), order: z.int(), unit: z.string() }),
  z.strictObject({
    type: z.literal('SupervisionOrderVoided'),
    order: z.int(),
    number: z.optional(z.string()),
    reason: z.string(),
  }),
] as const;
