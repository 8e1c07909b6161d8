import { expect, it } from 'vitest';
import { createNumbers, type Use } from '../../shared/records/numbers/numbers.ts';
import type { Table } from '../../shared/records/table.ts';
import { breakable } from './breakable.ts';
import { onEveryTable } from './tables.ts';

const NOW = '2026-03-02T00:00:00.000Z';
const after = (seconds: number): string => new Date(Date.parse(NOW) + seconds * 1000).toISOString();
const range = (length: number): number[] => Array.from({ length }, (_, index) => index + 1);
const sorted = (numbers: readonly number[]): number[] => numbers.toSorted((one, other) => one - other);
/** A minute, and how long a number waits for its taker. */
const [MINUTE, HELD] = [60, 600];

/** A series, and the logs that name its numbers: 0057 is used once `logs` has 57. */
const openSeries = (table: Table) => {
  const logs = new Map<number, string>();
  const use = (seconds: number): Use => ({
    now: after(seconds),
    isUsed: async (number) => logs.has(number),
  });
  const take = (key: string, seconds = 0, on = table) =>
    createNumbers(on).allocate('case', 2026, key, use(seconds));
  /** Takes a number and appends the entry that names it, unless another log has it. */
  const open = async (key: string, seconds = 0): Promise<number> => {
    const number = await take(key, seconds);
    if (!logs.has(number)) logs.set(number, key);
    return number;
  };
  return { logs, take, open };
};

