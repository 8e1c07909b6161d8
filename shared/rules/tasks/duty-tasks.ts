import { isOverdue } from '../../deadlines/breach.ts';
import { toldOf } from '../../deadlines/completions/by-notice.ts';
import { isTentative, type ScheduledDuty } from '../../deadlines/scheduled-duty.ts';
import { nameIn } from '../../regulations/lookup.ts';
import { isCharged } from '../orders/sign.ts';
import { holds, type Task, type TaskCase, type TaskSetting } from './task.ts';

/** What its holder has to do now; what only goes on is nothing to be met. */
export const isToDo = ({ status, limit }: ScheduledDuty): boolean =>
  status === 'open' || (status === 'listed' && limit.kind !== 'ongoing');

/** What I have been told of though it is another's: its ladder has come up to me. */
const hasClimbedTo = (of: TaskCase, scheduled: ScheduledDuty, role: string): boolean =>
  scheduled.responsible !== role &&
  toldOf(of.state, `${scheduled.duty}#${scheduled.current.occurrence}`, role).length > 0;

const taskOf = (of: TaskCase, scheduled: ScheduledDuty, now: string) => ({
  caseId: of.state.caseId,
  title: of.state.title,
  // 立即 has no limit but the instant from which it holds.
  due: scheduled.limit.kind === 'immediate' ? null : (scheduled.current.due ?? scheduled.next?.due ?? null),
  duty: scheduled.duty,
  occurrence: scheduled.current.occurrence,
  overdue: isOverdue(scheduled, now),
  provisional: isTentative(scheduled),
  byReference: scheduled.isOwn,
});

const signed = ({ signs }: ScheduledDuty): Pick<Task, 'act'> => (signs === undefined ? {} : { act: signs });

/** The open duties that are mine, and those of others that have come up to me. */
export const dutyTasks = (of: TaskCase, { who, roster, now }: TaskSetting): Task[] =>
  of.duties.filter(isToDo).flatMap((scheduled): Task[] => {
    const task = taskOf(of, scheduled, now);
    const { unit = of.state.unit } = scheduled;
    // A draft is also for whom the head of the office has charged with signing.
    const charged = scheduled.signs !== undefined && isCharged({ roster, actor: who.actor }, of.state);
    if (charged || holds(who, of, scheduled.responsible, unit))
      return [
        {
          ...task,
          kind: scheduled.signs === undefined ? 'duty' : 'sign',
          text: scheduled.name,
          ...signed(scheduled),
        },
      ];
    const since = scheduled.current.due ?? scheduled.next?.due ?? null;
    const isPast = since !== null && since <= now;
    const climbed = scheduled.rungs.some((role) => holds(who, of, role) && hasClimbedTo(of, scheduled, role));
    if (!climbed || !isPast || scheduled.isNotice) return [];
    const by = nameIn(of.regulation.roles, scheduled.responsible);
    return [{ ...task, kind: 'climbed', text: `${by}尚未办理:${scheduled.name},请督促` }];
  });
