import { beforeAll, describe, expect, it } from 'vitest';
import { type AllRecords, rebuildLists } from '../../../infra/restoring/rebuild-lists.ts';
import { LISTED } from '../../../shared/records/lists/lines.ts';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import type { Table } from '../../../shared/records/table.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { grave } from '../../support/office.ts';
import { dutiesIn, takenIn } from '../../support/told.ts';
import { allPages, casesSeen, readingOf } from './brute.ts';
import { lie, listsIn, type MemoryTable, withoutLists } from './liar.ts';
import { playStory, type Story } from './story.ts';

const asJson = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, each) => (key === 'requestId' ? undefined : each)));

describe.each(['leizhou', 'nanning'])('%s: while nothing can be listed', (bureau) => {
  let table: MemoryTable;
  let story: Story;
  let twin: Story;
  let down: ReturnType<typeof withoutLists>;
  beforeAll(async () => {
    table = createMemoryTable();
    // What feeds bring is kept where it can be found, or not at all: see below.
    down = withoutLists(table, 'LIST#ITEMS#');
    down.state.isDown = true;
    story = await playStory(bureau, down.table);
    twin = await playStory(bureau);
  });

  it('commands, clocks and texts are as ever', async () => {
    expect(down.state.refused).toBeGreaterThan(100);
    expect(Object.keys(listsIn(table)).filter((key) => !key.startsWith('LIST#ITEMS#'))).toEqual([]);
    expect(story.cases).toEqual(twin.cases);
    expect([...story.done]).toEqual([...twin.done]);
    expect(story.office.sent).toEqual(twin.office.sent);
    expect(story.office.flows).toEqual({ ...twin.office.flows, workflows: story.office.flows.workflows });
    const shown = async ({ office, cases }: Story) => {
      const told: unknown[] = [];
      for (const caseId of cases)
        for (const what of ['', '/schedule', '/texts'])
          told.push(await office.as('officeHead')('GET', `/v1/cases/${caseId}${what}`));
      return asJson(told);
    };
    expect(await shown(story)).toEqual(await shown(twin));
    for (const caseId of story.cases) {
      const log = await story.office.as('officeHead')('GET', `/v1/cases/${caseId}/log`);
      expect(log).toMatchObject({ status: 200, body: { intact: true, findings: [], earlier: [] } });
    }
  });

  it('a clock that has died is started again by the sweep', async () => {
    const [caseId] = story.cases;
    for (const name of story.office.flows.statuses.keys())
      if (name.startsWith(caseId!)) story.office.flows.statuses.set(name, 'FAILED');
    const state = (await story.office.system.cases.load(caseId!))!;
    const report = await story.office.sweep();
    const isClocked = Object.values(report).some((each) => Array.isArray(each) && each.includes(caseId));
    expect([state.status, isClocked]).toEqual(['open', true]);
  });

  it('lists leave out what they lack, and say so by nothing untrue', async () => {
    expect(dutiesIn(await story.office.as('officeHead')('GET', '/v1/duties'))).toEqual([]);
    const told = await story.office.as('officeHead')('GET', '/v1/cases', undefined, { state: 'all' });
    expect(told).toMatchObject({ status: 200, body: { cases: [], damaged: [], next: null } });
  });

  it('one sweep lists all that is not archived once it can be, a day all of it', async () => {
    down.state.isDown = false;
    await story.office.sweep();
    const reading = await readingOf(story.office, story.regulation, { role: 'officeHead' });
    const states = await casesSeen(story.office, reading, story.cases);
    const ask = story.office.as('officeHead');
    const listed = async () =>
      (await allPages<{ case: string }>(ask, ['/v1/cases', 'cases'], { state: 'all' })).map(
        (row) => row.case,
      );
    const open = states.filter(({ status }) => status !== 'archived').map(({ caseId }) => caseId);
    expect(await listed()).toEqual(expect.arrayContaining(open));
    expect(open.length).toBeGreaterThan(5);
    // The archived ones come when they are proved, once a day.
    story.office.pass(25 * 3_600_000);
    await story.office.sweep();
    expect(await listed()).toEqual(states.map(({ caseId }) => caseId));
  });
});

it('an item that could not be listed is brought again, and opens its case then', async () => {
  const table = createMemoryTable();
  const down = withoutLists(table);
  const { office } = await playStory('leizhou', down.table);
  down.state.isDown = true;
  const first = await office.push([grave('late')]);
  down.state.isDown = false;
  const again = takenIn(await office.push([grave('late')]));
  expect(first.status).toBe(503);
  expect(again.case).toBeDefined();
  const told = await office.as('officeHead')('GET', '/v1/items', undefined, { title: '家长质疑' });
  expect(told.body).toMatchObject({ items: [{ id: 'late', case: again.case }] });
});

describe.each(['leizhou', 'petition'])('%s: all lists are made anew', (bureau) => {
  const regulation = regulations[bureau]!;
  const setting = { now: () => '2026-03-09T00:00:00.000Z', onProblem: () => undefined };
  const allOf = (table: MemoryTable, records: Table = table): AllRecords => ({
    records,
    log: table,
    keys: async function* (which) {
      for (const { pk, sk } of table.records())
        if (sk.startsWith('LOG#') === (which === 'log')) yield { pk, sk };
    },
  });
  /** A table that is cut off after so many writes. */
  const cutAfter = (table: MemoryTable, writes: number): Table => {
    let left = writes;
    const spend = (): void => {
      left -= 1;
      if (left < 0) throw new Error('cut off');
    };
    return {
      ...table,
      put: async (record, condition) => {
        spend();
        return table.put(record, condition);
      },
      remove: async (key) => {
        spend();
        return table.remove(key);
      },
    };
  };

  it('as the logs have them, whatever stood there, also where it was cut off', async () => {
    const table = createMemoryTable();
    const { cases } = await playStory(bureau, table);
    const right = listsIn(table);
    expect(Object.keys(right).length).toBeGreaterThan(200);
    await lie(table, cases);
    for (const record of table.records().filter(({ sk }) => sk === LISTED)) {
      await table.remove(record);
      const listing = { ...(record.listing as object), title: '谎话', facets: ['all', 'state:archived'] };
      await table.put({ ...record, version: 9999, listing }, { absent: true });
    }
    expect(listsIn(table)).not.toEqual(right);
    for (const writes of [0, 40, 400, 900])
      await expect(rebuildLists(allOf(table, cutAfter(table, writes)), setting)).rejects.toThrow('cut off');
    const done = await rebuildLists(allOf(table), setting);
    expect(done).toMatchObject({ cases: cases.length, items: 3, damaged: [] });
    expect(listsIn(table)).toEqual(right);
    await rebuildLists(allOf(table), setting);
    expect(listsIn(table)).toEqual(right);
    expect(
      regulation.units.some(({ id }) => Object.keys(right).some((key) => key.includes(`unit:${id}`))),
    ).toBe(true);
  });
});
