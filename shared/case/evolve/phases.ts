import type { PHASES } from '../events/phases.ts';
import { type Applies, made } from './apply.ts';

export const phases: Applies<typeof PHASES> = {
  CalmDeclared: (state, { calmedAt, onBehalf }, meta) => ({
    ...state,
    outbreaks: [
      ...state.outbreaks.slice(0, -1),
      {
        ...state.outbreaks.at(-1)!,
        calmedAt,
        calmBy: onBehalf?.role ?? meta.actor.role,
        calm: made({ madeAt: calmedAt }, meta),
      },
    ],
    recordedAt: { ...state.recordedAt, calmedAt: meta.at },
  }),
  CaseRekindled: (state, { outbreakAt }, { at }) => ({
    ...state,
    outbreaks: [...state.outbreaks, { at: outbreakAt, calmedAt: null, calmBy: null, calm: null, lapsed: [] }],
    recordedAt: { ...state.recordedAt, outbreakAt: at },
  }),
  CaseConcluded: (state, _, { at }) => ({ ...state, status: 'concluded', concludedAt: at, lowering: null }),
  ReviewFiled: (state, event, meta) => ({ ...state, reviewedAt: meta.at, review: made(event, meta) }),
  CaseArchived: (state, _, { at }) => ({ ...state, status: 'archived', archivedAt: at }),
};
