import { isTooLate, standingHold } from '../../deadlines/holds.ts';
import { dutyOf } from '../../regulations/lookup.ts';
import { clauseOf } from '../authority.ts';
import { termName } from '../labels/kept.ts';
import { refuse } from '../refusal.ts';
import type { Decide } from '../refusing.ts';
import { scheduledDuty } from './move-limits.ts';

// 暂缓 (预案 1.6 ④): a leader's, of what the regulation lets be held, while it is open. It moves no limit.

/** A hold that comes after the limit is kept in the file, and the duty stays overdue. */
export const holdDuty: Decide<'HoldDuty'> = (context, state, { duty, reason, until }) => {
  const scheduled = scheduledDuty(context, state, duty);
  if ('code' in scheduled) return scheduled;
  const { holdable, name } = dutyOf(context.regulation, duty);
  if (!holdable) {
    const clause = clauseOf(context, state, 'HoldDuty');
    return refuse('DUTY_NOT_HOLDABLE', `“${name}”不在可以暂缓的职责之列${clause}`);
  }
  if (!['open', 'listed', 'held'].includes(scheduled.status))
    return refuse('DUTY_NOT_OPEN', '该事项现不须办理');
  if (until !== undefined && until <= context.now)
    return refuse('HOLD_ALREADY_OVER', '暂缓的截止时间须晚于现在');
  return [
    {
      type: 'DutyHeld',
      duty,
      ...termName(context.regulation, scheduled),
      reason,
      ...(until === undefined ? {} : { until }),
      ...(isTooLate(context.now, scheduled.current.due) ? { tooLate: true } : {}),
    },
  ];
};

export const resumeDuty: Decide<'ResumeDuty'> = (context, state, { duty, reason }) => {
  if (standingHold(state, duty) === undefined) return refuse('DUTY_NOT_HELD', '这项职责没有暂缓');
  const scheduled = scheduledDuty(context, state, duty);
  const named = 'code' in scheduled ? {} : termName(context.regulation, scheduled);
  return [{ type: 'DutyResumed', duty, ...named, reason }];
};
