import type { EngineClock } from '../clock/engine-clock.ts';

/**
 * `Date`, `setTimeout` and `clearTimeout` that follow the clock, to shadow the host's inside the library.
 * A delay of nothing or less runs in the next microtask: a Wait until a past instant passes at once on AWS, and on a
 * virtual clock it must not need the time to be moved.
 */
export const createClockGlobals = (clock: EngineClock) => {
  class ClockDate extends Date {
    constructor(...args: [] | [number | string]) {
      if (args.length === 0) super(clock.now());
      else super(args[0]);
    }
    static override now(): number {
      return clock.now();
    }
  }
  return {
    Date: ClockDate,
    setTimeout(callback: () => void, delayMs: number): unknown {
      if (delayMs > 0) return clock.setTimeout(callback, delayMs);
      queueMicrotask(callback);
      return undefined;
    },
    clearTimeout: (handle: unknown): void => clock.clearTimeout(handle),
  };
};
