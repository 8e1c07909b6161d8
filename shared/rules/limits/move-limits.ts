import type { CaseState } from '../../case/state.ts';
import { isLimitOfLaw, isOverdue } from '../../deadlines/breach.ts';
import { awaitsList } from '../../deadlines/days/lists.ts';
import type { ScheduledDuty } from '../../deadlines/scheduled-duty.ts';
import { cited, nameIn } from '../../regulations/lookup.ts';
import { add, dueInChinese, subtract } from '../../time/instants.ts';
import { NEAR_HOLIDAY_DAYS } from '../../time/statutory-holidays.ts';
import { checkAuthority } from '../authority.ts';
import { type Context, scheduleOf } from '../context.ts';
import { termName } from '../labels/kept.ts';
import { namesOf } from '../names.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import type { CommandOf, Decide } from '../refusing.ts';
import { checkTimeGrant } from './time-grant.ts';

// What a person may do to a limit: extend it where the regulation allows, or enter the limit that another rule gives.

/** The duty as it stands in the case's schedule. */
export const scheduledDuty = (context: Context, state: CaseState, id: string): ScheduledDuty | Refusal => {
  const { duties } = scheduleOf(context, state);
  return (
    duties.find(({ duty }) => duty === id) ??
    refuse(
      'DUTY_NOT_IN_SCHEDULE',
      `本案没有职责“${nameIn(context.regulation.duties, id)}”;现有:${namesOf(duties)}`,
    )
  );
};

/** 确需延长的: with a reason, by whom the regulation lets, before the limit is over and never beyond the maximum (register X35). */
export const extendDuty: Decide<'ExtendDuty'> = (context, state, { type: _, duty, to, ...why }) => {
  const scheduled = scheduledDuty(context, state, duty);
  if ('code' in scheduled) return scheduled;
  const { limit, current, extendableTo, name } = scheduled;
  const time = (at: string): string => dueInChinese(at, context.regulation.zone);
  if (limit.kind !== 'within' || limit.extension === undefined)
    return refuse('EXTENSION_NOT_ALLOWED', `${context.regulation.called}没有规定“${name}”可以延长`);
  const clause = cited(context.regulation, limit.extension.cite);
  if (scheduled.status !== 'open' || current.due === null)
    return refuse('DUTY_NOT_OPEN', '该事项现不须办理,不能延长');
  if (current.due < context.now)
    return refuse('EXTENSION_TOO_LATE', `“${name}”已于${time(current.due)}到期,逾期后不能再延长${clause}`);
  if (to <= current.due)
    return refuse('EXTENSION_TOO_SHORT', `延长后的时限须晚于现时限${time(current.due)}${clause}`);
  if (typeof extendableTo === 'string' && to > extendableTo)
    return refuse(
      'EXTENSION_TOO_LONG',
      `延长后最迟不得超过${time(extendableTo)}${clause}${scheduled.missingYears.length === 0 ? '' : `;${scheduled.missingYears.join('、')}年放假安排尚未录入,这是暂定的最长时限`}`,
    );
  return [
    {
      type: 'DutyExtended',
      duty,
      ...termName(context.regulation, scheduled),
      before: current.due,
      to,
      ...why,
    },
  ];
};

/** 补假 and 调休 move a limit by no more than so many days. */
const FURTHEST = `P${NEAR_HOLIDAY_DAYS}D`;

/**
 * A limit that waits for a holiday list is settled by the head of the office, by the announcement itself, until the list is
 * there: for this one time of the duty, and no further than 补假 and 调休 reach.
 */
const settleLimit = (
  context: Context,
  state: CaseState,
  { duty, name, current }: ScheduledDuty,
  { due, reason, reference }: CommandOf<'SetDeadline'>,
): Decision => {
  const refused = checkAuthority(context, state, 'SettleLimit');
  if (refused) return refused;
  if (reference === undefined)
    return refuse('REFERENCE_REQUIRED', `确定“${name}”的时限须写明国务院办公厅放假通知的文号`);
  const { zone } = context.regulation;
  const before = current.due!;
  if (before === due) return refuse('DEADLINE_UNCHANGED', '时限没有变化');
  if (due < subtract(before, FURTHEST, zone) || due > add(before, FURTHEST, zone))
    return refuse('DEADLINE_TOO_FAR', `放假和调休不会使“${name}”的时限变动${NEAR_HOLIDAY_DAYS}日以上,请核对`);
  return [{ type: 'LimitSettled', duty, occurrence: current.occurrence, before, due, reason, reference }];
};

/** The deadline that another rule gives a duty whose own clause has no number (register X42). */
export const setDeadline: Decide<'SetDeadline'> = (context, state, command) => {
  const { type: _, duty, due, ...why } = command;
  const scheduled = scheduledDuty(context, state, duty);
  if ('code' in scheduled) return scheduled;
  if (scheduled.status === 'open' && awaitsList(scheduled.current))
    return settleLimit(context, state, scheduled, command);
  const before = state.deadlines[duty]?.due;
  if (scheduled.limit.kind !== 'external')
    return refuse(
      'DEADLINE_NOT_OPEN',
      `“${scheduled.name}”的时限不由另一规定给出,也不在等待放假通知,不能人工录入`,
    );
  if (scheduled.status !== 'open' && scheduled.status !== 'listed')
    return refuse('DUTY_NOT_OPEN', '该事项现不须办理');
  if (before === due) return refuse('DEADLINE_UNCHANGED', '时限没有变化');
  const { current } = scheduled;
  if (isOverdue(scheduled, context.now) && due > current.due!)
    return refuse('DEADLINE_TOO_LATE', `“${scheduled.name}”已经逾期,不能再把时限改晚`);
  // Later would buy time: what was entered first is another rule's limit. What is only the office's own may be prolonged.
  const buys = before !== undefined && due > before && isLimitOfLaw(scheduled);
  const late = buys && checkTimeGrant(context, state, state.deadlines[duty]?.by);
  if (late) return refuse(late.code, `把已录入的时限改晚:${late.message}`);
  if (isLimitOfLaw(scheduled) && why.reference === undefined)
    return refuse('REFERENCE_REQUIRED', `录入“${scheduled.name}”的时限须写明所依据的文件和条款`);
  return [
    {
      type: 'DeadlineSet',
      duty,
      ...termName(context.regulation, scheduled),
      ...(before === undefined ? {} : { before }),
      due,
      ...why,
    },
  ];
};
