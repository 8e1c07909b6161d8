import { describe, expect, it } from 'vitest';
import type { Push } from '../../../../../infra/local/soak/items/expected.ts';
import { findAll } from '../../../../../infra/local/soak/items/find.ts';
import { createLedger } from '../../../../../infra/local/soak/items/send.ts';
import type { Traffic } from '../../../../../infra/local/soak/traffic.ts';

const words = { title: '标题', content: '正文' };
const push: Push = {
  ...{ feed: 'rss', id: 'm-1', headers: {}, body: new Uint8Array() },
  items: [
    { right: 'taken', id: 'a', words },
    { right: 'taken', id: 'b', words },
    { right: 'refused', id: 'bad', words },
  ],
};
const wrong: Push = { ...push, id: 'm-2', items: [], whole: 400 };

/** A bureau that has taken what was pushed, with whatever is changed of what it answers, by path. */
const bureau = (changed: Record<string, unknown> = {}, statuses = ['accepted', 'accepted', 'refused']) => {
  const row = (id: string, outcome: string, caseId: string | null) => ({
    feed: 'rss',
    id,
    outcome,
    case: caseId,
  });
  const items = [row('a', 'routine', null), row('b', 'inCase', 'LZ1')];
  const kept = [
    { feed: 'rss', item: 'bad', title: null, why: { code: 'ITEM_INVALID' } },
    { feed: 'rss', item: null, title: '见乱码', why: { code: 'BODY_NOT_UTF8' } },
  ];
  const answers: Record<string, unknown> = {
    '/v1/items?outcome=pending&limit=200': { items: [], next: null },
    '/v1/items?limit=200': { items: [items[0]], next: 'more' },
    '/v1/items?limit=200&cursor=more': { items: [items[1]], next: null },
    '/v1/items/rss/a': words,
    '/v1/items/rss/b': words,
    '/v1/cases/LZ1': { items: [{ feed: 'rss', id: 'b' }] },
    '/v1/refused-items?became=all&limit=200': { items: kept, next: null },
    ...changed,
  };
  return {
    read: async (path: string) => ({
      status: answers[path] === undefined ? 404 : 200,
      text: JSON.stringify(answers[path] ?? {}),
    }),
    pushBytes: async (_: string, id: string) => ({
      status: id === 'm-2' ? 400 : 207,
      text: JSON.stringify({
        items: statuses.map((status, index) => ({ index, status, id: ['a', 'b', 'bad'][index] })),
      }),
    }),
  } as unknown as Traffic;
};
const faultsOf = async (traffic: Traffic) => {
  const ledger = createLedger(traffic);
  await ledger.send(push, 0);
  await ledger.send(wrong, 1);
  return (await findAll(traffic, ledger)).faults;
};

describe('what is looked for after a flow of items', () => {
  it('is all there', async () => {
    expect(await faultsOf(bureau())).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['on a list', { '/v1/items?limit=200&cursor=more': { items: [], next: null } }, 'rss b is on no list'],
    ['in the case', { '/v1/cases/LZ1': { items: [] } }, 'rss b is in no case'],
    ['itself', { '/v1/items/rss/a': undefined }, 'rss a cannot be read'],
    ['as it was said', { '/v1/items/rss/a': { ...words, content: '别的' } }, 'does not say'],
    [
      'among the refused',
      { '/v1/refused-items?became=all&limit=200': { items: [], next: null } },
      'refused rss bad is kept nowhere',
    ],
  ])('is missed where it is not %s', async (_, changed, fault) => {
    expect(await faultsOf(bureau(changed))).toContainEqual(expect.stringContaining(fault));
  });

  it('is missed where an answer is not right, or a wrong push is kept nowhere', async () => {
    expect(await faultsOf(bureau({}, ['refused', 'accepted', 'refused']))).toContainEqual(
      'rss a: refused, and should be taken',
    );
    expect(await faultsOf(bureau({}, ['accepted', 'accepted', 'accepted']))).toContainEqual(
      'rss bad: accepted, and should be refused',
    );
    expect(await faultsOf(bureau({}, ['accepted']))).toContainEqual(
      'rss b: not answered, and should be taken',
    );
    const kept = [{ feed: 'rss', item: 'bad', title: null, why: { code: 'ITEM_INVALID' } }];
    const none = { '/v1/refused-items?became=all&limit=200': { items: kept, next: null } };
    expect(await faultsOf(bureau(none))).toEqual(['of 1 pushes that were refused as a whole 0 are kept']);
  });

  it('is what a feed said last, and of a repeat not what it says again', async () => {
    const traffic = bureau();
    const ledger = createLedger(traffic);
    const later = { title: '标题', content: '更新' };
    const of = (said: typeof words, more: Partial<Push> = {}): Push => ({
      ...push,
      items: [{ right: 'taken', id: 'a', words: said }],
      ...more,
    });
    await ledger.send(of(words), 0);
    await ledger.send(of(later), 1);
    await ledger.send(of(words, { isRepeat: true }), 2);
    expect(ledger.taken()).toMatchObject([{ id: 'a', words: later }]);
  });
});
