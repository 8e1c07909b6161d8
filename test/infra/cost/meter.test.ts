import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createMeter } from '../../../infra/cost/meter/meter.ts';
import { callsOf, mean, minus, sum, times } from '../../../infra/cost/meter/usage.ts';

it('counts for the function in whose course something happens, also when two run at once', async () => {
  const meter = createMeter();
  meter.read(100);
  await Promise.all([
    meter.during('outer', async () => {
      meter.write(1);
      await meter.during('inner', async () => meter.read(0.5));
      await setImmediate();
      meter.write(2);
    }),
    meter.during('other', async () => {
      await setImmediate();
      meter.request();
      meter.message();
      return 'done';
    }),
  ]);
  const counted = meter.records().map(({ functionName, usage }) => [functionName, usage]);
  const nothing = { transitions: 0, writeUnits: 0, readUnits: 0, requests: 0, messages: 0 };
  expect(counted).toEqual([
    ['outer', { ...nothing, calls: { outer: 1 }, writeUnits: 3 }],
    ['inner', { ...nothing, calls: { inner: 1 }, readUnits: 0.5 }],
    ['other', { ...nothing, calls: { other: 1 }, requests: 1, messages: 1 }],
  ]);
  expect(meter.records()[2]!.result).toBe('done');
});

it('counts a call that fails', async () => {
  const meter = createMeter();
  const failing = meter.during('bad', async () => {
    meter.write(1);
    throw new Error('bad');
  });
  await expect(failing).rejects.toThrow('bad');
  expect(sum(meter.records().map(({ usage }) => usage))).toMatchObject({ calls: { bad: 1 }, writeUnits: 1 });
});

it('adds, subtracts, multiplies and averages usages, function by function', () => {
  const one = { transitions: 4, calls: { a: 1 }, writeUnits: 2, readUnits: 1, requests: 1, messages: 3 };
  const other = {
    transitions: 2,
    calls: { a: 1, b: 4 },
    writeUnits: 0,
    readUnits: 0.5,
    requests: 0,
    messages: 1,
  };
  expect(sum([one, other]).calls).toEqual({ a: 2, b: 4 });
  expect(minus(one, other)).toMatchObject({ transitions: 2, calls: { a: 0, b: -4 }, readUnits: 0.5 });
  expect(times(other, 10)).toMatchObject({ calls: { a: 10, b: 40 }, messages: 10 });
  expect(mean([one, other])).toMatchObject({ transitions: 3, calls: { a: 1, b: 2 }, messages: 2 });
  expect(callsOf(other)).toBe(5);
});
