import type { PlannedDuty } from '../deadlines/plan.ts';
import type { Step } from '../deadlines/steps.ts';
import { dutyOf } from '../regulations/lookup.ts';
import type { Context } from './context.ts';
import { planOf } from './context.ts';
import type { CaseEvent } from './events.ts';
import { foresee } from './evolve.ts';
import { dutyNotices, makeNotices, type NoticeDraft } from './notices.ts';
import type { CaseState } from './state.ts';

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

/** Whether this stage is the first after a missed numeric limit of the law, when 督办通知 goes out (办法第三十三条 ①). */
export const issuesOrder = (planned: PlannedDuty): boolean =>
  planned.next?.stage === 'overdue' && planned.next.index === 0 && !planned.next.givesUp;

const performedBySystem = (context: Context, planned: PlannedDuty): boolean =>
  dutyOf(context.regulation, planned.duty).fulfilledBy.some(({ act }) => act === 'notice');

const remind = (context: Context, planned: PlannedDuty, index: number, rung: number): NoticeDraft[] => {
  const due = planned.current.due;
  const chasing = due !== null && due <= context.now;
  // A chase speaks to the next rung and again to the one who has to act.
  return dutyNotices(
    planned,
    `remind${index}`,
    chasing ? 'chase' : 'remind',
    chasing ? rungs(planned, rung, 0) : rungs(planned, 0),
  );
};

const fallDue = (context: Context, planned: PlannedDuty): NoticeDraft[] => {
  const { regulation } = context;
  if (performedBySystem(context, planned)) {
    const { receivers, copies } = dutyOf(regulation, planned.duty);
    return dutyNotices(planned, 'due', 'warning', [...receivers, ...copies]);
  }
  if (planned.limit.kind === 'within' || planned.limit.kind === 'every')
    return dutyNotices(planned, 'due', 'due', rungs(planned, 0, 1));
  return dutyNotices(planned, 'due', 'atOnce', rungs(planned, 0));
};

/** A clock that wakes later than this was held up: whoever should have been told meanwhile is told now. */
const LATE_MILLISECONDS = 60_000;

const stageEvents = (
  context: Context,
  state: CaseState,
  command: EnforceStage,
  planned: PlannedDuty,
  next: Step,
): { facts: CaseEvent[]; drafts: NoticeDraft[] } => {
  const occurrence = planned.current.occurrence;
  const due = planned.current.due ?? next.at;
  const stage = { duty: planned.duty, occurrence, due, index: next.index };
  if (next.givesUp)
    return { facts: [{ type: 'DutyMissed', duty: planned.duty, occurrence, due }], drafts: [] };
  if (next.stage === 'remind')
    return {
      facts: [{ type: 'DutyReminded', ...stage }],
      drafts: remind(context, planned, next.index, next.rung),
    };
  if (next.stage === 'due')
    return { facts: [{ type: 'DutyFellDue', ...stage }], drafts: fallDue(context, planned) };
  const number = issuesOrder(planned) ? command.orderNumber : undefined;
  const overdue: CaseEvent = {
    type: 'DutyOverdue',
    ...stage,
    atDiscovery: planned.discoveryLagMilliseconds !== null,
    lagMilliseconds: Date.parse(context.now) - Date.parse(due),
  };
  const isLate = Date.parse(context.now) - Date.parse(next.at) > LATE_MILLISECONDS;
  const roles = isLate ? planned.rungs.slice(0, next.rung + 1) : rungs(planned, next.rung, 0);
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
  return (
    next !== null &&
    next !== undefined &&
    next.at <= context.now &&
    !next.givesUp &&
    facts.every(({ type }) => type !== 'DutyMissed')
  );
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
  const speaks = performedBySystem(context, planned) || !isOvertaken(context, state, command.duty, facts);
  if (drafts.length === 0 || !speaks) return facts;
  return [...facts, { type: 'NoticesMade', notices: makeNotices(context.regulation, state, drafts) }];
};
