import type { EngineClock } from './engine-clock.ts';
import { type HeapTimer, TimerHeap } from './timer-heap.ts';

/**
 * The host's timers count a monotonic clock that stands still while a machine sleeps, and take 24.8 days at most.
 * Looking at the wall clock at least this often keeps a statutory instant right after a sleep or a clock correction.
 */
const LONGEST_NAP_MS = 30_000;

/**
 * The real clock. Takes any delay, also of months: all waits are in one heap served by one short host timer, which
 * keeps the process alive while something is pending.
 */
export const createRealClock = (): EngineClock => {
  const heap = new TimerHeap();
  let hostTimer: NodeJS.Timeout | undefined;
  let hostDueAt = Number.POSITIVE_INFINITY;

  const fireDue = (): void => {
    hostTimer = undefined;
    hostDueAt = Number.POSITIVE_INFINITY;
    const bound = heap.nextSequence;
    try {
      for (let next = heap.peek(); next && next.dueAt <= Date.now(); next = heap.peek()) {
        if (next.sequence >= bound) break;
        heap.remove(next);
        next.callback();
      }
    } finally {
      arm();
    }
  };

  const arm = (): void => {
    const next = heap.peek();
    if (!next) {
      clearTimeout(hostTimer);
      hostTimer = undefined;
      hostDueAt = Number.POSITIVE_INFINITY;
      return;
    }
    if (hostTimer && hostDueAt <= next.dueAt) return;
    clearTimeout(hostTimer);
    const nap = Math.min(Math.max(next.dueAt - Date.now(), 0), LONGEST_NAP_MS);
    hostDueAt = Date.now() + nap;
    hostTimer = setTimeout(fireDue, nap);
  };

  return {
    now: () => Date.now(),
    setTimeout(callback, delayMs) {
      const timer = heap.add(Date.now() + Math.max(0, Math.ceil(delayMs)), callback);
      arm();
      return timer;
    },
    clearTimeout(handle) {
      if (!handle) return;
      heap.remove(handle as HeapTimer);
      arm();
    },
  };
};
