import type { CaseState } from '../../../shared/case/state.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { createReplyParts } from '../../reply-parts.ts';

const STATES = { open: '处置中', concluded: '已结报', archived: '已归档' } as const;

/** What a case and its line in the list both begin with. */
export const caseHead = (regulation: Regulation, state: CaseState) => {
  const { level, named } = createReplyParts(regulation);
  return {
    case: state.caseId,
    title: state.title,
    state: state.status,
    stateText: STATES[state.status],
    warningLevel: level(state.warningLevel),
    handlingLevel: level(state.handlingLevel),
    provisional: state.provisional,
    unit: state.unit === null ? null : named(regulation.units, state.unit),
  };
};
