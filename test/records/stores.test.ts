import { expect, it } from 'vitest';
import { createItems, type ItemRecord } from '../../shared/records/items.ts';
import { createNumbers } from '../../shared/records/numbers/numbers.ts';
import { createRefusals } from '../../shared/records/register/refusals.ts';
import { createRosters } from '../../shared/records/roster.ts';
import { createDeliveries } from '../../shared/records/texts/deliveries.ts';
import { createWatches } from '../../shared/records/watches.ts';
import { onEveryTable } from './tables.ts';

const NOW = '2026-03-02T00:00:00.000Z';
const after = (seconds: number, from = NOW): string =>
  new Date(Date.parse(from) + seconds * 1000).toISOString();
const range = (length: number): number[] => Array.from({ length }, (_, index) => index + 1);
const CASE = 'LZ2026-0001';
const use = { now: NOW, isUsed: async () => false };

const item = (id: string, more: Partial<ItemRecord> = {}): ItemRecord => ({
  feed: 'demo',
  id,
  title: '某超市销售过期食品',
  detectedAt: NOW,
  readings: [{ at: NOW, counters: {} }],
  flags: [],
  extra: {},
  grade: { level: 'routine', handling: 'routine', score: 1, values: {}, flags: [], reasons: [] },
  outcome: 'routine',
  revision: 1,
  ...more,
});

