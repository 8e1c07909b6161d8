import { add, type Instant, instantOf, subtract, withOffset } from './instants.ts';

// When people are left alone. What somebody has to do is put to him until the night; what can wait, his word about what is
// done already, is asked by day. Both begin in the morning.

const MORNING = '08:00';
const NIGHT = '22:00';
const ASKED_UNTIL = '20:00';

/** The instant of a clock time (`08:00`) on the day of the zone that `at` lies in. */
export const timeOn = (at: Instant, time: string, zone: string): Instant => {
  const local = withOffset(at, zone);
  return instantOf(Date.parse(`${local.slice(0, 10)}T${time}:00${local.slice(19)}`));
};

/** `at`, unless it lies in the night (22:00–08:00): then the next 08:00 of the zone. */
export const outOfNight = (at: Instant, zone: string): Instant => {
  const morning = timeOn(at, MORNING, zone);
  if (at < morning) return morning;
  return at < timeOn(at, NIGHT, zone) ? at : add(morning, 'P1D', zone);
};

/** Whether it is a time of day (08:00–20:00) to be asked for one's word. */
export const isAskedNow = (now: Instant, zone: string): boolean =>
  now >= timeOn(now, MORNING, zone) && now < timeOn(now, ASKED_UNTIL, zone);

/** The last 08:00 that has come. */
export const lastMorning = (now: Instant, zone: string): Instant => {
  const today = timeOn(now, MORNING, zone);
  return today <= now ? today : subtract(today, 'P1D', zone);
};
