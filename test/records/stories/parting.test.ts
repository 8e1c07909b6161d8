import { expect, it } from 'vitest';
import { createStories } from '../../../shared/records/stories/stories.ts';
import type { Table } from '../../../shared/records/table.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { lengthInDays } from '../../../shared/time/instants.ts';
import { leizhou } from '../../support/bureaus.ts';
import { onEveryTable } from '../tables.ts';

// What a person has parted from a case, and where the words of an item lead then.

const NOW = '2026-03-02T00:00:00.000Z';
const after = (seconds: number): string => new Date(Date.parse(NOW) + seconds * 1000).toISOString();
const [CASE, OWN, OTHER] = ['LZ2026-0001', 'LZ2026-0002', 'LZ2026-0003'];
const item = (id: string, more: { title?: string; content?: string; url?: string } = {}) => ({
  feed: 'demo',
  id,
  title: '雷州某幼儿园多名儿童食物中毒住院',
  ...more,
});
/** Of the case, and like enough to be joined to it. */
const first = item('a', { content: '家长称午餐后发病。' });
const taken = item('b', { title: '雷州一幼儿园孩子食物中毒被送医' });
const next = item('c', { title: '雷州一幼儿园孩子食物中毒送医' });

onEveryTable((fresh) => {
  const open = (table: Table, regulation = leizhou) => createStories(table, regulation);
  /** Of each case that the item tells, or perhaps does, how surely. */
  const seen = async (stories: ReturnType<typeof open>, told = next, now = after(3)) =>
    (await stories.find(told, now)).map(({ caseId, comparison: { outcome, ground } }) =>
      outcome === 'suspected' ? [caseId, outcome, ground] : [caseId, outcome],
    );
  const withBoth = async () => {
    const table = await fresh();
    const stories = open(table);
    await stories.note(CASE, first, NOW);
    await stories.note(CASE, taken, after(1));
    expect(await seen(stories)).toEqual([[CASE, 'same']]);
    return { table, stories };
  };

  it('where an item goes into another case, its words lead there and to the old one no more', async () => {
    const { table, stories } = await withBoth();
    await stories.part(taken, { from: [CASE] }, after(2));
    await stories.note(OWN, taken, after(2));
    for (const each of [stories, open(table)]) expect(await seen(each)).toEqual([[OWN, 'same']]);
    // What is nearer to what stayed is still of the old case.
    expect((await seen(stories, { ...first, id: 'd' }))[0]).toEqual([CASE, 'same']);
  });

  it('where it goes into none, what the old case might tell as well is only suspected', async () => {
    const { table, stories } = await withBoth();
    await stories.part(taken, { from: [CASE] }, after(2));
    for (const each of [stories, open(table)])
      expect(await seen(each)).toEqual([[CASE, 'suspected', 'parted']]);
    expect(await stories.claim('own', next, after(3))).toBeNull();
  });

  it('what was only suspected is suspected no more, once a person has said no; taken back, it is again', async () => {
    const table = await fresh();
    const stories = open(table);
    await stories.note(CASE, item('hand'), NOW, { byHand: true });
    expect(await seen(stories)).toEqual([[CASE, 'suspected', 'byHand']]);
    await stories.part(taken, { from: [CASE] }, after(2));
    for (const each of [stories, open(table)]) {
      expect(await seen(each)).toEqual([]);
      expect(await seen(each, taken)).toEqual([]);
    }
    await stories.part(taken, { again: [CASE] }, after(2));
    expect(await seen(stories)).toEqual([[CASE, 'suspected', 'byHand']]);
  });

  it('an item that is put into the case again is of it again', async () => {
    const { table, stories } = await withBoth();
    await stories.part(taken, { from: [CASE, OTHER] }, after(2));
    await stories.note(CASE, taken, after(2));
    for (const each of [stories, open(table)]) expect(await seen(each)).toEqual([[CASE, 'same']]);
    await stories.note(OTHER, first, after(2));
    expect(await seen(stories)).not.toContainEqual([OTHER, 'same']);
  });

  it('what opened the case and went elsewhere brings nothing to it by its claim', async () => {
    const table = await fresh();
    const stories = open(table);
    expect(await stories.claim('one', taken, NOW)).toBeNull();
    await stories.note(CASE, taken, NOW);
    await stories.part(taken, { from: [CASE] }, after(1));
    expect(await stories.find(next, after(2))).toEqual([]);
    // While it is opened anew, others wait for that.
    expect(await stories.claim('two', taken, after(2))).toBeNull();
    expect(await stories.find(next, after(3))).toMatchObject([{ owner: 'two' }]);
    await stories.note(OWN, taken, after(4));
    expect(await seen(stories, next, after(5))).toEqual([[OWN, 'same']]);
  });

  it('what was parted from a case is parted from the one into which that is merged', async () => {
    const { table, stories } = await withBoth();
    await stories.part(taken, { from: [CASE] }, after(2));
    await stories.partFromMerged(CASE, OTHER, after(2));
    await stories.note(OTHER, first, after(2));
    for (const each of [stories, open(table)])
      expect(await seen(each)).toEqual([[OTHER, 'suspected', 'parted']]);
  });

  it('a repeat adds nothing', async () => {
    const { table, stories } = await withBoth();
    const all = async () => (await table.list('STORIES', 'ENTRY#')).length;
    await stories.part(taken, { from: [CASE] }, after(2));
    const before = await all();
    await stories.part(taken, { from: [CASE] }, after(2));
    await open(table).part(taken, { from: [CASE] }, after(2));
    expect(await all()).toBe(before);
  });

  it.each([leizhou, regulations.yinzhou!])(
    'it holds as long as what it was said of is compared',
    async (regulation) => {
      const stories = open(await fresh(), regulation);
      const window = lengthInDays(regulation.grading.sameStory.window) * 86_400;
      await stories.note(CASE, first, NOW);
      await stories.part(taken, { from: [CASE] }, NOW);
      await stories.note(CASE, first, after(window - 2));
      const told = { ...next, publishedAt: undefined };
      for (const age of [-1, 0, 1]) {
        const found = (await stories.find(told, after(window + age))).map(
          ({ comparison }) => comparison.outcome,
        );
        expect(found).toEqual(age <= 0 ? ['suspected'] : []);
      }
    },
  );
});
