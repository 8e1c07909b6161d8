import { needsHolidayLists } from '../../shared/deadlines/days/reading.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import type { Calendar, Day } from '../../shared/time/calendar.ts';
import { missingLists } from './calendar-check.ts';

/** The bureau's own day at an instant. */
export const dayIn = (zone: string, instant: Date): Day =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(instant);

/**
 * What to say before the bureau runs or is deployed; empty when no holiday list is missing that its limits need. It runs all
 * the same: what the missing list may move is 暂定 until it comes, and the sweep asks for it.
 */
export const calendarWarning = (
  regulation: Regulation,
  now: Date,
  { isKnown }: Pick<Calendar, 'isKnown'>,
): string => {
  const message = needsHolidayLists(regulation) ? missingLists(dayIn(regulation.zone, now), isKnown) : '';
  return message === '' ? '' : `注意:${message}`;
};
