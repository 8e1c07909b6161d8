import { type Clock, NO_CLOCK } from '../shared/contracts/workflow.ts';
import type { Schedule } from '../shared/deadlines/schedule.ts';
import type { ScheduledDuty } from '../shared/deadlines/scheduled-duty.ts';
import type { Step } from '../shared/deadlines/steps.ts';

/** A duty that waits for something. */
type WaitingDuty = ScheduledDuty & { next: Step };

/** What a branch of the workflow waits for: the duty's next step, or nothing. */
export const clockOf = (scheduled: ScheduledDuty | undefined): Clock => {
  const next = scheduled?.next;
  if (scheduled === undefined || next === null || next === undefined) return NO_CLOCK;
  return {
    stage: next.stage,
    at: next.at,
    occurrence: scheduled.current.occurrence,
    index: next.index,
    due: next.due,
  };
};

const isWaiting = (scheduled: ScheduledDuty): scheduled is WaitingDuty => scheduled.next !== null;

/** What the branch of one duty waits for: it may be owed several times at once, once for each 交办. */
export const clockOfBranch = (duty: string, { duties }: Schedule): Clock =>
  earliestClock(duties.filter((each) => each.duty === duty).filter(isWaiting));

/** How many times beyond the first the duties are owed that wait for something several times at once. */
export const owedAgain = ({ duties }: Schedule): number => {
  const waiting = duties.filter(isWaiting);
  return waiting.length - new Set(waiting.map(({ duty }) => duty)).size;
};

/**
 * The duties that wait for something and have no branch in the execution's definition: those of the regulation version
 * that the case was opened under which the version that the definition was made from no longer has. A duty for which
 * nothing is scheduled, such as 及时 without the bureau's own target, is not among them.
 */
export const waitingOutside = (branches: readonly string[], { duties }: Schedule): WaitingDuty[] =>
  duties.filter(isWaiting).filter(({ duty }) => !branches.includes(duty));

/** What comes first among these duties; nothing when there are none. */
export const earliestClock = (waiting: readonly WaitingDuty[]): Clock =>
  clockOf(
    waiting.reduce<WaitingDuty | undefined>(
      (first, each) => (first === undefined || each.next.at < first.next.at ? each : first),
      undefined,
    ),
  );
