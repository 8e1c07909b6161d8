import { needsHolidayLists } from '../../shared/deadlines/days/reading.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import type { Calendar, Day } from '../../shared/time/calendar.ts';
import { calendarFaults } from './calendar-check.ts';
import { DeploymentRefused } from './settings.ts';

/** The bureau's own day at an instant. */
export const dayIn = (zone: string, instant: Date): Day =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(instant);

type Known = Pick<Calendar, 'isKnown'>;
const faultsFor = (regulation: Regulation, now: Date, { isKnown }: Known) =>
  needsHolidayLists(regulation) ? calendarFaults(dayIn(regulation.zone, now), isKnown) : undefined;

/** What to say before the bureau runs on this machine; empty when no holiday list is missing that its limits need. */
export const calendarWarning = (regulation: Regulation, now: Date, calendar: Known): string => {
  const { message = '' } = faultsFor(regulation, now, calendar) ?? {};
  return message === '' ? '' : `注意:${message}`;
};

/** The context by which whoever deploys says that a year's list has not been announced: `-c withoutCalendarOf=2027`. */
export const ACCEPTED = 'withoutCalendarOf';

/**
 * The same before a deployment. Throws DeploymentRefused when a list is missing that is needed too soon. `accepted`: the
 * year whose list is not to be had yet (they come in November or December); no longer once the year has begun.
 */
export const checkCalendar = (
  regulation: Regulation,
  now: Date,
  calendar: Known,
  accepted?: string,
): string => {
  const { refuse, missingYear, daysLeft, message } = faultsFor(regulation, now, calendar) ?? {};
  if (!refuse) return calendarWarning(regulation, now, calendar);
  if (daysLeft! <= 0) throw new DeploymentRefused(message);
  if (accepted === String(missingYear))
    return `注意:${message}\n已按 -c ${ACCEPTED}=${accepted} 照常部署,公布后请即填入。`;
  throw new DeploymentRefused(
    `${message}\n通知尚未公布而必须部署的,请加 -c ${ACCEPTED}=${missingYear};公布后须即填入并再次部署。`,
  );
};
