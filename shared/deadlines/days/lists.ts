import type { CaseState } from '../../case/state.ts';
import { type Calendar, createCalendar, readOverrides } from '../../time/calendar.ts';
import overrides from '../../time/calendar-overrides.json' with { type: 'json' };
import type { Instant } from '../../time/instants.ts';

/** The State Council's lists, as the package has them and as calendar-overrides.json completes them. */
export const calendar = createCalendar(readOverrides(overrides));

type Learned = Pick<CaseState, 'holidayLists'>;
/**
 * The lists as the case's log has them: what came into the program later counts from the entry that says so, and the log
 * gives the same schedule whenever it is read again.
 */
export const calendarOf = ({ holidayLists }: Learned): Calendar => calendar.until(holidayLists.at(-1)!.to);

/** The holiday lists that a limit rests on and that were not there when the case was opened. */
export interface AwaitedLists {
  /** Those that are still missing, ascending: until they come the limit is 暂定 (待放假通知). */
  missing: readonly number[];
  /** When the last of them came into the log, or who may settled the limit by hand; null while one is missing. */
  knownAt: Instant | null;
}

/** What a limit that looked at days of these years' lists waits for, or waited for; undefined: nothing. */
export const awaitedLists = (
  { holidayLists }: Learned,
  years: readonly number[],
): AwaitedLists | undefined => {
  const awaited = years.filter((year) => year > holidayLists[0]!.to);
  const last = awaited.at(-1);
  if (last === undefined) return undefined;
  const missing = awaited.filter((year) => year > holidayLists.at(-1)!.to);
  return { missing, knownAt: holidayLists.find(({ to }) => to >= last)?.at ?? null };
};

/** Whether a limit still waits for a holiday list: 暂定, and never 逾期 by itself. */
export const awaitsList = ({ lists }: { lists?: AwaitedLists | undefined }): boolean =>
  lists !== undefined && lists.knownAt === null;
