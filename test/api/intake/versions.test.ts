import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import { createOffice, grave, type Office, plain } from '../../support/office.ts';
import { versionedAt } from './versioned.ts';

let office: Office;
let table: ReturnType<typeof createMemoryTable>;
beforeEach(async () => {
  table = createMemoryTable();
  office = await createOffice({ table });
});
const { push, itemOf } = {
  push: (item: unknown) => versionedAt(office).push(item),
  itemOf: (id: string, version?: number) => versionedAt(office).itemOf(id, version),
};
const versionsIn = (records: typeof table, id: string) => records.list(`ITEM#demo#${id}`, 'VERSION#');

describe('an item that says something else under the same id', () => {
  const first = plain('a', { content: '只问营业时间', metrics: { views: 10 } });

  it('is another version: what it said before is there, whole, with what it was graded', async () => {
    await push(first);
    const { grade } = await itemOf('a');
    await push({ ...first, title: '更正后的标题', unit: 'food' });
    const now = await itemOf('a');
    expect(now).toMatchObject({ title: '更正后的标题', version: 2 });
    expect(now.versions).toMatchObject([
      {
        version: 2,
        changed: [
          { field: 'title', name: '标题' },
          { field: 'unit', name: '责任单位' },
        ],
      },
    ]);
    const before = await itemOf('a', 1);
    expect(before).toMatchObject({
      title: first.title,
      content: '只问营业时间',
      version: 1,
      unit: null,
      grade,
    });
    expect(before.versions).toEqual(now.versions);
    expect(await itemOf('a', 2)).toEqual({ ...now, requestId: expect.any(String) });
  });

  it('is another version too where it is said otherwise who published it: it is graded by that', async () => {
    await push(first);
    await push({ ...first, author: { name: '人民网', fans: 7 } });
    await push({ ...first, author: { name: '人民网', fans: 8 } });
    expect(await itemOf('a')).toMatchObject({
      version: 2,
      versions: [{ changed: [{ field: 'author', name: '作者' }] }],
      grade: { flags: [{ id: 'centralMedia' }] },
    });
    expect(await itemOf('a', 1)).toMatchObject({ grade: { flags: [] } });
  });

  it('is none where only counts, or what nobody reads, have changed; nor where it says the same again', async () => {
    await push(first);
    expect((await push(first)).status).toBe('duplicate');
    await push({ ...first, metrics: { views: 500 } });
    await push({ ...first, metrics: { views: 500 }, crawlRound: 7 });
    expect(await itemOf('a')).toMatchObject({
      version: 1,
      versions: [],
      revision: 3,
      extra: { crawlRound: 7 },
    });
    expect(await versionsIn(table, 'a')).toEqual([]);
  });

  it('keeps the counts of its time, and the grade that they gave', async () => {
    await push(first);
    await push({ ...first, metrics: { views: 900_000, reposts: 9000 } });
    const { grade } = await itemOf('a');
    await push({ ...first, title: '再次更正' });
    expect(await itemOf('a', 1)).toMatchObject({ grade });
    expect((await itemOf('a', 1)).readings).toHaveLength(2);
  });

  it('is kept with a text of several pages', async () => {
    const long = '营业时间说明。'.repeat(6000);
    await push({ ...first, content: long });
    await push({ ...first, content: `${long}更正` });
    await push({ ...first, content: '短' });
    expect((await itemOf('a', 1)).content).toBe(long);
    expect((await itemOf('a', 2)).content).toBe(`${long}更正`);
    expect((await itemOf('a')).content).toBe('短');
  });

  it('has no version that there is not', async () => {
    await push(first);
    const ask = (version: string) =>
      office.as('officeHead')('GET', '/v1/items/demo/a', undefined, { version });
    for (const version of ['2', '999999'])
      expect(await ask(version)).toMatchObject({ status: 404, body: { code: 'ITEM_UNKNOWN' } });
    for (const version of ['0', '-1', '1.5', 'x', '1000000'])
      expect(await ask(version)).toMatchObject({ status: 422, body: { code: 'INVALID' } });
  });

  it('of a write that another overtook nothing is shown', async () => {
    await push(first);
    const { items } = office.system;
    const known = (await items.find('demo', 'a'))!;
    const other = {
      ...known,
      title: '抢先',
      versions: [{ version: 2, at: office.now(), changed: ['title'] }],
      revision: known.revision + 1,
    };
    await push({ ...first, metrics: { views: 11 } });
    expect(await items.put(other, known)).toBe(false);
    expect((await itemOf('a')).version).toBe(1);
    await push({ ...first, title: '其后' });
    // The counts that had come by then are those of the first version.
    expect((await itemOf('a', 1)).readings).toHaveLength(2);
  });

  it('of what is 涉密 nothing is kept of any version', async () => {
    await push(first);
    await push({ ...first, title: '第二版' });
    await push({ ...first, title: '第三版', flags: ['secret'] });
    expect(JSON.stringify(await table.list('ITEM#demo#a', ''))).not.toMatch(/营业时间|第二版|第三版/);
    const told = await office.as('officeHead')('GET', '/v1/items/demo/a', undefined, { version: '1' });
    expect(JSON.stringify(told.body)).not.toMatch(/营业时间|第二版|第三版/);
  });

  it('of a case that is marked 涉密 is read no more, and cleared with what is ordered to be cleared', async () => {
    const { case: caseId } = await push(grave('g'));
    await push(grave('g', { title: '雷州食堂的后续' }));
    const give = (command: object) =>
      office.as('officeHead')('POST', `/v1/cases/${caseId}/commands`, command);
    await give({ type: 'SetFlags', add: ['secret'], remove: [], reason: '见纸质件' });
    for (const version of [1, 2]) expect(JSON.stringify(await itemOf('g', version))).not.toMatch(/食堂|学生/);
    expect(await versionsIn(table, 'g')).toHaveLength(1);
    expect((await give({ type: 'PurgeContent' })).status).toBe(200);
    expect(await versionsIn(table, 'g')).toEqual([]);
  });
});
