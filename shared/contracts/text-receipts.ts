import * as z from 'zod/mini';
import { InstantInput } from './instants.ts';

/** Of one text: the state that SMPP and CMPP give it, in their own words. */
export const TextReceipt = z.object({
  /** The idempotency-key of the request that handed the text over. */
  key: z.string().check(z.minLength(1), z.maxLength(200)),
  state: z.enum(['DELIVRD', 'EXPIRED', 'DELETED', 'UNDELIV', 'ACCEPTD', 'UNKNOWN', 'REJECTD']),
  at: InstantInput,
});
export type TextReceipt = z.infer<typeof TextReceipt>;

/** As many as one call is through with in its time. */
const MOST = 100;
/** What a gateway reports of texts that it took (短信回执). */
export const TextReceipts = z.object({
  receipts: z.array(TextReceipt).check(z.minLength(1), z.maxLength(MOST)),
});
export type TextReceipts = z.infer<typeof TextReceipts>;
