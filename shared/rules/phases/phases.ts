import type { CaseEvent } from '../../case/events.ts';
import { type CaseState, calmedAtOf } from '../../case/state.ts';
import { receiversOf } from '../../regulations/lookup.ts';
import { type Context, scheduleOf } from '../context.ts';
import { refuseStanding } from '../level/level.ts';
import { caseNotices, makeNotices } from '../notices.ts';
import { type Decision, refuse } from '../refusal.ts';
import { type CommandOf, withDate } from '../refusing.ts';

export const holdDuty = (context: Context, state: CaseState, command: CommandOf<'HoldDuty'>): Decision => {
  const scheduled = scheduleOf(context, state).duties.find(({ duty }) => duty === command.duty);
  const duty = context.regulation.duties.find(({ id }) => id === command.duty);
  if (scheduled === undefined || duty === undefined) return refuse('DUTY_NOT_IN_PLAN', '本案没有这项职责');
  if (!duty.holdable) {
    const clause = context.regulation.authorities.find((each) => each.command === 'HoldDuty')?.cite[0];
    return refuse('DUTY_NOT_HOLDABLE', `“${duty.name}”不在可以暂缓的职责之列(${clause})`);
  }
  if (scheduled.status !== 'open' && scheduled.status !== 'listed')
    return refuse('DUTY_NOT_OPEN', '这项职责不在办理中');
  return [{ type: 'DutyHeld', duty: command.duty, reason: command.reason }];
};

export const resumeDuty = (state: CaseState, command: CommandOf<'ResumeDuty'>): Decision =>
  !Object.hasOwn(state.holds, command.duty)
    ? refuse('DUTY_NOT_HELD', '这项职责没有暂缓')
    : [{ type: 'DutyResumed', duty: command.duty, reason: command.reason }];

const tell = (context: Context, state: CaseState, template: 'calmed' | 'rekindled'): CaseEvent => ({
  type: 'NoticesMade',
  notices: makeNotices(
    context.regulation,
    state,
    caseNotices(state.version + 1, template, receiversOf(context.regulation, template)),
  ),
});

export const declareCalm = (
  context: Context,
  state: CaseState,
  command: CommandOf<'DeclareCalm'>,
): Decision =>
  withDate(context, command.calmedAt, (calmedAt) => {
    const standing = refuseStanding(context, state);
    if (standing !== undefined) return standing;
    if (calmedAtOf(state) !== null) return refuse('ALREADY_CALM', '已经宣布平息');
    const { outbreakAt, occurredAt, publishedAt, detectedAt } = state.instants;
    const since = state.outbreaks.at(-1)?.at ?? outbreakAt ?? occurredAt ?? publishedAt ?? detectedAt;
    if (since !== undefined && calmedAt < since)
      return refuse('INSTANT_BEFORE_OUTBREAK', '平息时间不能早于舆情发生或发现的时间');
    return [{ type: 'CalmDeclared', calmedAt, reason: command.reason }, tell(context, state, 'calmed')];
  });

export const rekindle = (context: Context, state: CaseState, command: CommandOf<'Rekindle'>): Decision =>
  withDate(context, command.outbreakAt, (outbreakAt) => {
    const standing = refuseStanding(context, state);
    if (standing !== undefined) return standing;
    const calmedAt = calmedAtOf(state);
    if (calmedAt === null) return refuse('NOT_CALM', '舆情尚未宣布平息');
    if (outbreakAt < calmedAt) return refuse('INSTANT_BEFORE_CALM', '再次爆发时间不能早于平息时间');
    return [{ type: 'CaseRekindled', outbreakAt, reason: command.reason }, tell(context, state, 'rekindled')];
  });
