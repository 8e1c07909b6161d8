// Times as people of the bureau read them. The API tells each with the bureau's own offset (`2026-03-02T13:00:00+08:00`), so that its
// wall clock stands in the text and the device's zone has no say. DESIGN-DESK §3.

const OFFSET = /([+-])(\d\d):(\d\d)$/;
const MINUTE = 60_000;
const DAY = 86_400_000;

/** Minutes east of Greenwich. */
const readOffset = (time: string): number => {
  const [, sign, hours = '0', minutes = '0'] = OFFSET.exec(time) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
};

/** All times of a bureau end alike, and a long list reads thousands a second. */
const offsets = new Map<string, number>();
const offsetOf = (time: string): number => {
  const end = time.slice(-6);
  const known = offsets.get(end);
  if (known !== undefined) return known;
  const offset = readOffset(time);
  offsets.set(end, offset);
  return offset;
};

/** Milliseconds since 1970 by the wall clock of an offset: calendar sums are made with these. */
const wall = (milliseconds: number, offset: number): number => milliseconds + offset * MINUTE;
const twoDigits = (number: number): string => (number < 10 ? `0${number}` : String(number));

export const millisecondsOf = (time: string): number => Date.parse(time);
/** All bureaus are in one zone, which has no summer time. */
const BEIJING_MINUTES = 480;
/** An instant as the API would tell it. */
export const timeAt = (milliseconds: number): string =>
  new Date(wall(milliseconds, BEIJING_MINUTES)).toISOString().replace(/\.\d+Z$/, '+08:00');
/** `01:08`. */
export const clockOf = (time: string): string => {
  const minutes = Math.floor(wall(millisecondsOf(time), offsetOf(time)) / MINUTE);
  return `${twoDigits(Math.floor(minutes / 60) % 24)}:${twoDigits(minutes % 60)}`;
};

/** `01:08:20`: when something was looked at. */
export const secondOf = (time: string): string =>
  `${clockOf(time)}:${twoDigits(new Date(millisecondsOf(time)).getUTCSeconds())}`;

/** Written as a day: `3月9日`, in another year than `now`'s with it. */
const dayOf = (wallTime: number, wallNow: number): string => {
  const date = new Date(wallTime);
  const year = date.getUTCFullYear();
  const day = `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
  return year === new Date(wallNow).getUTCFullYear() ? day : `${year}年${day}`;
};

/** By how many calendar days one lies after the other. */
const daysBetween = (wallNow: number, wallTime: number): number =>
  Math.floor(wallTime / DAY) - Math.floor(wallNow / DAY);

/** A limit's midnight ends the day before. */
const endDay = (wallTime: number): number => (wallTime % DAY === 0 ? wallTime - DAY : wallTime);
const dayAndClock = (time: string, isEnd: boolean): { day: number; clock: string } => {
  const at = wall(millisecondsOf(time), offsetOf(time));
  return isEnd && at % DAY === 0 ? { day: endDay(at), clock: '24时' } : { day: at, clock: clockOf(time) };
};

/**
 * A time as one says it at `now`: `01:50`, `明日08:00`, `昨日22:50`, `3月4日22:00`; `isEnd`: of a limit, where midnight ends the day
 * before: `24时`, `3月9日24时`.
 */
export const momentOf = (time: string, now: number, isEnd = false): string => {
  const today = wall(now, offsetOf(time));
  const { day, clock } = dayAndClock(time, isEnd);
  const distance = daysBetween(today, day);
  if (distance === 0) return clock;
  if (distance === 1) return `明日${clock}`;
  if (distance === -1) return `昨日${clock}`;
  return `${dayOf(day, today)}${clock}`;
};
/** The same always with its day: `3月3日01:50`. */
export const datedMoment = (time: string, now: number, isEnd = false): string => {
  const { day, clock } = dayAndClock(time, isEnd);
  return `${dayOf(day, wall(now, offsetOf(time)))}${clock}`;
};
/** Its day alone: `3月3日`, in another year than `now`'s with it. */
export const dayOfTime = (time: string, now: number): string =>
  dayOf(wall(millisecondsOf(time), offsetOf(time)), wall(now, offsetOf(time)));
/** By how many calendar days a limit lies after `now`; one that ends with today: 0. */
export const daysUntil = (time: string, now: number): number =>
  daysBetween(wall(now, offsetOf(time)), endDay(wall(millisecondsOf(time), offsetOf(time))));
/** When the bureau's day ends. */
export const midnightAfter = (now: number): number => now + DAY - (wall(now, BEIJING_MINUTES) % DAY);
/** The bureau's day, as a number that grows by one. */
export const dayNumber = (now: number): number => Math.floor(wall(now, BEIJING_MINUTES) / DAY);
/** The year of `now` by the bureau's clocks. */
export const yearAt = (now: number): number => new Date(wall(now, BEIJING_MINUTES)).getUTCFullYear();

/** The whole of it, for records and paper: `2026年3月3日01:08`. */
export const fullMoment = (time: string): string => {
  const date = new Date(wall(millisecondsOf(time), offsetOf(time)));
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日${clockOf(time)}`;
};

const WEEKDAYS = '日一二三四五六';
/** A day as it is written in a request (`2026-03-02`), in words that nobody reads otherwise: `2026年3月2日（星期一）`. Undefined: there is none such. */
export const dayInWords = (day: string): string | undefined => {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  const found = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
  if (Number.isNaN(found.getTime()) || found.toISOString().slice(0, 10) !== day) return undefined;
  return `${year}年${Number(month)}月${Number(date)}日（星期${WEEKDAYS[found.getUTCDay()]}）`;
};
