import { beforeEach, describe, expect, it } from 'vitest';
import { showReply } from '../../../infra/local/console/show.ts';
import { plain } from '../../support/office.ts';
import { caseIn, caseOf, refusalIn } from '../../support/told.ts';
import { type Desk, note, openDesk } from './desk.ts';

let office: Desk['office'];
let officer: Desk['officer'];
let opened: Desk['opened'];
let refusals: Desk['refusals'];
beforeEach(async () => {
  ({ office, officer, opened, refusals } = await openDesk());
});

describe('opening a case', () => {
  it('starts its clocks, and a repeat with or without a key returns it', async () => {
    const caseId = await opened();
    expect(office.flows.started).toEqual([`${caseId}-blue-1`]);
    expect(await officer('POST', '/v1/cases', note)).toMatchObject({ status: 200, body: { case: caseId } });
    const other = await opened({ key: 'note-1' });
    expect(other).not.toBe(caseId);
    const again = await officer('POST', '/v1/cases', { ...note, key: 'note-1', title: '改了字' });
    expect(again).toMatchObject({ status: 200, body: { case: other } });
    expect((await office.system.cases.log(caseId)).length).toBe(1);
  });

  it('at once with one key is one case, opened once', async () => {
    const told = await Promise.all(
      Array.from({ length: 5 }, () => officer('POST', '/v1/cases', { ...note, key: 'k' })),
    );
    expect(told.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
    expect(new Set(told.map((each) => caseIn(each).case)).size).toBe(1);
    expect(caseIn(told[0]!).refusalCount).toBe(0);
  });

  it('from items takes them in, and a later push joins', async () => {
    await office.push([plain('a'), plain('b')]);
    const items = [
      { feed: 'demo', id: 'a' },
      { feed: 'demo', id: 'a' },
      { feed: 'demo', id: 'b' },
    ];
    const told = await officer('POST', '/v1/cases', { items, sources: note.sources, level: 'blue' });
    expect(told).toMatchObject({ status: 201, body: { title: plain('a').title } });
    expect(caseIn(told).items).toHaveLength(2);
    expect(await office.system.items.onBoard('routine')).toEqual([]);
    const later = await office.push([plain('c', { url: plain('b').url })]);
    expect(caseOf(later)).toBe(caseIn(told).case);
    const twice = await officer('POST', '/v1/cases', { items: [items[0]], sources: note.sources });
    expect(twice).toMatchObject({ status: 409, body: { code: 'ITEM_IN_CASE' } });
  });

  const call = {
    caller: '来电人',
    number: '+8613800000000',
    post: '市民',
    at: '2026-03-02T07:40:00+08:00',
    takenBy: '值班员',
  };

  it('keeps what a person heard: the text, and who called from where and when', async () => {
    const text = '某超市销售过期食品,多人食物中毒';
    const told = await officer('POST', '/v1/cases', { ...note, text, call, level: undefined });
    expect(told.status).toBe(201);
    expect(caseIn(told)).toMatchObject({ note: { text, call } });
    // The grade quotes the words that it rests on.
    expect(JSON.stringify(caseIn(told).grade.reasons)).toContain('食物中毒');
    const [first] = await office.system.cases.log(caseIn(told).case);
    expect(first?.events[0]).toMatchObject({
      type: 'CaseOpened',
      text,
      call: { ...call, at: expect.any(String) },
    });
    expect(caseIn(await officer('GET', `/v1/cases/${await opened()}`)).note).toEqual({});
  });

  it.each([
    ['a second before now', -1, 201],
    ['now', 0, 201],
    ['five minutes later, by a clock that is ahead', 300, 201],
    ['five minutes and a second later', 301, 422],
  ])('with a call that was taken %s', async (_, seconds, status) => {
    const at = new Date(Date.parse(office.now()) + seconds * 1000).toISOString();
    const told = await officer('POST', '/v1/cases', { ...note, call: { at } });
    expect(told.status).toBe(status);
    if (status === 422) expect(refusalIn(told).code).toBe('INSTANT_IN_FUTURE');
  });

  it('counts from the call and not from when its note was entered', async () => {
    const sources = [{ kind: 'zhanjiang-assigned' }];
    const shown = caseIn(await officer('POST', '/v1/cases', { ...note, sources, call }));
    expect(shown.instants.detectedAt).toBe(call.at);
    expect(shown.sources[0]?.receivedAt).toBe(call.at);
    const stated = { receivedAt: '2026-03-02T07:30:00+08:00' };
    const other = caseIn(
      await officer('POST', '/v1/cases', { ...note, sources: [{ ...sources[0], ...stated }], call }),
    );
    expect(other.sources[0]).toMatchObject(stated);
  });

  it('is received no later than the call that it came by, and the answer says so', async () => {
    const at = '2026-03-02T07:50:00+08:00';
    const sources = [{ kind: 'zhanjiang-assigned', receivedAt: '2026-03-02T07:59:00+08:00' }];
    const given = { ...note, sources, call: { ...call, at } };
    const told = caseIn(await officer('POST', '/v1/cases', given));
    expect(told.sources[0]?.receivedAt).toBe(at);
    const { name } = told.sources[0]!;
    const notes = [`“${name}”收到时间填写为3月2日7时59分,晚于来电时间,按3月2日7时50分计`];
    expect(told.notes).toEqual(notes);
    expect(caseIn(await officer('POST', '/v1/cases', given)).notes).toEqual(notes);
  });

  it.each([
    [-1, -1, undefined],
    [0, 0, undefined],
    [1, 0, ['监测发现时间填写为3月2日8时,晚于本局最早知悉的时间,按3月2日8时计']],
  ])('is found when its item arrived, stated %d seconds from then: %d', async (stated, counted, notes) => {
    const arrived = office.now();
    const from = (seconds: number) => new Date(Date.parse(arrived) + seconds * 1000).toISOString();
    await office.push([plain('w-1')]);
    office.at(from(7 * 3600));
    const items = [{ feed: 'demo', id: 'w-1' }];
    const given = { items, sources: note.sources, level: 'blue', instants: { detectedAt: from(stated) } };
    const told = caseIn(await officer('POST', '/v1/cases', given));
    expect(Date.parse(told.instants.detectedAt!)).toBe(Date.parse(from(counted)));
    expect(told.notes).toEqual(notes);
    expect(caseIn(await officer('POST', '/v1/cases', given)).notes).toEqual(notes);
  });

  it('says which instant cannot be read and starts nothing, and says it again', async () => {
    const given = { ...note, instants: { eventAt: '2026-03-02 06:00', occurredAt: 'now-2h' } };
    const notes = ['“舆情发生”填写为“now-2h”,无法识别:按原文保存,不据以起算,请核实后更正'];
    const told = caseIn(await officer('POST', '/v1/cases', given));
    expect(told.notes).toEqual(notes);
    expect(caseIn(await officer('POST', '/v1/cases', given)).notes).toEqual(notes);
    expect(showReply('case', told)).toContain(`注意:${notes[0]}`);
    expect(caseIn(await officer('POST', '/v1/cases', { ...note, title: '可读' })).notes).toBeUndefined();
  });

  it('shows with each item its 事发 beside its publication', async () => {
    const both = { publishedAt: '2026-03-02 07:00', eventAt: '2026-03-02 06:00' };
    await office.push([plain('both', both), plain('day', { eventAt: '2026-03-01' }), plain('none')]);
    const items = ['both', 'day', 'none'].map((id) => ({ feed: 'demo', id }));
    const told = await officer('POST', '/v1/cases', { items, sources: note.sources, level: 'blue' });
    const [hour, day, none] = caseIn(told).items;
    expect(hour).toMatchObject({
      publishedAt: '2026-03-02T07:00:00+08:00',
      eventAt: '2026-03-02T06:00:00+08:00',
    });
    expect(hour).not.toHaveProperty('eventDateOnly');
    expect(day).toMatchObject({
      publishedAt: null,
      eventAt: '2026-03-02T00:00:00+08:00',
      eventDateOnly: true,
    });
    expect(none).toMatchObject({ publishedAt: null, eventAt: null });
  });

  it('keeps with each item what it said, where and when', async () => {
    const publishedAt = '2026-03-01T08:00:00.000Z';
    const content = '甲'.repeat(10_001);
    await office.push([plain('a', { content, publishedAt }), plain('b', { content: '短文' })]);
    const items = ['a', 'b'].map((id) => ({ feed: 'demo', id }));
    const told = await officer('POST', '/v1/cases', { items, sources: note.sources, level: 'blue' });
    const [first] = await office.system.cases.log(caseIn(told).case);
    expect(first?.events[0]).toMatchObject({
      items: [
        { id: 'a', url: plain('a').url, text: content.slice(0, 10_000), publishedAt },
        { id: 'b', text: '短文' },
      ],
    });
    await office.push([plain('c', { url: plain('b').url, content: '转载的短文' })]);
    const joined = (await office.system.cases.log(caseIn(told).case)).at(-1);
    expect(joined?.events[0]).toMatchObject({ type: 'ItemAttached', item: { id: 'c', text: '转载的短文' } });
    expect((await office.system.cases.load(caseIn(told).case))?.items).not.toContainEqual(
      expect.objectContaining({ text: expect.anything() }),
    );
  });

  it.each([
    ['an unknown item', { items: [{ feed: 'demo', id: 'none' }] }, 404, 'ITEM_UNKNOWN', '没有舆情信息'],
    ['an unknown source', { sources: [{ kind: 'x' }] }, 422, 'SOURCE_UNKNOWN', '来源'],
    ['no source', { sources: [] }, 422, 'INVALID', '至少填写一个来源'],
    ['an unknown level', { level: 'purple' }, 422, 'LEVEL_UNKNOWN', '级别请填'],
    ['an unknown unit', { unit: 'x' }, 422, 'UNIT_UNKNOWN', '单位请选'],
    ['an unknown flag', { flags: ['x'] }, 422, 'FLAG_UNKNOWN', '标记'],
    [
      'a future instant',
      { instants: { occurredAt: '2027-01-01 08:00' } },
      422,
      'INSTANT_IN_FUTURE',
      '不能晚于现在',
    ],
    [
      'an impossible date of the finding',
      { instants: { detectedAt: '2026-02-30' } },
      422,
      'INVALID',
      'instants.detectedAt 不是有效的日期',
    ],
    ['an unknown field', { colour: 'red' }, 422, 'INVALID', '不认识的字段:colour'],
    ['a title of another type', { title: 5 }, 422, 'INVALID', 'title 类型不对,应为文字'],
    ['no title', { title: undefined }, 422, 'INVALID', 'title 没有引用舆情信息时必须填写标题'],
    ['a wrong key', { key: 'a b' }, 422, 'INVALID', 'key 只能含字母'],
    ['a wrong factor', { factors: { heat: 5 } }, 422, 'INVALID', 'factors.heat'],
  ])('with %s is refused, kept, and takes no number', async (_, more, status, code, message) => {
    const told = await officer('POST', '/v1/cases', { ...note, ...more });
    expect(told).toMatchObject({ status, body: { code } });
    expect(refusalIn(told).message).toContain(message);
    expect((await refusals()).map(({ sk }) => sk.split('#')[1])).toEqual([code]);
    expect(await opened({ key: 'next' })).toBe('LZ2026-0001');
  });

  it.each([
    ['deputyLeader', 'ROLE_NOT_ALLOWED'],
    ['mayor', 'ROLE_UNKNOWN'],
    ['constructor', 'ROLE_UNKNOWN'],
  ])('by the %s is refused and kept with his name', async (role, code) => {
    const told = await office.as(role)('POST', '/v1/cases', note);
    expect(told).toMatchObject({ status: 403, body: { code } });
    expect((await refusals())[0]?.last).toMatchObject({
      request: 'POST /v1/cases',
      actor: expect.any(String),
    });
  });

  it('that is no JSON is malformed', async () => {
    expect(await officer('POST', '/v1/cases', '{')).toMatchObject({
      status: 400,
      body: { code: 'MALFORMED_JSON' },
    });
    expect(
      (await office.http({ method: 'POST', path: '/v1/cases', claims: { sub: 'a', role: 'dutyOfficer' } }))
        .status,
    ).toBe(400);
    const big = await officer('POST', '/v1/cases', `"${'x'.repeat(256 * 1024)}"`);
    expect(big).toMatchObject({ status: 413, body: { code: 'BODY_TOO_LARGE' } });
  });
});
