import type { CaseState } from '../../case/state.ts';
import type { Duty } from '../../regulations/schema.ts';
import type { Instant } from '../../time/instants.ts';
import { type Completion, completionOf, keyOf, type OwedTo, single, together } from './completion.ts';

// What is met by telling its receivers: by texts that reached them, or by telephone.

const RELEASED = 'released';
/** The stage of a notice that carries a warning as released; whenever the case is handed to a unit it is told anew. */
export const releasedStage = (handed?: { unit: string; version: number }): string =>
  handed === undefined ? RELEASED : `${RELEASED}-${handed.unit}-${handed.version}`;
/** Whether a notice carries a warning that somebody has released. */
export const isReleased = (stage: string | undefined): boolean => stage?.startsWith(RELEASED) === true;

/** Each time that a role was told of a duty (`duty#occurrence`), by a text or by telephone; `stage`: of the notice. */
export const toldOf = (state: CaseState, key: string, role: string): (Completion & { stage: string })[] => [
  ...Object.entries(state.reached[key]?.[role] ?? {}).flatMap(([stage, at]) =>
    single(at).map((told) => ({ ...told, stage })),
  ),
  ...state.calls
    .filter(
      ({ notice, unassigned }) =>
        !unassigned &&
        notice.beside !== true &&
        notice.role === role &&
        `${notice.duty}#${notice.occurrence ?? '1'}` === key,
    )
    .map((call) => ({ ...completionOf(state)(call), stage: call.notice.stage ?? call.notice.template })),
];

/**
 * When all receivers were told by notices; of a warning only by those with its released text, unless `anyText`. By the first
 * that is said to have told each, and by the first that is on record: one of them may still have to be verified.
 */
export const allTold = (state: CaseState, key: string, { receivers }: OwedTo, needsRelease: boolean) => {
  const told = receivers.map((role) =>
    toldOf(state, key, role).filter(({ stage }) => !needsRelease || isReleased(stage)),
  );
  const first = (by: 'at' | 'recordedAt'): Completion[] =>
    told.map((each) => each.reduce((best, next) => (next[by] < best[by] ? next : best)));
  const passed = state.passed[key]?.due;
  const isTold = told.length > 0 && told.every((each) => each.length > 0);
  return {
    whole: isTold ? [together(first('at'), passed), together(first('recordedAt'), passed)] : [],
    left: receivers.filter((_, index) => told[index]!.length === 0),
  };
};

/** When all receivers had a text, be it the bare one of a warning that nobody had released. */
export const firstTold = (state: CaseState, duty: Duty, owed: OwedTo): Instant | undefined =>
  allTold(state, keyOf(duty, owed), owed, false).whole[0]?.at;
