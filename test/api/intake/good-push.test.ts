import { beforeEach, describe, expect, it } from 'vitest';
import { grave, OLD_SECRET, plain } from '../../support/office.ts';
import { itemsIn, logIn } from '../../support/told.ts';
import { type Feed, openFeed } from './feed.ts';

let office: Feed['office'];
let one: Feed['one'];
let stored: Feed['stored'];
beforeEach(async () => {
  ({ office, one, stored } = await openFeed());
});

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

  it('takes what the regulation has by its name, and keeps the id', async () => {
    const source = { kind: '湛江市局交办', regardedAs: '省局的说法' };
    await one(plain('a', { source, unit: '食品安全监管股', flags: ['涉密', 'crossRegion'] }));
    expect(await stored('a')).toMatchObject({
      source: { kind: 'zhanjiang-assigned', regardedAs: '省局的说法' },
      unit: 'food',
      flags: expect.arrayContaining(['secret', 'crossRegion']),
    });
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
        metrics: { views: 1, exposure: 7, shares: null },
        mid: 0,
      }),
    ]).replace('"mid":0', '"mid":7123456789012345678');
    expect((await office.push(null, { text })).status).toBe(200);
    expect((await stored('a'))?.extra).toEqual({
      siteName: '南方网',
      author: { name: '记者', deep: [[[1]]] },
      metrics: { exposure: 7, shares: null },
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
    ['epoch seconds', 1772380800],
    ['epoch milliseconds', 1772380800000],
    ['digits', '1772380800'],
  ])('reads a date as %s', async (_, publishedAt) => {
    await one(plain('a', { publishedAt }));
    expect((await stored('a'))?.publishedAt).toBe('2026-03-01T16:00:00.000Z');
  });

  it('knows a day as a day, and says so', async () => {
    const told = await one(plain('a', { publishedAt: '2026-03-02' }));
    const message = '公开时间仅知日期,不据以起算,请写到时分';
    expect(told.warnings).toEqual([{ field: 'publishedAt', value: '2026-03-02', kind: 'day', message }]);
    expect(await stored('a')).toMatchObject({
      publishedAt: '2026-03-02T16:00:00.000Z',
      dateOnly: ['publishedAt'],
    });
  });

  it('reads 24:00 as the beginning of the next day', async () => {
    await one(plain('a', { publishedAt: '2026-03-01 24:00' }));
    expect((await stored('a'))?.publishedAt).toBe('2026-03-01T16:00:00.000Z');
  });

  it('reads the former name of 事发, and names it in the answer', async () => {
    const told = await one(plain('a', { occurredAt: '2026-03-01 08:00' }));
    const message = '已按事发时间(eventAt)读取,请改用 eventAt';
    expect(told.warnings).toMatchObject([{ field: 'occurredAt', kind: 'renamed', message }]);
    expect((await stored('a'))?.eventAt).toBe('2026-03-01T00:00:00.000Z');
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

  it('a 涉密 item is told by telephone only; a text says that there is something to come for', async () => {
    await one(grave('a', { flags: ['secret'] }));
    const { caseId = '' } = (await office.system.items.find('demo', 'a'))!;
    const state = await office.system.cases.load(caseId);
    expect(Object.keys(state!.telephoneTasks)).not.toEqual([]);
    await office.notify(caseId);
    await office.sweep();
    expect(office.sent.map(({ to, message }) => `${to} ${message.text}`)).toEqual([
      '+8613800000001 【雷州市监】有一件急件,请立即到办公室办理。',
    ]);
  });
});

describe('what a medium of the regulation’s list publishes', () => {
  it('is its report, and still so when a later push leaves its name out', async () => {
    const told = await one({ id: 'own', title: '某店开业', siteName: '微博', author: '人民网' });
    expect(told.warningLevel.id).toBe('orange');
    expect(JSON.stringify(told.reasons)).toContain('作者为“人民网”');
    const again = await one({ id: 'own', title: '某店开业', content: '今日开业' });
    expect(again.warningLevel.id).toBe('orange');
  });

  it('is not that of somebody with a name like it', async () => {
    const told = await one({ id: 'other', title: '某店开业', siteName: '微博', author: '央视小王' });
    expect(told.warningLevel.id).toBe('routine');
  });
});
