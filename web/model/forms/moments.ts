import { isInRange, OUT_OF_RANGE } from '../../../shared/contracts/api/time-range.ts';
import { clockOf, dayInWords, millisecondsOf, momentOf, timeAt } from '../wall-clock.ts';
import type { Picked } from './values.ts';

// When something was done: as one says it on the telephone, or by day and time.

const MINUTE = 60_000;
/** What the API allows for clocks that differ. */
const TOLERANCE = 5 * MINUTE;

/** The picks of what lies behind, and how many minutes ago each means. */
export const AGO = [
  { pick: 'now', name: '刚刚', minutes: 0 },
  { pick: '5', name: '5分前', minutes: 5 },
  { pick: '10', name: '10分前', minutes: 10 },
] as const;

/** What a pick means at `now`; it means the same ever after. */
export const pickAt = (pick: Picked['pick'], now: number, before: Picked): Picked => {
  const ago = AGO.find((each) => each.pick === pick);
  if (ago !== undefined) return { pick, at: timeAt(now - ago.minutes * MINUTE) };
  if (pick !== 'own' && pick !== 'day') return { pick };
  const { day = timeAt(now).slice(0, 10), clock = '' } = before;
  return { pick, day, clock };
};

/** What a browser without such a field lets one type may be any day, or none. */
const isDay = (day: string): boolean => dayInWords(day) !== undefined;
const CLOCK = /^\d\d:\d\d/;

/** The instant, as a request has it; undefined: none was said, or not wholly. */
export const instantOf = ({ pick, at, day = '', clock = '' }: Picked): string | undefined => {
  if (pick === 'own')
    return isDay(day) && CLOCK.test(clock) ? `${day}T${clock.slice(0, 5)}:00+08:00` : undefined;
  return at;
};
/** The day alone; undefined: more is known, or less. */
export const dayOf = ({ pick, day = '' }: Picked): string | undefined =>
  pick === 'day' && isDay(day) ? day : undefined;

const wrongDay = (day: string | undefined): string | undefined => {
  if (day === undefined) return '请填日期';
  return isInRange(millisecondsOf(`${day}T00:00:00+08:00`)) ? undefined : OUT_OF_RANGE;
};

/** Why it cannot be; `ahead`: whether it is to come. Undefined: nothing is wrong with it. */
export const wrongWith = (picked: Picked, now: number, ahead = false): string | undefined => {
  const { pick } = picked;
  if (pick === 'day') return wrongDay(dayOf(picked));
  if (pick !== 'own') return undefined;
  const at = instantOf(picked);
  if (at === undefined) return '请填日期和时间';
  const distance = millisecondsOf(at) - now;
  if (Number.isNaN(distance)) return '没有这个日期或时间';
  if (!isInRange(millisecondsOf(at))) return OUT_OF_RANGE;
  if (ahead && distance <= 0)
    return `${momentOf(at, now)}已经过去，现在是${clockOf(timeAt(now))}。请填今后的时间。`;
  if (!ahead && distance > TOLERANCE)
    return `${momentOf(at, now)}晚于现在。请填实际的时间，最晚到现在${clockOf(timeAt(now))}。`;
  return undefined;
};

/** What stands under the picks: `3月3日01:03`, so that 5分前 is a time; what was typed in words, whatever the browser writes it like. */
export const saidAs = (picked: Picked, now: number): string => {
  const { pick, day = '', clock = '' } = picked;
  if (pick === 'own' || pick === 'day')
    return `${dayInWords(day) ?? ''}${pick === 'own' && isDay(day) && CLOCK.test(clock) ? clock.slice(0, 5) : ''}`;
  const at = instantOf(picked);
  return at === undefined ? '' : momentOf(at, now);
};
