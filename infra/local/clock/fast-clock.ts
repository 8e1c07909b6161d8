import type { EngineClock } from './engine-clock.ts';

/** `real`, run so many times faster from `origin` (epoch milliseconds) on: days pass in minutes. */
export const createFastClock = (real: EngineClock, origin: number, speed: number): EngineClock => ({
  now: () => Math.round(origin + (real.now() - origin) * speed),
  setTimeout: (callback, delayMs) => real.setTimeout(callback, delayMs / speed),
  clearTimeout: (handle) => real.clearTimeout(handle),
});
