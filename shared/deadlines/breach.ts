import type { Duty } from '../regulations/schema.ts';
import type { Instant } from '../time/instants.ts';
import type { Start } from './anchors.ts';
import { isNumeric, type ResolvedLimit } from './limits.ts';

/** A limit in numbers that stands in the law, be it provisional: whatever takes it away or puts it off buys time. */
export const isLimitOfLaw = ({ basis, limit }: { basis: Duty['basis']; limit: ResolvedLimit }): boolean =>
  basis === 'law' && isNumeric(limit);

/**
 * Whether the duty can be broken: only a limit of the law can, with the bureau's settings of the case. What counts from
 * another duty's due instant is provisional (register X44): chased up the ladder, never overdue by itself.
 */
export const isBreachable = (of: {
  basis: Duty['basis'];
  limit: ResolvedLimit;
  start: Start | null;
}): boolean => isLimitOfLaw(of) && !of.start?.instant.startsWith('due:');

/** Whether a duty that is still open is broken: its due instant, which can be, has passed. */
export const isOverdue = (
  scheduled: { breachable: boolean; status: string; current: { due: Instant | null } },
  now: Instant,
): boolean => {
  const { breachable, status, current } = scheduled;
  return breachable && status === 'open' && current.due !== null && current.due < now;
};
