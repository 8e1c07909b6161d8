import { isOverdue } from '../../deadlines/breach.ts';
import type { ScheduledDuty } from '../../deadlines/scheduled-duty.ts';
import type { Instant } from '../../time/instants.ts';

const isSame = (one: ScheduledDuty, other: ScheduledDuty): boolean =>
  one.duty === other.duty && one.current.occurrence === other.current.occurrence;

/**
 * What an act makes overdue at once, earliest first: its limit has passed and can be broken, and before the act it was not overdue, since it was not
 * owed, did not run, or broke nothing (初判). `before`, `after`: what the case owes without the act, and with it.
 */
export const lateAtOnce = (
  before: readonly ScheduledDuty[],
  after: readonly ScheduledDuty[],
  now: Instant,
): ScheduledDuty[] =>
  after
    .filter((is) => isOverdue(is, now) && !before.some((was) => isSame(was, is) && isOverdue(was, now)))
    .sort((one, other) => (one.current.due! < other.current.due! ? -1 : 1));
