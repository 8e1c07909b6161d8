import type { CaseEvent } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import { calendar } from '../../deadlines/days/lists.ts';
import { needsHolidayLists } from '../../deadlines/days/reading.ts';
import type { Context } from '../context.ts';

/**
 * The holiday lists that have come into the program since the case was opened, or last learned of one: from this entry on its
 * limits count by them. A repeat, or a bureau whose limits no holiday moves, finds nothing to do.
 */
export const learnHolidayLists = ({ regulation }: Context, { holidayLists }: CaseState): CaseEvent[] =>
  needsHolidayLists(regulation) && calendar.knownTo > holidayLists.at(-1)!.to
    ? [{ type: 'HolidayListsLearned', to: calendar.knownTo }]
    : [];
