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

/** Whoever reads it. */
type Reader = Pick<Notice, 'role' | 'unit'>;
/** Whether a unit reads it, and it is the unit that owes the duty: as a rule the 主办. */
export const isReadersUnit = (
  regulation: Regulation,
  state: CaseState,
  { role, unit = state.unit ?? undefined }: Reader,
  { responsible, unit: owing = state.unit ?? undefined }: ScheduledDuty,
): boolean => isPerUnit(regulation, role) && isPerUnit(regulation, responsible) && unit === owing;

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
  reader: Reader,
  now: Instant,
): ScheduledDuty | undefined => {
  const limits = owedDuties(regulation, state)
    .filter((duty) => isDueLater(duty, now))
    .sort(byDue);
  return limits.find((each) => isReadersUnit(regulation, state, reader, each)) ?? limits[0];
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
      (!isPerUnit(regulation, each.responsible) || isReadersUnit(regulation, state, notice, each)) &&
      !(each.awaitsGrade && isOutward(regulation, each)),
  );

/** What is to be done first where no number says by when: 定级 while the level is only proposed, then what is 立即. */
export const firstTask = (
  regulation: Regulation,
  state: CaseState,
  reader: Reader,
): ScheduledDuty | undefined => {
  const isUnits = isPerUnit(regulation, reader.role);
  const weight = ({ duty, limit }: ScheduledDuty): number =>
    (state.provisional && isGrading(regulation, duty) ? 2 : 0) + (limit.kind === 'immediate' ? 1 : 0);
  return owedDuties(regulation, state)
    .filter(
      (each) =>
        !each.isNotice &&
        (isUnits ? isReadersUnit(regulation, state, reader, each) : !isPerUnit(regulation, each.responsible)),
    )
    .sort((one, other) => weight(other) - weight(one))[0];
};
