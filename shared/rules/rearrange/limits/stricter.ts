import type { EventOf } from '../../../case/events.ts';
import type { CaseState } from '../../../case/state.ts';
import { leadUntil } from '../../../case/units.ts';
import { isLimitOfLaw } from '../../../deadlines/breach.ts';
import { isDone, type Occurrence } from '../../../deadlines/occurrences/occurrence.ts';
import { scheduleCase } from '../../../deadlines/schedule.ts';
import type { ScheduledDuty } from '../../../deadlines/scheduled-duty.ts';
import { regulationOfCase } from '../../../regulations/index.ts';
import type { Regulation } from '../../../regulations/schema.ts';
import { keptOf, termName } from '../../labels/kept.ts';
import { isOpen, matchesOf } from './matching.ts';

// Of two cases that become one the stricter limits hold.

type TakenOver = EventOf<'CaseTakenOver'>;
type Limit = TakenOver['limits'][number];

/** A limit of one of the two that runs, or has passed and is still owed. */
export interface Pending {
  of: CaseState;
  scheduled: ScheduledDuty;
  due: string;
  /** It had passed there before anybody could keep it. */
  excused: boolean;
}
/** What a case owes by an instant; what only the case itself demands is brought to its end before. */
export const pendingIn = (state: CaseState): Pending[] =>
  scheduleCase(regulationOfCase(state), state).duties.flatMap((scheduled) => {
    const { keptDue, foundLate, current } = scheduled;
    const { due } = current;
    if (!isOpen(scheduled) || due === null || scheduled.isOfCase) return [];
    const own = { of: state, scheduled, due, excused: foundLate !== null };
    return keptDue === null ? [own] : [own, { ...own, due: keptDue, excused: false }];
  });

/** Whether the merged case owes it no later, or has done it. */
const isCovered = ({ scheduled, due, excused }: Pending, matches: readonly ScheduledDuty[]): boolean => {
  const open = matches.filter(isOpen);
  const isNoLater = ({ current, breachable, foundLate }: ScheduledDuty): boolean =>
    current.due !== null &&
    current.due <= due &&
    (!scheduled.breachable || breachable) &&
    (excused || foundLate === null || current.due < due);
  if (open.some(isNoLater)) return true;
  return open.length === 0 && matches.some(({ current }) => isDone(current));
};

const byDue = (matches: readonly ScheduledDuty[]): ScheduledDuty[] =>
  matches
    .filter(isOpen)
    .toSorted((one, other) => ((one.current.due ?? '~') < (other.current.due ?? '~') ? -1 : 1));

/** Whether a limit that ran can be missed by its own instant, or an earlier one, as this time of the duty stands. */
const canBeMissed = (
  { scheduled, due }: Pending,
  { current, breachable, foundLate, keptDue }: ScheduledDuty,
): boolean => {
  if (current.due === null || current.due > due || (scheduled.breachable && !breachable)) return false;
  return foundLate === null ? breachable || current.due === due : keptDue !== null && keptDue <= due;
};

/** What a graver rating asks for instead: another duty of the law to the same receivers. */
const toTheSame = (regulation: Regulation, state: CaseState, { receivers }: ScheduledDuty): ScheduledDuty[] =>
  scheduleCase(regulation, state).duties.filter(
    (each) => isLimitOfLaw(each) && each.receivers.join() === receivers.join(),
  );

/**
 * The limits that ran and that a case, as it stands now, would owe later, or as such that had passed before anybody could keep them;
 * and the times of it over which each is laid. What is only 暂定 may come to that once its level is determined.
 */
export const keptOver = (
  regulation: Regulation,
  state: CaseState,
  pending: readonly Pending[],
): { target: ScheduledDuty; pending: Pending }[] =>
  pending.flatMap((each) => {
    const { of, scheduled, excused } = each;
    const matches = matchesOf(regulation, state, of, scheduled);
    const open = byDue(matches.length > 0 ? matches : toTheSame(regulation, state, scheduled));
    const target = open.find(({ limit }) => limit.kind !== 'ongoing');
    // What the office has set for itself binds it no further than the facts.
    if (target === undefined || excused || scheduled.isOwn || !isLimitOfLaw(scheduled)) return [];
    return open.some((match) => canBeMissed(each, match)) ? [] : [{ target, pending: each }];
  });

/** The earlier of two limits of one time; of two alike it is excused only where both were, and can be broken where either could. */
const stricterOf = (one: Limit | undefined, other: Limit): Limit => {
  if (one === undefined || other.due < one.due) return other;
  if (one.due < other.due) return one;
  const { excused, breaks, ...known } = one;
  return {
    ...known,
    ...(excused && other.excused ? { excused } : {}),
    ...(breaks || other.breaks ? { breaks: true } : {}),
  };
};

/** Whether it has been broken by the time of the merge. */
const isBroken = ({ scheduled, due }: Pending, merged: CaseState): boolean =>
  scheduled.breachable && due < merged.lastAt;

/**
 * Whether what goes on without an end (随时) stands for a limit that runs, as when a level is raised (register X28). For what has been
 * broken it does not: it is never late.
 */
