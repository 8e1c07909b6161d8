import type { EventOf } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import { isNumeric } from '../../deadlines/limits.ts';
import { isDone, type Occurrence } from '../../deadlines/occurrences/occurrence.ts';
import { scheduleCase } from '../../deadlines/schedule.ts';
import type { ScheduledDuty } from '../../deadlines/scheduled-duty.ts';
import { receiptsOf } from '../../deadlines/starts/receipts.ts';
import { regulationOfCase } from '../../regulations/index.ts';
import type { Duty, Regulation } from '../../regulations/schema.ts';
import { termName } from '../labels/kept.ts';

// Of two cases that become one the stricter limits hold, and what was done for a receipt in either is done.

type TakenOver = EventOf<'CaseTakenOver'>;
type Limit = TakenOver['limits'][number];

const RUNNING: readonly ScheduledDuty['status'][] = ['open', 'held', 'listed'];
/** Whether it is owed now. */
export const isOpen = ({ status, current }: ScheduledDuty): boolean =>
  RUNNING.includes(status) && current.outcome === 'open';

/** A limit of one of the two that runs, or has passed and is still owed. */
export interface Pending {
  of: CaseState;
  scheduled: ScheduledDuty;
  due: string;
}
/** What a case owes by an instant; what only the case itself demands is brought to its end before. */
export const pendingIn = (state: CaseState): Pending[] =>
  scheduleCase(regulationOfCase(state), state).duties.flatMap((scheduled) => {
    const { due } = scheduled.current;
    return isOpen(scheduled) && due !== null && !scheduled.isOfCase ? [{ of: state, scheduled, due }] : [];
  });

const isOfReceipts = ({ recurs }: Duty): boolean => recurs === 'eachReceipt';

/** Under which number the merged case owes what a case owed for a receipt; undefined: for none that is there. */
const numberIn = (merged: CaseState, of: CaseState, duty: Duty, occurrence: string): string | undefined => {
  const receipt = receiptsOf(of, duty).find(({ number }) => number === occurrence);
  if (receipt === undefined) return undefined;
  const { at, recordedAt, by } = receipt.stated.at(-1)!;
  const [kind] = receipt.kinds;
  const place = merged.received.findLastIndex(
    (each) =>
      each.kind === kind &&
      (receipt.reference === undefined
        ? each.at === at && each.recordedAt === recordedAt && each.by.id === by.id
        : each.reference === receipt.reference),
  );
  return receiptsOf(merged, duty).find(({ places }) => places.includes(place))?.number;
};

/** The times of the merged case that may stand for one of a case that it was made of. */
export const matchesOf = (
  regulation: Regulation,
  merged: CaseState,
  of: CaseState,
  { duty: id, current: { occurrence }, unit = of.unit ?? undefined }: ScheduledDuty,
): ScheduledDuty[] => {
  const { duties } = scheduleCase(regulation, merged);
  const all = duties.filter(({ duty }) => duty === id);
  const duty = regulation.duties.find((each) => each.id === id);
  // At a higher level another duty may stand in its place.
  if (all.length === 0) return duties.filter((each) => duty?.replacedBy.includes(each.duty));
  // What each unit owes for itself it owes in the merged case too.
  if (duty?.recurs === 'eachUnit' && unit !== undefined)
    return all.filter((each) => (each.unit ?? merged.unit) === unit);
  if (duty === undefined || !isOfReceipts(duty)) return all;
  // Owed there without any receipt.
  if (!receiptsOf(of, duty).some((receipt) => receipt.number === occurrence)) return all;
  const number = numberIn(merged, of, duty, occurrence);
  return all.filter(({ current }) => current.occurrence === number);
};

/** Whether the merged case owes it no later, or has done it. */
const isCovered = ({ scheduled, due }: Pending, matches: readonly ScheduledDuty[], now: string): boolean => {
  const open = matches.filter(isOpen);
  // What passes while it is held is said to have passed when it is resumed: until then no excuse may come before it.
  const isUnsaid = scheduled.status === 'held' && scheduled.breachable && due < now;
  const isNoLater = ({ current, breachable, foundLate }: ScheduledDuty): boolean =>
    current.due !== null &&
    current.due <= due &&
    (!scheduled.breachable || breachable) &&
    (scheduled.foundLate !== null || foundLate === null || (current.due < due && !isUnsaid));
  if (open.some(isNoLater)) return true;
  return open.length === 0 && matches.some(({ current }) => isDone(current));
};

