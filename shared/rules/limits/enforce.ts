import type { CaseEvent } from '../../case/events.ts';
import { foresee } from '../../case/evolve.ts';
import type { CaseState } from '../../case/state.ts';
import { isNumeric } from '../../deadlines/limits.ts';
import type { PlannedDuty } from '../../deadlines/schedule.ts';
import type { Step } from '../../deadlines/steps.ts';
import { dutyOf } from '../../regulations/lookup.ts';
import type { Context } from '../context.ts';
import { planOf } from '../context.ts';
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

const rungs = (planned: PlannedDuty, ...numbers: number[]): string[] =>
  numbers.flatMap((number) => planned.rungs[number] ?? []);

/** A stage speaks to its rung and again to the one who has to act; after an outage to every rung that was skipped. */
const spokenTo = (planned: PlannedDuty, { rung, catchesUp }: Step): string[] =>
  catchesUp ? planned.rungs.slice(0, rung + 1) : rungs(planned, rung, 0);

/** Whether this stage of a missed numeric limit of the law issues the 督办通知 (办法第三十三条 ①). */
export const issuesOrder = (planned: PlannedDuty): boolean => planned.next?.orders === true;

const performedBySystem = (context: Context, planned: PlannedDuty): boolean =>
  dutyOf(context.regulation, planned.duty).fulfilledBy.some(({ act }) => act === 'notice');

const remind = (planned: PlannedDuty, next: Step): NoticeDraft[] =>
  dutyNotices(
    planned,
    `remind${next.index}`,
    next.at > next.due ? 'chase' : next.at === planned.soft ? 'soft' : 'remind',
    spokenTo(planned, next),
  );

const fallDue = (context: Context, planned: PlannedDuty): NoticeDraft[] => {
  const { regulation } = context;
  if (performedBySystem(context, planned)) {
    const { receivers, copies } = dutyOf(regulation, planned.duty);
    return dutyNotices(planned, 'due', 'warning', [...receivers, ...copies]);
  }
  if (isNumeric(planned.limit)) return dutyNotices(planned, 'due', 'due', rungs(planned, 0, 1));
  return dutyNotices(planned, 'due', 'atOnce', rungs(planned, 0));
};

const stageEvents = (
  context: Context,
  state: CaseState,
  command: EnforceStage,
  planned: PlannedDuty,
  next: Step,
): { facts: CaseEvent[]; drafts: NoticeDraft[] } => {
  const occurrence = planned.current.occurrence;
  const { due } = next;
  const stage = { duty: planned.duty, occurrence, due, index: next.index };
  if (next.givesUp)
    return { facts: [{ type: 'DutyMissed', duty: planned.duty, occurrence, due }], drafts: [] };
  if (next.stage === 'remind')
    return { facts: [{ type: 'DutyReminded', ...stage }], drafts: remind(planned, next) };
  if (next.stage === 'due')
    return { facts: [{ type: 'DutyFellDue', ...stage }], drafts: fallDue(context, planned) };
  const number = issuesOrder(planned) ? command.orderNumber : undefined;
  const overdue: CaseEvent = {
    type: 'DutyOverdue',
    ...stage,
    atDiscovery: planned.discoveryLagMilliseconds !== null,
    lagMilliseconds: Date.parse(context.now) - Date.parse(due),
  };
  const roles = spokenTo(planned, next);
  const name = `overdue${next.index}`;
  if (number === undefined) return { facts: [overdue], drafts: dutyNotices(planned, name, 'overdue', roles) };
  const perUnit = context.regulation.roles.find(({ id }) => id === planned.responsible)?.perUnit;
  const order: CaseEvent = {
    type: 'SupervisionOrderIssued',
    number,
    duty: planned.duty,
    occurrence,
    role: planned.responsible,
    reason: `${planned.name}逾期未办`,
    ...(state.unit !== null && perUnit ? { unit: state.unit } : {}),
  };
  return { facts: [overdue, order], drafts: dutyNotices(planned, name, 'order', roles, { number }) };
};

/** After an outage several stages have passed: only the last of them speaks, for all. */
const isOvertaken = (context: Context, state: CaseState, duty: string, facts: CaseEvent[]): boolean => {
  const after = foresee(state, facts, { at: context.now, actor: context.actor, version: state.version + 1 });
  const next = planOf(context, after).duties.find((planned) => planned.duty === duty)?.next;
  return next !== null && next !== undefined && next.at <= context.now && !next.givesUp;
};

/**
 * What a stage of a duty still has to do, read from the log: nothing when the duty was met, held, moved or already
 * enforced meanwhile, or when it is too early.
 */
export const enforceStage = (context: Context, state: CaseState, command: EnforceStage): CaseEvent[] => {
  const planned = planOf(context, state).duties.find(({ duty }) => duty === command.duty);
  const next = planned?.next;
  if (planned === undefined || next === null || next === undefined) return [];
  const isCurrent =
    next.stage === command.stage &&
    next.index === command.index &&
    planned.current.occurrence === command.occurrence;
  if (!isCurrent || next.at > context.now) return [];
  const { facts, drafts } = stageEvents(context, state, command, planned, next);
  if (drafts.length === 0) return facts;
  // A warning that the system itself gives is the duty, and never left out.
  const isWarning = next.stage === 'due' && performedBySystem(context, planned);
  if (!isWarning && isOvertaken(context, state, command.duty, facts))
    return [{ ...facts[0]!, overtaken: true } as CaseEvent];
  return [...facts, { type: 'NoticesMade', notices: makeNotices(context.regulation, state, drafts) }];
};