const isReplaced = (each: Pending, matches: readonly ScheduledDuty[], merged: CaseState): boolean => {
  const open = matches.filter(isOpen);
  return !isBroken(each, merged) && open.length > 0 && open.every(({ limit }) => limit.kind === 'ongoing');
};

/** The time of the merged case that a limit is laid over; undefined: none, or the case that goes on owes it so by itself. */
const targetOf = (
  each: Pending,
  matches: readonly ScheduledDuty[],
  merged: CaseState,
): ScheduledDuty | undefined => {
  const { of, scheduled } = each;
  const open = byDue(matches);
  if (isCovered(each, matches))
    // It stays so whatever is said later of when it all began: nobody can put right any more what was said in the other case.
    return of.caseId === merged.caseId || !scheduled.breachable
      ? undefined
      : open.find(({ duty }) => duty === scheduled.duty);
  return open.find(({ limit }) => limit.kind !== 'ongoing');
};

/** Whose it was that a limit of the case that ends has passed. */
const passedBy = ({ of, scheduled, due }: Pending, merged: CaseState): Pick<Limit, 'unit'> => {
  const isOver = of.caseId !== merged.caseId && due < merged.lastAt;
  const unit = isOver ? (scheduled.unit ?? leadUntil(of, due)) : undefined;
  return unit === undefined ? {} : { unit };
};

/** The limits of the two cases by which the merged one is held, as it is so far, beside those that are `known`. */
export const limitsTaken = (
  regulation: Regulation,
  merged: CaseState,
  pending: readonly Pending[],
  known: readonly Limit[],
): Limit[] => {
  const taken = new Map(known.map((limit) => [`${limit.duty}#${limit.occurrence}`, limit]));
  for (const each of pending) {
    const { of, scheduled, due } = each;
    const target = targetOf(each, matchesOf(regulation, merged, of, scheduled), merged);
    if (target === undefined) continue;
    const { duty } = target;
    const { occurrence, due: before } = target.current;
    const key = `${duty}#${occurrence}`;
    const mark = of.marks[`${scheduled.duty}#${scheduled.current.occurrence}`];
    const limit: Limit = {
      duty,
      occurrence,
      ...termName(regulation, target),
      due,
      before,
      case: of.caseId,
      ...(each.excused ? { excused: true } : {}),
      ...(scheduled.breachable ? { breaks: true } : {}),
      ...(of.caseId !== merged.caseId && mark?.due === due && before !== due && duty === scheduled.duty
        ? { mark }
        : {}),
      ...passedBy(each, merged),
    };
    taken.set(key, stricterOf(taken.get(key), limit));
  }
  return [...taken.values()];
};

/** The limits of either that stay with their own instants beside what the other brings. `merged`: with the stricter limits of both. */
export const limitsKept = (
  regulation: Regulation,
  merged: CaseState,
  pending: readonly Pending[],
): Pick<TakenOver, 'kept'> => {
  const kept = keptOver(regulation, merged, pending).map(({ target, pending: { of, scheduled, due } }) => ({
    duty: target.duty,
    occurrence: target.current.occurrence,
    ...termName(regulation, target),
    due,
    case: of.caseId,
    ...(scheduled.breachable ? { breaks: true } : {}),
  }));
  return kept.length === 0 ? {} : { kept };
};

/** Those that the merged case would owe later, or not at all. */
export const limitsLost = (
  regulation: Regulation,
  merged: CaseState,
  pending: readonly Pending[],
): Pending[] =>
  pending.filter((each) => {
    const { of, scheduled, excused } = each;
    const matches = matchesOf(regulation, merged, of, scheduled);
    if (isReplaced(each, matches, merged)) return false;
    const open = matches.filter(isOpen);
    const isExcused =
      scheduled.breachable && !excused && open.length > 0 && !open.some((match) => canBeMissed(each, match));
    return isExcused || !isCovered(each, matches);
  });

/** What became of the limits of the case that ends, for whoever reads the one that goes on. */
export const becameThere = (from: CaseState, now: string): TakenOver['became'] => {
  const regulation = regulationOfCase(from);
  return scheduleCase(regulation, from).duties.flatMap((scheduled) => {
    const { basis, isOfCase, breachable, limit, history, current } = scheduled;
    if (basis !== 'law' || isOfCase) return [];
    const outcomeOf = ({ outcome, due }: Occurrence): TakenOver['became'][number]['outcome'] => {
      if (outcome === 'fulfilled') return 'met';
      // Only of a series a time is given up; any other was owed no more when it had passed.
      if (outcome === 'missed') return limit.kind === 'every' ? 'missed' : 'overdue';
      if (outcome !== 'open') return 'late';
      if (due === null || due >= now) return 'open';
      return breachable ? 'overdue' : 'due';
    };
    return (history.length > 0 ? history : [current])
      .filter(({ outcome, due }) => outcome !== 'ended' && (due !== null || outcome !== 'open'))
      .map((each) => ({
        ...keptOf(regulation, scheduled, each),
        outcome: outcomeOf(each),
        due: each.due,
        ...(each.completedAt === null ? {} : { at: each.completedAt }),
      }));
  });
};
