import type { CaseState } from '../../case/state.ts';
import { isOwedOutside, type ScheduledDuty } from '../../deadlines/schedule.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { type Context, scheduleOf } from '../context.ts';

const PENDING: readonly ScheduledDuty['status'][] = ['open', 'held', 'listed'];

const isToSuperior = ({ roles }: Regulation, { receivers }: ScheduledDuty): boolean =>
  roles.some(({ id, kind }) => kind === 'superior' && receivers.includes(id));

const isUnmet = ({ regulation, now }: Context, scheduled: ScheduledDuty): boolean => {
  const { status, limit, current, basis, isOfCase, breachable } = scheduled;
  // What 结报 does not end is not left undone by it.
  if (isOwedOutside(scheduled)) return false;
  if (isOfCase) return status === 'open';
  // Another rule's limit that nobody has entered is owed all the same.
  if (limit.kind === 'external' && breachable) return PENDING.includes(status) || status === 'notStarted';
  if (basis === 'bureau') return false;
  // 向市政府报告: the text demands it, be it without a number.
  if (limit.kind === 'prompt') return isToSuperior(regulation, scheduled) && PENDING.includes(status);
  if (status === 'notStarted') return limit.kind === 'within';
  if (status !== 'open' && status !== 'held') return false;
  if (limit.kind === 'every') return current.due !== null && current.due <= now;
  return limit.kind === 'within' || limit.kind === 'immediate';
};

/** What 结报 would leave undone: each needs a reason. */
export const unmetDuties = (context: Context, state: CaseState): ScheduledDuty[] =>
  scheduleOf(context, state).duties.filter((scheduled) => isUnmet(context, scheduled));

/** What a body outside is still owed in numbers: it outlives 结报. */
export const owedOutside = (context: Context, state: CaseState): ScheduledDuty[] =>
  scheduleOf(context, state).duties.filter(isOwedOutside);
