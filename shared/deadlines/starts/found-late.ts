import type { CaseState } from '../../case/state.ts';
import { isTrue } from '../../regulations/conditions.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { earliest, type Instant } from '../../time/instants.ts';
import { boundSince } from '../breach.ts';
import type { Chosen } from '../choose-due.ts';
import { factsIn } from '../condition-facts.ts';
import { awaitsList } from '../days/lists.ts';
import { hasPassed } from '../days/owed.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import { knewAt } from './beginnings.ts';
import type { DutyOfCase } from './duty-of-case.ts';
import { gradeTargetAt } from './grade-target.ts';

/**
 * What had passed already: when the bureau found the matter, when it determined the level in time, when the level was raised,
 * when the holiday list came that a limit had waited for. Whatever else has passed is plainly overdue.
 */
export const FOUND_LATE = {
  discovery: '发现时已逾期',
  grading: '定级时已逾期',
  raise: '升级时已逾期',
  list: '名单到时已逾期',
} as const;
export type FoundLate = keyof typeof FOUND_LATE;
export interface Excuse {
  how: FoundLate;
  /** How long it had passed by then: when the matter was found, graded or raised, or the list came. */
  lagMilliseconds: number;
}

/** How it had passed already, and when that was. */
interface Found {
  how: FoundLate;
  at: Instant;
}

const isInTarget = (regulation: Regulation, state: CaseState, at: Instant): boolean => {
  const by = gradeTargetAt(regulation, state);
  return by !== null && at <= by;
};

/**
 * What a flag, source or rating makes owed whose limit had passed when it came into the file: a rating raised is a raise, what
 * was said within the office's target was found so; later than that it was known in time and entered late.
 */
const foundBySaying = (
  regulation: Regulation,
  state: CaseState,
  { segment, start }: Pick<Chosen, 'segment' | 'start'>,
): Found | null => {
  const saidAt = start.saidAt!;
  const facts = factsIn(regulation, state, segment);
  const isRaise = regulation.scales.some(({ id, defaults }) => {
    const given = state.ratings[id]?.given ?? [];
    return given.at(-1) === saidAt && (given.length > 1 || defaults.some(({ when }) => isTrue(when, facts)));
  });
  if (isRaise) return { how: 'raise', at: saidAt };
  return isInTarget(regulation, state, saidAt) ? { how: 'discovery', at: saidAt } : null;
};

/** Whether a due instant had passed before anybody could be blamed for it, and by when; null otherwise. */
const foundLateAt = (
  regulation: Regulation,
  state: CaseState,
  chosen: Chosen,
  due: Instant,
): Found | null => {
  const { start, segment } = chosen;
  if (due <= start.foundAt) return { how: 'discovery', at: start.foundAt };
  const isRaise = segment.kind === 'raised' || segment.kind === 'corrected';
  if (isRaise && due <= segment.at) return { how: 'raise', at: segment.at };
  if (start.saidAt !== undefined && due <= start.saidAt) return foundBySaying(regulation, state, chosen);
  const bound = boundSince(chosen, state);
  return bound !== null && due <= bound && isInTarget(regulation, state, bound)
    ? { how: 'grading', at: bound }
    : null;
};

/**
 * Of the times that a duty was owed those that nobody could keep, done since or not. What was done in time is none of them, and
 * neither is what the log has said to have passed.
 */
export const foundLates = (
  { regulation, state, duty }: DutyOfCase,
  chosen: Chosen,
  times: readonly Occurrence[],
): Record<string, Excuse> =>
  Object.fromEntries(
    times.flatMap((time) => {
      const { occurrence, due, outcome, lists } = time;
      if (due === null || outcome === 'fulfilled' || hasPassed(state, duty.id, time) || awaitsList(time))
        return [];
      // What was taken over could be kept in its own case, or could not be kept there either.
      const ceiling = state.ceilings[`${duty.id}#${occurrence}`];
      if (ceiling?.due === due && !ceiling.excused) return [];
      // What ran when something was entered had not passed by then.
      const kept = state.keptLimits[`${duty.id}#${occurrence}`] ?? [];
      if (kept.some((limit) => limit.due === due && limit.breaks)) return [];
      const listedAt = lists?.knownAt ?? '';
      const listed: Found | null = due <= listedAt ? { how: 'list', at: listedAt } : null;
      const found = foundLateAt(regulation, state, chosen, due) ?? listed;
      if (found === null) return [];
      const { how, at } = found;
      return [[occurrence, { how, lagMilliseconds: Date.parse(at) - Date.parse(due) }]];
    }),
  );

/**
 * The limit that ran when something was entered by which this time had passed before anybody could keep it: its own instant stays
 * beside that one, and can be missed. Null: there is none, or nobody could keep that one either.
 */
export const keptBeside = (
  { regulation, state, duty }: DutyOfCase,
  chosen: Chosen,
  { occurrence, due }: Occurrence,
  foundLate: Excuse | null,
): Instant | null => {
  const limits = state.keptLimits[`${duty.id}#${occurrence}`] ?? [];
  if (limits.length === 0 || due === null) return null;
  const passed = state.passed[`${duty.id}#${occurrence}`]?.due;
  if (passed !== undefined)
    return passed > due && limits.some((limit) => limit.due === passed) ? passed : null;
  if (foundLate === null) return null;
  // What ran as 暂定 may itself have passed by the time that its level was determined.
  const start = { ...chosen.start, foundAt: knewAt(state) };
  const canBeMissed = (limit: { due: Instant; breaks: boolean }): boolean =>
    limit.breaks || foundLateAt(regulation, state, { ...chosen, start }, limit.due) === null;
  const kept = limits.filter((limit) => limit.due > due && canBeMissed(limit));
  return earliest(kept.map((limit) => limit.due)) ?? null;
};

/** What was done before a raise, or what was found in time, made this owed is not late. */
export const owedSince = ({ regulation, state }: DutyOfCase, chosen: Chosen): Instant => {
  const { saidAt } = chosen.start;
  const isBlameless =
    saidAt !== undefined &&
    chosen.due !== null &&
    foundLateAt(regulation, state, chosen, chosen.due) !== null;
  return isBlameless ? saidAt : '';
};
