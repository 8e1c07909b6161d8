// Functions and not classes: a bundle has only those that are used.
import * as Duration from 'temporal-polyfill/fns/Duration';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';
import { DAY, steadyOffset, zoned } from './zone-offset.ts';

/** A point of time as ISO-8601 in UTC with milliseconds (`2026-03-02T05:00:00.000Z`); compares as text. */
export type Instant = string;

export const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString();
export const millisecondsOf = (instant: Instant): number => Date.parse(instant);

const SECOND = 1000;
/** Up to the next whole second: Step Functions drops milliseconds, so a wait could end before a limit. */
const upToSecond = (milliseconds: number): Instant => instantOf(Math.ceil(milliseconds / SECOND) * SECOND);

interface Length {
  days: number;
  milliseconds: number;
  /** In plain Chinese. */
  text: string;
}
const UNITS = [
  ['weeks', '周'],
  ['days', '日'],
  ['hours', '小时'],
  ['minutes', '分钟'],
  ['seconds', '秒'],
] as const;
/** Every schedule asks for the same few durations of the regulation; reading one costs far more than adding it. */
const lengths = new Map<string, Length>();
const lengthOf = (duration: string): Length => {
  const known = lengths.get(duration);
  if (known !== undefined) return known;
  const parts = Duration.fromString(duration);
  const { weeks, days, hours, minutes, seconds } = parts;
  const length = {
    days: 7 * weeks + days,
    milliseconds: ((hours * 60 + minutes) * 60 + seconds) * SECOND,
    text: UNITS.flatMap(([unit, word]) => (parts[unit] === 0 ? [] : [`${parts[unit]}${word}`])).join(''),
  };
  lengths.set(duration, length);
  return length;
};

/** A duration in days of 24 hours, for comparing durations with one another. */
export const lengthInDays = (duration: string): number => {
  const { days, milliseconds } = lengthOf(duration);
  return days + milliseconds / 86_400_000;
};

const local = (instant: Instant, zone: string): ZonedDateTime.Record => zoned(millisecondsOf(instant), zone);

/** Milliseconds since the epoch. */
const shift = (instant: Instant, duration: string, times: number, zone: string): number => {
  const { days, milliseconds } = lengthOf(duration);
  const elapsed = milliseconds * times;
  const start = millisecondsOf(instant);
  // Hours are elapsed time; days and weeks keep the clock time of the bureau's zone.
  if (days * times === 0) return start + elapsed;
  const end = start + days * times * DAY;
  const offset = steadyOffset(start, zone);
  if (offset !== null && offset === steadyOffset(end, zone)) return end + elapsed;
  return ZonedDateTime.addDays(local(instant, zone), days * times).epochMilliseconds + elapsed;
};

/** `instant` + an ISO-8601 duration (weeks to seconds) counted in `zone`, rounded up to whole seconds. */
export const add = (instant: Instant, duration: string, zone: string): Instant =>
  upToSecond(shift(instant, duration, 1, zone));
/** `instant` − an ISO-8601 duration counted in `zone`. */
export const subtract = (instant: Instant, duration: string, zone: string): Instant =>
  instantOf(shift(instant, duration, -1, zone));
/** `instant` + n times `duration`; counted from the anchor each time, so that nothing drifts. */
export const addTimes = (instant: Instant, duration: string, times: number, zone: string): Instant =>
  upToSecond(shift(instant, duration, times, zone));

/** 00:00 of a day: of the one that `instant` lies in, or of one so many days later. */
const midnight = (instant: Instant, daysLater: number, zone: string): Instant => {
  const at = millisecondsOf(instant);
  const offset = steadyOffset(at, zone);
  return instantOf(
    offset === null
      ? ZonedDateTime.startOfDay(ZonedDateTime.addDays(local(instant, zone), daysLater)).epochMilliseconds
      : (Math.floor((at + offset) / DAY) + daysLater) * DAY - offset,
  );
};
/** 00:00 of the day that `instant` lies in. */
export const startOfDay = (instant: Instant, zone: string): Instant => midnight(instant, 0, zone);
/** 24:00 of the day that `instant` lies in. */
export const endOfDay = (instant: Instant, zone: string): Instant => midnight(instant, 1, zone);

