import type { Calendar, Day } from '../shared/deadlines/calendar.ts';
import type { Regulation } from '../shared/regulations/schema.ts';
import { termsOf } from '../shared/regulations/terms.ts';
import { calendarFaults } from './calendar-check.ts';
import { DeploymentRefused } from './settings.ts';

/** Whether any limit is counted in working days or office hours, so that holidays move it. */
export const countsWorkingTime = (regulation: Regulation): boolean =>
  termsOf(regulation).some(({ term: { limit } }) => {
    if (limit.kind !== 'within') return false;
    const lengths = [limit.within, limit.extension?.upTo];
    return limit.deferral !== undefined || lengths.some((length) => length?.endsWith('WD'));
  });

/** The bureau's own day at an instant. */
export const dayIn = (zone: string, instant: Date): Day =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(instant);

type Known = Pick<Calendar, 'isKnown'>;
const faultsFor = (regulation: Regulation, now: Date, { isKnown }: Known) =>
  countsWorkingTime(regulation) ? calendarFaults(dayIn(regulation.zone, now), isKnown) : undefined;

/** What to say before the bureau runs on this machine; empty when no holiday list is missing that its limits need. */
export const calendarWarning = (regulation: Regulation, now: Date, calendar: Known): string => {
  const { message = '' } = faultsFor(regulation, now, calendar) ?? {};
  return message === '' ? '' : `注意:${message}`;
};

/** The same before a deployment. Throws DeploymentRefused when a list is missing that is needed too soon. */
export const checkCalendar = (regulation: Regulation, now: Date, calendar: Known): string => {
  const faults = faultsFor(regulation, now, calendar);
  if (faults?.refuse) throw new DeploymentRefused(faults.message);
  return calendarWarning(regulation, now, calendar);
};
