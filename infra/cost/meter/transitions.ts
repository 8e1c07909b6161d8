import type { HistoryEvent } from '../../local/engine/engine.ts';

const ENTERED = /^[A-Z][a-z]+StateEntered$/;
/** What begins a try of a state that can be tried again. */
const TRIED = new Set(['TaskScheduled', 'ParallelStateStarted', 'MapStateStarted']);

/**
 * The state transitions that AWS bills for one execution: every state entered, and every retry
 * (aws.amazon.com/step-functions/pricing). `events` must be the whole history.
 */
export const countTransitions = (events: readonly HistoryEvent[]): number => {
  const tries = new Map<string, number>();
  let transitions = 0;
  for (const { type, stateName = '' } of events) {
    if (ENTERED.test(type)) {
      transitions += 1;
      tries.set(stateName, 0);
    } else if (TRIED.has(type)) {
      const before = tries.get(stateName) ?? 0;
      if (before > 0) transitions += 1;
      tries.set(stateName, before + 1);
    }
  }
  return transitions;
};
