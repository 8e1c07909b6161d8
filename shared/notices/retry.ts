import { createHash } from 'node:crypto';
import { RETRIED_FOR } from '../case/state/open-notice.ts';
import { add, type Instant, instantOf, millisecondsOf } from '../time/instants.ts';

// When a text that did not get to its person is sent again. It rests on when it first did not, and on nothing that a process
// remembers: a restart changes no instant.

const MINUTE = 60_000;
/** The next try is as far off as the first one lies back: 1, 2, 4, 8 minutes, then a quarter of an hour each. */
const SHORTEST = MINUTE;
const LONGEST = 15 * MINUTE;
/** Or up to so much of that sooner, for each number its own: a gateway that is back is not asked for everybody at once. */
const SPREAD = 1 / 4;

/** 0 to 1, always the same for one mailbox. */
const shareOf = (box: string): number => createHash('sha256').update(box).digest().readUInt32BE() / 2 ** 32;

/** The instant of the last try: 72 hours after the first that failed. */
export const lastTry = (failedAt: Instant): Instant => add(failedAt, RETRIED_FOR, 'UTC');

/**
 * When a mailbox is tried again whose text first failed at `failedAt` and has failed just now; whole seconds. Within a minute of the
 * last try it is that one.
 */
export const nextTry = (failedAt: Instant, now: Instant, box: string): Instant => {
  const elapsed = millisecondsOf(now) - millisecondsOf(failedAt);
  const distance = Math.max(SHORTEST, Math.min(elapsed, LONGEST) * (1 - SPREAD * shareOf(box)));
  const next = Math.ceil((millisecondsOf(now) + distance) / 1000) * 1000;
  const last = lastTry(failedAt);
  return next > millisecondsOf(last) - SHORTEST ? last : instantOf(next);
};
