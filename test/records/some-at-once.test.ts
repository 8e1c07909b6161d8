import { expect, it } from 'vitest';
import { mapEach, settleEach } from '../../shared/records/some-at-once.ts';

const LIST = Array.from({ length: 100 }, (_, number) => number);

it('runs 16 at once and gives the results in the order of the list', async () => {
  let [running, most] = [0, 0];
  const results = await mapEach(LIST, async (number) => {
    running += 1;
    most = Math.max(most, running);
    // The first ones take the longest.
    for (let hop = 0; hop < 100 - number; hop += 1) await undefined;
    running -= 1;
    return number * 2;
  });
  expect(results).toEqual(LIST.map((number) => number * 2));
  expect(most).toBe(16);
});

it('has run all before it throws what one threw', async () => {
  const ran: number[] = [];
  const run = async (number: number): Promise<void> => {
    ran.push(number);
    if (number === 3) throw new Error('third');
  };
  await expect(mapEach(LIST, run)).rejects.toThrow('third');
  expect(ran).toEqual(LIST);
  const settled = await settleEach([2, 3], run);
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
});

it('does nothing for an empty list', async () => {
  expect(await mapEach([], async () => 1)).toEqual([]);
});
