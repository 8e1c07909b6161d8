import * as z from 'zod/mini';
import { HandOver, Instant, Notice } from './parts.ts';

/** Who was told what. */
export const TOLD = [
  z.strictObject({ type: z.literal('NoticesMade'), notices: z.array(Notice) }),
  z.strictObject({ type: z.literal('NoticesHandedOver'), handOvers: z.array(HandOver) }),
  /** Taken by SNS for this person, and not by the gateway behind it. */
  z.strictObject({
    type: z.literal('NoticeUndelivered'),
    notice: Notice,
    /** See Texted. */
    address: z.string(),
    person: z.string(),
    tries: z.int(),
    detail: z.string(),
  }),
  z.strictObject({
    type: z.literal('NoticeAnswered'),
    key: z.string(),
    how: z.enum(['telephoned', 'read']),
    /** Whom it was for, and the duty that it was about. */
    role: z.string(),
    duty: z.optional(z.string()),
    madeAt: Instant,
    /** It came into the log later than the bureau's setting allows (补录). */
    enteredAt: z.optional(Instant),
    beforeCase: z.optional(z.boolean()),
    /** The name of the duty, when it is not in the regulation's data. */
    about: z.optional(z.string()),
    note: z.optional(z.string()),
  }),
] as const;
