import { settingsOf } from '../regulations/lookup.ts';
import type { Duty, Regulation, Term } from '../regulations/schema.ts';

export interface ClockedDuty {
  duty: Duty;
  term: Term;
}

const hasClock = (regulation: Regulation, duty: Duty, { limit }: Term): boolean => {
  if (limit.kind === 'ongoing') return false;
  if (limit.kind !== 'prompt') return true;
  return duty.officeTarget !== undefined && settingsOf(regulation)[duty.officeTarget] !== null;
};

/** The duties that can have a clock at a level: the branches of its state machine. 及时 has none without an office target. */
export const clockedDuties = (regulation: Regulation, level: string): ClockedDuty[] =>
  regulation.duties.flatMap((duty) => {
    const term = duty.terms.find((each) => each.levels.includes(level) && hasClock(regulation, duty, each));
    return term === undefined ? [] : [{ duty, term }];
  });

/** How often a task is tried again (statemachines/retries.ts); each try adds failed, scheduled and started. */
export const TASK_RETRIES = 6;
const EVENTS_PER_RETRIED_TASK = 3 * TASK_RETRIES;
/** A loop of one branch: Choice 2, Wait 2, Task 5; and every retry there can be. */
const EVENTS_PER_LOOP = 9;
const EVENTS_PER_ENFORCEMENT = EVENTS_PER_LOOP + EVENTS_PER_RETRIED_TASK;
/** Of one branch in one plan: Pass 2, Choice 2, and a Wait entered and aborted or an end, 2. */
const EVENTS_PER_BRANCH = 6;
/**
 * Of one duty in one plan: one more loop, since an enforcement that found nothing to do leaves no event in the case's
 * log to be counted by.
 */
const EVENTS_PER_DUTY = EVENTS_PER_LOOP;
/** Plan 5, Choice 2, Parallel 4, watch 6, Choice 2, Fail 1; the start 3 and the end 8; and the retries of plan and watch. */
const EVENTS_PER_PLAN = 31 + 2 * EVENTS_PER_RETRIED_TASK;
export const HISTORY_LIMIT = 25_000;
/** A new execution begins at this count: what one plan can still add (see `worstWindow`) fits above it. */
export const CONTINUE_AT = 15_000;
/** Enforcements of one duty within one watch time-out (one day): reminders, due, the climb, and as many for a second occurrence. */
export const ENFORCEMENTS_PER_DAY = 16;

/** What runs in an execution. */
export interface Running {
  /** The branches with a clock, of whatever duty. */
  branches: number;
  /** The duties that can be enforced: one in its own branch, or several in the branch for all others. */
  duties: number;
}

/**
 * History events of an execution after `plans` plans and `enforced` enforcements: an upper bound. Each wake of the
 * branch for all others enforces one duty or several, or was for one that needed nothing more.
 */
export const historyBound = ({ branches, duties }: Running, plans: number, enforced: number): number =>
  plans * (EVENTS_PER_PLAN + branches * EVENTS_PER_BRANCH + duties * EVENTS_PER_DUTY) +
  enforced * EVENTS_PER_ENFORCEMENT;

/** What one more plan and the day it lasts at most can add. */
export const worstWindow = (running: Running): number =>
  historyBound(running, 1, running.duties * ENFORCEMENTS_PER_DAY);

export const mustContinue = (running: Running, plans: number, enforced: number): boolean =>
  historyBound(running, plans, enforced) >= CONTINUE_AT;
