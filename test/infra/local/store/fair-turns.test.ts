import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openDataFile } from '../../../../infra/local/store/data-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'shixian-turns-'));
const file = openDataFile({ folder, bureau: 'leizhou', isNew: true });
afterAll(() => {
  file.close();
  rmSync(folder, { recursive: true });
});

const work = (milliseconds: number): void => {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
};
const chain = async (steps: number, step: () => Promise<unknown>): Promise<void> => {
  for (let done = 0; done < steps; done += 1) {
    await step();
    work(1);
  }
};
/** How often the event loop came round while this ran. */
const roundsDuring = async (run: () => Promise<unknown>): Promise<number> => {
  let rounds = 0;
  let isOver = false;
  const count = (): void => {
    rounds += 1;
    if (!isOver) setTimeout(count, 0);
  };
  setTimeout(count, 0);
  await run();
  isOver = true;
  return rounds;
};

it.each([
  ['a long chain of reads', () => chain(200, () => file.records.get({ pk: 'a', sk: 's' }))],
  [
    'many short ones at once',
    () => Promise.all(Array.from({ length: 200 }, () => chain(1, () => file.records.list('a', '')))),
  ],
  [
    'what many do once they have written together',
    () =>
      Promise.all(
        Array.from({ length: 200 }, (_, number) =>
          chain(1, () => file.records.put({ pk: 'w', sk: `${number}` }, { absent: true })),
        ),
      ),
  ],
])('%s lets timers through', async (_what, run) => {
  // 200 ms of work in turns of some 10 ms; half as many are enough on a machine that is busy.
  expect(await roundsDuring(run)).toBeGreaterThan(8);
});

it('answers in the order of the questions, also those that waited', async () => {
  const order: number[] = [];
  await Promise.all(
    Array.from({ length: 50 }, async (_, number) => {
      await file.records.get({ pk: 'a', sk: 's' });
      order.push(number);
      work(1);
    }),
  );
  expect(order).toEqual(Array.from({ length: 50 }, (_, number) => number));
});
