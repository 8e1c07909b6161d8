import { type Clock, NO_CLOCK } from '../shared/contracts/workflow.ts';
import type { PlannedDuty } from '../shared/deadlines/plan.ts';

/** What a branch of the workflow waits for: the duty's next step, or nothing. */
export const clockOf = (planned: PlannedDuty | undefined): Clock => {
  const next = planned?.next;
  if (planned === undefined || next === null || next === undefined) return NO_CLOCK;
  return {
    stage: next.stage,
    at: next.at,
    occurrence: planned.current.occurrence,
    index: next.index,
    due: next.due,
  };
};
