import type { PHASES } from '../events/phases.ts';
import type { Applies } from './apply.ts';

export const phases: Applies<typeof PHASES> = {
  CalmDeclared: (state, { calmedAt }, { at, actor }) => ({
    ...state,
    outbreaks: [
      ...state.outbreaks.slice(0, -1),
      { ...state.outbreaks.at(-1)!, calmedAt, calmBy: actor.role },
    ],
    recordedAt: { ...state.recordedAt, calmedAt: at },
  }),
  CaseRekindled: (state, { outbreakAt }, { at }) => ({
    ...state,
    outbreaks: [...state.outbreaks, { at: outbreakAt, calmedAt: null, calmBy: null, lapsed: [] }],
    recordedAt: { ...state.recordedAt, outbreakAt: at },
  }),
  CaseConcluded: (state, _, { at }) => ({ ...state, status: 'concluded', concludedAt: at, lowering: null }),
  ReviewFiled: (state, _, { at }) => ({ ...state, reviewedAt: at }),
  CaseArchived: (state, _, { at }) => ({ ...state, status: 'archived', archivedAt: at }),
};
