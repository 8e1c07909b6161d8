import { beforeEach, describe, expect, it } from 'vitest';
import { ItemsInvalid } from '../../shared/contracts/replies/items.ts';
import { createMemoryTable } from '../../shared/records/memory-table.ts';
import type { Table } from '../../shared/records/table.ts';
import { createOffice, grave, type Office, OLD_SECRET, plain, START } from '../support/office.ts';
import { caseOf, itemsIn, logIn, read, refusalIn, type Told, takenIn } from '../support/told.ts';

let table: Table;
let office: Office;
beforeEach(async () => {
  table = createMemoryTable();
  office = await createOffice({ table });
});
const one = async (item: unknown) => {
  const told = await office.push([item]);
  expect(told.status).toBe(200);
  return takenIn(told);
};
const oneRefused = async (item: unknown) => {
  const told = await office.push([item]);
  expect(told.status).toBe(422);
  return read(ItemsInvalid, told).items[0];
};
const refused = async () => (await office.system.refusals.list(START.slice(0, 10))).map(({ sk }) => sk);
const stored = (id: string) => office.system.items.find('demo', id);
const HOUR = 3_600_000;

describe('a good push', () => {
  it('grades the item with reasons and opens a case with its clocks and notices', async () => {
    const answer = await one(grave('a'));
    expect(answer).toMatchObject({ index: 0, id: 'a', status: 'accepted', case: 'LZ2026-0001' });
    expect(answer.reasons.every(({ text, cite }) => text.length > 0 && cite.length > 0)).toBe(true);
    expect(office.flows.started).toEqual([`LZ2026-0001-${answer.handlingLevel.id}-1`]);
    expect(office.asked).toEqual(['LZ2026-0001']);
    expect(await stored('a')).toMatchObject({ outcome: 'inCase', caseId: 'LZ2026-0001' });
  });

  it('keeps a 常规 item without a case', async () => {
    const answer = await one(plain('a'));
    expect(answer).toMatchObject({ status: 'accepted', warningLevel: { id: 'routine' } });
    expect(answer.case).toBeUndefined();
    expect(office.flows.started).toEqual([]);
  });

  it.each([
    ['one object', plain('a')],
    ['a list', [plain('a')]],
    ['a list by name', { items: [plain('a')], sender: 'x' }],
  ])('takes %s', async (_, body) => {
    expect(await office.push(body)).toMatchObject({ status: 200, body: { accepted: 1, refused: 0 } });
  });

  it('takes a body in base64, and a secret that is being replaced', async () => {
    expect((await office.push([plain('表')], { base64: true })).status).toBe(200);
    expect((await office.push([plain('b')], { secret: OLD_SECRET })).status).toBe(200);
    expect((await stored('表'))?.title).toBe('市民咨询营业时间之表');
  });

  it('keeps unknown fields, also beside the counters and of any size of number', async () => {
    const text = JSON.stringify([
      plain('a', {
        siteName: '南方网',
        author: { name: '记者', deep: [[[1]]] },
        metrics: { views: 1, likes: 7, shares: null },
        mid: 0,
      }),
    ]).replace('"mid":0', '"mid":7123456789012345678');
    expect((await office.push(null, { text })).status).toBe(200);
    expect((await stored('a'))?.extra).toEqual({
      siteName: '南方网',
      author: { name: '记者', deep: [[[1]]] },
      metrics: { likes: 7, shares: null },
      mid: '7123456789012345678',
    });
  });

  it('tells apart ids that a number cannot', async () => {
    const text =
      '[{"id":7123456789012345678,"title":"甲"},{"id":7123456789012345679,"title":"乙"},{"id":5,"title":"丙"}]';
    expect(itemsIn(await office.push(null, { text })).map(({ id, status }) => [id, status])).toEqual([
      ['7123456789012345678', 'accepted'],
      ['7123456789012345679', 'accepted'],
      ['5', 'accepted'],
    ]);
  });

  it.each(['#', 'a#b', ' 有 空 格 ', '__proto__', 'constructor', '%2F%', 'x'.repeat(200), '🍜'])(
    'takes the id %s and finds it again',
    async (id) => {
      expect((await one(plain(id))).status).toBe('accepted');
      expect((await one(plain(id))).status).toBe('duplicate');
      const told = await office.as('dutyOfficer')('GET', `/v1/items/demo/${encodeURIComponent(id.trim())}`);
      expect(told.body).toMatchObject({ id: id.trim() });
    },
  );

  it('takes null for what a feed does not have', async () => {
    const nothing = { content: null, url: null, publishedAt: null, metrics: null, source: null, flags: null };
    expect((await one({ id: 'a', title: '甲', ...nothing, other: null })).status).toBe('accepted');
    expect((await stored('a'))?.extra).toEqual({ other: null });
  });

  it('makes text whole that was cut in the middle of an emoji', async () => {
    const cut = `${grave('x').title}🍜`.slice(0, -1);
    const answer = await one(grave('a', { title: cut, content: cut }));
    const log = await office.as('dutyOfficer')('GET', `/v1/cases/${answer.case}/log`);
    expect(logIn(log).intact).toBe(true);
  });

  it.each([
    ['ISO with Z', '2026-03-01T16:00:00Z'],
    ['ISO with an offset', '2026-03-02T00:00:00+08:00'],
    ['without a zone: Beijing', '2026-03-02 00:00:00'],
    ['a day', '2026-03-02'],
    ['epoch seconds', 1772380800],
    ['epoch milliseconds', 1772380800000],
    ['digits', '1772380800'],
  ])('reads a date as %s', async (_, publishedAt) => {
    await one(plain('a', { publishedAt }));
    expect((await stored('a'))?.publishedAt).toBe('2026-03-01T16:00:00.000Z');
  });

  it('a missing counter is unknown and a zero is zero', async () => {
    await one(plain('a', { metrics: { views: 0, comments: null, reposts: '12' } }));
    await one(plain('b'));
    expect((await stored('a'))?.readings[0]?.counters).toEqual({ views: 0, reposts: 12 });
    expect((await stored('b'))?.readings[0]?.counters).toEqual({});
    expect((await stored('b'))?.grade.values.heat).toBeNull();
    expect((await stored('a'))?.grade.values.heat).toBe(0);
  });

  it('takes Chinese text up to exactly 256 KB, and not one byte more', async () => {
    const size = 256 * 1024;
    const bare = Buffer.byteLength(JSON.stringify([plain('a', { content: '' })]));
    const content = '字'.repeat(Math.floor((size - bare) / 3)) + 'x'.repeat((size - bare) % 3);
    const text = JSON.stringify([plain('a', { content })]);
    expect(Buffer.byteLength(text)).toBe(size);
    expect((await office.push(null, { text })).status).toBe(200);
    expect((await stored('a'))?.content).toBe(content);
    expect(await office.push(null, { text: `${text} ` })).toMatchObject({
      status: 413,
      body: { code: 'BODY_TOO_LARGE' },
    });
    expect((await office.push(null, { text, base64: true })).status).toBe(200);
  });

  it('an item that was assigned by the superior carries its receipt', async () => {
    const source = {
      kind: 'zhanjiang-assigned',
      reference: '湛市监〔2026〕1号',
      receivedAt: '2026-03-02 07:00',
    };
    const answer = await one(grave('a', { source }));
    const state = await office.system.cases.load(answer.case!);
    expect(state?.sources).toMatchObject([{ ...source, receivedAt: '2026-03-01T23:00:00.000Z' }]);
  });

  it('a 涉密 item is told by telephone only', async () => {
    const answer = await one(grave('a', { flags: ['secret'] }));
    const state = await office.system.cases.load(answer.case!);
    expect(Object.keys(state!.telephoneTasks)).not.toEqual([]);
    await office.notify(answer.case!);
    await office.sweep();
    expect(office.sent).toEqual([]);
  });
});

