import type { CaseState } from '../case/state.ts';
import { STATUS_IN_CHINESE } from '../workflows/looking.ts';
import { type Office, SYSTEM_ACTOR } from './office.ts';

/**
 * Gives an open case whose execution died a new one, under a name of its own, scheduled from the log. A repeat, or another
 * who was quicker, starts nothing twice: the log takes each generation once. `status`: how that execution ended; `by`: who
 * noticed, as the file says it.
 */
export const restartClock = async (
  office: Office,
  state: CaseState,
  status: string,
  by: string,
): Promise<void> => {
  const { state: next } = await office.carryOut(state.caseId, SYSTEM_ACTOR, {
    type: 'ContinueClock',
    from: state.generation,
    reason: `流程已停止(${STATUS_IN_CHINESE[status] ?? status}),${by}重新启动`,
  });
  await office.clocks.start(next);
};
