import { beforeEach, describe, expect, it } from 'vitest';
import { regulations } from '../../../../shared/regulations/index.ts';
import { plain } from '../../../support/office.ts';
import { itemsIn } from '../../../support/told.ts';
import { openRefusals, type Refusals, sentBy } from '../../refused-items/refused.ts';

const AT_ONCE = 'SX75';
const NIGHT = '2026-03-02T18:00:00.000Z';
let refusals: Refusals;
let office: Refusals['office'];

describe.each([
  ['leizhou', '重大食品安全事故,多人死亡'],
  ['hohhot', '群体性事件'],
  ['yinzhou', '突发事件发生火灾'],
])('an item that has a list called items (%s)', (bureau, content) => {
  beforeEach(async () => {
    refusals = await openRefusals(regulations[bureau]!);
    ({ office } = refusals);
    office.at(NIGHT);
  });
  const own = { id: 'a', title: '食堂问题', content };
  const stored = (id: string) => office.system.items.find('demo', id);

  it.each([
    ['pictures', [{ img: 'https://x.example.com/1.jpg' }]],
    ['texts', ['图一']],
    ['nothing', []],
  ])('of %s is one item, graded by its words, with the list kept beside them', async (_, items) => {
    const told = await office.push({ ...own, items });
    expect(itemsIn(told)).toMatchObject([{ index: 0, id: 'a', status: 'accepted' }]);
    expect(await stored('a')).toMatchObject({ outcome: 'inCase', title: own.title, content });
    if (items.length > 0) expect((await stored('a'))?.extra).toMatchObject({ items });
  });

  it('of items is taken with them', async () => {
    const told = await office.push({ ...own, items: [plain('b'), { id: 'c' }] });
    expect(told.status).toBe(207);
    expect(itemsIn(told).map(({ id, status }) => [id, status])).toEqual([
      ['b', 'accepted'],
      ['c', 'refused'],
      ['a', 'accepted'],
    ]);
    expect(await stored('a')).toMatchObject({ outcome: 'inCase' });
  });

  it('and no id is refused and kept whole, and told at once', async () => {
    const { id: _, ...bare } = own;
    const kept = await refusals.refuse({ ...bare, items: [{ img: 'https://x.example.com/1.jpg' }] });
    expect(kept).toMatchObject({ title: own.title, told: 'atOnce' });
    expect(kept.raw).toContain(content);
    await office.notify();
    expect(sentBy(office, AT_ONCE).length).toBeGreaterThan(0);
  });

  it('beside words that cannot wait and nobody reads: its items are taken, and the words are kept and told once', async () => {
    for (const at of [1, 2]) {
      const body = { sent: at, note: content, items: [plain('b', { metrics: { views: at } })] };
      expect((await office.push(body)).status).toBe(200);
    }
    const kept = await refusals.list();
    expect(kept).toMatchObject([{ item: null, told: 'atOnce', why: { code: 'BATCH_INVALID' } }]);
    expect((await refusals.one(kept[0]!.refused)).raw).toContain(content);
  });

  it('beside words that can wait nothing is kept', async () => {
    await office.push({ title: '本站每日推送', items: [plain('b')] });
    expect(await refusals.list()).toEqual([]);
  });

  it('in a push that is refused as a whole is graded with what stands beside its list', async () => {
    await office.push({ note: content, items: [] });
    expect(await refusals.list()).toMatchObject([{ told: 'atOnce' }]);
  });
});
