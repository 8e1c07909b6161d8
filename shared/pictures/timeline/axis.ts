import { add, millisecondsOf } from '../../time/instants.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Ticks of the axis. The same distance lies between any two, since limits go from minutes to weeks. */
const STOPS: readonly (readonly [at: number, label: string])[] = [
  [0, '起算'],
  [15 * MINUTE, '15分钟'],
  [30 * MINUTE, '30分钟'],
  [HOUR, '1小时'],
  [3 * HOUR, '3小时'],
  [6 * HOUR, '6小时'],
  [12 * HOUR, '12小时'],
  [DAY, '24小时'],
  [2 * DAY, '48小时'],
  [7 * DAY, '7日'],
  [15 * DAY, '15日'],
  [30 * DAY, '30日'],
  [90 * DAY, '90日'],
  [180 * DAY, '180日'],
  [366 * DAY, '一年'],
];
const FEWEST = 8;

/** Milliseconds of a length as if every day were a working day and the office always open: it can only be later. */
export const shortestLength = (length: string): number =>
  length.endsWith('WD')
    ? Number(length.slice(0, -2)) * DAY
    : millisecondsOf(add('1970-01-01T00:00:00.000Z', length, 'UTC'));

export interface Axis {
  left: number;
  right: number;
  end: number;
  ticks: { x: number; label: string }[];
  /** Where a time since the start lies; beyond the end it lies at the end. */
  xOf: (milliseconds: number) => number;
}

/** An axis from 0 to the first tick that holds `longest` (in milliseconds), between two places in pixels. */
export const axisFor = (longest: number, left: number, right: number): Axis => {
  const needed = STOPS.findIndex(([at]) => at >= longest) + 1;
  const stops = STOPS.slice(0, needed === 0 ? STOPS.length : Math.max(needed, FEWEST));
  const step = (right - left) / (stops.length - 1);
  const end = stops.at(-1)![0];
  const xOf = (milliseconds: number): number => {
    const at = Math.min(milliseconds, end);
    const next = Math.max(
      1,
      stops.findIndex(([stop]) => stop >= at),
    );
    const [from, to] = [stops[next - 1]![0], stops[next]![0]];
    return Math.round((left + (next - 1 + (at - from) / (to - from)) * step) * 10) / 10;
  };
  return { left, right, end, xOf, ticks: stops.map(([at, label]) => ({ x: xOf(at), label })) };
};
