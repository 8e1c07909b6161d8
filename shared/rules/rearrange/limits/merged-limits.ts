import type { CaseState } from '../../../case/state.ts';
import { isDone } from '../../../deadlines/occurrences/occurrence.ts';
import { scheduleCase } from '../../../deadlines/schedule.ts';
import { mayMove, type ScheduledDuty } from '../../../deadlines/scheduled-duty.ts';
import { regulationOfCase } from '../../../regulations/index.ts';
import type { Instant } from '../../../time/instants.ts';
import { isOpen, matchesOf } from './matching.ts';

/**
 * What becomes of a limit of two cases that are merged. `same`: the case that goes on owes it by the same instant as before; `earlier`:
 * by an earlier one; `begins`: it owes it from now on; `answered`: it was done in the case that ends, which counts; `covered`: it was done
 * in the case that goes on, which counts for both; `ends`: neither asks for it any more.
 */
export interface MergedLimit {
  scheduled: ScheduledDuty;
  what: 'same' | 'earlier' | 'begins' | 'answered' | 'covered' | 'ends';
  /** By when it is owed in the merged case; null: by no instant, or no more. */
  due: Instant | null;
  /** By when the case that goes on owed it, and that which ends; null: it did not, or by no instant. */
  before: Instant | null;
  there: Instant | null;
  /** Both cases owe it, by an instant or not. */
  isShared: boolean;
  /** When it was done. */
  at: Instant | null;
  /** It was not done by the stricter limit of both. */
  late: boolean;
  /** Of what `ends`: what goes on without an end (随时) in its place; null: nothing does. */
  by: string | null;
  provisional: boolean;
}

/** One of the two cases, with what it owes. */
interface Part {
  of: CaseState;
  owed: ScheduledDuty[];
}
const partOf = (of: CaseState): Part => ({
  of,
  owed: scheduleCase(regulationOfCase(of), of).duties.filter(
    (each) => isOpen(each) && !each.isOfCase && each.limit.kind !== 'ongoing',
  ),
});

const isSame = (one: ScheduledDuty, other: ScheduledDuty): boolean =>
  one.duty === other.duty && one.unit === other.unit && one.current.occurrence === other.current.occurrence;
const earliest = (owed: readonly ScheduledDuty[]): Instant | null =>
  owed.flatMap(({ current: { due } }) => due ?? []).sort()[0] ?? null;
/** The earlier of two; null: there is none. */
const isEarlier = (due: Instant | null, before: Instant | null): boolean =>
  due !== null && (before === null || due < before);

/**
 * What becomes of every limit that runs in either of two cases. `into`: the case that goes on, as it stands; `merged`: as it will stand
 * once it has taken over; `from`: the case that ends.
 */
export const mergedLimits = (into: CaseState, merged: CaseState, from: CaseState): MergedLimit[] => {
  const regulation = regulationOfCase(merged);
  const [own, theirs] = [partOf(into), partOf(from)];
  const matching = ({ of }: Part, scheduled: ScheduledDuty): ScheduledDuty[] =>
    matchesOf(regulation, merged, of, scheduled);
  const standingFor = (part: Part, target: ScheduledDuty): ScheduledDuty[] =>
    part.owed.filter((each) => matching(part, each).some((match) => isSame(match, target)));

  const running = partOf(merged).owed.map((scheduled): MergedLimit => {
    const mine = standingFor(own, scheduled);
    const others = standingFor(theirs, scheduled);
    const [before, due] = [earliest(mine), scheduled.current.due];
    const known = isEarlier(due, before) ? ('earlier' as const) : ('same' as const);
    return {
      scheduled,
      what: mine.length === 0 ? 'begins' : known,
      ...{ due, before, there: earliest(others), at: null, late: false, by: null },
      isShared: mine.length > 0 && others.length > 0,
      provisional: mayMove(scheduled),
    };
  });

  const over = (part: Part, what: 'answered' | 'covered'): MergedLimit[] =>
    part.owed.flatMap((scheduled) => {
      const matches = matching(part, scheduled);
      const open = matches.filter(isOpen);
      if (open.some(({ limit }) => limit.kind !== 'ongoing')) return [];
      const done = matches.find(({ current }) => isDone(current));
      const { due } = scheduled.current;
      return {
        scheduled,
        what: done === undefined ? ('ends' as const) : what,
        due: null,
        ...(part === own ? { before: due, there: null } : { before: null, there: due }),
        at: done?.current.completedAt ?? null,
        late: done?.current.outcome === 'fulfilledLate',
        by: open[0]?.name ?? null,
        ...{ isShared: false, provisional: false },
      };
    });
  const answered = over(own, 'answered');
  const covered = over(theirs, 'covered').filter(
    ({ scheduled }) => !answered.some((each) => each.scheduled.duty === scheduled.duty),
  );
  return [...running, ...answered, ...covered];
};
