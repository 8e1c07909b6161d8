import type { ExpectedPeriod } from '../../contracts/feeds/watch.ts';
import { earliest, type Instant, instantOf, lengthInDays, millisecondsOf } from '../../time/instants.ts';
import { isWithin, nextTime, readDayHours } from '../../time/night.ts';

const DAY = 86_400_000;
/** An interval of a week in a period of an hour a day is used up in half a year. */
const MOST_STRETCHES = 1500;

/**
 * From when a feed that brought something last at `since` has been silent for too long. Each hour uses up its share of the interval that
 * is expected at that hour: after 21:30, with two hours by day and eight from 22:00 on, a quarter is gone at 22:00, and the rest
 * lasts for six hours. What stands in no period uses up nothing. Null: nothing is ever expected.
 */
export const silentFrom = (
  expected: readonly ExpectedPeriod[],
  since: Instant,
  zone: string,
): Instant | null => {
  const hours = expected.map(({ hours: text, within }) => ({
    day: text === undefined ? undefined : readDayHours(text),
    length: lengthInDays(within) * DAY,
  }));
  let at = since;
  let left = 1;
  for (let stretch = 0; stretch < MOST_STRETCHES && expected.length > 0; stretch += 1) {
    const edge = earliest(
      hours.flatMap(({ day }) =>
        day === undefined ? [] : [nextTime(at, day.from, zone), nextTime(at, day.until, zone)],
      ),
    );
    const now = hours.find(({ day }) => day === undefined || isWithin(at, day, zone));
    const end = now === undefined ? undefined : Math.round(millisecondsOf(at) + left * now.length);
    if (end !== undefined && (edge === undefined || end <= millisecondsOf(edge))) return instantOf(end);
    if (now !== undefined) left -= (millisecondsOf(edge!) - millisecondsOf(at)) / now.length;
    at = edge!;
  }
  return null;
};
