import type { Deliveries } from '../records/texts/deliveries.ts';

/** What became of it; `pending`: another is at it just now. */
export type Sent = { messageId: string } | { pending: true } | { error: unknown };

/**
 * Sends what only one may send, and once: claimed, sent, confirmed; given back when it was not taken, so that the next try
 * may claim it. `group` and `key` name it. Sent before, it is told as sent.
 */
export const sendOnce = async (
  { deliveries, now }: { deliveries: Deliveries; now: () => string },
  group: string,
  key: string,
  send: () => Promise<string>,
): Promise<Sent> => {
  const claim = await deliveries.claim(group, key, now());
  if (!claim.mine) return claim.messageId === undefined ? { pending: true } : { messageId: claim.messageId };
  let messageId: string;
  try {
    messageId = await send();
  } catch (error) {
    await deliveries.release(group, key);
    return { error };
  }
  // It went out: should this not be kept, what it was sent for still says so.
  await deliveries.confirm(group, key, now(), messageId).catch(() => undefined);
  return { messageId };
};