export const earliest = (instants: readonly Instant[]): Instant | undefined =>
  instants.reduce<Instant | undefined>(
    (best, next) => (best === undefined || next < best ? next : best),
    undefined,
  );
export const latest = (first: Instant, second: Instant): Instant => (first > second ? first : second);

/** Clocks differ a little: only what lies further ahead than this is in the future. */
const TOLERANCE_MILLISECONDS = 5 * 60_000;
export const isAhead = (at: Instant, now: Instant): boolean =>
  millisecondsOf(at) > millisecondsOf(now) + TOLERANCE_MILLISECONDS;
/** What lies a little ahead is the sender's clock, and now. */
export const notAhead = (at: Instant, now: Instant): Instant => (at < now ? at : now);

const twoDigits = (number: number): string => String(number).padStart(2, '0');
/** What the clocks of the zone show, to the second, and how far they are ahead of UTC: `2026-03-02T13:00:00`, `+08:00`. */
const shown = (instant: Instant, zone: string): { time: string; offset: string } => {
  const at = millisecondsOf(instant);
  const ahead = (steadyOffset(at, zone) ?? Number.NaN) / (60 * SECOND);
  if (!Number.isInteger(ahead)) {
    const text = ZonedDateTime.toString(local(instant, zone), {
      timeZoneName: 'never',
      smallestUnit: 'second',
    });
    return { time: text.slice(0, 19), offset: text.slice(19) };
  }
  const minutes = Math.abs(ahead);
  const offset = `${ahead < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
  return { time: instantOf(at + ahead * 60 * SECOND).slice(0, 19), offset };
};
/** ISO-8601 with the zone's offset, whole seconds: `2026-03-02T13:00:00+08:00`. What the API shows. */
export const withOffset = (instant: Instant, zone: string): string => {
  const { time, offset } = shown(instant, zone);
  return `${time}${offset}`;
};
/** `03-02 13:00` in the zone, what a text message shows. */
export const shortLocal = (instant: Instant, zone: string): string =>
  shown(instant, zone).time.slice(5, 16).replace('T', ' ');
/** `3月2日13时5分` in the zone, as official papers write it; whole hours without minutes, seconds left out. */
export const momentInChinese = (instant: Instant, zone: string): string => {
  const { month, day, hour, minute } = local(instant, zone);
  return `${month}月${day}日${hour}时${minute === 0 ? '' : `${minute}分`}`;
};
/** The same of a limit: 00:00 is the end of the day before, `3月12日24时`. */
export const dueInChinese = (due: Instant, zone: string): string => {
  if (due !== startOfDay(due, zone)) return momentInChinese(due, zone);
  const { month, day } = local(instantOf(millisecondsOf(due) - SECOND), zone);
  return `${month}月${day}日24时`;
};
/** The year in the zone: numbers run per year. */
export const yearOf = (instant: Instant, zone: string): number => local(instant, zone).year;

/** A duration in plain Chinese: PT3H → 3小时, P10D → 10日. */
export const inChinese = (duration: string): string => lengthOf(duration).text;
/** An elapsed time in plain Chinese to the minute, or to the second under one minute. */
export const elapsedInChinese = (milliseconds: number): string => {
  if (milliseconds < 60_000) return `${Math.ceil(milliseconds / SECOND)}秒`;
  const minutes = Math.floor(milliseconds / 60_000);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  return `${days > 0 ? `${days}日` : ''}${hours > 0 ? `${hours}小时` : ''}${minutes % 60 > 0 ? `${minutes % 60}分钟` : ''}`;
};
