import type { PHASES } from '../events/phases.ts';
import { rekindled } from '../outbreaks.ts';
import { type Applies, made } from './apply.ts';
import { stated } from './statements.ts';

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
  CaseRekindled: (state, { outbreakAt }, meta) => {
    const begun = rekindled(state, outbreakAt, meta.at);
    return { ...begun, statements: [...begun.statements, stated('outbreakAt', outbreakAt, meta)] };
  },
  ConclusionProposed: (state, { type: _, ...proposal }, { at, actor }) => ({
    ...state,
    conclusion: { ...proposal, by: actor, at },
  }),
  CaseConcluded: (state, _, { at }) => ({
    ...state,
    status: 'concluded',
    concludedAt: at,
    lowering: null,
    conclusion: null,
    // Proposed of a case that runs: once it is concluded, or opened again, it is proposed anew.
    merging: null,
  }),
  DutyReleased: (state, { type: _, ...release }, { at, actor, version }) => ({
    ...state,
    releases: [
      ...state.releases.filter(
        ({ duty, occurrence }) => duty !== release.duty || occurrence !== release.occurrence,
      ),
      { ...release, madeAt: at, recordedAt: at, entry: version, by: actor, parts: [], confirmed: null },
    ],
  }),
  ReleaseConfirmed: (state, { act }, { at, actor }) => ({
    ...state,
    releases: state.releases.map((each) =>
      each.entry === act ? { ...each, confirmed: { at, by: actor } } : each,
    ),
  }),
  ReleaseDocumented: (state, { act, document }) => ({
    ...state,
    releases: state.releases.map((each) => (each.entry === act ? { ...each, document } : each)),
  }),
  ReviewFiled: (state, event, meta) => ({ ...state, reviewedAt: meta.at, review: made(event, meta) }),
  CaseArchived: (state, _, { at }) => ({ ...state, status: 'archived', archivedAt: at }),
};
