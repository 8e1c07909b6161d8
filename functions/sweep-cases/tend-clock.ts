import type { CaseState } from '../../shared/case/state.ts';
import { isStillOwed } from '../../shared/deadlines/schedule.ts';
import { createClocks, hasClockStopped, stoppedBefore } from '../../shared/office/clocks.ts';
import { type Office, SYSTEM_ACTOR } from '../../shared/office/office.ts';
import { restartClock } from '../../shared/office/restart-clock.ts';
import type { BoardRow } from '../../shared/records/cases.ts';
import type { Watches } from '../../shared/records/watches.ts';
import { regulationOfCase } from '../../shared/regulations/index.ts';
import type { Workflows } from '../../shared/workflows/executions.ts';

interface Dependencies {
  watches: Watches;
  workflows: Workflows;
  office: Office;
  now: () => string;
}

/** What was done about a clock, and whether it had stopped by itself: one that was never started, or went with a stopped machine, had not. */
interface Tended {
  done: 'started' | 'restarted' | 'woken' | undefined;
  isDead: boolean;
}
const NOTHING: Tended = { done: undefined, isDead: false };

/**
 * Sees to the clock of a case: starts the execution that is gone, restarts the one that died, wakes the one whose schedule
 * is old or whose clock stopped. Returns what was done. A concluded case that owes nothing outside and whose workflow is gone is archived in its place.
 */
export const createTendClock = ({ watches, workflows, office, now }: Dependencies) => {
  // Beside the office's clocks: these speak through the sweep's own client, which is more patient than a command may be.
  const clocks = createClocks({ watches, workflows });

  /** The board only says for which cases it is worth scheduling; if it lags, the next sweep sees. */
  const hasStopped = (state: CaseState, { boardAt }: BoardRow): boolean =>
    boardAt < stoppedBefore(now()) && hasClockStopped(state, now());

  const tendConcluded = async (state: CaseState): Promise<void> => {
    if ((await clocks.wake(state)) || (await clocks.describe(state)) === 'RUNNING') return;
    await office.carryOut(state.caseId, SYSTEM_ACTOR, { type: 'Archive' });
  };

  return async (state: CaseState, row: BoardRow): Promise<Tended> => {
    const isOver = !isStillOwed(regulationOfCase(state), state);
    if (state.status === 'concluded' && isOver) await tendConcluded(state);
    if (isOver) return NOTHING;
    if (!clocks.isOwed(state)) {
      // An execution of the level before may still wait.
      await clocks.wake(state);
      return NOTHING;
    }
    const status = await clocks.describe(state);
    if (status === 'RUNNING') {
      const isDead = hasStopped(state, row);
      return (await clocks.wake(state, isDead)) ? { done: 'woken', isDead } : { ...NOTHING, isDead };
    }
    if (status === 'NONE') {
      await clocks.start(state);
      return { done: 'started', isDead: false };
    }
    await restartClock(office, state, status, '巡检');
    return { done: 'restarted', isDead: true };
  };
};
