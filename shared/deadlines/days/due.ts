import { settingsOf } from '../../regulations/lookup.ts';
import type { Limit, Regulation } from '../../regulations/schema.ts';
import type { Calendar } from '../../time/calendar.ts';
import { addDays, addWorkingDays } from '../../time/day-limits.ts';
import { add, addTimes, type Instant } from '../../time/instants.ts';
import type { Reached } from '../../time/working-days.ts';
import { addWorking, type Policy } from '../../time/working-time.ts';
import { dayReadingOf, isInDays, isInWorkingDays, officeHoursOf } from './reading.ts';

type Within = Extract<Limit, { kind: 'within' }>;

const POLICIES: readonly string[] = ['count', 'shiftEnd', 'shiftStart'] satisfies Policy[];

/** From where, and by which lists, a limit is counted. */
export interface From {
  at: Instant;
  /** Only the day is known, and `at` is its end. */
  dateOnly: boolean;
  calendar: Calendar;
}

/** Where the n-th of some periods ends; a period in days by the bureau's reading, each counted from the beginning. */
export const periodEnd = (regulation: Regulation, every: string, from: From, times = 1): Reached => {
  const { zone } = regulation;
  const { at, dateOnly, calendar } = from;
  return isInDays(every)
    ? addDays(at, every, times, { zone, calendar, dateOnly, reading: dayReadingOf(regulation) })
    : { at: addTimes(at, every, times, zone), lists: [] };
};

/** Where a length ends: elapsed time, days, working days, or office hours (register X34). */
const reach = (regulation: Regulation, length: string, deferral: string | undefined, from: From): Reached => {
  const { zone } = regulation;
  const { at, dateOnly, calendar } = from;
  if (isInWorkingDays(length))
    return addWorkingDays(at, Number(length.slice(0, -2)), {
      zone,
      calendar,
      dateOnly,
      reading: dayReadingOf(regulation),
    });
  if (isInDays(length)) return periodEnd(regulation, length, from);
  if (deferral === undefined) return { at: add(at, length, zone), lists: [] };
  const policy = settingsOf(regulation)[deferral];
  const officeHours = officeHoursOf(regulation);
  if (officeHours === null || !POLICIES.includes(String(policy)))
    throw new Error(`制度“${regulation.id}”没有填写办公时间或顺延方式,无法计算工作时间`);
  return addWorking(at, length, { policy: policy as Policy, officeHours, zone, calendar });
};

export interface Due {
  due: Instant;
  /** 一般应在…: the target before it. */
  soft: Instant | null;
  /** How far it may be extended: an instant, null without a maximum, undefined when not at all. */
  extendableTo: Instant | null | undefined;
  /** Years whose holiday lists the due instant rests on, and the maximum of an extension. */
  lists: number[];
  extensionLists: number[];
}

/** The instants of a limit in numbers that starts at `from`; all are counted from there, extensions too (register X35). */
export const dueOf = (regulation: Regulation, limit: Within, from: From): Due => {
  const { within, soft, deferral, extension } = limit;
  const { at: due, lists } = reach(regulation, within, deferral, from);
  const upTo = extension?.upTo;
  const most = typeof upTo === 'string' ? reach(regulation, upTo, deferral, from) : undefined;
  return {
    due,
    soft: soft === undefined ? null : reach(regulation, soft, deferral, from).at,
    extendableTo: most === undefined ? (upTo as null | undefined) : most.at,
    lists,
    extensionLists: most?.lists ?? [],
  };
};
