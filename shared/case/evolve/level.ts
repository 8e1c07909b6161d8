import type { LEVEL } from '../events/level.ts';
import type { EventOf } from '../events.ts';
import { RUNNING } from '../outbreaks.ts';
import type { Segment } from '../state/segment.ts';
import type { CaseState } from '../state.ts';
import type { Applies } from './apply.ts';

const isProposed = ({ standing }: Segment): boolean => standing === 'proposed';

/** A proposed level, and its determination at the same level, are one first grading (第十四条 ①); later changes are 调整 (②). */
const withSegment = (state: CaseState, segment: Segment): CaseState => {
  const last = state.segments.at(-1);
  if (last?.level !== segment.level) return { ...state, segments: [...state.segments, segment] };
  const { warning } = segment;
  return { ...state, segments: [...state.segments.slice(0, -1), { ...last, warning }] };
};

/** A level is determined: what was proposed above it is not adopted (初判未采纳), what lies below is part of it. */
const determined = (segments: readonly Segment[], notAdopted: readonly string[] = []): Segment[] =>
  segments.map((segment) =>
    isProposed(segment)
      ? { ...segment, standing: notAdopted.includes(segment.level) ? 'dropped' : 'determined' }
      : segment,
  );

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

/** Asked whether to raise the level, the office has answered. */
const answered = (state: CaseState, at: string): CaseState => ({
  ...state,
  regrades: state.regrades.map((each) => (each.answeredAt === null ? { ...each, answeredAt: at } : each)),
});

const KINDS = { lowered: 'lowered', raised: 'raised', same: 'corrected' } as const;
const kindOf = ({ authority, direction, newFact }: EventOf<'LevelChanged'>): Segment['kind'] => {
  // A new source that itself sets the level starts the 收到 clock at its receipt, not at the raise (X28).
  if (authority === 'reference' && direction !== 'lowered') return 'initial';
  return direction === 'raised' && newFact === undefined ? 'corrected' : KINDS[direction];
};

export const level: Applies<typeof LEVEL> = {
  CaseGraded: (state, { grade, handling, byReference, provisional, byUnit }, { at }) =>
    // What the table proposes now is more than what was asked.
    answered(
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
          conclusion: null,
          confirmedAt: provisional ? state.confirmedAt : at,
          generation: nextGeneration(state, handling),
        },
        {
          level: handling,
          warning: grade.level,
          at,
          kind: 'initial',
          standing: provisional ? 'proposed' : 'determined',
          ...(byUnit ? { unitsSince: at } : {}),
        },
      ),
      at,
    ),

  GradeConfirmed: (state, { level: warning, handling, notAdopted = [], ...basis }, { at }) =>
    answered(
      withSegment(
        {
          ...withLevels(state, { warning, handling }, basis),
          segments: determined(state.segments, notAdopted),
          // Below what was proposed: whatever comes at that level from now on is asked about.
          suggestedLevel: notAdopted.length > 0 ? warning : state.suggestedLevel,
          provisional: false,
          lowering: null,
          conclusion: null,
          confirmedAt: at,
        },
        {
          level: handling,
          warning,
          // What was proposed above it has reached it too.
          at: state.segments.find(({ level: each }) => notAdopted.includes(each))?.at ?? at,
          kind: 'initial',
          standing: 'determined',
        },
      ),
      at,
    ),

  LevelChanged: (state, event, { at }) => {
    const { to: warning, handlingTo: handling, authority, byReference, override } = event;
    // A rule of reference follows from a fact; it determines nobody's grade.
    const isProposal = authority === 'reference' && state.provisional;
    const changed = withLevels(state, { warning, handling }, { byReference, override });
    return answered(
      withSegment(
        {
          ...changed,
          lowering: null,
          conclusion: null,
          provisional: isProposal,
          segments: isProposal ? state.segments : determined(state.segments),
          suggestedLevel: event.direction === 'lowered' ? warning : state.suggestedLevel,
          confirmedAt: isProposal ? state.confirmedAt : (state.confirmedAt ?? at),
        },
        {
          level: handling,
          warning,
          at,
          kind: kindOf(event),
          standing: isProposal ? 'proposed' : 'determined',
        },
      ),
      at,
    );
  },

  GradeQuestioned: (state, { level: asked, spread }, { at }) => ({
    ...state,
    regrades: [
      ...state.regrades,
      { at, level: asked, answeredAt: null, ...(spread === undefined ? {} : { spread }) },
    ],
  }),
  GradeKept: (state, _, { at }) => answered(state, at),
  CalmLapsed: (state, { calmedAt }, { at }) => {
    const last = state.outbreaks.at(-1)!;
    const entry = last.calm!.entry;
    const running = { ...last, ...RUNNING, lapsed: [...last.lapsed, { from: calmedAt, to: at, entry }] };
    return { ...state, outbreaks: [...state.outbreaks.slice(0, -1), running] };
  },

  LoweringProposed: (state, { type: _, ...proposal }, { at, actor }) => ({
    ...state,
    lowering: { ...proposal, by: actor, at },
  }),
  LoweringRejected: (state) => ({ ...state, lowering: null }),
  ResponseLevelSet: (state, event) => ({ ...state, responseLevel: event.level }),

  CaseRated: (state, { scale, level: given }, { at, actor }) => ({
    ...state,
    ratings: {
      ...state.ratings,
      [scale]: {
        level: given,
        given: [...(state.ratings[scale]?.given ?? []), at],
        by: actor,
        warning: state.warningLevel,
      },
    },
  }),
};
