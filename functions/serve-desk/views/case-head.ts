import { type CaseState, isSecret } from '../../../shared/case/state.ts';
import { jointUnits } from '../../../shared/case/units.ts';
import { countedApart } from '../../../shared/deadlines/counted-apart.ts';
import { isStillOwed } from '../../../shared/deadlines/schedule.ts';
import { GRADED_LATE, isGradedLate } from '../../../shared/deadlines/starts/grade-target.ts';
import { isStanding, withoutLimit } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { createReplyParts } from '../../reply-parts.ts';

const STATES = { open: '处置中', concluded: '已结报', archived: '已归档', merged: '已并案' } as const;

/**
 * How the level stands: only proposed (初判), for longer than the office's own target allows (定级迟延), determined late, or
 * determined. Empty: a matter that is never graded.
 */
export const gradingText = (regulation: Regulation, state: CaseState, now: string): string => {
  if (isStanding(regulation, state.handlingLevel)) return '';
  const isLate = isGradedLate(regulation, state, now);
  if (state.provisional) return isLate ? `初判·${GRADED_LATE}` : '初判';
  return isLate ? `已定级(${GRADED_LATE})` : '已定级';
};
const stateText = (regulation: Regulation, state: CaseState): string =>
  state.status === 'concluded' && isStillOwed(regulation, state) ? '已结报·尚欠上报' : STATES[state.status];

/** What a case and its line in the list both begin with. */
export const caseHead = (regulation: Regulation, state: CaseState, now: string) => {
  const { level, named } = createReplyParts(regulation);
  return {
    case: state.caseId,
    title: state.title,
    state: state.status,
    stateText: stateText(regulation, state),
    warningLevel: level(state.warningLevel),
    handlingLevel: level(state.handlingLevel),
    withoutLimit: withoutLimit(regulation, state.handlingLevel),
    provisional: state.provisional,
    gradingText: gradingText(regulation, state, now),
    ...countedApart(regulation, state, now),
    unit: state.unit === null ? null : named(regulation.units, state.unit),
    jointUnits: jointUnits(state).map((unit) => named(regulation.units, unit)),
    secret: isSecret(state),
  };
};
