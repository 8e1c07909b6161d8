import type { CaseState } from '../../shared/case/state.ts';
import { isStillOwed, scheduleCase } from '../../shared/deadlines/schedule.ts';
import { createClocks } from '../../shared/office/clocks.ts';
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

/** A clock this late has stopped: its branch should have acted. */
const STOPPED_AFTER_MILLISECONDS = 5 * 60_000;

/**
 * Sees to the clock of a case: starts the execution that is gone, restarts the one that died, wakes the one whose schedule
 * is old or whose clock stopped. Returns what was done. A concluded case that owes nothing outside and whose workflow is gone is archived in its place.
 */
export const createTendClock = ({ watches, workflows, office, now }: Dependencies) => {
  // Beside the office's clocks: these speak through the sweep's own client, which is more patient than a command may be.
  const clocks = createClocks({ watches, workflows });

  /** The board only says for which cases it is worth scheduling; if it lags, the next sweep sees. */
  const hasStopped = (state: CaseState, { boardAt }: BoardRow): boolean => {
    const limit = new Date(Date.parse(now()) - STOPPED_AFTER_MILLISECONDS).toISOString();
    if (boardAt >= limit) return false;
    const { duties } = scheduleCase(regulationOfCase(state), state);
    return duties.some(({ next }) => next !== null && next.at < limit);
  };

  const tendConcluded = async (state: CaseState): Promise<void> => {
    if ((await clocks.wake(state)) || (await clocks.describe(state)) === 'RUNNING') return;
    await office.carryOut(state.caseId, SYSTEM_ACTOR, { type: 'Archive' });
  };

  return async (state: CaseState, row: BoardRow): Promise<'started' | 'restarted' | 'woken' | undefined> => {
    const isOver = !isStillOwed(regulationOfCase(state), state);
    if (state.status === 'concluded' && isOver) await tendConcluded(state);
    if (isOver) return undefined;
    if (!clocks.isOwed(state)) {
      // An execution of the level before may still wait.
      await clocks.wake(state);
      return undefined;
    }
    const status = await clocks.describe(state);
    if (status === 'RUNNING') return (await clocks.wake(state, hasStopped(state, row))) ? 'woken' : undefined;
    if (status === 'NONE') {
      await clocks.start(state);
      return 'started';
    }
    await restartClock(office, state, status, '巡检');
    return 'restarted';
  };
};
