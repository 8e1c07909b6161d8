import { type Instant, instantOf, millisecondsOf, withOffset } from './instants.ts';

const MINUTE = 60_000;

/**
 * An instant as a text says it, in the zone: `3月3日8时`, `3月3日8时30分`. The midnight at which a day ends is the 24时 of that
 * day: whoever reads it at night must not look for it on the wrong date.
 */
export const spokenLocal = (instant: Instant, zone: string): string => {
  const isMidnight = withOffset(instant, zone).slice(11, 16) === '00:00';
  const shown = withOffset(isMidnight ? instantOf(millisecondsOf(instant) - MINUTE) : instant, zone);
  const [month, day, hour, minute] = [
    shown.slice(5, 7),
    shown.slice(8, 10),
    shown.slice(11, 13),
    shown.slice(14, 16),
  ].map(Number);
  const time = isMidnight ? '24时' : `${hour}时${minute === 0 ? '' : `${minute}分`}`;
  return `${month}月${day}日${time}`;
};

/** How long something takes, as a text says it: to the minute, from one day on to the hour. */
export const spokenLength = (milliseconds: number): string => {
  const minutes = Math.max(1, Math.floor(milliseconds / MINUTE));
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  const parts =
    days > 0
      ? [`${days}日`, hours > 0 ? `${hours}小时` : '']
      : [hours > 0 ? `${hours}小时` : '', rest > 0 ? `${rest}分钟` : ''];
  return parts.join('');
};
