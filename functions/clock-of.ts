import { type Clock, NO_CLOCK } from '../shared/contracts/workflow.ts';
import type { Plan, PlannedDuty } from '../shared/deadlines/schedule.ts';
import type { Step } from '../shared/deadlines/steps.ts';

/** A duty that waits for something. */
export type WaitingDuty = PlannedDuty & { next: Step };

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

/**
 * The duties that wait for something and have no branch in the execution's definition: those of the regulation version
 * that the case was opened under which the version that the definition was made from no longer has. A duty for which
 * nothing is planned, such as 及时 without an office target, is not among them.
 */
export const waitingOutside = (branches: readonly string[], { duties }: Plan): WaitingDuty[] =>
  duties.filter(
    (planned): planned is WaitingDuty => planned.next !== null && !branches.includes(planned.duty),
  );

/** What comes first among these duties; nothing when there are none. */
export const earliestClock = (waiting: readonly WaitingDuty[]): Clock =>
  clockOf(
    waiting.reduce<WaitingDuty | undefined>(
      (first, each) => (first === undefined || each.next.at < first.next.at ? each : first),
      undefined,
    ),
  );
