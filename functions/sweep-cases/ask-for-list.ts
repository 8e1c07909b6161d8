import { missingList } from '../../shared/deadlines/days/missing-list.ts';
import type { DispatchNotices } from '../../shared/notices/dispatch.ts';
import { peopleFor } from '../../shared/notices/recipients.ts';
import { type Rosters, rosterIn } from '../../shared/records/roster.ts';
import type { Deliveries } from '../../shared/records/texts/deliveries.ts';
import type { Mailboxes } from '../../shared/records/texts/mailboxes.ts';
import { dayPlanOf, isAskedNow } from '../../shared/regulations/day.ts';
import { receiversOf } from '../../shared/regulations/lookup.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';

interface Dependencies {
  rosters: Rosters;
  deliveries: Deliveries;
  mailboxes: Mailboxes;
  dispatch: DispatchNotices;
  regulation: Regulation;
  now: () => string;
}
/** Asks for the holiday list that is missing; returns how many people were asked. */
export type AskForList = () => Promise<number>;

/** The claim on one period's question. */
const ASKED = 'asked';
/**
 * A limit that counts working days, or may end on a day of rest, is only 暂定 while the year's list is missing: the
 * administrator and the head of the office are asked for it, by day. A person gets one message a period, whatever is repeated.
 */
export const createAskForList = ({
  rosters,
  deliveries,
  mailboxes,
  dispatch,
  regulation,
  now,
}: Dependencies): AskForList => {
  return async () => {
    const at = now();
    const asked = missingList(regulation, at);
    if (asked === undefined || !isAskedNow(dayPlanOf(regulation), at)) return 0;
    const year = String(asked.year);
    const group = `HOLIDAYS#${year}#${asked.period}`;
    if (!(await deliveries.claim(group, ASKED, at)).mine) return 0;
    const roster = rosterIn(await rosters.read());
    const people = peopleFor(regulation, roster, receiversOf(regulation, 'holidayList'));
    const about = { group, template: 'holidayList', variables: { year } };
    for (const { id, name, mobile } of people)
      await mailboxes.put({ mobile, person: id, name, address: id, tries: 0, at, about });
    await deliveries.confirm(group, ASKED, at, '');
    if (people.length > 0) await dispatch();
    return people.length;
  };
};
