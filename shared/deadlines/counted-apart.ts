import { standingOf, unconfirmedActs } from '../case/standing.ts';
import type { CaseState } from '../case/state.ts';
import type { Regulation } from '../regulations/schema.ts';
import type { Instant } from '../time/instants.ts';
import { scheduleCase } from './schedule.ts';
import type { ScheduledDuty } from './scheduled-duty.ts';
import { isGradedLate } from './starts/grade-target.ts';

/** The entries of acts that were entered after a limit and that nobody has verified (逾期后补录,待核实), each with what it met. */
export const lateEntries = (duties: readonly ScheduledDuty[]): Map<number, ScheduledDuty[]> => {
  const late = new Map<number, ScheduledDuty[]>();
  for (const duty of duties)
    for (const { outcome, entry } of [duty.current, ...duty.history])
      if (outcome === 'lateEntry' && entry !== null) late.set(entry, [...(late.get(entry) ?? []), duty]);
  return late;
};

/** What a list of cases counts apart from what is in time and what is overdue, of one case at `now`. */
export const countedApart = (regulation: Regulation, state: CaseState, now: Instant) => ({
  unconfirmedActCount: unconfirmedActs(state).length,
  lateEntryCount: lateEntries(scheduleCase(regulation, state).duties).size,
  unapprovedActCount: state.publications.filter((act) => standingOf(state, act) === 'unapproved').length,
  gradedLate: isGradedLate(regulation, state, now),
});
