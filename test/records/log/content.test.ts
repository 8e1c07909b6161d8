import { expect, it } from 'vitest';
import { MISSING } from '../../../shared/records/log/content/salted-texts.ts';
import type { StoredRecord, Table } from '../../../shared/records/table.ts';
import { at, officer, system } from '../../support/case-file.ts';
import { CASE, casesOn, changing, createOn, HEAD, note, overwrite } from '../case-on-table.ts';
import { onEveryTable } from '../tables.ts';
import { firstBreak } from './first-break.ts';

const listed = (table: Table, prefix: string) => table.list(HEAD.pk, prefix);
const textsIn = (records: StoredRecord[]): string[] =>
  records
    .flatMap(({ texts }) => Object.values(texts as Record<string, { text: string }>))
    .map(({ text }) => text);

onEveryTable((fresh) => {
  it('lies beside the log, which holds salted hashes only', async () => {
    const table = await fresh();
    const { cases, open, give } = casesOn(table);
    await open({
      title: '某超市销售过期食品',
      text: '来电原文',
      call: { caller: '来电人甲', number: '+8613800000000' },
    });
    await give(note('封存现场'));
    const log = JSON.stringify(await listed(table, 'LOG#'));
    for (const text of ['过期食品', '来电原文', '来电人甲', '+8613800000000', '封存现场'])
      expect(log).not.toContain(text);
    expect(textsIn(await listed(table, 'CONTENT#'))).toEqual(
      expect.arrayContaining(['某超市销售过期食品', '来电原文', '来电人甲', '+8613800000000', '封存现场']),
    );
    const [opened, noted] = await cases.log(CASE);
    expect(opened?.events[0]).toMatchObject({ title: '某超市销售过期食品', call: { caller: '来电人甲' } });
    expect(noted?.events[0]).toMatchObject({ note: '封存现场' });
    expect((await createOn(table).load(CASE))?.note).toEqual({
      text: '来电原文',
      call: { caller: '来电人甲', number: '+8613800000000' },
    });
  });

  it('is salted: the same text twice has two hashes', async () => {
    const { cases, open, give } = casesOn(await fresh());
    await open();
    await give(note('x'));
    await give(note('x'));
    const [, first, second] = await cases.evidence(CASE);
    expect(first?.stored.events[0]).not.toEqual(second?.stored.events[0]);
  });

  it('costs nothing where nobody wrote anything', async () => {
    const table = await fresh();
    const { change, open } = casesOn(table);
    await open();
    const before = await listed(table, 'CONTENT#');
    await change(CASE, system, { type: 'ContinueClock', from: 1, reason: '满' });
    expect(await listed(table, 'LOG#')).toHaveLength(2);
    expect(await listed(table, 'CONTENT#')).toEqual(before);
  });

  it('of an entry may be larger than a record', async () => {
    const table = await fresh();
    const { cases, open } = casesOn(table);
    const items = Array.from({ length: 20 }, (_, index) => ({
      feed: 'demo',
      id: `${index}`,
      title: `第${index}条`,
      text: '字'.repeat(10_000),
    }));
    await open({ items });
    expect((await listed(table, 'CONTENT#')).length).toBeGreaterThan(1);
    const [opened] = await cases.log(CASE);
    expect(opened?.events[0]).toMatchObject({ items });
    expect(firstBreak(await cases.evidence(CASE))).toBeNull();
  });

  it('that was changed or taken away shows as a break', async () => {
    const table = await fresh();
    const { cases, open, give } = casesOn(table);
    await open();
    await give(note('封存'));
    const [record] = await listed(table, 'CONTENT#000002');
    const [[hash, salted] = []] = Object.entries(
      record!.texts as Record<string, { salt: string; text: string }>,
    );
    await overwrite(table, { ...record!, texts: { [hash!]: { ...salted, text: '未封存' } } });
    expect(firstBreak(await cases.evidence(CASE))).toBe(2);
    await overwrite(table, { ...record!, texts: {} });
    expect((await cases.prove(CASE)).findings[0]?.version).toBe(2);
    await overwrite(table, record!);
    expect((await cases.prove(CASE)).findings).toEqual([]);
    await table.remove(record!);
    expect(firstBreak(await cases.evidence(CASE))).toBe(2);
    expect((await cases.log(CASE))[1]?.events[0]).toMatchObject({ note: MISSING });
  });

  it('of the winner stands when another loses the race, and the loser leaves none', async () => {
    const table = await fresh();
    const { cases, open, give } = casesOn(table);
    await open();
    const texts = ['a', 'b', 'c', 'd', 'e'];
    await Promise.all(texts.map((text) => give(note(text))));
    const noted = (await cases.log(CASE)).flatMap(({ events }) =>
      events.flatMap((event) => (event.type === 'ActionRecorded' ? (event.note ?? []) : [])),
    );
    expect([...noted].sort()).toEqual(texts);
    expect(firstBreak(await cases.evidence(CASE))).toBeNull();
    expect(textsIn(await table.list(HEAD.pk, 'CONTENT#', 'CONTENT#000002')).sort()).toEqual(texts);
  });
});

/** A table that fails at the first write that is asked about here. */
const failing = (table: Table, fails: (record: StoredRecord) => boolean, landsFirst = false): Table => {
  let isDone = false;
  return {
    ...table,
    put: async (record, condition) => {
      if (isDone || !fails(record)) return table.put(record, condition);
      isDone = true;
      if (landsFirst) await table.put(record, condition);
      throw new Error('cut');
    },
  };
};

onEveryTable((fresh) => {
  it.each([
    ['before the content', 'CONTENT#', false],
    ['after the content', 'CONTENT#', true],
    ['before the entry', 'LOG#', false],
  ])('a command that is cut off %s is not there, and its repeat is whole', async (_, prefix, landsFirst) => {
    const table = await fresh();
    const { open } = casesOn(table);
    await open();
    const cases = createOn(failing(table, ({ sk }) => sk.startsWith(prefix), landsFirst));
    const give = () => changing(cases, () => at('03-02 09:00'))(CASE, officer, note('封存'));
    await expect(give()).rejects.toThrow('cut');
    expect(await cases.log(CASE)).toHaveLength(1);
    expect((await give()).state.version).toBe(2);
    const read = createOn(table);
    expect((await read.log(CASE))[1]?.events[0]).toMatchObject({ note: '封存' });
    expect(firstBreak(await read.evidence(CASE))).toBeNull();
  });

  it('an entry whose answer was lost has its content', async () => {
    const table = await fresh();
    const { open } = casesOn(table);
    await open();
    const cases = createOn(failing(table, ({ sk }) => sk.startsWith('LOG#'), true));
    const changed = await changing(cases, () => at('03-02 09:00'))(CASE, officer, note('封存'));
    expect(changed.entry?.version).toBe(2);
    expect((await createOn(table).log(CASE))[1]?.events[0]).toMatchObject({ note: '封存' });
  });
});
