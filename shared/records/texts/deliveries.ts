import * as z from 'zod/mini';
import { casePartition, type Table } from '../table.ts';

const Delivery = z.object({
  status: z.enum(['sending', 'sent']),
  claimedAt: z.string(),
  messageId: z.optional(z.string()),
});
/** A claim older than this was cut in the middle of sending: whether it went out is unknown, so it is sent again. */
const STALE_AFTER_MILLISECONDS = 90_000;

export type Claim = { mine: true } | { mine: false; messageId: string | undefined };

/** Who is sending what, so that two senders never send one message twice. Keyed by notice and number. */
export const createDeliveries = (table: Table) => {
  const keyOf = (caseId: string, delivery: string) => ({
    pk: casePartition(caseId),
    sk: `DELIVERY#${delivery}`,
  });
  return {
    /** Claims the sending of one message. Not mine with a message id: it was sent; without: somebody is sending it now. */
    claim: async (caseId: string, delivery: string, now: string): Promise<Claim> => {
      const key = keyOf(caseId, delivery);
      const claim = { ...key, status: 'sending', claimedAt: now };
      if (await table.put(claim, { absent: true })) return { mine: true };
      const record = await table.get(key);
      if (record === undefined) return { mine: false, messageId: undefined };
      const known = Delivery.parse(record);
      if (known.status === 'sent') return { mine: false, messageId: known.messageId ?? '' };
      const isStale = Date.parse(now) - Date.parse(known.claimedAt) > STALE_AFTER_MILLISECONDS;
      if (isStale && (await table.put(claim, { attribute: 'claimedAt', equals: known.claimedAt })))
        return { mine: true };
      return { mine: false, messageId: undefined };
    },
    confirm: async (caseId: string, delivery: string, now: string, messageId: string): Promise<void> => {
      await table.put(
        { ...keyOf(caseId, delivery), status: 'sent', claimedAt: now, messageId },
        { attribute: 'status', equals: 'sending' },
      );
    },
    /** Gives a failed sending back, so that the next try may claim it. */
    release: (caseId: string, delivery: string) => table.remove(keyOf(caseId, delivery)),
  };
};
export type Deliveries = ReturnType<typeof createDeliveries>;