describe('a push again', () => {
  it('of the same is a repeat', async () => {
    const first = await one(grave('a', { collectedAt: '2026-03-02 07:00' }));
    office.pass(HOUR);
    expect(await one(grave('a', { collectedAt: '2026-03-02 08:30' }))).toMatchObject({
      status: 'duplicate',
      case: first.case,
    });
    expect((await office.system.cases.log(first.case!)).length).toBe(1);
  });

  it('with grown counters is a new reading, and raises the case', async () => {
    const first = await one(grave('a', { content: '', metrics: { views: 10 } }));
    office.pass(HOUR);
    const again = await one(grave('a', { content: '', metrics: { views: 9_000_000 } }));
    expect(again).toMatchObject({ status: 'accepted', case: first.case });
    expect((await stored('a'))?.readings).toHaveLength(2);
    expect(again.score).toBeGreaterThan(first.score!);
  });

  it('with another title is graded anew', async () => {
    await one(plain('a'));
    const again = await one({ ...plain('a'), title: grave('x').title, content: grave('x').content });
    expect(again).toMatchObject({ status: 'accepted', case: 'LZ2026-0001' });
  });

  it.each([
    ['a source', { source: { kind: 'zhanjiang-assigned' } }],
    ['a flag', { flags: ['secret'] }],
    ['a text', { content: '正文' }],
    ['an unknown field', { siteName: '南方网' }],
  ])('with %s more is no repeat', async (_, more) => {
    await one(plain('a'));
    expect((await one(plain('a', more))).status).toBe('accepted');
    expect((await one(plain('a', more))).status).toBe('duplicate');
  });

  it('that leaves out what is known does not forget it', async () => {
    const full = plain('a', { content: '正文', unit: 'food', occurredAt: '2026-03-01', siteName: '南方网' });
    await one(full);
    await one({ id: 'a', title: full.title, metrics: { views: 3 } });
    const { content, unit, url, occurredAt, extra } = (await stored('a'))!;
    expect({ content, unit, url, extra }).toEqual({
      content: '正文',
      unit: 'food',
      url: full.url,
      extra: { siteName: '南方网' },
    });
    expect(occurredAt).toBe('2026-02-28T16:00:00.000Z');
  });

  it('of an assignment without an instant does not move its receipt', async () => {
    const source = { kind: 'zhanjiang-assigned' };
    const answer = await one(grave('a', { source }));
    office.pass(HOUR);
    await one(grave('a', { source, metrics: { views: 700_000 } }));
    const state = await office.system.cases.load(answer.case!);
    expect(state?.sources.map(({ receivedAt }) => receivedAt)).toEqual([START]);
  });

  it('does not fill a record with ever other unknown fields', async () => {
    const big = 'x'.repeat(80_000);
    for (const name of ['one', 'two', 'three']) await one(plain('a', { [name]: big }));
    expect(JSON.stringify((await stored('a'))?.extra).length).toBeLessThan(200_000);
  });
});

