import type { Calendar } from '../../time/calendar.ts';
import { type Instant, instantOf, millisecondsOf, subtract } from '../../time/instants.ts';
import { dayIn, timeOn } from '../../time/night.ts';

/** A limit that is to be kept, as whoever must act was told of it. */
export interface Remindable {
  due: Instant;
  /** When whoever must act could first be told of it. */
  toldAt: Instant;
  /** The target before the due instant (一般应在…). */
  soft: Instant | null;
  /** Counted in days, or ending with a day: reminded in the mornings, not by what is left of it. */
  inDays: boolean;
  /** As far as the case knows the holiday lists. */
  calendar: Calendar;
}

const SECOND = 1000;
const LEAST = 5 * 60 * SECOND;
const MOST = 24 * 60 * 60 * SECOND;
const MORNING_REMINDER = '08:30';

/** When a quarter of the time from telling to the end is left, at least five minutes and at most a day before it. */
const quarterLeft = (toldAt: Instant, end: Instant): Instant => {
  const quarter = (millisecondsOf(end) - millisecondsOf(toldAt)) / 4;
  const left = Math.min(MOST, Math.max(LEAST, Math.ceil(quarter / SECOND) * SECOND));
  return instantOf(Math.floor((millisecondsOf(end) - left) / SECOND) * SECOND);
};

/** The first morning at or before `at` (steps of a day back) that lies on a working day. */
const onWorkingDay = (at: Instant, calendar: Calendar, zone: string): Instant => {
  let morning = at;
  while (!calendar.isWorkingDay(dayIn(morning, zone))) morning = subtract(morning, 'P1D', zone);
  return morning;
};

/**
 * The mornings on which a limit in days is called to mind: of its last day, and of the last working day, which is that day
 * itself or, where rest days lie before it, the one before them. An end at 24:00 belongs to the day that it ends.
 */
const morningsBefore = (end: Instant, calendar: Calendar, zone: string): Instant[] => {
  const latestFor = instantOf(millisecondsOf(end) - LEAST);
  const sameDay = timeOn(latestFor, MORNING_REMINDER, zone);
  const last = sameDay <= latestFor ? sameDay : subtract(sameDay, 'P1D', zone);
  const dayBefore = subtract(last, 'P1D', zone);
  const isAfterRest = !calendar.isWorkingDay(dayIn(dayBefore, zone));
  return [onWorkingDay(isAfterRest ? dayBefore : last, calendar, zone), last];
};

/**
 * The reminders of a limit, in order, each after it was told of. In hours: when a quarter is left, then at the ladder's
 * spacing (`before`: durations); before a target as before the due instant, and at it. In days: in the morning.
 */
export const remindersOf = (limit: Remindable, before: readonly string[], zone: string): Instant[] => {
  const { due, toldAt, soft, inDays, calendar } = limit;
  const first = (end: Instant): Instant[] =>
    inDays ? morningsBefore(end, calendar, zone) : [quarterLeft(toldAt, end)];
  const [begin] = first(due);
  const spaced = inDays
    ? []
    : before.map((length) => subtract(due, length, zone)).filter((at) => at > begin!);
  const towardTarget = soft === null ? [] : [...first(soft), soft];
  return [...new Set([...towardTarget, ...first(due), ...spaced])]
    .filter((at) => at > toldAt && at < due)
    .sort();
};
