import type { CaseEvent, EventOf, Notice } from '../../case/events.ts';
import { foresee } from '../../case/evolve.ts';
import type { CaseState } from '../../case/state.ts';
import { scheduleCase } from '../../deadlines/schedule.ts';
import type { ScheduledDuty } from '../../deadlines/scheduled-duty.ts';
import { giversOf } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import type { Context } from '../context.ts';
import { handle } from '../decide.ts';
import { type IncompleteAct, incompleteActs } from '../parts/incomplete.ts';
import { personUnder } from '../persons.ts';
import type { Settlement } from '../settle.ts';
import { type AwaitedWord, newlyAwaited } from '../tasks/awaited.ts';
import { toldAtOnce } from './at-once.ts';
import { lateAtOnce } from './late.ts';
import { notesOnTimes, notesOnUnits } from './notes.ts';

/** What a command would do to a case, told of what it decides. */
export interface Foretold {
  /** The case as it would stand. */
  state: CaseState;
  /** What would become of each limit, with its duty as it would stand, or stood where it is gone. */
  limits: { settled: Settlement; scheduled: ScheduledDuty }[];
  /** What would be overdue at once. */
  late: ScheduledDuty[];
  /** What would become of limits of what waits for a second person, once he approves. */
  onceApproved: Foretold['limits'];
  /** The words of others that would be asked for. */
  awaited: AwaitedWord[];
  /** The acts that would lack something, as far as they do not lack it already. */
  missing: IncompleteAct[];
  notices: Notice[];
  /** What the clocks would tell as soon as it stands. */
  atOnce: Notice[];
  /** What else would stand in the log. */
  others: CaseEvent[];
  /** What its giver may not have meant. */
  notes: string[];
}

const ofType = <T extends CaseEvent['type']>(events: readonly CaseEvent[], type: T): EventOf<T>[] =>
  events.filter((event): event is EventOf<T> => event.type === type);

const isOwed = ({ current, history }: ScheduledDuty, occurrence: string): boolean =>
  [current, ...history].some((each) => each.occurrence === occurrence);
/** The duty of a settled limit: a settlement is made of the schedules before and after it, so that one of them has it. */
const scheduledFor = (
  { duty, occurrence, outcome }: Settlement,
  before: readonly ScheduledDuty[],
  after: readonly ScheduledDuty[],
): ScheduledDuty => {
  // What is owed no more is told as it was; what has no end (随时) is never settled.
  const all = outcome === 'cancelled' ? [...before, ...after] : [...after, ...before];
  const same = all.filter((each) => each.duty === duty && each.limit.kind !== 'ongoing');
  return same.find((each) => isOwed(each, occurrence)) ?? same[0]!;
};

const dutiesOf = (regulation: Regulation, state: CaseState | null): readonly ScheduledDuty[] =>
  state === null ? [] : scheduleCase(regulation, state).duties;
/** What events that lead from one state to the other make of each limit. */
const limitsIn = (
  regulation: Regulation,
  [before, after]: readonly [CaseState | null, CaseState],
  events: readonly CaseEvent[],
): Foretold['limits'] => {
  const [was, is] = [dutiesOf(regulation, before), dutiesOf(regulation, after)];
  return ofType(events, 'DutiesSettled')
    .flatMap((event) => event.settled)
    .map((each) => ({ settled: each, scheduled: scheduledFor(each, was, is) }));
};

const SECOND = 'second-person';
/** What would become of each limit if a second person approved now what has been asked for: of a lowering. */
const limitsOnceApproved = (
  context: Context,
  state: CaseState,
  events: readonly CaseEvent[],
): Foretold['limits'] => {
  const [role] = giversOf(context.regulation, 'ApproveLevelChange', state.handlingLevel);
  if (role === undefined || ofType(events, 'LoweringProposed').length === 0) return [];
  const actor = personUnder(SECOND, role);
  const approved = handle({ ...context, actor }, state, { type: 'ApproveLevelChange' });
  const then = foresee(state, approved.events, { at: context.now, actor, version: state.version + 1 });
  return limitsIn(context.regulation, [state, then], approved.events);
};

const newlyMissing = (
  { regulation }: Context,
  before: CaseState | null,
  after: CaseState,
): IncompleteAct[] => {
  const known = before === null ? [] : incompleteActs(regulation, before);
  return incompleteActs(regulation, after).filter(
    ({ act, missing }) => known.find((each) => each.act === act)?.missing.length !== missing.length,
  );
};

/** What events that are decided and not written would do; `before`: null for an opening. */
export const foretell = (
  context: Context,
  before: CaseState | null,
  events: readonly CaseEvent[],
): Foretold => {
  const { regulation, now, actor } = context;
  const state = foresee(before, events, { at: now, actor, version: (before?.version ?? 0) + 1 });
  return {
    state,
    limits: limitsIn(regulation, [before, state], events),
    late: lateAtOnce(dutiesOf(regulation, before), dutiesOf(regulation, state), now),
    onceApproved: limitsOnceApproved(context, state, events),
    awaited: newlyAwaited(context, before, state),
    missing: newlyMissing(context, before, state),
    notices: ofType(events, 'NoticesMade').flatMap((event) => event.notices),
    atOnce: toldAtOnce(context, before, state),
    notes: [...notesOnUnits(regulation, before, events), ...notesOnTimes(context, before, events, state)],
    others: events.filter(({ type }) => type !== 'DutiesSettled' && type !== 'NoticesMade'),
  };
};
