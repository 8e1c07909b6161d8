import * as z from 'zod/mini';
import { HandOver, Instant, Notice } from './parts.ts';

/** One text as its receipt names it: `address`, `person`, `mobile`, `tries` as in Texted; when the gateway says that it happened. */
const RECEIPT = {
  address: z.string(),
  person: z.string(),
  mobile: z.string(),
  tries: z.int(),
  reportedAt: Instant,
};

/** Who was told what. */
export const TOLD = [
  z.strictObject({ type: z.literal('NoticesMade'), notices: z.array(Notice) }),
  z.strictObject({ type: z.literal('NoticesHandedOver'), handOvers: z.array(HandOver) }),
  /** 送达: what the gateway reports of a text that it took (短信回执). It says so, and meets nothing. */
  z.strictObject({
    type: z.literal('NoticeDelivered'),
    key: z.string(),
    role: z.string(),
    ...RECEIPT,
  }),
  /** 未送达: the gateway took the text and reports that it did not get there. */
  z.strictObject({
    type: z.literal('NoticeUndelivered'),
    notice: Notice,
    ...RECEIPT,
    detail: z.string(),
    /** The addresses of the others whom the notice had told by then. */
    settled: z.array(z.string()),
    /** It came when the limit had passed, or too late to be told again: it changes nothing. */
    late: z.optional(z.boolean()),
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
    /** No unit had the case yet: whoever was called, the unit was not. */
    unassigned: z.optional(z.boolean()),
    /** The name of the duty, when it is not in the regulation's data. */
    about: z.optional(z.string()),
    note: z.optional(z.string()),
  }),
] as const;