/** The limits of the two cases that would be later in the merged one as it is so far, each with where it is to hold. */
export const limitsTaken = (
  regulation: Regulation,
  merged: CaseState,
  pending: readonly Pending[],
): Limit[] => {
  const taken = new Map<string, Limit>();
  for (const each of pending) {
    const { of, scheduled, due } = each;
    const matches = matchesOf(regulation, merged, of, scheduled);
    if (isCovered(each, matches, merged.lastAt)) continue;
    // What only goes on (随时) is never late: no limit that has been broken is kept by it.
    const isBroken = scheduled.breachable && due < merged.lastAt;
    const [target] = matches
      .filter((match) => isOpen(match) && !(isBroken && match.limit.kind === 'ongoing'))
      .toSorted((one, other) => ((one.current.due ?? '~') < (other.current.due ?? '~') ? -1 : 1));
    if (target === undefined) continue;
    const { duty } = target;
    const { occurrence, due: before } = target.current;
    const key = `${duty}#${occurrence}`;
    const known = taken.get(key);
    if (known !== undefined && known.due <= due) continue;
    const mark = of.marks[`${scheduled.duty}#${scheduled.current.occurrence}`];
    taken.set(key, {
      duty,
      occurrence,
      ...termName(regulation, target),
      due,
      before,
      case: of.caseId,
      ...(scheduled.foundLate === null ? {} : { excused: true }),
      ...(scheduled.breachable ? { breaks: true } : {}),
      ...(mark?.due === due && duty === scheduled.duty ? { mark } : {}),
    });
  }
  return [...taken.values()];
};

/** Those that the merged case would owe later, or not at all. */
export const limitsLost = (
  regulation: Regulation,
  merged: CaseState,
  pending: readonly Pending[],
): Pending[] =>
  pending.filter(
    (each) => !isCovered(each, matchesOf(regulation, merged, each.of, each.scheduled), merged.lastAt),
  );

/** Whether what was done of a duty that is owed once counts for the merged case too: it was in time for both. */
const isInTime = ({ outcome, completedAt }: Occurrence, { current: { due } }: ScheduledDuty): boolean =>
  outcome === 'fulfilled' && (due === null || completedAt! <= due);

/** What was done in the case that ends, and is owed in the merged one as it is so far: there it is done too. */
export const answeredThere = (
  regulation: Regulation,
  merged: CaseState,
  from: CaseState,
): TakenOver['answered'] =>
  scheduleCase(regulationOfCase(from), from).duties.flatMap((scheduled) => {
    const { current, limit } = scheduled;
    const duty = regulation.duties.find(({ id }) => id === scheduled.duty);
    if (duty === undefined || limit.kind === 'every' || !isDone(current) || scheduled.isNotice) return [];
    if (duty.recurs !== undefined && duty.recurs !== 'eachUnit' && !isOfReceipts(duty)) return [];
    const open = matchesOf(regulation, merged, from, scheduled).filter(isOpen);
    // What a unit has reported for itself it has reported, and there is no number by which it could have been late.
    const isUnits = duty.recurs === 'eachUnit' && !isNumeric(limit);
    return open
      .filter((each) => isUnits || isOfReceipts(duty) || isInTime(current, each))
      .map(({ current: { occurrence, due } }) => ({
        duty: duty.id,
        occurrence,
        ...termName(regulation, scheduled),
        due,
        at: current.completedAt!,
        ...(isUnits || isInTime(current, { ...scheduled, current: { ...current, due } })
          ? {}
          : { late: true }),
      }));
  });

/** What became of the limits of the case that ends, for whoever reads the one that goes on. */
export const becameThere = (from: CaseState, now: string): TakenOver['became'] => {
  const regulation = regulationOfCase(from);
  return scheduleCase(regulation, from).duties.flatMap((scheduled) => {
    const { duty, basis, isOfCase, breachable, history, current } = scheduled;
    if (basis !== 'law' || isOfCase) return [];
    const outcomeOf = ({ outcome, due }: Occurrence): TakenOver['became'][number]['outcome'] => {
      if (outcome === 'fulfilled') return 'met';
      if (outcome === 'missed') return 'missed';
      if (outcome !== 'open') return 'late';
      return breachable && due !== null && due < now ? 'overdue' : 'open';
    };
    return (history.length > 0 ? history : [current])
      .filter(({ outcome, due }) => outcome !== 'ended' && (due !== null || outcome !== 'open'))
      .map((each) => ({
        duty,
        occurrence: each.occurrence,
        ...termName(regulation, scheduled),
        outcome: outcomeOf(each),
        due: each.due,
        ...(each.completedAt === null ? {} : { at: each.completedAt }),
      }));
  });
};
