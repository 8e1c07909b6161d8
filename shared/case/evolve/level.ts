import type { LEVEL } from '../events/level.ts';
import type { EventOf } from '../events.ts';
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

type Basis = Pick<EventOf<'GradeConfirmed'>, 'byReference' | 'override'>;
/** The case at a warning level and a handling level that somebody has set. */
const withLevels = (
  state: CaseState,
  { warning, handling }: { warning: string; handling: string },
  { byReference, override }: Basis,
): CaseState => ({
  ...state,
  warningLevel: warning,
  handlingLevel: handling,
  byReference: byReference ?? null,
  handlingOverride: override ?? null,
  generation: nextGeneration(state, handling),
});

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

  GradeConfirmed: (state, { level: warning, handling, ...basis }, { at }) =>
    withSegment(
      { ...withLevels(state, { warning, handling }, basis), provisional: false, confirmedAt: at },
      handling,
      at,
      'initial',
    ),

  LevelChanged: (state, { to: warning, handlingTo: handling, direction, authority, ...basis }, { at }) => {
    // A rule of reference follows from a fact; it confirms nobody's grade.
    const follows = authority === 'reference';
    return withSegment(
      {
        ...withLevels(state, { warning, handling }, basis),
        lowering: null,
        provisional: follows ? state.provisional : false,
        confirmedAt: follows ? state.confirmedAt : (state.confirmedAt ?? at),
      },
      handling,
      at,
      // A new source that itself sets the level starts the 收到 clock at its receipt, not at the raise (X28).
      direction === 'lowered' ? 'lowered' : follows ? 'initial' : 'raised',
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
