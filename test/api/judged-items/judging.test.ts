import { beforeEach, describe, expect, it } from 'vitest';
import { grave, plain } from '../../support/office.ts';
import { refusalIn } from '../../support/told.ts';
import { type Judging, openJudging, signed } from './judged.ts';

let judging: Judging;
let office: Judging['office'];
beforeEach(async () => {
  judging = await openJudging();
  ({ office } = judging);
});

describe('an item that is in no case', () => {
  it('waits until somebody has read it; who did, when, and what he wrote stand with it', async () => {
    await office.push([plain('a')]);
    expect(await judging.item('a')).toMatchObject({ became: 'open', judgements: [], mayJudge: true });
    office.pass(60_000);
    const said = await judging.said('a', { as: 'read' });
    expect(said).toMatchObject({
      became: 'read',
      revision: 2,
      judgements: [
        {
          as: 'read',
          at: '2026-03-02T08:01:00+08:00',
          by: { name: expect.any(String), role: { id: 'dutyOfficer' } },
        },
      ],
    });
    expect(said.judgements[0]).not.toHaveProperty('reason');
    const shown = await judging.item('a', 'officeHead');
    expect(shown.judgements).toEqual(said.judgements);
  });

  it('is not ours once somebody says so, and to be dealt with again once that is taken back', async () => {
    await office.push([plain('a')]);
    await judging.said('a', { as: 'notOurs' });
    office.pass(1000);
    const back = await judging.said('a', { as: 'takenBack', reason: '核对后属本局' }, 'officeHead');
    expect(back.became).toBe('open');
    expect(back.judgements.map(({ as, by, reason }) => [as, by.role.id, reason])).toEqual([
      ['notOurs', 'dutyOfficer', undefined],
      ['takenBack', 'officeHead', '核对后属本局'],
    ]);
  });

  it('said again, by whomever, changes nothing; read after it was said not ours is less than that', async () => {
    await office.push([plain('a')]);
    await judging.said('a', { as: 'takenBack' });
    await judging.said('a', { as: 'notOurs', reason: '属公安机关' });
    office.pass(1000);
    const again = await Promise.all([
      judging.said('a', { as: 'notOurs', reason: '另一说法' }, 'officeHead'),
      judging.said('a', { as: 'read' }),
    ]);
    for (const each of again) {
      expect(each.judgements.map(({ reason }) => reason)).toEqual(['属公安机关']);
      expect(each.became).toBe('notOurs');
    }
  });

  it('of two at once is said once', async () => {
    await office.push([plain('a')]);
    await Promise.all([judging.said('a', { as: 'read' }), judging.said('a', { as: 'read' }, 'officeHead')]);
    expect((await judging.item('a')).judgements).toHaveLength(1);
  });

  it('keeps what was said when its feed brings it again', async () => {
    await office.push([plain('a')]);
    await judging.said('a', { as: 'notOurs' });
    office.pass(1000);
    const told = await office.push([plain('a')]);
    expect(told.body).toMatchObject({ items: [{ status: 'duplicate' }] });
    await office.push([plain('a', { metrics: { views: 5 } })]);
    expect(await judging.item('a')).toMatchObject({
      became: 'notOurs',
      judgements: [{ as: 'notOurs' }],
      revision: 3,
    });
  });

  it('is to be looked at again once another story stands under its id', async () => {
    await office.push([plain('a')]);
    await judging.said('a', { as: 'notOurs' });
    office.pass(1000);
    await office.push([plain('a', { title: '本市某小区停水三天' })]);
    expect(await judging.item('a')).toMatchObject({ became: 'open', judgements: [{ as: 'notOurs' }] });
    expect((await judging.listed({ became: 'open' })).map(({ id }) => id)).toEqual(['a']);
    expect((await judging.said('a', { as: 'notOurs' })).judgements).toHaveLength(2);
  });

  it('is to be looked at again once it has become graver, and opens its case as ever once that is due', async () => {
    await office.push([plain('a'), plain('b')]);
    for (const id of ['a', 'b']) await judging.said(id, { as: 'notOurs' });
    office.pass(1000);
    await office.push([signed('a')]);
    expect(await judging.item('a')).toMatchObject({ became: 'open', isGrave: true });
    const told = await judging.judge('a', { as: 'notOurs' });
    expect(told).toMatchObject({ status: 422, body: { code: 'REASON_REQUIRED' } });
    const said = await judging.said('a', { as: 'notOurs', reason: '属邻市管辖' });
    expect(said.became).toBe('notOurs');
    office.pass(1000);
    await office.push([signed('a', { metrics: { views: 7 } })]);
    expect((await judging.item('a')).became).toBe('notOurs');
    await office.push([grave('b', { title: plain('b').title })]);
    expect(await judging.item('b')).toMatchObject({
      became: 'inCase',
      case: 'LZ2026-0001',
      judgements: [{ as: 'notOurs' }],
      mayJudge: false,
    });
  });

  it('with signs of more needs a reason to be said not ours, none to be read or taken back', async () => {
    await office.push([signed('a'), plain('b', { flags: ['涉密件'] }), plain('c')]);
    for (const id of ['a', 'b']) {
      expect((await judging.item(id)).isGrave, id).toBe(true);
      expect(await judging.judge(id, { as: 'notOurs' })).toMatchObject({
        status: 422,
        body: { code: 'REASON_REQUIRED' },
      });
      await judging.said(id, { as: 'read' });
      await judging.said(id, { as: 'notOurs', reason: '属邻市管辖' });
      await judging.said(id, { as: 'takenBack' });
    }
    expect(await judging.item('c')).toMatchObject({ isGrave: false });
    await judging.said('c', { as: 'notOurs' });
  });

  it('of 涉密 is judged without a word of what it says', async () => {
    await office.push([plain('a', { flags: ['secret'] })]);
    const told = await judging.judge('a', { as: 'notOurs', reason: '邻市某厂的事' });
    expect(told).toMatchObject({ status: 422, body: { code: 'SECRET_CONTENT' } });
    expect(await judging.judge('a', { as: 'notOurs' })).toMatchObject({ body: { code: 'REASON_REQUIRED' } });
    const reason = '见纸质件:保密室3号柜';
    expect((await judging.said('a', { as: 'notOurs', reason })).judgements[0]).toMatchObject({ reason });
    office.pass(1000);
    await office.push([plain('a', { flags: ['secret'], metrics: { views: 5 } })]);
    expect((await judging.item('a')).judgements[0]).toMatchObject({ reason });
  });

  it('whose case is marked 涉密 later keeps who said what, and not why', async () => {
    await office.push([plain('a')]);
    await judging.said('a', { as: 'notOurs', reason: '属邻市管辖' });
    const opened = await office.as('officeHead')('POST', '/v1/cases', {
      items: [{ feed: 'demo', id: 'a' }],
      sources: [{ kind: 'monitored' }],
      level: 'blue',
      title: '见纸质件',
      flags: ['secret'],
    });
    expect(opened.status).toBe(201);
    const { judgements } = await judging.item('a', 'officeHead');
    expect(judgements).toEqual([{ as: 'notOurs', at: expect.any(String), by: expect.anything() }]);
  });

  it('may be put into a case after all, and what was said of it stays', async () => {
    await office.push([plain('a'), plain('b'), grave('c')]);
    await judging.said('a', { as: 'notOurs' });
    await judging.said('b', { as: 'read' });
    const opened = await office.as('dutyOfficer')('POST', '/v1/cases', {
      items: [{ feed: 'demo', id: 'a' }],
      sources: [{ kind: 'monitored' }],
      level: 'blue',
    });
    expect(opened.status).toBe(201);
    const attach = { type: 'AttachItem', feed: 'demo', id: 'b' };
    await office.as('dutyOfficer')('POST', '/v1/cases/LZ2026-0001/commands', attach);
    for (const id of ['a', 'b'])
      expect(await judging.item(id)).toMatchObject({ became: 'inCase', judgements: [expect.anything()] });
  });
});

