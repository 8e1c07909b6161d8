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

/** A loop of one branch: Choice, Wait and Task as AWS counts them (2 + 2 + 5), with room for three retries. */
const EVENTS_PER_ENFORCEMENT = 9 + 3 * 4;
/** Of one branch when a plan is made: Pass, Choice, then Wait entered or the end. */
const EVENTS_PER_BRANCH = 8;
/** Plan, Choice, Parallel, watch, the wake-up and the Catch, with room for three retries each. */
const EVENTS_PER_PLAN = 40;
export const HISTORY_LIMIT = 25_000;
/** A new execution begins at this count: what one plan can still add (see `worstWindow`) fits above it. */
const CONTINUE_AT = 15_000;
/** Enforcements of one duty within one watch time-out (one day): reminders, due, the climb, and as many for a second occurrence. */
const ENFORCEMENTS_PER_DAY = 16;

/** History events of an execution after `plans` plans and `enforced` enforcements: an upper bound. */
export const historyBound = (branches: number, plans: number, enforced: number): number =>
  plans * (EVENTS_PER_PLAN + branches * EVENTS_PER_BRANCH) + enforced * EVENTS_PER_ENFORCEMENT;

/** What one more plan and the day it lasts at most can add. */
export const worstWindow = (branches: number): number =>
  historyBound(branches, 1, branches * ENFORCEMENTS_PER_DAY);

export const mustContinue = (branches: number, plans: number, enforced: number): boolean =>
  historyBound(branches, plans, enforced) >= CONTINUE_AT;
