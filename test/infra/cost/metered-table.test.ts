import { beforeEach, describe, expect, it } from 'vitest';
import { createMeteredTable } from '../../../infra/cost/meter/metered-table.ts';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import type { Table } from '../../../shared/records/table.ts';

let table: Table;
let written: number;
let read: number;
const key = { pk: 'P', sk: 'S' };
const ABSENT = { absent: true } as const;
/** A record of so many bytes in all. */
const record = (bytes: number, more: Record<string, unknown> = {}) => ({
  ...key,
  ...more,
  t: 'x'.repeat(bytes - 7),
});
const spent = async (work: Promise<unknown>): Promise<[written: number, read: number]> => {
  const [wasWritten, wasRead] = [written, read];
  await work;
  return [written - wasWritten, read - wasRead];
};

beforeEach(() => {
  written = 0;
  read = 0;
  table = createMeteredTable(createMemoryTable(), {
    write: (units) => {
      written += units;
    },
    read: (units) => {
      read += units;
    },
  });
});

describe('writes', () => {
  it('cost a unit for every KB begun', async () => {
    expect(await spent(table.put(record(1024), ABSENT))).toEqual([1, 0]);
    expect(await spent(table.put({ ...record(1025), sk: 'T' }, ABSENT))).toEqual([2, 0]);
  });
  it('cost the larger of the old and the new item', async () => {
    await table.put(record(3000, { n: 1 }), ABSENT);
    const smaller = table.put(record(100, { n: 2 }), { attribute: 'n', below: 2 });
    expect(await spent(smaller)).toEqual([3, 0]);
  });
  it('cost as much when their condition fails', async () => {
    await table.put(record(2500), ABSENT);
    expect(await spent(table.put(record(100), ABSENT))).toEqual([3, 0]);
    expect(await spent(table.put(record(4000), ABSENT))).toEqual([4, 0]);
    expect(await table.get(key)).toEqual(record(2500));
  });
  it('of one attribute cost the whole item', async () => {
    await table.put(record(2500), ABSENT);
    expect(await spent(table.set(key, 'a', 1))).toEqual([3, 0]);
    expect(await spent(table.increment(key, 'count'))).toEqual([3, 0]);
    expect(await table.increment(key, 'count')).toBe(2);
  });
  it('that remove cost what is removed, or one unit for nothing', async () => {
    await table.put(record(2500), ABSENT);
    expect(await spent(table.remove(key))).toEqual([3, 0]);
    expect(await spent(table.remove(key))).toEqual([1, 0]);
  });
});

describe('the board’s index', () => {
  const onBoard = (boardAt: string, version: number, more = {}) => ({
    ...key,
    board: 'OPEN',
    boardAt,
    caseId: 'A',
    version,
    ...more,
  });
  const replace = (next: ReturnType<typeof onBoard>) =>
    spent(table.put(next, { attribute: 'version', below: next.version + 1 }));

  it('is one write more when a record comes onto the board', async () => {
    expect(await spent(table.put(onBoard('2026', 1), ABSENT))).toEqual([2, 0]);
  });
  it('is two more when its place changes, one when only what it shows does, none otherwise', async () => {
    await table.put(onBoard('2026', 1), ABSENT);
    expect(await replace(onBoard('2027', 2))).toEqual([3, 0]);
    expect(await replace(onBoard('2027', 3))).toEqual([2, 0]);
    expect(await replace(onBoard('2027', 3, { state: 'other' }))).toEqual([1, 0]);
  });
  it('is one more when the record leaves the board', async () => {
    await table.put(onBoard('2026', 1), ABSENT);
    expect(await spent(table.remove(key))).toEqual([2, 0]);
  });
  it('is not written when a condition fails', async () => {
    await table.put(onBoard('2026', 1), ABSENT);
    expect(await spent(table.put(onBoard('2027', 2), ABSENT))).toEqual([1, 0]);
  });
  it('is read at half the price, and holds only what it shows', async () => {
    await table.put(onBoard('2026', 1, { state: 'x'.repeat(9000) }), ABSENT);
    expect(await spent(table.byBoard('OPEN'))).toEqual([0, 0.5]);
    expect(await spent(table.byBoard('NONE'))).toEqual([0, 0.5]);
  });
});

describe('reads', () => {
  it('cost a unit for every 4 KB begun, and one for nothing', async () => {
    await table.put(record(4097), ABSENT);
    expect(await spent(table.get(key))).toEqual([0, 2]);
    expect(await spent(table.get({ pk: 'P', sk: 'none' }))).toEqual([0, 1]);
  });
  it('of a list cost the sum of what it returns', async () => {
    for (const sk of ['L1', 'L2', 'L3']) await table.put({ ...record(1500), sk }, ABSENT);
    expect(await spent(table.list('P', 'L'))).toEqual([0, 2]);
    expect(await spent(table.list('Q', 'L'))).toEqual([0, 1]);
  });
  it('of a list after a record cost that record too, since the query reads it', async () => {
    for (const sk of ['L1', 'L2']) await table.put({ ...record(3000), sk }, ABSENT);
    const work = table.list('P', 'L', 'L1');
    expect(await spent(work)).toEqual([0, 2]);
    expect(await work).toHaveLength(1);
  });
});
