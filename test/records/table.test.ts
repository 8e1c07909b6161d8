import { expect, it } from 'vitest';
import { createTable } from '../../infra/local/store/create-table.ts';
import { startStore } from '../../infra/local/store/store.ts';
import { onBothTables } from './tables.ts';

const key = { pk: 'p', sk: 's' };

onBothTables((fresh) => {
  it('puts a record once when it must be absent', async () => {
    const table = await fresh();
    expect(await table.put({ ...key, n: 1 }, { absent: true })).toBe(true);
    expect(await table.put({ ...key, n: 2 }, { absent: true })).toBe(false);
    expect(await table.get(key)).toMatchObject({ n: 1 });
  });

  it('replaces a lower number only, and none that has no number', async () => {
    const table = await fresh();
    expect(await table.put({ ...key, n: 2 }, { attribute: 'n', below: 2 })).toBe(true);
    expect(await table.put({ ...key, n: 2 }, { attribute: 'n', below: 2 })).toBe(false);
    expect(await table.put({ ...key, n: 3 }, { attribute: 'n', below: 3 })).toBe(true);
    await table.put({ pk: 'p', sk: 'other' }, { absent: true });
    expect(await table.put({ pk: 'p', sk: 'other', n: 1 }, { attribute: 'n', below: 9 })).toBe(false);
  });

  it('replaces an equal value only, and never makes a record by it', async () => {
    const table = await fresh();
    expect(await table.put({ ...key, n: 1 }, { attribute: 'n', equals: 1 })).toBe(false);
    await table.put({ ...key, n: 1 }, { absent: true });
    expect(await table.put({ ...key, n: 2 }, { attribute: 'n', equals: 1 })).toBe(true);
    expect(await table.put({ ...key, n: 3 }, { attribute: 'n', equals: 1 })).toBe(false);
  });

  it('lists a partition by prefix, after a key, in order, and as a whole', async () => {
    const table = await fresh();
    for (const sk of ['LOG#000002', 'LOG#000001', 'HEAD', 'LOG#000010'])
      await table.put({ pk: 'p', sk }, { absent: true });
    const names = async (...list: Parameters<typeof table.list>) =>
      (await table.list(...list)).map(({ sk }) => sk);
    expect(await names('p', 'LOG#')).toEqual(['LOG#000001', 'LOG#000002', 'LOG#000010']);
    expect(await names('p', 'LOG#', 'LOG#000002')).toEqual(['LOG#000010']);
    expect(await names('p', 'LOG#', undefined, 2)).toEqual(['LOG#000001', 'LOG#000002']);
    expect(await names('p', 'LOG#', 'LOG#000001', 1)).toEqual(['LOG#000002']);
    expect(await names('p', 'LOG#', 'LOG#000001', 5)).toEqual(['LOG#000002', 'LOG#000010']);
    expect(await names('p', '', undefined, 3)).toEqual(['HEAD', 'LOG#000001', 'LOG#000002']);
    expect(await names('p', '')).toEqual(['HEAD', 'LOG#000001', 'LOG#000002', 'LOG#000010']);
    expect(await names('nothing', 'LOG#')).toEqual([]);
  });

  it('lists more than one megabyte', async () => {
    const table = await fresh();
    const text = '字'.repeat(100_000);
    for (let index = 0; index < 5; index += 1)
      await table.put({ pk: 'big', sk: `LOG#${index}`, text }, { absent: true });
    const found = await table.list('big', 'LOG#');
    expect(found.map(({ sk }) => sk)).toEqual(['LOG#0', 'LOG#1', 'LOG#2', 'LOG#3', 'LOG#4']);
    expect(found.every((record) => record.text === text)).toBe(true);
  });

  it('gets many at once, more than a hundred', async () => {
    const table = await fresh();
    const keys = Array.from({ length: 130 }, (_, index) => ({ pk: `k${index}`, sk: 's' }));
    await Promise.all(keys.map((each) => table.put(each, { absent: true })));
    expect(await table.getMany([...keys, { pk: 'none', sk: 's' }])).toHaveLength(130);
    expect(await table.getMany([])).toEqual([]);
  });

  it('counts without losing one', async () => {
    const table = await fresh();
    const values = await Promise.all(Array.from({ length: 20 }, () => table.increment(key, 'count')));
    expect(values.sort((one, other) => one - other)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  it('sets one attribute and leaves the others', async () => {
    const table = await fresh();
    await table.set(key, 'LZ2026-0001', { at: 'x' });
    await table.set(key, 'LZ2026-0002', { at: 'y' });
    expect(await table.get(key)).toEqual({ ...key, 'LZ2026-0001': { at: 'x' }, 'LZ2026-0002': { at: 'y' } });
    await table.remove(key);
    await table.remove(key);
    expect(await table.get(key)).toBeUndefined();
  });

  it('shows a board in the order of its instants, up to and with one', async () => {
    const table = await fresh();
    const rows = [
      { pk: 'b', board: 'OPEN', boardAt: '2026-02' },
      { pk: 'a', board: 'OPEN', boardAt: '2026-01' },
      { pk: 'c', board: 'OPEN', boardAt: '2026-03' },
      { pk: 'd', board: 'ROUTINE', boardAt: '2026-01' },
      { pk: 'e' },
    ];
    for (const row of rows) await table.put({ sk: 's', ...row }, { absent: true });
    const pks = async (upTo?: string) => (await table.byBoard('OPEN', upTo)).map(({ pk }) => pk);
    expect(await pks()).toEqual(['a', 'b', 'c']);
    expect(await pks('2026-02')).toEqual(['a', 'b']);
    await table.put({ pk: 'a', sk: 's', n: 1 }, { attribute: 'board', equals: 'OPEN' });
    expect(await pks()).toEqual(['b', 'c']);
  });
});

it('creating a table twice is one table', async () => {
  const store = await startStore();
  await createTable(store.endpoint, 'twice');
  await createTable(store.endpoint, 'twice');
  await store.close();
});
