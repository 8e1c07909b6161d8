import type { CaseEvent, EventOf, Notice } from '../../case/events.ts';
import { foresee } from '../../case/evolve.ts';
import type { CaseState } from '../../case/state.ts';
import { scheduleCase } from '../../deadlines/schedule.ts';
import type { ScheduledDuty } from '../../deadlines/scheduled-duty.ts';
import type { Context } from '../context.ts';
import { type IncompleteAct, incompleteActs } from '../parts/incomplete.ts';
import type { Settlement } from '../settle.ts';
import { type AwaitedWord, newlyAwaited } from '../tasks/awaited.ts';
import { toldAtOnce } from './at-once.ts';
import { notesOnTimes, notesOnUnits } from './notes.ts';

/** What a command would do to a case, told of what it decides. */
export interface Foretold {
  /** The case as it would stand. */
  state: CaseState;
  /** What would become of each limit, with its duty as it would stand, or stood where it is gone. */
  limits: { settled: Settlement; scheduled: ScheduledDuty }[];
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
  const dutiesOf = (each: CaseState | null): readonly ScheduledDuty[] =>
    each === null ? [] : scheduleCase(regulation, each).duties;
  const [was, is] = [dutiesOf(before), dutiesOf(state)];
  const settled = ofType(events, 'DutiesSettled').flatMap((event) => event.settled);
  return {
    state,
    limits: settled.map((each) => ({ settled: each, scheduled: scheduledFor(each, was, is) })),
    awaited: newlyAwaited(context, before, state),
    missing: newlyMissing(context, before, state),
    notices: ofType(events, 'NoticesMade').flatMap((event) => event.notices),
    atOnce: toldAtOnce(context, before, state),
    notes: [...notesOnUnits(regulation, before, events), ...notesOnTimes(context, before, events, state)],
    others: events.filter(({ type }) => type !== 'DutiesSettled' && type !== 'NoticesMade'),
  };
};
