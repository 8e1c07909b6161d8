import { describe, expect, it, vi } from 'vitest';
import { createRealClock } from '../../../../infra/local/clock/real-clock.ts';
import { createVirtualClock } from '../../../../infra/local/clock/virtual-clock.ts';

const settled = async () => {};

describe('the virtual clock', () => {
  it('fires in due order, first come first served among equals', async () => {
    const clock = createVirtualClock(0);
    const fired: string[] = [];
    for (const [name, delay] of [
      ['c', 30],
      ['a', 10],
      ['b1', 20],
      ['b2', 20],
    ] as const) {
      clock.setTimeout(() => fired.push(`${name}@${clock.now()}`), delay);
    }
    await clock.advanceTo(25, settled);
    expect(fired).toEqual(['a@10', 'b1@20', 'b2@20']);
    expect([clock.now(), clock.nextTimerAt(), clock.pendingTimers()]).toEqual([25, 30, 1]);
  });

  it('waits for the world to settle before the first and after each group', async () => {
    const clock = createVirtualClock(0);
    const seen: (string | number)[] = [];
    clock.setTimeout(() => seen.push('first'), 10);
    clock.setTimeout(() => seen.push('second'), 10);
    clock.setTimeout(() => seen.push('third'), 20);
    await clock.advanceTo(30, async () => void seen.push(clock.now()));
    expect(seen).toEqual([0, 'first', 'second', 10, 'third', 20]);
  });

  it('fires timers that are added on the way, and none that were cleared', async () => {
    const clock = createVirtualClock(0);
    const fired: string[] = [];
    const cleared = clock.setTimeout(() => fired.push('cleared'), 10);
    clock.setTimeout(() => clock.setTimeout(() => fired.push(`chained@${clock.now()}`), 5), 5);
    clock.setTimeout(() => clock.clearTimeout(cleared), 10 - 1);
    await clock.advanceTo(10, settled);
    expect(fired).toEqual(['chained@10']);
    expect(clock.pendingTimers()).toBe(0);
  });

  it('keeps its order through many random additions and removals', async () => {
    const clock = createVirtualClock(0);
    const fired: number[] = [];
    const handles = Array.from({ length: 500 }, (_, i) => {
      const due = (i * 7919) % 1009;
      return clock.setTimeout(() => fired.push(due), due);
    });
    for (let i = 0; i < handles.length; i += 3) clock.clearTimeout(handles[i]);
    await clock.advanceTo(2000, settled);
    expect(fired).toHaveLength(333);
    expect(fired).toEqual([...fired].sort((a, b) => a - b));
  });

  it('refuses to go back and to be moved twice at once', async () => {
    const clock = createVirtualClock(100);
    await expect(clock.advanceTo(99, settled)).rejects.toThrow(RangeError);
    const first = clock.advanceTo(200, settled);
    await expect(clock.advanceTo(300, settled)).rejects.toThrow('already');
    await first;
    expect(clock.now()).toBe(200);
  });
});

describe('the real clock', () => {
  it('fires a wait of forty days after forty days and not before', () => {
    vi.useFakeTimers({ now: 0 });
    try {
      const clock = createRealClock();
      const fired: number[] = [];
      const forty = 40 * 86_400_000;
      clock.setTimeout(() => fired.push(clock.now()), forty);
      clock.clearTimeout(clock.setTimeout(() => fired.push(-1), 1000));
      vi.advanceTimersByTime(forty - 1000);
      expect(fired).toEqual([]);
      vi.advanceTimersByTime(1000);
      expect(fired).toEqual([forty]);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('lets the timers that remain run when one of them throws', async () => {
    vi.useFakeTimers({ now: 0 });
    try {
      const clock = createRealClock();
      const fired: string[] = [];
      clock.setTimeout(() => {
        throw new Error('broken');
      }, 10);
      clock.setTimeout(() => fired.push('next'), 20);
      expect(() => vi.advanceTimersByTime(10)).toThrow('broken');
      vi.advanceTimersByTime(10);
      expect(fired).toEqual(['next']);
    } finally {
      vi.useRealTimers();
    }
  });
});
