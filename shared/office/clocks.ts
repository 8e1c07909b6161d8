import type { CaseState } from '../case/state.ts';
import type { Change } from '../contracts/workflow.ts';
import { isStillOwed, scheduleCase } from '../deadlines/schedule.ts';
import type { Watches } from '../records/watches.ts';
import { regulationOfCase } from '../regulations/index.ts';
import { levelOf } from '../regulations/lookup.ts';
import type { Workflows } from '../workflows/executions.ts';
import type { ExecutionStatus } from '../workflows/looking.ts';

/**
 * What a workflow must be woken for that was scheduled from that version, as that generation of the case's clocks. Null:
 * nothing that it does not know.
 */
export const changeSince = (
  state: CaseState,
  { generation, version }: { generation: number; version: number },
): Change | null => {
  if (generation === state.generation && version >= state.rearmedVersion) return null;
  if (!isStillOwed(regulationOfCase(state), state)) return 'CaseConcluded';
  return generation === state.generation ? 'CaseChanged' : 'LevelChanged';
};

/** A clock this late has stopped: its branch should have acted. */
const STOPPED_AFTER_MILLISECONDS = 5 * 60_000;
/** Before this instant everything that was to be done has been done, unless a clock has stopped. */
export const stoppedBefore = (now: string): string =>
  new Date(Date.parse(now) - STOPPED_AFTER_MILLISECONDS).toISOString();
/** Whether a step of the case's schedule is so late that its clock must have stopped. */
export const hasClockStopped = (state: CaseState, now: string): boolean =>
  scheduleCase(regulationOfCase(state), state).duties.some(
    ({ next }) => next !== null && next.at < stoppedBefore(now),
  );

/** Starts and wakes the clocks of cases. The log decides; a repeat starts and wakes nothing twice. */
export const createClocks = ({ watches, workflows }: { watches: Watches; workflows: Workflows }) => {
  const executionOf = ({ caseId, handlingLevel: level, generation }: CaseState) => ({
    caseId,
    level,
    generation,
  });
  /** By the version that the case was opened under: a newer one may not have its level any more. */
  const hasMachine = (state: CaseState): boolean =>
    levelOf(regulationOfCase(state), state.handlingLevel).clocked;
  const isOwed = (state: CaseState): boolean =>
    isStillOwed(regulationOfCase(state), state) && hasMachine(state);

  /** Starts the case's execution, unless it owes none: concluded with nothing owed outside, or at a level without clocks. */
  const start = async (state: CaseState): Promise<void> => {
    if (isOwed(state)) await workflows.start(executionOf(state));
  };

  /**
   * Tells the workflow that waits for this case what has changed, or, when its clock has stopped, to schedule again.
   * False: there is nothing to tell, or nobody waits any more.
   */
  const wake = async (state: CaseState, hasStopped = false): Promise<boolean> => {
    const watch = await watches.find(state.caseId);
    if (watch === undefined) return false;
    const change = changeSince(state, watch) ?? (hasStopped ? 'CaseChanged' : null);
    return change !== null && workflows.signal(watch.token, change);
  };

  return {
    isOwed,
    start,
    wake,
    /** Wakes the clocks of a case, or starts them when none are waiting. */
    arm: async (state: CaseState): Promise<void> => {
      if (!(await wake(state))) await start(state);
    },
    /** How the case's execution is; a level without clocks has none. */
    describe: async (state: CaseState): Promise<ExecutionStatus> =>
      hasMachine(state) ? workflows.describe(executionOf(state)) : 'NONE',
  };
};
export type Clocks = ReturnType<typeof createClocks>;
