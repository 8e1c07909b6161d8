import { expect, it } from 'vitest';
import type { BoardPart, BoardPlace, WriteCondition } from '../../../shared/records/table.ts';
import { overwrite } from '../case-on-table.ts';
import { onEveryTable } from '../tables.ts';

const key = { pk: 'p', sk: 's' };
const range = (length: number): number[] => Array.from({ length }, (_, index) => index);

onEveryTable((fresh) => {
  it('puts a record once when it must be absent', async () => {
    const table = await fresh();
    expect(await table.put({ ...key, n: 1 }, { absent: true })).toBe(true);
    expect(await table.put({ ...key, n: 2 }, { absent: true })).toBe(false);
    expect(await table.get(key)).toMatchObject({ n: 1 });
  });

  it('of sixteen that put one key at once one has put it, under each condition', async () => {
    const table = await fresh();
    const putAll = async (condition: WriteCondition): Promise<number[]> => {
      const puts = range(16).map((n) => table.put({ ...key, n: 1, by: n }, condition));
      const isMine = await Promise.all(puts);
      return isMine.flatMap((mine, by) => (mine ? [by] : []));
    };
    for (const condition of [
      { absent: true },
      { attribute: 'n', equals: 0 },
      { attribute: 'n', below: 1 },
    ] satisfies WriteCondition[]) {
      if (!('absent' in condition)) await overwrite(table, { ...key, n: 0 });
      const winners = await putAll(condition);
      expect(winners).toHaveLength(1);
      expect(await table.get(key)).toEqual({ ...key, n: 1, by: winners[0] });
    }
  });

  it('replaces the whole record and not some of it', async () => {
    const table = await fresh();
    await table.put({ ...key, n: 1, text: 'x', board: 'OPEN', boardAt: '2026' }, { absent: true });
    await table.put({ ...key, n: 2 }, { attribute: 'n', equals: 1 });
    expect(await table.get(key)).toEqual({ ...key, n: 2 });
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
    expect(await table.put({ ...key, n: 3 }, { attribute: 'n', equals: '2' })).toBe(false);
    expect(await table.put({ ...key, n: 3 }, { attribute: 'other', equals: 2 })).toBe(false);
    expect(await table.put({ ...key, n: '三' }, { attribute: 'n', equals: 2 })).toBe(true);
    expect(await table.put({ ...key, n: 4 }, { attribute: 'n', equals: '三' })).toBe(true);
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

  it('counts without losing one, and leaves what else there is', async () => {
    const table = await fresh();
    await table.set(key, 'text', 'x');
    const values = await Promise.all(range(20).map(() => table.increment(key, 'count')));
    expect(values.sort((one, other) => one - other)).toEqual(range(20).map((value) => value + 1));
    expect(await table.get(key)).toEqual({ ...key, text: 'x', count: 20 });
  });

  it('sets one attribute and leaves the others; a repeat changes nothing', async () => {
    const table = await fresh();
    for (const again of ['x', 'x']) await table.set(key, 'LZ2026-0001', { at: again });
    await table.set(key, 'LZ2026-0002', { at: 'y' });
    const both = { ...key, 'LZ2026-0001': { at: 'x' }, 'LZ2026-0002': { at: 'y' } };
    expect(await table.get(key)).toEqual(both);
    await table.set(key, 'LZ2026-0002', 'z');
    expect(await table.get(key)).toEqual({ ...both, 'LZ2026-0002': 'z' });
    await table.remove(key);
    await table.remove(key);
    expect(await table.get(key)).toBeUndefined();
    expect(await table.list('p', '')).toEqual([]);
    expect(await table.put({ ...key, n: 1 }, { absent: true })).toBe(true);
  });

  it('gives what it holds, not a part of what its caller goes on changing', async () => {
    const table = await fresh();
    const record = { ...key, list: [1], nested: { a: 'x' } };
    await table.put(record, { absent: true });
    record.list.push(2);
    record.nested.a = 'y';
    expect(await table.get(key)).toEqual({ ...key, list: [1], nested: { a: 'x' } });
  });

  it('shows a board in the order of its instants, up to and with one', async () => {
    const table = await fresh();
    const rows = [
      { pk: 'b', board: 'OPEN', boardAt: '2026-02' },
      { pk: 'a', board: 'OPEN', boardAt: '2026-01' },
      { pk: 'c', board: 'OPEN', boardAt: '2026-03' },
      { pk: 'd', board: 'ROUTINE', boardAt: '2026-01' },
      { pk: 'e' },
      { pk: 'f', board: 'OPEN' },
      { pk: 'g', boardAt: '2026-01' },
    ];
    for (const row of rows) await table.put({ sk: 's', ...row }, { absent: true });
    const pks = async (upTo?: string) => (await table.byBoard('OPEN', { upTo })).map(({ pk }) => pk);
    expect(await pks()).toEqual(['a', 'b', 'c']);
    expect(await pks('2026-02')).toEqual(['a', 'b']);
    expect(await pks('2026-01-31')).toEqual(['a']);
    expect(await pks('2025')).toEqual([]);
    expect(await table.byBoard('NONE')).toEqual([]);
    await table.put({ pk: 'a', sk: 's', n: 1 }, { attribute: 'board', equals: 'OPEN' });
    expect(await pks()).toEqual(['b', 'c']);
    await table.remove({ pk: 'b', sk: 's' });
    await table.set({ pk: 'c', sk: 's' }, 'boardAt', '2025-12');
    expect(await pks('2025-12')).toEqual(['c']);
  });

  it('shows a board page by page, each row once, also of many that have one instant', async () => {
    const table = await fresh();
    for (const n of range(11))
      await table.put(
        { pk: `p${n}`, sk: 's', board: 'OPEN', boardAt: n < 8 ? '2026' : '2027' },
        { absent: true },
      );
    const shown: string[] = [];
    let after: BoardPlace | undefined;
    for (let page = 0; page < 4; page += 1) {
      const rows = await table.byBoard('OPEN', { after, most: 3 });
      shown.push(...rows.map(({ pk }) => pk));
      after = rows.at(-1) as BoardPlace;
    }
    expect(shown).toHaveLength(11);
    expect([...shown].sort()).toEqual(
      range(11)
        .map((n) => `p${n}`)
        .sort(),
    );
    expect(await table.byBoard('OPEN', { after, most: 3 })).toEqual([]);
    expect(await table.byBoard('OPEN', { upTo: '2026', most: 20 })).toHaveLength(8);
    // The row that a page ended with may be gone when the next is asked for.
    await table.remove({ pk: shown[2]!, sk: 's' });
    const gone = { pk: shown[2]!, sk: 's', boardAt: '2026' };
    const next = await table.byBoard('OPEN', { after: gone, most: 3 });
    expect(next.map(({ pk }) => pk)).toEqual(shown.slice(3, 6));
  });

  it('shows a board from an instant on, and the newest first, page by page', async () => {
    const table = await fresh();
    for (const n of range(9))
      await table.put(
        { pk: `p${n}`, sk: 's', board: 'OPEN', boardAt: `202${Math.floor(n / 3)}` },
        { absent: true },
      );
    await table.put({ pk: 'other', sk: 's', board: 'NONE', boardAt: '2021' }, { absent: true });
    const instants = async (part: BoardPart) =>
      (await table.byBoard('OPEN', part)).map(({ boardAt }) => boardAt).join(' ');
    expect(await instants({ from: '2021' })).toBe('2021 2021 2021 2022 2022 2022');
    expect(await instants({ from: '2021', upTo: '2021' })).toBe('2021 2021 2021');
    expect(await instants({ from: '20201' })).toBe('2021 2021 2021 2022 2022 2022');
    expect(await instants({ from: '2023' })).toBe('');
    expect(await instants({ from: '2022', upTo: '2021' })).toBe('');
    expect(await instants({ newestFirst: true, most: 4 })).toBe('2022 2022 2022 2021');
    expect(await instants({ newestFirst: true, upTo: '2021', most: 4 })).toBe('2021 2021 2021 2020');
    expect(await instants({ newestFirst: true, from: '2021', upTo: '2021' })).toBe('2021 2021 2021');
    expect(await instants({ newestFirst: true, from: '2022', upTo: '2021' })).toBe('');
    for (const newestFirst of [true, false]) {
      const shown: string[] = [];
      let after: BoardPlace | undefined;
      for (let page = 0; page < 4; page += 1) {
        const rows = await table.byBoard('OPEN', { after, most: 2, newestFirst, from: '2020', upTo: '2021' });
        shown.push(...rows.map(({ pk }) => pk));
        after = (rows.at(-1) as BoardPlace | undefined) ?? after;
      }
      expect([...shown].sort()).toEqual(range(6).map((n) => `p${n}`));
    }
  });

  it('shows of a board what the index carries, also where that is more than one megabyte', async () => {
    const table = await fresh();
    const rows = range(4).map((version) => ({
      ...{ pk: `p${version}`, sk: 's', board: 'OPEN', boardAt: `2026-0${version + 1}`, version },
      caseId: '案'.repeat(100_000),
    }));
    for (const row of rows) await table.put({ ...row, more: 'not in the index' }, { absent: true });
    expect(await table.byBoard('OPEN')).toEqual(rows);
    expect(await table.byBoard('OPEN', { upTo: '2026-03' })).toEqual(rows.slice(0, 3));
  });
});
