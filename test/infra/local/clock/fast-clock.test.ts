import { expect, it } from 'vitest';
import { createFastClock } from '../../../../infra/local/clock/fast-clock.ts';
import { createVirtualClock } from '../../../../infra/local/clock/virtual-clock.ts';

it('goes so many times faster from its origin on, and waits so many times shorter', async () => {
  const real = createVirtualClock(1000);
  const clock = createFastClock(real, 1000, 60);
  const fired: number[] = [];
  clock.setTimeout(() => fired.push(real.now()), 60_000);
  clock.clearTimeout(clock.setTimeout(() => fired.push(-1), 30_000));
  await real.advanceTo(1999, async () => undefined);
  expect([clock.now(), fired]).toEqual([1000 + 999 * 60, []]);
  await real.advanceTo(2000, async () => undefined);
  expect([clock.now(), fired]).toEqual([61_000, [2000]]);
});
