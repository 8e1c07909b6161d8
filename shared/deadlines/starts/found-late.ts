import type { CaseState } from '../../case/state.ts';
import { settingsOf } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { add, type Instant } from '../../time/instants.ts';
import type { Chosen } from '../choose-due.ts';
import { knewAt } from './beginnings.ts';

/** The setting with the office's own target for 定级. */
const GRADE_TARGET = 'targetConfirmGrade';

/**
 * What had passed already: when the bureau found the matter (发现时已逾期), when it determined the level in time
 * (定级时已逾期), when the level was raised (升级时已逾期). Whatever else has passed is plainly overdue.
 */
export type FoundLate = 'discovery' | 'grading' | 'raise';

/** By when the level has to be determined by the office's own target; null: it has set none. */
export const gradeTargetAt = (regulation: Regulation, state: CaseState): Instant | null => {
  const target = settingsOf(regulation)[GRADE_TARGET];
  return typeof target === 'string' ? add(knewAt(state), target, regulation.zone) : null;
};

const wasGradedInTime = (regulation: Regulation, state: CaseState): boolean => {
  const by = gradeTargetAt(regulation, state);
  return by !== null && state.confirmedAt !== null && state.confirmedAt <= by;
};

/** Whether a due instant had passed before anybody could be blamed for it, and since when; null otherwise. */
export const foundLateAt = (
  regulation: Regulation,
  state: CaseState,
  { start, segment, term }: Chosen,
  due: Instant,
): FoundLate | null => {
  const isRaise = segment.kind === 'raised' || segment.kind === 'corrected';
  const raised = isRaise && due <= segment.at;
  // What a flag or a source brought up before the raise was no limit of this level yet.
  const isKnownBefore = segment.at > start.foundAt && due > knewAt(state);
  if (due <= start.foundAt && !(raised && isKnownBefore)) return 'discovery';
  if (raised) return 'raise';
  const isGraded =
    term.withoutDetermination !== true &&
    state.confirmedAt !== null &&
    due <= state.confirmedAt &&
    wasGradedInTime(regulation, state);
  return isGraded ? 'grading' : null;
};
