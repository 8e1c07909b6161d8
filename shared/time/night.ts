import { add, type Instant, instantOf, withOffset } from './instants.ts';

const MORNING = '08:00:00';
const EVENING = '22:00:00';

/** `at` by day; in the night the next 08:00 of the zone. */
export const byDay = (at: Instant, zone: string): Instant => {
  const local = withOffset(at, zone);
  const [date, time, offset] = [local.slice(0, 10), local.slice(11, 19), local.slice(19)];
  if (time >= MORNING && time < EVENING) return at;
  const morning = instantOf(Date.parse(`${date}T${MORNING}${offset}`));
  return time < MORNING ? morning : add(morning, 'P1D', zone);
};
