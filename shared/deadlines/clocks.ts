import { settingsOf } from '../regulations/lookup.ts';
import type { Duty, Regulation, Term } from '../regulations/schema.ts';
import { resolveLimit } from './limits.ts';

export interface ClockedDuty {
  duty: Duty;
  term: Term;
}

const hasClock = (regulation: Regulation, duty: Duty, term: Term): boolean => {
  const limit = resolveLimit(regulation, term.limit);
  if (limit.kind === 'ongoing') return false;
  if (limit.kind !== 'prompt') return true;
  return duty.ownTarget !== undefined && settingsOf(regulation)[duty.ownTarget] !== null;
};

/** The duties that can have a clock at a level: the branches of its state machine. 及时 has none without the bureau's own target. */
export const clockedDuties = (regulation: Regulation, level: string): ClockedDuty[] =>
  regulation.duties.flatMap((duty) => {
    const term = duty.terms.find((each) => each.levels.includes(level) && hasClock(regulation, duty, each));
    return term === undefined ? [] : [{ duty, term }];
  });

/**
 * After so many stages that were enforced a case's clocks are scheduled anew, as they are every day: what one schedule can
 * add to an execution's history is bounded, however often a ladder speaks.
 */
export const STAGES_PER_SCHEDULE = 200;
export const isScheduleFull = (enforcedBefore: number, enforced: number): boolean =>
  Math.floor(enforced / STAGES_PER_SCHEDULE) > Math.floor(enforcedBefore / STAGES_PER_SCHEDULE);