describe('the same story', () => {
  it('by its address, whatever was added to it, joins the case', async () => {
    const first = await one(grave('a', { url: 'https://news.example.com/1' }));
    const other = { id: 'b', title: '另一个标题', url: 'http://www.news.example.com/1/?utm_source=wx#top' };
    expect(await one(other)).toMatchObject({ status: 'accepted', case: first.case, joined: { by: 'url' } });
    expect((await office.system.cases.load(first.case!))?.items).toHaveLength(2);
  });

  it('by nearly the same text joins the case', async () => {
    const first = await one(grave('a'));
    const { content } = grave('a');
    const again = await one(grave('b', { content: `${content}。转!` }));
    expect(again).toMatchObject({ case: first.case, joined: { by: 'text' } });
    expect(again.joined?.similarity).toBeGreaterThan(0.8);
  });

  it('after the case was concluded opens another', async () => {
    const first = await one(grave('a'));
    const conclude = { type: 'Conclude', summary: '办结', acknowledgeUnmet: '测试' };
    const state = (await office.system.cases.load(first.case!))!;
    const head = office.as('chiefLeader');
    if (state.handlingLevel !== 'blue')
      await head('POST', `/v1/cases/${first.case}/commands`, { type: 'DeclareCalm', reason: '平息' });
    expect((await head('POST', `/v1/cases/${first.case}/commands`, conclude)).status).toBe(200);
    office.pass(HOUR);
    const [b, c] = await Promise.all([
      office.push([grave('b', { url: grave('a').url })]),
      office.push([grave('c', { url: grave('a').url })]),
    ]);
    await settle();
    expect(caseOf(b)).not.toBe(first.case);
    expect((await stored('c'))?.caseId).toBe((await stored('b'))?.caseId);
    expect(c.status).toBe(200);
  });

  /** What was cut off between two pushes, the sweep brings together. */
  const settle = async () => {
    office.pass(HOUR);
    await office.sweep();
    await office.sweep();
  };

  it('pushed twice at once opens one case', async () => {
    const url = 'https://news.example.com/same';
    const told = await Promise.all(['a', 'b', 'c', 'd'].map((id) => office.push([grave(id, { url })])));
    expect(told.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await settle();
    expect(await office.system.cases.open()).toHaveLength(1);
    const owners = await Promise.all(['a', 'b', 'c', 'd'].map(async (id) => (await stored(id))?.caseId));
    expect(new Set(owners).size).toBe(1);
    expect((await office.system.cases.load(owners[0]!))?.items).toHaveLength(4);
  });

  it('the same item pushed at once is one item and one case, without a refusal', async () => {
    const told = await Promise.all(Array.from({ length: 5 }, () => office.push([grave('a')])));
    expect(told.every(({ status }) => status === 200)).toBe(true);
    await settle();
    const rows = await office.system.cases.open();
    expect(rows).toHaveLength(1);
    const state = await office.system.cases.load(rows[0]!.caseId);
    expect(state).toMatchObject({ refusals: 0, items: [{ id: 'a' }] });
    expect(await stored('a')).toMatchObject({ outcome: 'inCase' });
  });

  it('an item whose case was concluded before it could join stays 常规', async () => {
    const item = plain('a');
    await one(item);
    const known = (await stored('a'))!;
    await office.system.items.put({ ...known, outcome: 'pending', revision: known.revision + 1 });
    await settle();
    expect((await stored('a'))?.outcome).not.toBe('pending');
    expect(await office.system.cases.open()).toEqual([]);
  });
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
    const told = await office.push([plain('a'), { id: 'b', publishedAt: '2026-02-30' }, grave('c')]);
    expect(told).toMatchObject({ status: 207, body: { accepted: 2, refused: 1 } });
    const [, second] = itemsIn(told);
    expect(second).toMatchObject({ index: 1, id: 'b', status: 'refused', code: 'ITEM_INVALID' });
    expect(second).toMatchObject({
      message: '第2条:title 缺少该字段;publishedAt 不是有效的日期时间(应为 ISO 8601,或秒、毫秒时间戳)',
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
    ['a long id', { id: 'x'.repeat(201), title: '甲' }, 'id 不能超过200字'],
    ['an empty title', { id: 'a', title: ' ' }, 'title 不能为空'],
    ['a title of another type', { id: 'a', title: 5 }, 'title 类型不对,应为文字'],
    ['a negative counter', plain('a', { metrics: { views: -1 } }), 'metrics.views 不能为负数'],
    ['half a counter', plain('a', { metrics: { views: 1.5 } }), 'metrics.views 类型不对,应为整数'],
    ['a date in the future', plain('a', { publishedAt: '2026-03-02 09:00' }), 'publishedAt 时间不能晚于现在'],
    ['an impossible date', plain('a', { publishedAt: '2026-02-30' }), 'publishedAt 不是有效的日期时间'],
    ['an unknown flag', plain('a', { flags: ['x'] }), 'flags 标记“x”不在本局制度规定之列'],
    ['an unknown source', plain('a', { source: { kind: 'x' } }), 'source.kind 来源不在本局制度规定之列'],
    ['an unknown unit', plain('a', { unit: 'toString' }), 'unit 没有这个股室'],
  ])('an item with %s is named', async (_, item, message) => {
    expect(await oneRefused(item)).toMatchObject({ message: expect.stringContaining(message) });
    expect((await refused())[0]).toContain('ITEM_INVALID');
  });

  it('a clock that is ahead a little is none', async () => {
    await one(plain('a', { publishedAt: '2026-03-02T00:10:00Z', collectedAt: '2026-03-02T00:10:00Z' }));
    expect(await stored('a')).toMatchObject({ publishedAt: START, detectedAt: START });
    await oneRefused(plain('b', { publishedAt: '2026-03-02T00:10:01Z' }));
  });

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
    table.getMany =
      table.get =
      table.increment =
        async () => {
          throw new Error('secret table name');
        };
    const told = await office.push([], { feed: 'nobody' });
    expect(told).toMatchObject({ status: 500, body: { code: 'INTERNAL' } });
    expect(JSON.stringify(told.body)).not.toContain('secret');
  });
});
