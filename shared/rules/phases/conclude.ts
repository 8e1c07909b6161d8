import type { CaseEvent } from '../../case/events.ts';
import { foresee } from '../../case/evolve.ts';
import { unconfirmedActs } from '../../case/standing.ts';
import { type CaseState, calmedAtOf } from '../../case/state.ts';
import type { ScheduledDuty } from '../../deadlines/schedule.ts';
import { dutyOf } from '../../regulations/lookup.ts';
import { type Context, scheduleOf } from '../context.ts';
import { closedGate } from '../gates.ts';
import { saidIn } from '../parts/given.ts';
import { incompleteActs } from '../parts/incomplete.ts';
import { type Decision, isRefusal, refuse } from '../refusal.ts';
import type { Decide } from '../refusing.ts';

/** The clause that lets somebody give a command, for a message about it. */
const clauseOf = ({ regulation }: Context, command: string): string => {
  const clause = regulation.authorities.find((each) => each.command === command)?.cite[0];
  return clause === undefined ? '' : `(${clause})`;
};

const isUnmet = (scheduled: ScheduledDuty, now: string): boolean => {
  // Another rule's limit that nobody has entered is owed all the same.
  if (scheduled.limit.kind === 'external' && scheduled.breachable)
    return ['open', 'held', 'listed', 'notStarted'].includes(scheduled.status);
  if (scheduled.basis === 'bureau' || !['open', 'held', 'notStarted'].includes(scheduled.status))
    return false;
  if (scheduled.limit.kind === 'every')
    return scheduled.status === 'open' && scheduled.current.due !== null && scheduled.current.due <= now;
  if (scheduled.status === 'notStarted') return scheduled.limit.kind === 'within';
  return scheduled.limit.kind === 'within' || scheduled.limit.kind === 'immediate';
};

const needsReview = (context: Context, state: CaseState): boolean =>
  scheduleOf(context, state).duties.some(({ duty }) =>
    dutyOf(context.regulation, duty).fulfilledBy.some(({ act }) => act === 'review'),
  );
/** Whether the level has work that goes on until 平息, or the story has flared up again: then it is not over before. */
const needsCalm = (context: Context, state: CaseState): boolean =>
  state.outbreaks.length > 1 ||
  scheduleOf(context, state).duties.some(({ limit }) => limit.kind === 'every' && limit.until === 'calmedAt');

/** 结报 ends every clock, so nothing may end unseen: duties still owed are named and answered for. */
export const conclude: Decide<'Conclude'> = (context, state, command) => {
  if (needsCalm(context, state) && calmedAtOf(state) === null)
    return refuse('NOT_CALM', `舆情尚未平息,不能结报${clauseOf(context, 'DeclareCalm')}`);
  const gate = closedGate(context.regulation, state, command.type);
  if (gate !== undefined)
    return refuse('CONCLUSION_NOT_CLEARED', `${gate.name}:结报前须先记录${gate.missing}(${gate.clause})`);
  const unconfirmed = unconfirmedActs(state);
  if (unconfirmed.length > 0)
    return refuse(
      'ACTS_UNCONFIRMED',
      `案卷日志第${unconfirmed.join('、')}条代录或外单位意见尚待本人确认或局领导会签,确认前不能结报`,
    );
  if (state.lowering !== null) return refuse('LOWERING_PENDING', '有降级申请待审批,请先处理');
  const [lacking] = incompleteActs(context.regulation, state);
  if (lacking !== undefined)
    return refuse(
      'ACTS_INCOMPLETE',
      `尚有要件待补,不能结报:第${lacking.act}号“${lacking.name}”缺${lacking.missing.join('、')}`,
    );
  const unmet = scheduleOf(context, state).duties.filter((scheduled) => isUnmet(scheduled, context.now));
  if (unmet.length > 0 && command.acknowledgeUnmet === undefined) {
    return refuse(
      'DUTIES_UNMET',
      `尚有职责未办:${unmet.map(({ name }) => name).join('、')}。确需结报的,请在 acknowledgeUnmet 中说明理由`,
    );
  }
  return [
    {
      type: 'CaseConcluded',
      summary: command.summary,
      unmet: unmet.map(({ duty }) => duty),
      ...(command.acknowledgeUnmet === undefined ? {} : { acknowledged: command.acknowledgeUnmet }),
    },
  ];
};

/** 总结评估 after 有效处置 (办法第三十条), needed before a case whose level owes one is archived. */
export const fileReview: Decide<'FileReview'> = (context, state, command) => {
  if (state.status === 'open' && needsCalm(context, state) && calmedAtOf(state) === null)
    return refuse('NOT_CALM', '舆情尚未得到有效处置,不能总结评估');
  if (state.reviewedAt !== null) return refuse('ALREADY_REVIEWED', '总结评估已归档');
  const filed: CaseEvent = {
    type: 'ReviewFiled',
    points: command.points,
    parts: saidIn(command.points),
  };
  const meta = { at: context.now, actor: context.actor, version: state.version + 1 };
  const closing = archive(context, foresee(state, [filed], meta));
  return [filed, ...(isRefusal(closing) ? [] : closing)];
};

/** After 结报: archived at once, or when the review is in and says all that it has to. A repeat changes nothing. */
export const archive = (context: Context, state: CaseState): Decision =>
  state.status === 'concluded' &&
  (state.reviewedAt !== null || !needsReview(context, state)) &&
  incompleteActs(context.regulation, state).length === 0
    ? [{ type: 'CaseArchived' }]
    : [];