describe('what is refused', () => {
  it('an item that is in a case, or about to be: it is dealt with there', async () => {
    await office.push([grave('a'), plain('b')]);
    const plainItem = (await office.system.items.find('demo', 'b'))!;
    await office.system.items.put({ ...plainItem, id: 'c', outcome: 'pending', revision: 1 });
    for (const id of ['a', 'c'])
      for (const as of ['read', 'notOurs', 'takenBack'])
        expect(await judging.judge(id, { as, reason: '属邻市管辖' }), `${id} ${as}`).toMatchObject({
          status: 409,
          body: { code: 'ITEM_IN_CASE' },
        });
    expect(await judging.item('c')).toMatchObject({ became: 'open', mayJudge: false });
  });

  it('what was decided on a version that is no more: the new words are to be seen first', async () => {
    await office.push([plain('a')]);
    office.pass(1000);
    await office.push([plain('a', { title: '本市某小区停水三天' })]);
    const told = await judging.judge('a', { as: 'notOurs', version: 1 });
    expect(told).toMatchObject({ status: 412, body: { code: 'ITEM_CHANGED' } });
    expect(await judging.judge('a', { as: 'read', version: 3 })).toMatchObject({ status: 412 });
    for (const version of [0, 1.5, '2'])
      expect(await judging.judge('a', { as: 'read', version })).toMatchObject({ status: 422 });
    expect((await judging.item('a')).judgements).toEqual([]);
    const [row] = await judging.listed();
    expect(await judging.said('a', { as: 'notOurs', version: row!.version })).toMatchObject({
      became: 'notOurs',
    });
  });

  it('an item that is not there, whatever its id', async () => {
    for (const id of ['x', 'x'.repeat(400), '%', '#', '一#二'])
      expect(await judging.judge(id, { as: 'read' }), id.slice(0, 9)).toMatchObject({
        status: 404,
        body: { code: 'ITEM_UNKNOWN' },
      });
  });

  it('a body that is none: no word, another word, a reason that says nothing or too much', async () => {
    await office.push([plain('a')]);
    for (const body of [
      {},
      { as: 'ours' },
      { as: 'read', more: 1 },
      { as: 'notOurs', reason: '' },
      { as: 'notOurs', reason: '。。' },
      { as: 'notOurs', reason: '无无无' },
      { as: 'notOurs', reason: '属邻市管'.repeat(51) },
      { as: 'notOurs', reason: 5 },
      [],
      'as=read',
    ])
      expect((await judging.judge('a', body)).status, JSON.stringify(body)).toBeGreaterThanOrEqual(400);
    expect((await judging.item('a')).judgements).toEqual([]);
    const longest = '属邻市管'.repeat(50);
    expect((await judging.said('a', { as: 'notOurs', reason: longest })).judgements[0]?.reason).toBe(longest);
  });

  it('a body in GBK', async () => {
    await office.push([plain('a')]);
    const gbk = Buffer.concat([
      Buffer.from('{"as":"notOurs","reason":"'),
      Buffer.from([0xca, 0xf4, 0xc1, 0xda, 0xca, 0xd0]),
      Buffer.from('"}'),
    ]);
    const told = await office.http({
      method: 'POST',
      path: '/v1/items/demo/a/judgement',
      claims: judging.claims('dutyOfficer'),
      body: gbk.toString('base64'),
      base64: true,
    });
    expect(refusalIn(told).code).toBe('BODY_CHARSET_WRONG');
  });

  it('the 41st change: all of them stay with the item', async () => {
    await office.push([plain('a')]);
    for (let time = 0; time < 20; time += 1)
      for (const as of ['notOurs', 'takenBack']) await judging.said('a', { as });
    const told = await judging.judge('a', { as: 'read' });
    expect(told).toMatchObject({ status: 409, body: { code: 'ITEM_JUDGED_TOO_OFTEN' } });
    // What is said already is no change.
    expect((await judging.said('a', { as: 'takenBack' })).judgements).toHaveLength(40);
  });

  it('is kept with what was turned away', async () => {
    await office.push([grave('a')]);
    await judging.judge('a', { as: 'read' });
    const told = await office.as('officeHead')('GET', '/v1/refusals', undefined, { code: 'ITEM_IN_CASE' });
    expect(told.body).toMatchObject({ refusals: [{ code: 'ITEM_IN_CASE' }] });
  });
});
