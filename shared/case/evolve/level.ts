import type { LEVEL } from '../events/level.ts';
import type { CaseState, Segment } from '../state.ts';
import type { Applies } from './apply.ts';

/** A provisional grade and its confirmation are one first grading (第十四条 ①); later changes are 调整 (②). */
const withSegment = (state: CaseState, level: string, at: string, kind: Segment['kind']): CaseState =>
  state.segments.at(-1)?.level === level
    ? state
    : { ...state, segments: [...state.segments, { level, at, kind }] };

/** A new handling level runs in an execution of its own. */
const nextGeneration = (state: CaseState, handling: string): number =>
  state.handlingLevel === '' || state.handlingLevel === handling ? state.generation : state.generation + 1;

export const level: Applies<typeof LEVEL> = {
  CaseGraded: (state, { grade, handling, byReference, provisional }, { at }) =>
    withSegment(
      {
        ...state,
        warningLevel: grade.level,
        handlingLevel: handling,
        byReference: byReference ?? null,
        provisional,
        grade: { score: grade.score, reasons: grade.reasons },
        suggestedLevel: grade.level,
        // Proposed on the facts before this item.
        lowering: null,
        confirmedAt: provisional ? state.confirmedAt : at,
        generation: nextGeneration(state, handling),
      },
      handling,
      at,
      'initial',
    ),

  GradeConfirmed: (state, event, { at }) =>
    withSegment(
      {
        ...state,
        warningLevel: event.level,
        handlingLevel: event.handling,
        byReference: event.byReference ?? null,
        handlingOverride: event.override ?? null,
        provisional: false,
        confirmedAt: at,
        generation: nextGeneration(state, event.handling),
      },
      event.handling,
      at,
      'initial',
    ),

  LevelChanged: (state, event, { at }) => {
    // A rule of reference follows from a fact; it confirms nobody's grade.
    const byReference = event.authority === 'reference';
    return withSegment(
      {
        ...state,
        warningLevel: event.to,
        handlingLevel: event.handlingTo,
        byReference: event.byReference ?? null,
        handlingOverride: event.override ?? null,
        lowering: null,
        provisional: byReference ? state.provisional : false,
        confirmedAt: byReference ? state.confirmedAt : (state.confirmedAt ?? at),
        generation: nextGeneration(state, event.handlingTo),
      },
      event.handlingTo,
      at,
      // A new source that itself sets the level starts the 收到 clock at its receipt, not at the raise (X28).
      event.direction === 'lowered' ? 'lowered' : byReference ? 'initial' : 'raised',
    );
  },

  LoweringProposed: (state, { type: _, ...proposal }, { at, actor }) => ({
    ...state,
    lowering: { ...proposal, by: actor, at },
  }),
  LoweringRejected: (state) => ({ ...state, lowering: null }),
  ResponseLevelSet: (state, event) => ({ ...state, responseLevel: event.level }),

  CaseRated: (state, { scale, level: given }, { at }) => ({
    ...state,
    ratings: {
      ...state.ratings,
      [scale]: { level: given, given: [...(state.ratings[scale]?.given ?? []), at] },
    },
  }),
};
