// How long is left, or has passed. DESIGN-DESK §3: no leading zeros, no seconds but in the last minute, whole days from 48 hours on.

/** A run of a line: figures stand large, words small. */
export interface Run {
  text: string;
  isCount: boolean;
}
const count = (number: number): Run => ({ text: String(number), isCount: true });
const word = (text: string): Run => ({ text, isCount: false });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const pair = (first: number, firstUnit: string, second: number, secondUnit: string): Run[] => [
  count(first),
  word(firstUnit),
  ...(second === 0 ? [] : [count(second), word(secondUnit)]),
];
const hours = (milliseconds: number): Run[] => {
  const whole = Math.floor(milliseconds / HOUR);
  return pair(whole, '小时', Math.floor((milliseconds - whole * HOUR) / MINUTE), '分');
};
const daysAndHours = (milliseconds: number): Run[] => {
  const whole = Math.floor(milliseconds / DAY);
  return pair(whole, '天', Math.floor((milliseconds - whole * DAY) / HOUR), '小时');
};

/** Less than a day in hours and minutes, more in days and hours; less than a minute says so. */
const span = (milliseconds: number): Run[] => {
  if (milliseconds < MINUTE) return [word('不足'), count(1), word('分')];
  if (milliseconds < HOUR) return [count(Math.floor(milliseconds / MINUTE)), word('分')];
  return milliseconds < DAY ? hours(milliseconds) : daysAndHours(milliseconds);
};

/** What is left until a limit; `milliseconds` > 0. */
export const left = (milliseconds: number): Run[] => {
  if (milliseconds < MINUTE) return [word('剩'), count(Math.ceil(milliseconds / 1000)), word('秒')];
  if (milliseconds >= 2 * DAY) return [word('剩'), count(Math.floor(milliseconds / DAY)), word('天')];
  return [word('剩'), ...span(milliseconds)];
};
/** By how much a limit is over. */
export const overdueBy = (milliseconds: number): Run[] => [word('逾期'), ...span(milliseconds)];
/** For how long 立即 holds, or something waits. */
export const passed = (milliseconds: number): Run[] => [word('已过'), ...span(milliseconds)];
export const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');
