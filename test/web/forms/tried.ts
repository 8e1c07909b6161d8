import type { TriedReply } from '../../../shared/contracts/replies/try.ts';

/** The answer to a try of what would do nothing, but for what a test says of it. */
export const triedReply = (more: object = {}): TriedReply =>
  ({
    ...{ wouldBe: 'done', limits: [], late: [], toConfirm: [], missing: [], texts: [], textsAtOnce: [] },
    ...{ log: [], notes: [], after: null, ...more },
  }) as unknown as TriedReply;
