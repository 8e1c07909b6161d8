import type { Notice } from '../case/events.ts';
import { asTold } from '../case/evolve/told.ts';
import type { CaseState } from '../case/state.ts';
import { isNumeric } from '../deadlines/limits.ts';
import { scheduleCase } from '../deadlines/schedule.ts';
import type { ScheduledDuty } from '../deadlines/scheduled-duty.ts';
import { isGrading, isPerUnit } from '../regulations/lookup.ts';
import type { Regulation } from '../regulations/schema.ts';
import { isOutward } from '../rules/limits/grade-first.ts';
import type { Instant } from '../time/instants.ts';

// What a text about the case as a whole names of all that is owed.

/** Whoever reads it, and when. */
interface Reader {
  role: string;
  now: Instant;
}

/** What has no clock and is to be done all the same stands there too; so does 定级, whose clock may lack its instant. */
const owedDuties = (regulation: Regulation, state: CaseState): ScheduledDuty[] =>
  scheduleCase(regulation, state).duties.filter(
    ({ duty, status, limit }) =>
      status === 'open' ||
      (status === 'listed' && limit.kind !== 'ongoing') ||
      (status === 'notStarted' && isGrading(regulation, duty)),
  );

const isDueLater = ({ limit, current: { due } }: ScheduledDuty, now: Instant): boolean =>
  isNumeric(limit) && due !== null && due > now;
const byDue = (one: ScheduledDuty, other: ScheduledDuty): number =>
  one.current.due! < other.current.due! ? -1 : 1;

/** The limit in numbers that comes first: of what the reader's own side owes, else of the case. Undefined: there is none to come. */
export const firstLimit = (
  regulation: Regulation,
  state: CaseState,
  { role, now }: Reader,
): ScheduledDuty | undefined => {
  const limits = owedDuties(regulation, state)
    .filter((duty) => isDueLater(duty, now))
    .sort(byDue);
  const isUnits = isPerUnit(regulation, role);
  return (isUnits ? limits.find((each) => isPerUnit(regulation, each.responsible)) : undefined) ?? limits[0];
};

/** The report that is made again and again from now on, the next one first; undefined where none is. */
export const nextOfSeries = (
  regulation: Regulation,
  state: CaseState,
  now: Instant,
): ScheduledDuty | undefined =>
  owedDuties(regulation, state)
    .filter((each) => each.limit.kind === 'every' && isDueLater(each, now))
    .sort(byDue)[0];

/**
 * What is 立即 for the reader's own post as soon as the notice has told him, also what begins with it (初报 with the warning). What waits
 * for the level is none of it.
 */
export const firstAtOnce = (
  regulation: Regulation,
  state: CaseState,
  notice: Notice,
  now: Instant,
): ScheduledDuty | undefined =>
  owedDuties(regulation, notice.duty === undefined ? state : asTold(state, notice, now)).find(
    (each) =>
      each.limit.kind === 'immediate' &&
      !each.isNotice &&
      each.responsible === notice.role &&
      (each.unit === undefined || each.unit === notice.unit) &&
      !(each.awaitsGrade && isOutward(regulation, each)),
  );

/** What is to be done first where no number says by when: 定级 while the level is only proposed, then what is 立即. */
export const firstTask = (
  regulation: Regulation,
  state: CaseState,
  role: string,
): ScheduledDuty | undefined => {
  const isUnits = isPerUnit(regulation, role);
  const weight = ({ duty, limit }: ScheduledDuty): number =>
    (state.provisional && isGrading(regulation, duty) ? 2 : 0) + (limit.kind === 'immediate' ? 1 : 0);
  return owedDuties(regulation, state)
    .filter((each) => !each.isNotice && isPerUnit(regulation, each.responsible) === isUnits)
    .sort((one, other) => weight(other) - weight(one))[0];
};
