import { beforeAll, expect, it } from 'vitest';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import { leizhou } from '../../support/bureaus.ts';
import { createOffice, type Office } from '../../support/office.ts';
import { allPages } from './brute.ts';
import { openCase } from './desk.ts';

/** So many concluded cases of years ago; every hundredth has what is asked for in vain elsewhere. */
const MANY = 3000;
const RARE = 100;

let office: Office;
let ids: string[];
const counted = { lists: 0, cases: new Set<string>() };
const minute = (index: number): string => new Date(Date.UTC(2024, 0, 1) + index * 60_000).toISOString();

/** The same table as the desk's, its partitions of lists kept sorted: a page of a long list is to be counted here, not timed. */
const createCountedTable = () => {
  const inner = createMemoryTable();
  const sorted = new Map<string, { size: number; keys: string[] }>();
  const sizes = new Map<string, number>();
  return {
    ...inner,
    put: async (...[record, condition]: Parameters<typeof inner.put>) => {
      const isWritten = await inner.put(record, condition);
      if (isWritten) sizes.set(record.pk, (sizes.get(record.pk) ?? 0) + 1);
      return isWritten;
    },
    list: async (...[pk, prefix, after = '', most]: Parameters<typeof inner.list>) => {
      if (!pk.startsWith('LIST#')) {
        if (pk.startsWith('CASE#')) counted.cases.add(pk);
        return inner.list(pk, prefix, after, most);
      }
      counted.lists += 1;
      const size = sizes.get(pk) ?? 0;
      let known = sorted.get(pk);
      if (known?.size !== size) {
        known = { size, keys: (await inner.list(pk, '')).map(({ sk }) => sk) };
        sorted.set(pk, known);
      }
      let [low, high] = [0, known.keys.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (known.keys[middle]! > after) high = middle;
        else low = middle + 1;
      }
      return known.keys.slice(low, low + (most ?? known.keys.length)).map((sk) => ({ pk, sk }));
    },
  };
};

beforeAll(async () => {
  const table = createCountedTable();
  office = await createOffice({ table });
  const { cases } = office.system;
  const first = await openCase(office, leizhou, { level: 'blue', unit: 'food' });
  const entries = await cases.log(first);
  ids = Array.from({ length: MANY }, (_, index) => `LZ2024-${String(index + 1).padStart(4, '0')}`);
  const rare = { id: 'rare', name: '罕见', role: 'officeHead' };
  const ended = { type: 'CaseConcluded' as const, summary: '舆情已经处置完毕', unmet: [] };
  for (const [index, caseId] of ids.entries()) {
    const isRare = index % RARE === 7;
    const at = minute(index);
    const [opening] = entries;
    const events = opening!.events.map((event) =>
      event.type === 'CaseOpened'
        ? {
            ...{ ...event, caseId },
            title: isRare ? '过期食品与过期药品' : '过期食安与食品药',
            unit: index % 3 === 0 ? 'drugs' : 'food',
          }
        : event,
    );
    const by = { command: opening!.command, rearms: true, at };
    const opened = await cases.append(caseId, null, { ...by, actor: isRare ? rare : opening!.actor, events });
    const concluded = { ...by, command: 'Conclude', actor: opening!.actor, events: [ended] };
    const done = (await cases.append(caseId, opened!.state, concluded))!;
    await cases.follow(done.state);
  }
}, 600_000);

/** What each page of a list costs, and what all of them find. */
const follow = async (
  query: Record<string, string>,
  as = office.as('officeHead'),
  path = '/v1/cases',
  name = 'cases',
) => {
  const costs: { lists: number; cases: number }[] = [];
  const ask: typeof as = async (...asked) => {
    counted.lists = 0;
    counted.cases.clear();
    const told = await as(...asked);
    costs.push({ lists: counted.lists, cases: counted.cases.size });
    return told;
  };
  const rows = await allPages<{ case: string }>(ask, [path, name], query);
  return {
    found: rows.map((row) => row.case),
    pages: costs.length,
    lists: Math.max(...costs.map((each) => each.lists)),
    cases: Math.max(...costs.map((each) => each.cases)),
  };
};
const newestFirst = (of: (index: number) => boolean): string[] =>
  ids.filter((_, index) => of(index)).toReversed();
const isRare = (index: number): boolean => index % RARE === 7;

it.each<[string, Record<string, string>, number, (index: number) => boolean]>([
  ['state', { state: 'concluded' }, 1, () => true],
  ['unit', { state: 'concluded', unit: 'drugs' }, 2, (index) => index % 3 === 0],
  ['level', { state: 'concluded', level: 'blue' }, 2, () => true],
  ['person', { state: 'all', person: 'rare' }, 1, isRare],
  ['title whose pairs are everywhere', { state: 'concluded', title: '食品药' }, 4, (index) => !isRare(index)],
  ['title that none has, of pairs that all have', { state: 'all', title: '过期食品药' }, 3, () => false],
  ['title of some, of pairs that all have', { state: 'all', title: '过期食品' }, 3, isRare],
  ['title and a rare person', { state: 'concluded', title: '过期食', person: 'rare' }, 4, isRare],
  ['two that never meet', { state: 'open', unit: 'drugs', title: '过期食' }, 4, () => false],
  ['everything and nothing', { state: 'archived', level: 'blue', title: '食品药' }, 4, () => false],
  ['number', { state: 'all', number: 'LZ2024-0500' }, 1, (index) => index === 499],
  [
    'period',
    { state: 'all', from: minute(100), to: minute(160) },
    1,
    (index) => index >= 100 && index <= 160,
  ],
  [
    'period of a title',
    { state: 'all', title: '过期食品', to: minute(500) },
    3,
    (index) => isRare(index) && index <= 500,
  ],
])('a page by %s costs what it may, and all of them find all', async (_, query, lists, has) => {
  const told = await follow({ limit: '50', ...query });
  expect(told.lists).toBeLessThanOrEqual(220 + lists);
  expect(told.cases).toBeLessThanOrEqual(250);
  expect(told.found.filter((caseId) => caseId.startsWith('LZ2024'))).toEqual(newestFirst(has));
});

it('a unit walks its own and no other, and what it may not see costs no more', async () => {
  const drugs = await follow({ state: 'concluded', limit: '50' }, office.as('unitLiaison', 'drugs'));
  expect(drugs.found).toEqual(newestFirst((index) => index % 3 === 0));
  const none = await follow({ state: 'all', title: '过期食' }, office.as('unitLiaison', 'quality'));
  expect(none.found).toEqual([]);
  // It reads red cases alone, and looks for them among all.
  const red = await follow({ state: 'all', limit: '50' }, office.as('coordination'));
  expect(red.found).toEqual([]);
  for (const told of [drugs, none, red]) {
    expect(told.lists).toBeLessThanOrEqual(230);
    expect(told.cases).toBeLessThanOrEqual(250);
  }
  expect(red.pages).toBeGreaterThan(MANY / 300);
});

it('tasks over all of them cost no more', async () => {
  for (const query of [{ of: 'all' }, { of: 'all', overdue: '' }, {}, { role: 'unitLiaison' }] as Record<
    string,
    string
  >[]) {
    const told = await follow(query, office.as('officeHead'), '/v1/duties', 'duties');
    expect(told.lists).toBeLessThanOrEqual(220 + 7 * leizhou.units.length);
    expect(told.cases).toBeLessThanOrEqual(250);
  }
});
