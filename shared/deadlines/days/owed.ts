import type { CaseState } from '../../case/state.ts';
import { earliest, type Instant } from '../../time/instants.ts';
import type { DutyOfCase } from '../starts/duty-of-case.ts';
import { type AwaitedLists, awaitedLists } from './lists.ts';

/** One time that a duty is owed. */
export interface Owed {
  occurrence: string;
  due: Instant | null;
  /** The holiday lists that its limit rests on, where one was missing when the case was opened. */
  lists?: AwaitedLists;
  /** The log has said that its limit passed unmet. */
  passed: boolean;
  /** `due` is no limit, but from when it holds (立即). */
  isMoment?: boolean;
  /** What was done, and entered, before this instant was not owed, and is not late. */
  owedSince?: Instant;
}
/** Whether the log has said that the limit of this time passed unmet. */
export const hasPassed = (
  state: Pick<CaseState, 'passed'>,
  duty: string,
  { occurrence }: { occurrence: string },
): boolean => state.passed[`${duty}#${occurrence}`] !== undefined;

/** Of which case a time was that was missed in one which was merged into this one, and under which name there; undefined: it is its own. */
export const elsewhereOf = (
  { takenOver }: Pick<CaseState, 'takenOver'>,
  occurrence: string,
): { of: string; occurrence: string } | undefined => {
  if (!takenOver.some(({ case: of }) => occurrence.startsWith(`${of}/`))) return undefined;
  // The last of several is the case itself: the others took it over in their turn.
  const [name = '', of = ''] = occurrence.split('/').toReversed();
  return { of, occurrence: name };
};

/** A limit that was taken over with another case holds where it is the stricter: then no holiday list moves it either. */
const underCeiling = (state: CaseState, key: string, given: Owed): Owed => {
  const owed = underKept(state, key, given);
  const ceiling = state.ceilings[key];
  const isInstead = ceiling?.insteadOf !== undefined && ceiling.insteadOf === owed.due;
  if (ceiling === undefined || (owed.due !== null && owed.due <= ceiling.due && !isInstead)) return owed;
  const { lists: _, ...rest } = owed;
  return { ...rest, due: ceiling.due };
};
const isDueAt =
  (instant: Instant) =>
  ({ due }: { due: Instant }): boolean =>
    due === instant;
/** A limit that ran is never later by what was entered since. */
const underKept = ({ keptLimits }: CaseState, key: string, owed: Owed): Owed => {
  const kept = earliest((keptLimits[key] ?? []).map(({ due }) => due));
  if (kept === undefined || (owed.due !== null && owed.due <= kept)) return owed;
  const { lists: _, ...rest } = owed;
  return { ...rest, due: kept };
};

/**
 * What is owed, by the limit under which the log has said that it passed; else as it is computed, or settled by hand while a
 * holiday list is missing (`lists`: the years whose lists it rests on).
 */
export const asPassed = (
  { state, duty }: DutyOfCase,
  occurrence: string,
  { due, lists }: { due: Instant | null; lists: readonly number[] },
): Owed => {
  const key = `${duty.id}#${occurrence}`;
  const passed = state.passed[key];
  if (passed !== undefined) {
    // What was missed is the limit that ran; what it would have been due by before that, here or in the other case, stands.
    const isKept = state.keptLimits[key]?.some(isDueAt(passed.due)) === true;
    const limit = isKept && due !== null && due < passed.due ? due : passed.due;
    // What had been missed in the other case too was so by the earlier of both limits.
    const ceiling = state.ceilings[key];
    const binds = isKept || (ceiling?.breaks === true && !ceiling.excused);
    const isEarlier = ceiling !== undefined && binds && ceiling.due < limit;
    return { occurrence, due: isEarlier ? ceiling.due : limit, passed: true };
  }
  const awaited = awaitedLists(state, lists);
  if (awaited === undefined) return underCeiling(state, key, { occurrence, due, passed: false });
  const settled = awaited.knownAt === null ? state.settledLimits[key] : undefined;
  return underCeiling(
    state,
    key,
    settled === undefined
      ? { occurrence, due, passed: false, lists: awaited }
      : { occurrence, due: settled.due, passed: false, lists: { missing: [], knownAt: settled.at } },
  );
};
