import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openDataFile } from '../../../infra/local/store/data-file.ts';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import type { LogTable, Table } from '../../../shared/records/table.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { leizhou } from '../../support/bureaus.ts';
import { createOffice, type Office } from '../../support/office.ts';
import { reworded } from '../../support/stories/rewordings.ts';
import { takenIn } from '../../support/told.ts';

/** A stream of numbers from 0 to 1, the same each time. */
const createRandom = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

/** The table behind a network: calls of several processes overlap, and come in another order each time. */
const distant = <T extends Table | LogTable>(table: T, random: () => number): T => {
  const late = async (): Promise<void> => {
    for (let turns = Math.floor(random() * 4); turns > 0; turns -= 1) await new Promise(setImmediate);
  };
  return new Proxy(table, {
    get: (inner, name) => {
      const call = Reflect.get(inner, name) as (...given: unknown[]) => Promise<unknown>;
      return async (...given: unknown[]) => {
        await late();
        const told = await call.apply(inner, given);
        await late();
        return told;
      };
    },
  });
};

const folders: string[] = [];
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});
const STORES = {
  memory: () => {
    const table = createMemoryTable();
    return { table, log: table };
  },
  file: () => {
    const folder = mkdtempSync(join(tmpdir(), 'shixian-moment-'));
    const file = openDataFile({ folder, bureau: 'leizhou', isNew: true });
    folders.push(folder);
    closing.push(file.close);
    return { table: file.records, log: file.log };
  },
};

/** Several processes over one store: each remembers for itself. */
const openProcesses = async (
  store: keyof typeof STORES,
  seed: number,
  count: number,
  regulation = leizhou,
) => {
  const { table, log } = STORES[store]();
  const offices: Office[] = [];
  for (let number = 0; number < count; number += 1) {
    const random = createRandom(seed + number);
    const distantTable = distant(table, random);
    offices.push(
      await createOffice({
        regulation,
        table: distantTable,
        log: log === table ? distantTable : distant(log, random),
        ...(number === 0 ? {} : { roster: null }),
      }),
    );
  }
  const pushAll = (items: readonly { id: string }[]) =>
    Promise.all(items.map((item, index) => offices[index % count]!.push([item], { id: `push-${item.id}` })));
  const settle = async () => {
    for (const office of offices) office.pass(3_600_000);
    for (const office of offices) await office.sweep();
  };
  return { offices, pushAll, settle, first: offices[0]! };
};

const textsOf = async (office: Office, caseId: string): Promise<number> =>
  (await office.system.cases.log(caseId)).filter(({ events }) =>
    events.some((event) => event.type === 'CaseOpened'),
  ).length;

describe.each(['memory', 'file'] as const)('rewordings at the same moment, the store %s', (store) => {
  it.each([2, 3, 7, 20])('%i at once from four processes are one case', async (count) => {
    const { pushAll, settle, first } = await openProcesses(store, count, 4);
    const told = await pushAll(Array.from({ length: count }, (_, number) => reworded(number)));
    expect(new Set(told.map(({ status }) => status))).toEqual(new Set([200]));
    await settle();
    const open = await first.system.cases.open();
    expect(open.map(({ caseId }) => caseId)).toEqual(['LZ2026-0001']);
    const state = (await first.system.cases.load('LZ2026-0001'))!;
    expect(state.items).toHaveLength(count);
    expect(await textsOf(first, 'LZ2026-0001')).toBe(1);
  });
});

it('20 rewordings at once, ten times in a row: ten cases, no gap in the numbers, one set of texts each', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { pushAll, settle, first } = await openProcesses('memory', 100 + round, 5);
    await pushAll(Array.from({ length: 20 }, (_, number) => reworded(number)));
    await settle();
    // Another matter has the next number.
    const told = await first.push([
      {
        ...reworded(0),
        id: 'other',
        title: '雷州某小区电梯坠落致5人死亡,业主聚集讨要说法',
        content: undefined,
        url: undefined,
      },
    ]);
    expect(takenIn(told).case).toBe('LZ2026-0002');
    const open = await first.system.cases.open();
    expect(open.map(({ caseId }) => caseId).sort()).toEqual(['LZ2026-0001', 'LZ2026-0002']);
    expect((await first.system.cases.load('LZ2026-0001'))?.items).toHaveLength(20);
    expect(await textsOf(first, 'LZ2026-0001')).toBe(1);
  }
}, 120_000);

