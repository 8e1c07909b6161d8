import { beforeEach, describe, expect, it } from 'vitest';
import { ItemsInvalid } from '../../../shared/contracts/replies/items.ts';
import { grave, plain, START } from '../../support/office.ts';
import { itemsIn, read, refusalIn, type Told } from '../../support/told.ts';
import { type Feed, openFeed } from './feed.ts';

let table: Feed['table'];
let office: Feed['office'];
let one: Feed['one'];
let oneRefused: Feed['oneRefused'];
let refused: Feed['refused'];
let stored: Feed['stored'];
beforeEach(async () => {
  ({ table, office, one, oneRefused, refused, stored } = await openFeed());
});

describe('a bad push', () => {
  const bad: [string, () => Promise<Told>, number, string][] = [
    [
      'without a signature',
      () => office.push([], { headers: { 'webhook-signature': '' } }),
      401,
      'SIGNATURE_MISSING',
    ],
    ['without an id', () => office.push([], { headers: { 'webhook-id': '' } }), 401, 'SIGNATURE_MISSING'],
    [
      'without a time',
      () => office.push([], { headers: { 'webhook-timestamp': '' } }),
      401,
      'SIGNATURE_MISSING',
    ],
    [
      'signed by somebody else',
      () => office.push([], { secret: 'whsec_d3Jvbmc=' }),
      401,
      'SIGNATURE_INVALID',
    ],
    [
      'changed on the way',
      () => office.push([], { headers: { 'webhook-id': 'msg-2' } }),
      401,
      'SIGNATURE_INVALID',
    ],
    [
      'with half a signature',
      () => office.push([], { headers: { 'webhook-signature': 'v1' } }),
      401,
      'SIGNATURE_INVALID',
    ],
    [
      'with no time at all',
      () => office.push([], { headers: { 'webhook-timestamp': 'now' } }),
      401,
      'SIGNATURE_INVALID',
    ],
    ['too old', () => office.push([], { sentAt: new Date(Date.now() - 3_600_000) }), 401, 'SIGNATURE_STALE'],
    [
      'from the future',
      () => office.push([], { sentAt: new Date(Date.now() + 3_600_000) }),
      401,
      'SIGNATURE_STALE',
    ],
    ['of an unknown feed', () => office.push([], { feed: 'nobody' }), 404, 'FEED_UNKNOWN'],
    ['of a feed called constructor', () => office.push([], { feed: 'constructor' }), 404, 'FEED_UNKNOWN'],
    ['of a feed called __proto__', () => office.push([], { feed: '__proto__' }), 404, 'FEED_UNKNOWN'],
    ['of a feed badly encoded', () => office.push([], { feed: '%E4%' }), 404, 'FEED_UNKNOWN'],
    ['that is no JSON', () => office.push(null, { text: '{"id":' }), 400, 'MALFORMED_JSON'],
    ['that is empty', () => office.push(null, { text: '' }), 400, 'MALFORMED_JSON'],
    ['nested without end', () => office.push(null, { text: '['.repeat(200_000) }), 400, 'MALFORMED_JSON'],
    ['that is a word', () => office.push('x'), 422, 'BATCH_INVALID'],
    ['that is null', () => office.push(null), 422, 'BATCH_INVALID'],
    ['without items', () => office.push([]), 422, 'BATCH_INVALID'],
    [
      'of 201 items',
      () => office.push(Array.from({ length: 201 }, (_, id) => plain(`${id}`))),
      422,
      'BATCH_INVALID',
    ],
  ];
  it.each(bad)('%s is refused in one shape and kept', async (_, push, status, code) => {
    const told = await push();
    expect(told).toMatchObject({ status, body: { code } });
    expect(refusalIn(told).message).toMatch(/[\u4e00-\u9fff]/);
    expect(refusalIn(told).requestId).toMatch(/.+/);
    expect((await refused()).map((what) => what.split('#')[1])).toEqual([code]);
    expect(await office.system.items.onBoard('routine')).toEqual([]);
  });

  it('takes 200 items', async () => {
    const told = await office.push(Array.from({ length: 200 }, (_, id) => plain(`${id}`)));
    expect(told.body).toMatchObject({ accepted: 200 });
  });

  it('under many made-up names fills one record', async () => {
    for (const feed of ['a', 'b', 'c', '字'.repeat(100)]) await office.push([], { feed });
    expect(await refused()).toHaveLength(1);
  });

  it('with one bad item takes the others and names the bad one', async () => {
    const told = await office.push([plain('a'), { id: 'b', url: 5 }, grave('c')]);
    expect(told).toMatchObject({ status: 207, body: { accepted: 2, refused: 1 } });
    const [, second] = itemsIn(told);
    expect(second).toMatchObject({ index: 1, id: 'b', status: 'refused', code: 'ITEM_INVALID' });
    expect(second).toMatchObject({
      message: '第2条:title 缺少该字段',
    });
    expect(await stored('b')).toBeUndefined();
    expect(await stored('c')).toMatchObject({ outcome: 'inCase' });
  });

  it('with bad items only is refused', async () => {
    const told = await office.push([{}, 5, null, 'x', []]);
    expect(told).toMatchObject({ status: 422, body: { code: 'ITEMS_INVALID', accepted: 0 } });
    expect(read(ItemsInvalid, told).items).toHaveLength(5);
    expect(read(ItemsInvalid, told).requestId).toMatch(/.+/);
  });

  it.each([
    ['no id', { title: '甲' }, 'id 缺少该字段'],
    ['an empty id', { id: ' ', title: '甲' }, 'id 不能为空'],
    ['an id that is no text', { id: { toString: 1, valueOf: 1 }, title: '甲' }, 'id 类型不对,应为文字'],
    ['half an id', { id: 1.5, title: '甲' }, 'id 类型不对,应为文字'],
    ['a long id', { id: 'x'.repeat(2001), title: '甲' }, 'id 不能超过2000字'],
    ['an empty title', { id: 'a', title: ' ' }, 'title 不能为空'],
    ['a title of another type', { id: 'a', title: 5 }, 'title 类型不对,应为文字'],
    ['no words', { id: 'a', content: ' ', url: 'https://news.example.com/1' }, 'title 缺少该字段'],
  ])('an item with %s is named', async (_, item, message) => {
    expect(await oneRefused(item)).toMatchObject({ message: expect.stringContaining(message) });
    expect((await refused())[0]).toContain('ITEM_INVALID');
  });

  it('a clock that is ahead a little is none, and what lies further ahead is no instant and kept as text', async () => {
    await one(plain('a', { publishedAt: '2026-03-02T00:05:00Z', collectedAt: '2026-03-02T00:05:00Z' }));
    expect(await stored('a')).toMatchObject({ publishedAt: START, detectedAt: START });
    const told = await one(plain('b', { publishedAt: '2026-03-02T00:05:01Z' }));
    expect(told).toMatchObject({
      status: 'accepted',
      warnings: [{ field: 'publishedAt', value: '2026-03-02T00:05:01Z', kind: 'doubted' }],
    });
    expect(await stored('b')).toMatchObject({
      warnings: [{ as: 'publishedAt', value: '2026-03-02T00:05:01Z' }],
      extra: { publishedAt: '2026-03-02T00:05:01Z' },
    });
    expect((await stored('b'))?.publishedAt).toBeUndefined();
  });

  it.each(['2026-02-30', '上周五', '2026-03'])(
    'a time “%s” is kept as text and starts nothing',
    async (said) => {
      const told = await one(plain('a', { publishedAt: said }));
      const message = '公开时间读不出时刻,按原文保存,不据以起算';
      expect(told.warnings).toEqual([{ field: 'publishedAt', value: said, kind: 'unread', message }]);
      expect(await stored('a')).toMatchObject({ extra: { publishedAt: said } });
      expect((await stored('a'))?.publishedAt).toBeUndefined();
    },
  );

  it('an item that cannot be stored fails alone, and a repeat of all brings it in', async () => {
    const { put } = table;
    table.put = async (record, condition) => {
      if (record.pk === 'ITEM#demo#b') throw new Error('secret table name');
      return put(record, condition);
    };
    const batch = [plain('a'), plain('b'), plain('c')];
    const told = await office.push(batch);
    expect(told).toMatchObject({ status: 503, body: { code: 'ITEMS_FAILED', accepted: 2 } });
    expect(JSON.stringify(told.body)).not.toContain('secret');
    table.put = put;
    expect(itemsIn(await office.push(batch)).map(({ status }) => status)).toEqual([
      'duplicate',
      'accepted',
      'duplicate',
    ]);
  });

  it('a table that is away is one fixed sentence', async () => {
    table.get = table.increment = async () => {
      throw new Error('secret table name');
    };
    const told = await office.push([], { feed: 'nobody' });
    expect(told).toMatchObject({ status: 500, body: { code: 'INTERNAL' } });
    expect(JSON.stringify(told.body)).not.toContain('secret');
  });
});
