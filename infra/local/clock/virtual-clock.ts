import type { EngineClock } from './engine-clock.ts';
import { type HeapTimer, TimerHeap } from './timer-heap.ts';

/** A clock that stands still until it is told to move. All instants are milliseconds since the Unix epoch. */
export interface VirtualClock extends EngineClock {
  /** The due instant of the earliest pending timer, or undefined when nothing is pending. */
  nextTimerAt(): number | undefined;
  /**
   * Moves to `ms`, firing on the way every timer that falls due, in due order and first come first served among
   * equals. `settled` is awaited before the first and after each group of timers with the same instant: handlers do
   * real input and output, and the time must stand still meanwhile. Rejects with a RangeError for an instant in
   * the past and with an Error when another advance is under way; a failing callback or `settled` ends the advance.
   */
  advanceTo(ms: number, settled: () => Promise<void>): Promise<void>;
  pendingTimers(): number;
}

/** A virtual clock that starts at `startMs` (milliseconds since the Unix epoch). */
export const createVirtualClock = (startMs: number): VirtualClock => {
  const heap = new TimerHeap();
  let now = startMs;
  let isAdvancing = false;

  // A callback may clear a later timer of its own group, or add one for the same instant (which is the next group).
  const fireGroup = (dueAt: number): void => {
    const bound = heap.nextSequence;
    now = Math.max(now, dueAt);
    for (let next = heap.peek(); next && next.dueAt === dueAt && next.sequence < bound; next = heap.peek()) {
      heap.remove(next);
      next.callback();
    }
  };

  return {
    now: () => now,
    setTimeout: (callback, delayMs) => heap.add(now + Math.max(0, Math.ceil(delayMs)), callback),
    clearTimeout(handle) {
      if (handle) heap.remove(handle as HeapTimer);
    },
    nextTimerAt: () => heap.peek()?.dueAt,
    pendingTimers: () => heap.size,
    async advanceTo(ms, settled) {
      if (ms < now) throw new RangeError(`the virtual clock cannot go back from ${now} to ${ms}`);
      if (isAdvancing) throw new Error('the virtual clock is already advancing');
      isAdvancing = true;
      try {
        await settled();
        for (let next = heap.peek(); next && next.dueAt <= ms; next = heap.peek()) {
          fireGroup(next.dueAt);
          await settled();
        }
        now = Math.max(now, ms);
      } finally {
        isAdvancing = false;
      }
    },
  };
};
