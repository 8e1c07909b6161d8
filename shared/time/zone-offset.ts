import * as PointOfTime from 'temporal-polyfill/fns/Instant';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';

// A schedule asks some hundred times for the same few days of one zone, and reading the zone's rules is most of its time.

/** Milliseconds. */
export const DAY = 86_400_000;

export const zoned = (milliseconds: number, zone: string): ZonedDateTime.Record =>
  PointOfTime.toZonedDateTimeISO(PointOfTime.fromEpochMilliseconds(milliseconds), zone);

const MOST_DAYS = 10_000;
const offsets = new Map<string, Map<number, number | null>>();
/**
 * How far the zone's clocks are ahead of UTC, in milliseconds, on the day (UTC) that `milliseconds` lies in and on the days
 * around it; null where they are put forward or back in these days, and the zone's rules have to be asked.
 */
export const steadyOffset = (milliseconds: number, zone: string): number | null => {
  const day = Math.floor(milliseconds / DAY);
  const ofZone = offsets.get(zone) ?? new Map<number, number | null>();
  const known = ofZone.get(day);
  if (known !== undefined) return known;
  const offsetOn = (each: number): number =>
    ZonedDateTime.offsetNanoseconds(zoned(each * DAY, zone)) / 1_000_000;
  const offset = offsetOn(day - 1);
  const steady = offset === offsetOn(day + 3) ? offset : null;
  if (ofZone.size >= MOST_DAYS) ofZone.clear();
  offsets.set(zone, ofZone.set(day, steady));
  return steady;
};