it('also in another bureau', async () => {
  const { pushAll, settle, first } = await openProcesses('memory', 7, 3, regulations.hohhot!);
  await pushAll(Array.from({ length: 9 }, (_, number) => reworded(number)));
  await settle();
  const open = await first.system.cases.open();
  expect(open.length).toBeLessThanOrEqual(1);
});

describe('a claimant that died', () => {
  const MINUTE = 60_000;
  it('is waited for, and passed over when nothing can come of it any more', async () => {
    const { first } = await openProcesses('memory', 1, 1);
    const { stories } = first.system;
    const claimed = await stories.claim(
      '2026#demo#dead#',
      { feed: 'demo', ...reworded(0), id: 'dead' },
      first.now(),
    );
    expect(claimed).toBeNull();
    expect(takenIn(await first.push([reworded(1)])).case).toBeUndefined();
    first.pass(9 * MINUTE);
    await first.sweep();
    expect(await first.system.cases.open()).toEqual([]);
    first.pass(MINUTE);
    await first.sweep();
    expect((await first.system.cases.open()).map(({ caseId }) => caseId)).toEqual(['LZ2026-0001']);
    expect(await first.system.items.find('demo', 'w1')).toMatchObject({ outcome: 'inCase' });
  });

  it('goes on where it was cut off, under the same number', async () => {
    const { first } = await openProcesses('memory', 1, 1);
    const { stories, items } = first.system;
    await first.push([{ ...reworded(0), title: '市民咨询营业时间', content: undefined, metrics: undefined }]);
    const item = (await items.find('demo', 'w0'))!;
    const grade = { ...item.grade, level: 'orange', handling: 'orange' };
    const pending = { ...item, ...reworded(0), readings: item.readings, grade, outcome: 'pending' as const };
    const { metrics: _, ...record } = pending;
    await items.put({ ...record, revision: item.revision + 1 });
    await stories.claim('2026#demo#w0#', record, first.now());
    first.pass(MINUTE);
    await first.sweep();
    expect((await items.find('demo', 'w0'))?.caseId).toBe('LZ2026-0001');
  });
});

it('one story of four crawlers at the same moment, one of them in traditional characters, is one case', async () => {
  const FOUR = [
    [
      '唐家镇一塑料厂锅炉爆炸三人遇难',
      '11月30日下午,唐家镇一塑料厂锅炉爆炸,造成三人遇难、七人受伤,街道已封锁。',
    ],
    [
      '【突发】唐家镇塑料厂发生爆炸,三人遇难_新浪网',
      '11月30日下午,唐家镇一塑料厂锅炉爆炸,造成三人遇难、七人受伤,街道已封锁。(来源:示例)',
    ],
    [
      '唐家鎮一塑膠廠鍋爐爆炸 三人遇難',
      '11月30日下午,唐家鎮一塑膠廠鍋爐爆炸,造成三人遇難、七人受傷,街道已封鎖。',
    ],
    ['雷州唐家镇锅炉爆炸致3人死亡 - 腾讯新闻', '据网友爆料,今天下午唐家镇塑料厂锅炉炸了,死亡3人,伤7人。'],
  ];
  const { pushAll, settle, first } = await openProcesses('memory', 28, 1);
  await pushAll(
    FOUR.map(([title, content], number) => ({
      id: `c${number}`,
      title,
      content,
      url: `https://c${number}.example.com/`,
    })),
  );
  await settle();
  const open = await first.system.cases.open();
  expect(open.map(({ caseId }) => caseId)).toEqual(['LZ2026-0001']);
  expect((await first.system.cases.load('LZ2026-0001'))?.items).toHaveLength(4);
});

it.each([1, 2, 3, 4])(
  'of two that nearly tell one story, at the same moment, one is told of the other (%i)',
  async (seed) => {
    const { pushAll, first } = await openProcesses('memory', seed, 1);
    const told = [
      { id: 'a', title: '雷高火锅店气体泄漏', content: '燃气灶具故障致服务员死亡,社区疏散' },
      { id: 'b', title: '乌石冷库制冷剂泄漏', content: '冷库气体泄漏两人遇难,农贸市场停业' },
    ];
    await pushAll(told);
    expect(await first.system.cases.open()).toHaveLength(2);
    const items = await Promise.all(['a', 'b'].map((id) => first.system.items.find('demo', id)));
    expect(items.flatMap((item) => item?.suspected ?? [])).not.toEqual([]);
  },
);
