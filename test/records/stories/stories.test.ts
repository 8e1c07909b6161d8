import { expect, it } from 'vitest';
import { createStories } from '../../../shared/records/stories/stories.ts';
import type { Table } from '../../../shared/records/table.ts';
import { leizhou } from '../../support/bureaus.ts';
import { onEveryTable } from '../tables.ts';

const NOW = '2026-03-02T00:00:00.000Z';
const CASE = 'LZ2026-0001';
const after = (seconds: number): string => new Date(Date.parse(NOW) + seconds * 1000).toISOString();
const range = (length: number): number[] => Array.from({ length }, (_, index) => index + 1);
const item = (id: string, more: { title?: string; content?: string; url?: string } = {}) => ({
  feed: 'demo',
  id,
  title: '雷州某幼儿园多名儿童食物中毒住院',
  ...more,
});
const other = (id: string) => item(id, { title: '附城镇一处电梯坠落致三人受伤' });
const REWORDED = [
  '雷州一幼儿园孩子食物中毒被送医',
  '家长称雷州某幼儿园十几名娃食物中毒住院',
  '雷州幼儿园疑似集体食物中毒',
];

onEveryTable((fresh) => {
  const open = (table: Table) => createStories(table, leizhou);

  it('many claims of one story at once have one owner, whoever claims', async () => {
    const table = await fresh();
    const told = await Promise.all(
      range(12).map((number) =>
        open(table).claim(`own${number}`, item(`i${number}`, { title: REWORDED[number % 3]! }), NOW),
      ),
    );
    expect(told.filter((match) => match === null)).toHaveLength(1);
    expect(new Set(told.map((match) => match?.owner)).size).toBe(2);
  });

  it('other stories are claimed beside it, each by its own', async () => {
    const table = await fresh();
    const told = await Promise.all([
      open(table).claim('one', item('a'), NOW),
      open(table).claim('two', other('b'), NOW),
    ]);
    expect(told).toEqual([null, null]);
  });

  it('what was written by hand at an opening is suspected, joins nothing, and stands behind what an item tells', async () => {
    const table = await fresh();
    const stories = open(table);
    await stories.note(CASE, item('hand'), NOW, { byHand: true });
    await stories.note(CASE, item('hand'), NOW, { byHand: true });
    const [suspected, ...more] = await stories.find(item('a'), NOW);
    expect(suspected).toMatchObject({ caseId: CASE, comparison: { outcome: 'suspected', ground: 'byHand' } });
    expect(more).toEqual([]);
    expect(await open(table).claim('own', item('a'), NOW)).toBeNull();
    await stories.note('LZ2026-0002', item('a'), NOW);
    await stories.note(CASE, item('b'), after(1));
    const found = await stories.find(item('c'), after(2));
    expect(found.map(({ caseId, comparison }) => [caseId, comparison.outcome]).sort()).toEqual([
      [CASE, 'same'],
      ['LZ2026-0002', 'same'],
    ]);
  });

  it('who claims again still has it, and nobody else', async () => {
    const stories = open(await fresh());
    expect(await stories.claim('one', item('a'), NOW)).toBeNull();
    expect(await stories.claim('one', item('a'), after(60))).toBeNull();
    expect(await stories.claim('two', item('b'), after(60))).toMatchObject({ owner: 'one' });
  });

  it.each([
    [599, true],
    [600, false],
    [601, false],
  ])('%i s later a claim without a case is held: %s', async (age, held) => {
    const stories = open(await fresh());
    await stories.claim('one', item('a'), NOW);
    expect(stories.isHeld('one', after(age))).toBe(held);
  });

  it('an owner that is passed over gives way, to one only', async () => {
    const table = await fresh();
    await open(table).claim('one', item('a'), NOW);
    const next = await Promise.all(
      ['two', 'three', 'four'].map((name) => open(table).claim(name, item(name), NOW, new Set(['one']))),
    );
    expect(next.filter((match) => match === null)).toHaveLength(1);
  });

  it('a claim leads to its case as soon as that tells the item', async () => {
    const table = await fresh();
    const [here, there] = [open(table), open(table)];
    await here.claim('one', item('a'), NOW);
    expect(await there.find(item('b'), NOW)).toMatchObject([{ owner: 'one' }]);
    await here.note(CASE, item('a'), NOW);
    expect(await there.find(item('b'), after(1))).toMatchObject([
      { caseId: CASE, by: 'text', similarity: 1 },
    ]);
  });

  const WINDOW = 3 * 86_400;
  it.each([
    [WINDOW - 1, true],
    [WINDOW, true],
    [WINDOW + 1, false],
  ])('%i s after the last telling the story is the same: %s', async (age, same) => {
    const table = await fresh();
    const told = item('a', {
      url: 'https://example.com/1',
      content: '这是一篇足够长的正文,用来比较是否同一件事情。',
    });
    const before = open(table);
    await before.note(CASE, told, NOW);
    await before.note(CASE, told, NOW);
    // Also for a process that has just started.
    for (const stories of [before, open(table)]) {
      const byAddress = await stories.find(told, after(age));
      expect(byAddress.map(({ by, similarity }) => [by, similarity])).toEqual(same ? [['url', 1]] : []);
      const byText = await stories.find({ ...told, url: 'https://example.com/2' }, after(age));
      expect(byText.map(({ by, similarity }) => [by, similarity])).toEqual(same ? [['text', 1]] : []);
    }
    const claimed = await open(table).claim('LZ2026-0002', { ...told, id: 'b' }, after(age));
    expect(claimed?.caseId).toBe(same ? CASE : undefined);
  });

  it('a repeat notes nothing, what an item says otherwise is noted', async () => {
    const table = await fresh();
    const count = async () => (await table.list('STORIES', 'ENTRY#')).length;
    const stories = open(table);
    await stories.note(CASE, item('a'), NOW);
    await stories.note(CASE, item('a'), NOW);
    await stories.note(CASE, item('b'), NOW);
    expect(await count()).toBe(1);
    await stories.note(
      CASE,
      item('a', { content: '今日通报:经查,系送餐单位冷藏不当,已停业整顿,十一名幼儿已出院。' }),
      NOW,
    );
    expect(await count()).toBe(2);
  });

  it('what is cleared is not there any more, and found no more', async () => {
    const table = await fresh();
    const stories = open(table);
    await stories.claim('one', item('a'), NOW);
    await stories.note(CASE, item('a'), NOW);
    await stories.note('LZ2026-0002', other('b'), NOW);
    await stories.forget(CASE, NOW);
    await stories.forget(CASE, NOW);
    expect(JSON.stringify(await table.list('STORIES', ''))).not.toContain('幼儿园');
    expect(await open(table).find(item('c'), NOW)).toEqual([]);
    expect(await open(table).find(other('c'), NOW)).toMatchObject([{ caseId: 'LZ2026-0002' }]);
  });

  it('what is older than the window is removed, and the order goes on', async () => {
    const table = await fresh();
    const stories = open(table);
    for (const number of range(5))
      await stories.claim(`own${number}`, item(`i${number}`, { title: `第${number}号桥桥面塌陷` }), NOW);
    await stories.tidy(after(WINDOW));
    expect(await table.list('STORIES', 'ENTRY#')).toHaveLength(5);
    await open(table).tidy(after(WINDOW + 1));
    expect(await table.list('STORIES', 'ENTRY#')).toHaveLength(1);
    const late = await Promise.all(
      ['two', 'three'].map((name) => open(table).claim(name, item(name), after(WINDOW + 2))),
    );
    expect(late.filter((match) => match === null)).toHaveLength(1);
    expect((await table.list('STORIES', 'ENTRY#')).map(({ sk }) => Number(sk.slice(6)))).toEqual([5, 6]);
  });
});