onEveryTable((fresh) => {
  it('sixteen keys at once have sixteen numbers without a gap, also when each asks four times at once', async () => {
    const { take } = openSeries(await fresh());
    const given = await Promise.all(
      range(64).map(async (turn) => [`k${turn % 16}`, await take(`k${turn % 16}`)] as const),
    );
    expect(sorted([...new Set(given.map(([, number]) => number))])).toEqual(range(16));
    expect(new Set(given.map((pair) => pair.join('='))).size).toBe(16);
    expect(await take('next')).toBe(17);
  });

  it('sixteen of one key at once have one number, and the next has the next, with many before them', async () => {
    const { open, take } = openSeries(await fresh());
    for (const number of range(30)) expect(await open(`before${number}`)).toBe(number);
    const given = await Promise.all(range(16).map(() => take('one')));
    expect(new Set(given)).toEqual(new Set([31]));
    expect(await take('next')).toBe(32);
  });

  it('sixteen keys at once in one process take turns: each takes its number at the first try', async () => {
    const table = await fresh();
    let puts = 0;
    const put: Table['put'] = (...of) => {
      puts += 1;
      return table.put(...of);
    };
    const numbers = createNumbers({ ...table, put });
    const use: Use = { now: NOW, isUsed: async () => false };
    const given = await Promise.all(range(16).map((key) => numbers.allocate('case', 2026, `k${key}`, use)));
    expect(given).toEqual(range(16));
    expect(puts).toBe(16 * 3);
  });

  it.each([
    ['a second before ten minutes', HELD - 1, 2],
    ['ten minutes later', HELD, 1],
    ['a second after', HELD + 1, 1],
    ['on a clock that was a year ahead when it was taken', -365 * 86_400, 1],
  ])('a number that is in no log: %s the next gets %3$i', async (_, seconds, number) => {
    const { take } = openSeries(await fresh());
    expect(await take('died')).toBe(1);
    expect(await take('next', seconds)).toBe(number);
  });

  it('a number of which a log was seen is given to no other, and is known to be lost when the log is gone', async () => {
    const table = await fresh();
    const { logs, open, take } = openSeries(table);
    for (const number of range(3)) await open(`k${number}`);
    const look = async (seconds: number) => {
      const told: string[] = [];
      const part = { name: 'case', year: 2026, after: 0, most: 10 };
      const seen = await createNumbers(table).lookAfter(part, after(seconds), async (number, hadLog) => {
        if (number === 3) return undefined;
        if (hadLog) told.push(`${number} had one`);
        return logs.has(number);
      });
      expect(seen).toEqual(range(3));
      return told;
    };
    expect(await look(HELD - 1)).toEqual([]);
    expect(await look(HELD)).toEqual([]);
    expect(await look(HELD)).toEqual(['1 had one', '2 had one']);
    logs.clear();
    expect(await look(HELD)).toEqual(['1 had one', '2 had one']);
    expect(await take('k1', 9 * HELD)).toBe(1);
    expect(await take('next', 9 * HELD)).toBe(3);
    expect(await take('after', 9 * HELD)).toBe(4);
  });

  it('a number that is in a log is never taken up, nor one whose log cannot be read', async () => {
    const table = await fresh();
    const { open } = openSeries(table);
    for (const number of range(20)) await open(`k${number}`);
    const unreadable: Use = {
      now: after(2 * HELD),
      isUsed: (number) => (number > 20 ? Promise.resolve(false) : Promise.reject(new Error('damaged'))),
    };
    expect(await createNumbers(table).allocate('case', 2026, 'dark', unreadable)).toBe(21);
    for (const number of range(9)) expect(await open(`later${number}`, 2 * HELD)).toBe(21 + number);
    expect(await open('k3', 2 * HELD)).toBe(3);
  });

  it('a number that a log has is not given, though its record was lost', async () => {
    const { open, take, logs } = openSeries(await fresh());
    for (const number of [1, 2, 3]) logs.set(number, 'restored');
    expect(await open('new')).toBe(4);
    expect(await Promise.all(range(4).map(() => take('next')))).toEqual([5, 5, 5, 5]);
  });

  it('whoever comes back for his number within ten minutes holds it anew', async () => {
    const { take } = openSeries(await fresh());
    await take('slow');
    expect(await take('slow', MINUTE)).toBe(1);
    expect(await take('next', HELD)).toBe(2);
    expect(await take('third', HELD + MINUTE)).toBe(1);
    expect(await take('slow', HELD + MINUTE)).toBe(3);
  });

  it('of sixteen that want the numbers that were left each gets one, and none is left', async () => {
    const { take, open, logs } = openSeries(await fresh());
    for (const number of range(5)) await (number % 2 === 0 ? open(`k${number}`) : take(`k${number}`));
    const given = await Promise.all(range(16).map((key) => open(`new${key}`, HELD)));
    expect(new Set(given).size).toBe(16);
    await Promise.all(range(3).map((key) => open(`more${key}`, 2 * HELD)));
    expect(sorted([...logs.keys()])).toEqual(range(21));
  });

  it.each(['before', 'after'] as const)(
    'whichever write fails, %s it is done, no number is lost',
    async (when) => {
      for (let broken = 1; ; broken += 1) {
        const { table, control } = breakable(await fresh());
        const { open, take, logs } = openSeries(table);
        await open('first');
        Object.assign(control, { left: broken, when });
        const died = await take('died').catch(() => 'failed');
        control.left = Number.POSITIVE_INFINITY;
        // Whoever comes again gets the same, whoever does not leaves it to the next.
        if (broken % 2 === 0) expect(await open('died')).toBe(2);
        await Promise.all(range(16).map((key) => open(`new${key}`, HELD)));
        await Promise.all(range(3).map((key) => open(`more${key}`, 2 * HELD)));
        const numbers = sorted([...logs.keys()]);
        expect(numbers, `write ${broken} ${when}`).toEqual(range(numbers.length));
        if (died !== 'failed') break;
      }
    },
  );

  it('a number of an order is used when the log of its case names it', async () => {
    const numbers = createNumbers(await fresh());
    const asked: [number, string | undefined][] = [];
    const use = (caseId: string, seconds: number): Use => ({
      now: after(seconds),
      caseId,
      isUsed: async (...about) => {
        asked.push(about);
        return false;
      },
    });
    expect(await numbers.allocate('supervision', 2026, 'A#sign#5', use('A', 0))).toBe(1);
    expect(await numbers.allocate('supervision', 2026, 'B#sign#7', use('B', HELD))).toBe(1);
    expect(await numbers.allocate('supervision', 2026, 'C#sign#2', use('C', 2 * HELD))).toBe(1);
    expect(asked).toEqual([
      [1, 'A'],
      [1, 'B'],
    ]);
    expect(await numbers.find('supervision', 2026, 'A#sign#5')).toBeUndefined();
    expect(await numbers.find('supervision', 2026, 'C#sign#2')).toBe(1);
  });
});
