// The time axis of a case: equal steps for 0 1 3 6 12 24 48 hours and on, so that what presses now has room. DESIGN-DESK §4 `.axis`.

const HOUR = 3_600_000;
const CLOSE = [0, 1, 3, 6, 12, 24, 48, 120, 240, 360] as const;
/** Beyond fifteen days fewer steps at the beginning: a phone has room for ten figures. */
const FAR = [0, 6, 24, 48, 120, 360, 720, 2160, 4320, 8760] as const;
/** Always shown, however short the limits are. */
const LEAST_HOURS = 48;

export interface Axis {
  /** Where it begins, in milliseconds since 1970. */
  from: number;
  /** Hours after that; equally far from each other. */
  steps: readonly number[];
}

const upTo = (steps: readonly number[], hours: number): number[] => {
  const last = steps.findIndex((step) => step >= hours);
  return last < 0 ? [...steps] : steps.slice(0, last + 1);
};

/** The axis from the earliest beginning that shows all of `instants`. Null: there is nothing to show. */
export const axisOf = (begins: readonly number[], instants: readonly number[]): Axis | null => {
  if (begins.length === 0) return null;
  const from = Math.min(...begins);
  const hours = Math.max(LEAST_HOURS, (Math.max(from, ...instants) - from) / HOUR);
  const close = CLOSE[CLOSE.length - 1]!;
  return { from, steps: upTo(hours > close ? FAR : CLOSE, hours) };
};

/** Where an instant lies, in per cent of the width; what lies outside stands at the edge. */
export const positionOf = ({ from, steps }: Axis, instant: number): number => {
  const hours = (instant - from) / HOUR;
  if (hours <= 0) return 0;
  const next = steps.findIndex((step) => step > hours);
  if (next < 0) return 100;
  const start = steps[next - 1]!;
  const part = (hours - start) / (steps[next]! - start);
  return ((next - 1 + part) / (steps.length - 1)) * 100;
};

/** A step by its figure; from five days on in days. */
export const stepText = (hours: number): string => (hours > LEAST_HOURS ? `${hours / 24}天` : String(hours));

/** What a bar says: `run` elapsed, `span` left, `over` past a limit, `open` 立即, `ok` done, `guessed` 暂定. */
export interface Bar {
  kind: 'run' | 'span' | 'over' | 'open' | 'ok' | 'guessed';
  from: number;
  to: number;
}
/** The times of a duty, in milliseconds. */
export interface Times {
  start: number;
  due: number | null;
  done: number | null;
  isImmediate: boolean;
  /** 暂定: drawn dashed. */
  isGuess: boolean;
  /** Whether what lies past the limit breaks it. */
  isBreach: boolean;
}

const openBars = ({ start, due, isImmediate, isGuess, isBreach }: Times, now: number): Bar[] => {
  if (isImmediate) return [{ kind: 'open', from: due ?? start, to: now }];
  if (due === null) return [];
  return [
    { kind: isGuess ? 'guessed' : 'span', from: start, to: due },
    { kind: 'run', from: start, to: Math.min(now, due) },
    { kind: isBreach ? 'over' : 'open', from: due, to: now },
  ];
};
const doneBars = ({ start, due, done, isImmediate, isBreach }: Times): Bar[] => {
  const end = done ?? start;
  const from = Math.min(start, end);
  const isLate = isBreach && !isImmediate && due !== null && end > due;
  return isLate
    ? [
        { kind: 'ok', from, to: due },
        { kind: 'over', from: due, to: end },
      ]
    : [{ kind: 'ok', from, to: end }];
};

/** The bars of a duty, those that lie below first; nothing where an instant has not come. */
export const barsOf = (times: Times, now: number): Bar[] =>
  (times.done === null ? openBars(times, now) : doneBars(times)).filter(
    ({ kind, from, to }) => to > from || (kind === 'ok' && to === from),
  );

/** A length that has two decimals, as SVG takes it. */
export const percent = (value: number): string => `${Math.round(value * 100) / 100}%`;
/** What is done in no time is seen all the same. */
const LEAST_PERCENT = 0.7;
/** Where a bar begins and how wide it is, in per cent. What is done grows from its beginning, all else up to its end. */
export const placeOf = (axis: Axis, { kind, from, to }: Bar): { x: number; width: number } => {
  const [left, right] = [positionOf(axis, from), positionOf(axis, to)];
  const width = Math.max(right - left, LEAST_PERCENT);
  const x = kind === 'ok' ? Math.min(left, 100 - width) : Math.max(right - width, 0);
  return { x, width };
};
