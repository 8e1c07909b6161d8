import type { CaseEvent } from '../../case/events.ts';
import { foresee } from '../../case/evolve.ts';
import type { CaseState } from '../../case/state.ts';
import { isNumeric } from '../../deadlines/limits.ts';
import type { ScheduledDuty } from '../../deadlines/schedule.ts';
import type { Step } from '../../deadlines/steps.ts';
import { dutyOf } from '../../regulations/lookup.ts';
import type { Context } from '../context.ts';
import { scheduleOf } from '../context.ts';
import { dutyNotices, makeNotices, type NoticeDraft } from '../notices.ts';

export interface EnforceStage {
  type: 'EnforceStage';
  duty: string;
  occurrence: string;
  stage: 'remind' | 'due' | 'overdue';
  index: number;
  due: string;
  /** Number of the supervision order, should this stage issue one (办法第三十三条: 统一编号归档). */
  orderNumber?: string;
}

const rungs = (scheduled: ScheduledDuty, ...numbers: number[]): string[] =>
  numbers.flatMap((number) => scheduled.rungs[number] ?? []);

/** A stage speaks to its rung and again to the one who has to act; after an outage to every rung that was skipped. */
const spokenTo = (scheduled: ScheduledDuty, { rung, catchesUp }: Step): string[] =>
  catchesUp ? scheduled.rungs.slice(0, rung + 1) : rungs(scheduled, rung, 0);

/** Whether this stage of a missed numeric limit of the law issues the 督办通知 (办法第三十三条 ①). */
export const issuesOrder = (scheduled: ScheduledDuty): boolean => scheduled.next?.orders === true;

const performedBySystem = (context: Context, scheduled: ScheduledDuty): boolean =>
  dutyOf(context.regulation, scheduled.duty).fulfilledBy.some(({ act }) => act === 'notice');

const remind = (scheduled: ScheduledDuty, next: Step): NoticeDraft[] =>
  dutyNotices(
    scheduled,
    `remind${next.index}`,
    next.at > next.due ? 'chase' : next.at === scheduled.soft ? 'soft' : 'remind',
    spokenTo(scheduled, next),
  );

const fallDue = (context: Context, scheduled: ScheduledDuty): NoticeDraft[] => {
  const { regulation } = context;
  if (performedBySystem(context, scheduled)) {
    const { receivers, copies } = dutyOf(regulation, scheduled.duty);
    return dutyNotices(scheduled, 'due', 'warning', [...receivers, ...copies]);
  }
  if (isNumeric(scheduled.limit)) return dutyNotices(scheduled, 'due', 'due', rungs(scheduled, 0, 1));
  return dutyNotices(scheduled, 'due', 'atOnce', rungs(scheduled, 0));
};

const stageEvents = (
  context: Context,
  state: CaseState,
  command: EnforceStage,
  scheduled: ScheduledDuty,
  next: Step,
): { facts: CaseEvent[]; drafts: NoticeDraft[] } => {
  const occurrence = scheduled.current.occurrence;
  const { due } = next;
  const stage = { duty: scheduled.duty, occurrence, due, index: next.index };
  if (next.givesUp)
    return { facts: [{ type: 'DutyMissed', duty: scheduled.duty, occurrence, due }], drafts: [] };
  if (next.stage === 'remind')
    return { facts: [{ type: 'DutyReminded', ...stage }], drafts: remind(scheduled, next) };
  if (next.stage === 'due')
    return { facts: [{ type: 'DutyFellDue', ...stage }], drafts: fallDue(context, scheduled) };
  const number = issuesOrder(scheduled) ? command.orderNumber : undefined;
  const overdue: CaseEvent = {
    type: 'DutyOverdue',
    ...stage,
    atDiscovery: scheduled.discoveryLagMilliseconds !== null,
    lagMilliseconds: Date.parse(context.now) - Date.parse(due),
  };
  const roles = spokenTo(scheduled, next);
  const name = `overdue${next.index}`;
  if (number === undefined)
    return { facts: [overdue], drafts: dutyNotices(scheduled, name, 'overdue', roles) };
  const perUnit = context.regulation.roles.find(({ id }) => id === scheduled.responsible)?.perUnit;
  const order: CaseEvent = {
    type: 'SupervisionOrderIssued',
    number,
    duty: scheduled.duty,
    occurrence,
    role: scheduled.responsible,
    reason: `${scheduled.name}逾期未办`,
    ...(state.unit !== null && perUnit ? { unit: state.unit } : {}),
  };
  return { facts: [overdue, order], drafts: dutyNotices(scheduled, name, 'order', roles, { number }) };
};

/** After an outage several stages have passed: only the last of them speaks, for all. */
const isOvertaken = (context: Context, state: CaseState, duty: string, facts: CaseEvent[]): boolean => {
  const after = foresee(state, facts, { at: context.now, actor: context.actor, version: state.version + 1 });
  const next = scheduleOf(context, after).duties.find((scheduled) => scheduled.duty === duty)?.next;
  return next !== null && next !== undefined && next.at <= context.now && !next.givesUp;
};

/**
 * What a stage of a duty still has to do, read from the log: nothing when the duty was met, held, moved or already
 * enforced meanwhile, or when it is too early.
 */
export const enforceStage = (context: Context, state: CaseState, command: EnforceStage): CaseEvent[] => {
  const scheduled = scheduleOf(context, state).duties.find(({ duty }) => duty === command.duty);
  const next = scheduled?.next;
  if (scheduled === undefined || next === null || next === undefined) return [];
  const isCurrent =
    next.stage === command.stage &&
    next.index === command.index &&
    scheduled.current.occurrence === command.occurrence;
  if (!isCurrent || next.at > context.now) return [];
  const { facts, drafts } = stageEvents(context, state, command, scheduled, next);
  if (drafts.length === 0) return facts;
  // A warning that the system itself gives is the duty, and never left out.
  const isWarning = next.stage === 'due' && performedBySystem(context, scheduled);
  if (!isWarning && isOvertaken(context, state, command.duty, facts))
    return [{ ...facts[0]!, overtaken: true } as CaseEvent];
  return [...facts, { type: 'NoticesMade', notices: makeNotices(context.regulation, state, drafts) }];
};