onEveryTable((fresh) => {
  it('numbers: the same key has the same number, also a long one', async () => {
    const numbers = createNumbers(await fresh());
    const long = '理由'.repeat(1000);
    expect(await numbers.allocate('case', 2026, 'a', use)).toBe(1);
    expect(await numbers.allocate('case', 2026, long, use)).toBe(2);
    expect(await numbers.allocate('case', 2026, `${long}。`, use)).toBe(3);
    expect(await numbers.allocate('case', 2026, 'a', use)).toBe(1);
    expect(await numbers.allocate('case', 2026, long, use)).toBe(2);
    expect(await numbers.find('case', 2026, 'unknown')).toBeUndefined();
    expect(await numbers.allocate('case', 2027, 'a', use)).toBe(1);
    expect(await numbers.allocate('supervision', 2026, 'a', use)).toBe(1);
  });

  it('numbers: keys at once are distinct and leave no gap', async () => {
    const numbers = createNumbers(await fresh());
    const given = await Promise.all(range(12).map((key) => numbers.allocate('case', 2026, `k${key}`, use)));
    expect(given.sort((one, other) => one - other)).toEqual(range(12));
  });

  it('numbers: one key at once is one number', async () => {
    const numbers = createNumbers(await fresh());
    const given = await Promise.all(range(8).map(() => numbers.allocate('case', 2026, 'one', use)));
    expect(given).toEqual(range(8).map(() => 1));
    expect(await numbers.allocate('case', 2026, 'next', use)).toBe(2);
  });

  it.each(['TAKEN#', 'FOR#', 'COUNTER'])('numbers: cut off at %s leave no gap', async (cut) => {
    const table = await fresh();
    const numbers = createNumbers(table);
    expect(await numbers.allocate('case', 2026, 'a', use)).toBe(1);
    for (const isDone of [false, true]) {
      const dying = createNumbers({
        ...table,
        put: async (record, condition) => {
          if (!record.sk.startsWith(cut)) return table.put(record, condition);
          if (isDone) await table.put(record, condition);
          throw new Error('cut');
        },
      });
      await expect(dying.allocate('case', 2026, `b${isDone}`, use)).rejects.toThrow('cut');
    }
    expect(await numbers.allocate('case', 2026, 'c', use)).toBeLessThanOrEqual(4);
    const keys = ['a', 'bfalse', 'btrue', 'c'];
    const given = await Promise.all(keys.map((key) => numbers.allocate('case', 2026, key, use)));
    expect(given.sort()).toEqual([1, 2, 3, 4]);
  });

  it('deliveries: of many claims at once one is mine', async () => {
    const deliveries = createDeliveries(await fresh());
    const claims = await Promise.all(range(6).map(() => deliveries.claim(CASE, 'n#p', NOW)));
    expect(claims.filter(({ mine }) => mine)).toHaveLength(1);
    expect(await deliveries.claim(CASE, 'n#q', NOW)).toEqual({ mine: true });
  });

  it.each([
    [89, false],
    [90, false],
    [91, true],
  ])('deliveries: a claim that is %i s old may be taken over: %s', async (age, mine) => {
    const deliveries = createDeliveries(await fresh());
    await deliveries.claim(CASE, 'n', NOW);
    const claims = await Promise.all(range(3).map(() => deliveries.claim(CASE, 'n', after(age))));
    expect(claims.filter((claim) => claim.mine)).toHaveLength(mine ? 1 : 0);
  });

  it('deliveries: what was sent is never claimed again, what was released is', async () => {
    const deliveries = createDeliveries(await fresh());
    await deliveries.claim(CASE, 'n', NOW);
    await deliveries.confirm(CASE, 'n', NOW, 'm-1');
    await deliveries.confirm(CASE, 'n', NOW, 'm-2');
    expect(await deliveries.claim(CASE, 'n', after(9999))).toEqual({ mine: false, messageId: 'm-1' });
    await deliveries.claim(CASE, 'o', NOW);
    await deliveries.release(CASE, 'o');
    expect(await deliveries.claim(CASE, 'o', NOW)).toEqual({ mine: true });
  });

  it('watches: the newest generation wins, and the newest schedule of it', async () => {
    const watches = createWatches(await fresh());
    const watch = { caseId: CASE, token: 'one', version: 1, generation: 2, registeredAt: NOW };
    expect(await watches.find(CASE)).toBeUndefined();
    expect(await watches.register(watch)).toBe(true);
    expect(await watches.register({ ...watch, token: 'two', version: 5 })).toBe(true);
    expect(await watches.register({ ...watch, token: 'old', generation: 1 })).toBe(false);
    expect(await watches.find(CASE)).toMatchObject({ token: 'two' });
    expect(await watches.register({ ...watch, token: 'new', generation: 3 })).toBe(true);
  });

  it('roster: each version from the one before, and all are kept', async () => {
    const table = await fresh();
    const rosters = createRosters(table);
    const version = (number: number) => ({
      version: number,
      roster: { roles: { officeHead: [] } },
      changedBy: `p${number}`,
      changedAt: NOW,
    });
    expect(await rosters.read()).toBeUndefined();
    expect(await rosters.history()).toEqual([]);
    expect(await rosters.write(version(2))).toBe(false);
    for (const number of [1, 2, 3]) expect(await rosters.write(version(number))).toBe(true);
    expect(await rosters.write(version(3))).toBe(false);
    expect(await rosters.write(version(1))).toBe(false);
    const both = await Promise.all([rosters.write(version(4)), rosters.write(version(4))]);
    expect(both.filter(Boolean)).toHaveLength(1);
    expect((await rosters.history()).map(({ changedBy }) => changedBy)).toEqual(['p1', 'p2', 'p3', 'p4']);
    expect((await rosters.read())?.version).toBe(4);
  });

  it('refusals: a flood fills one record a minute', async () => {
    const refusals = createRefusals(await fresh());
    for (const second of [0, 10, 59, 60])
      await refusals.record({ at: after(second), from: '数据源#1', code: 'X', detail: { n: second } });
    const found = await refusals.list('2026-03-02');
    expect(found.map(({ count }) => count)).toEqual([3, 1]);
    expect(found[0]?.last).toMatchObject({ n: 59 });
    expect(await refusals.list('2026-03-03')).toEqual([]);
  });

  it('items: each revision from the one before', async () => {
    const items = createItems(await fresh());
    expect(await items.put(item('a'))).toBe(true);
    expect(await items.put(item('a'))).toBe(false);
    const both = await Promise.all(range(4).map(() => items.put(item('a', { revision: 2 }))));
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(await items.put(item('a', { revision: 4 }))).toBe(false);
    expect(await items.find('demo', 'b')).toBeUndefined();
  });

  it('items: unknown fields come back as they were, whatever they are', async () => {
    const items = createItems(await fresh());
    let deep: unknown = 'bottom';
    for (let depth = 0; depth < 60; depth += 1) deep = { deep };
    const extra = { deep, huge: 1e300, precise: 0.1, '': [''], empty: {}, none: null, 表: ['字', 1, false] };
    await items.put(item('#a b#/%', { extra }));
    expect((await items.find('demo', '#a b#/%'))?.extra).toEqual(extra);
    expect(await items.onBoard('routine')).toMatchObject([{ feed: 'demo', id: '#a b#/%' }]);
  });

  it('items: a board shows what came in by then, not what was found by then', async () => {
    const items = createItems(await fresh());
    const late = { detectedAt: after(-7200), readings: [{ at: after(60), counters: {} }] };
    await items.put(item('late', late));
    await items.put(item('early'));
    await items.put(item('owed', { outcome: 'pending' }));
    await items.put(item('done', { outcome: 'inCase', caseId: CASE }));
    expect(await items.onBoard('routine', { upTo: after(59) })).toMatchObject([
      { feed: 'demo', id: 'early' },
    ]);
    expect(await items.onBoard('routine', { upTo: after(60) })).toHaveLength(2);
    expect(await items.onBoard('pending')).toMatchObject([{ feed: 'demo', id: 'owed' }]);
  });

  it('items: keep the last hundred readings', async () => {
    const items = createItems(await fresh());
    const readings = range(150).map((views) => ({ at: after(views), counters: { views } }));
    await items.put(item('a', { readings }));
    expect((await items.find('demo', 'a'))?.readings.map(({ counters }) => counters.views)).toEqual(
      range(150).slice(50),
    );
  });
});
