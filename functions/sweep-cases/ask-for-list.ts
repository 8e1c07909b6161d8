import { calendar } from '../../shared/deadlines/days/lists.ts';
import { needsHolidayLists } from '../../shared/deadlines/days/reading.ts';
import { peopleFor } from '../../shared/notices/recipients.ts';
import { sendOnce } from '../../shared/notices/send-once.ts';
import type { Sms } from '../../shared/notices/sms.ts';
import { render } from '../../shared/notices/templates.ts';
import type { Deliveries } from '../../shared/records/deliveries.ts';
import { type Rosters, rosterIn } from '../../shared/records/roster.ts';
import { receiversOf } from '../../shared/regulations/lookup.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { isAskedNow } from '../../shared/time/night.ts';
import { dayOf } from '../../shared/time/working-days.ts';

interface Dependencies {
  rosters: Rosters;
  deliveries: Deliveries;
  sms: Sms;
  regulation: Regulation;
  now: () => string;
  onProblem: (what: string, error: unknown) => void;
}
/** Asks for the holiday list that is missing; returns how many people were asked. */
export type AskForList = () => Promise<number>;

/** The list of the next year is asked for from this day on; the State Council has it out in November as a rule. */
const ASKED_FROM = '11-15';
/** In these weeks once in so many days; once the year has begun daily. */
const DAYS_BETWEEN = 7;
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** Which list is to be asked for on a day, and under which name that is done once; undefined: none. */
const askedOn = (day: string): { year: number; period: string } | undefined => {
  const year = Number(day.slice(0, 4));
  if (!calendar.isKnown(year)) return { year, period: day };
  const from = `${year}-${ASKED_FROM}`;
  if (day < from || calendar.isKnown(year + 1)) return undefined;
  const weeks = Math.floor((Date.parse(day) - Date.parse(from)) / DAY_MILLISECONDS / DAYS_BETWEEN);
  return { year: year + 1, period: `week${weeks}` };
};

/**
 * A limit that counts working days, or may end on a day of rest, is only 暂定 while the year's list is missing: the
 * administrator and the head of the office are asked for it, by day. A person gets one message a period, whatever is repeated.
 */
export const createAskForList = ({
  rosters,
  deliveries,
  sms,
  regulation,
  now,
  onProblem,
}: Dependencies): AskForList => {
  const once = { deliveries, now };
  return async () => {
    const at = now();
    const asked = needsHolidayLists(regulation) ? askedOn(dayOf(at, regulation.zone)) : undefined;
    if (asked === undefined || !isAskedNow(at, regulation.zone)) return 0;
    const year = String(asked.year);
    const message = render('holidayList', { sign: regulation.smsSignature, year });
    const people = peopleFor(
      regulation,
      rosterIn(await rosters.read()),
      receiversOf(regulation, 'holidayList'),
    );
    const group = `HOLIDAYS#${year}#${asked.period}`;
    let told = 0;
    for (const { mobile } of people) {
      const sent = await sendOnce(once, group, mobile, () => sms.send(mobile, message));
      if ('error' in sent) onProblem('holiday list', sent.error);
      else told += 1;
    }
    return told;
  };
};
