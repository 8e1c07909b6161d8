import type { CaseState } from '../case/state.ts';
import { type Office, SYSTEM_ACTOR } from './office.ts';

/**
 * Gives an open case whose execution died a new one, under a name of its own, scheduled from the log. A repeat, or another
 * who was quicker, starts nothing twice: the log takes each generation once.
 */
export const restartClock = async (office: Office, state: CaseState, reason: string): Promise<void> => {
  const { state: next } = await office.carryOut(state.caseId, SYSTEM_ACTOR, {
    type: 'ContinueClock',
    from: state.generation,
    reason,
  });
  // Concluded meanwhile, or at a level without clocks: there is nothing to start.
  if (next.status === 'open' && office.hasMachine(next)) await office.start(next);
};
