import type { Regulation } from '../../regulations/schema.ts';
import { dayOf } from '../../time/working-days.ts';
import { calendar } from './lists.ts';
import { needsHolidayLists } from './reading.ts';

/** The list of the next year is asked for from this day on; the State Council has it out in November as a rule. */
const ASKED_FROM = '11-15';
const DAYS_BETWEEN = 7;
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/**
 * Which year's holiday list somebody has to enter at `at`, and the period in which that is asked once: weekly before the year, then
 * daily. Undefined: none is missing that the regulation counts by.
 */
export const missingList = (
  regulation: Regulation,
  at: string,
): { year: number; period: string } | undefined => {
  if (!needsHolidayLists(regulation)) return undefined;
  const day = dayOf(at, regulation.zone);
  const year = Number(day.slice(0, 4));
  if (!calendar.isKnown(year)) return { year, period: day };
  const from = `${year}-${ASKED_FROM}`;
  if (day < from || calendar.isKnown(year + 1)) return undefined;
  const weeks = Math.floor((Date.parse(day) - Date.parse(from)) / DAY_MILLISECONDS / DAYS_BETWEEN);
  return { year: year + 1, period: `week${weeks}` };
};
