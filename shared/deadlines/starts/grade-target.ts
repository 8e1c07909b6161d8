import type { CaseState } from '../../case/state.ts';
import { isStanding, settingsOf } from '../../regulations/lookup.ts';
import { GRADE_TARGET_SETTING } from '../../regulations/reserved.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { add, type Instant } from '../../time/instants.ts';
import { knewAt } from './beginnings.ts';

/** What is said of a case whose level was determined after the office's own target, or is not determined when that is full. */
export const GRADED_LATE = '定级迟延';

/** By when the level has to be determined by the office's own target; null: it has set none. */
export const gradeTargetAt = (regulation: Regulation, state: CaseState): Instant | null => {
  // Of merged cases each was held by its own.
  if (state.gradeTarget !== undefined) return state.gradeTarget.by;
  const target = settingsOf(regulation)[GRADE_TARGET_SETTING];
  return typeof target === 'string' ? add(knewAt(state), target, regulation.zone) : null;
};

/** 定级迟延 at `now`: determined after the target, or undetermined when it is full. A matter that is never graded has none. */
export const isGradedLate = (regulation: Regulation, state: CaseState, now: Instant): boolean => {
  const by = gradeTargetAt(regulation, state);
  if (by === null || isStanding(regulation, state.handlingLevel)) return false;
  if (state.gradeTarget?.late === true) return true;
  return state.confirmedAt === null ? now >= by : state.confirmedAt > by;
};
