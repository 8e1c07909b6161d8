import { expect, it } from 'vitest';
import { createItems } from '../../shared/records/items.ts';
import type { Table } from '../../shared/records/table.ts';
import { at } from '../support/case-file.ts';
import { breakable } from './breakable.ts';
import { CASE, casesOn, createOn, note } from './case-on-table.ts';
import { firstBreak } from './log/first-break.ts';
import { onEveryTable } from './tables.ts';

interface Play {
  act: (table: Table) => Promise<unknown>;
  /** What must be the same in the end. */
  outcome: (table: Table) => Promise<unknown>;
}
const item = {
  ...{ feed: 'demo', id: 'a', title: '某超市销售过期食品', content: '字'.repeat(20_000) },
  ...{
    detectedAt: at('03-02 08:00'),
    readings: [{ at: at('03-02 08:00'), counters: {} }],
    flags: [],
    extra: {},
  },
  grade: { level: 'routine', handling: 'routine' as const, score: 1, values: {}, flags: [], reasons: [] },
  outcome: 'routine' as const,
};

const PLAYS: Readonly<Record<string, Play>> = {
  'a case opened and a note in it': {
    act: async (table) => {
      const { open, give, cases } = casesOn(table);
      await open();
      if ((await cases.load(CASE))?.actions.length === 0) await give(note('核实'));
    },
    outcome: async (table) => {
      const cases = createOn(table);
      await cases.refresh(CASE);
      return {
        log: (await cases.log(CASE)).map(({ version, events }) => [version, events.map(({ type }) => type)]),
        broken: firstBreak(await cases.evidence(CASE)),
        notes: (await cases.load(CASE))?.actions.length,
        board: (await cases.open()).map(({ caseId, version }) => [caseId, version]),
      };
    },
  },
  'an item that is read twice': {
    act: async (table) => {
      await createItems(table).put({ ...item, revision: 1 });
      await createItems(table).put({ ...item, content: '文'.repeat(20_000), revision: 2 });
    },
    outcome: (table) => createItems(table).find('demo', 'a'),
  },
  'an item that says something else': {
    act: async (table) => {
      const first = { ...item, revision: 1 };
      const versions = [{ version: 2, at: at('03-02 09:00'), changed: ['title', 'content'] }];
      await createItems(table).put(first);
      await createItems(table).put({ ...item, title: '更正', content: '短', versions, revision: 2 }, first);
    },
    outcome: async (table) => [
      await createItems(table).find('demo', 'a'),
      await createItems(table).findVersion('demo', 'a', 1),
      await createItems(table).findVersion('demo', 'a', 2),
    ],
  },
};

/** Plays it with its n-th write broken, again as somebody would who was told so, and once more as somebody who forgot. */
const run = async ({ act, outcome }: Play, inner: Table, broken: number, when: 'before' | 'after') => {
  const { table, control } = breakable(inner);
  Object.assign(control, { left: broken, when });
  await act(table).catch(() => undefined);
  const { writes } = control;
  for (const _ of ['told', 'forgot']) await act(inner);
  return { writes, outcome: await outcome(inner) };
};

onEveryTable((fresh) => {
  it.each(
    Object.entries(PLAYS).flatMap(([name, play]) => [
      [name, 'before', play] as const,
      [name, 'after', play] as const,
    ]),
  )('%s, broken off at any write, %s it: done again it is whole, and once', async (_, when, play) => {
    const { writes, outcome } = await run(play, await fresh(), 0, when);
    expect(writes).toBeGreaterThan(1);
    for (let broken = 1; broken <= writes; broken += 1)
      expect((await run(play, await fresh(), broken, when)).outcome, `write ${broken}`).toEqual(outcome);
  });
});
