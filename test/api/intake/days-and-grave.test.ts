import { beforeEach, describe, expect, it } from 'vitest';
import { ItemReply } from '../../../shared/contracts/replies/items.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { createOffice, grave, plain, START } from '../../support/office.ts';
import { caseIn, caseOf, read, takenIn } from '../../support/told.ts';
import { type Feed, openFeed } from './feed.ts';

let office: Feed['office'];
let one: Feed['one'];
let stored: Feed['stored'];
beforeEach(async () => {
  ({ office, one, stored } = await openFeed());
});

describe('a day in the file', () => {
  it('starts nothing: publication is known to the day, nothing is overdue, no order, and the office is asked', async () => {
    const told = await one(grave('a', { publishedAt: '2026-02-28' }));
    const state = (await office.system.cases.load(told.case!))!;
    expect(state.instants.publishedAt).toBeUndefined();
    expect(state.items).toMatchObject([{ publishedAt: '2026-02-28T16:00:00.000Z', dateOnly: true }]);
    const desk = office.as('dutyOfficer');
    await desk('POST', `/v1/cases/${told.case}/commands`, {
      type: 'ConfirmGrade',
      level: state.warningLevel,
    });
    await office.sweep();
    const shown = await desk('GET', `/v1/cases/${told.case}`);
    const { duties, orders, items } = shown.body as {
      duties: { overdue: boolean; foundLate: unknown; start: { at: string } | null }[];
      orders: unknown[];
      items: unknown[];
    };
    expect(items).toMatchObject([{ dateOnly: true }]);
    expect(orders).toEqual([]);
    expect(duties.filter(({ overdue, foundLate }) => overdue || foundLate !== null)).toEqual([]);
    const log = await office.system.cases.log(told.case!);
    expect(log.flatMap(({ events }) => events.map(({ type }) => type))).not.toContain('DutyOverdue');
    const tasks = await desk('GET', '/v1/duties', undefined, { of: 'all' });
    expect(JSON.stringify(tasks.body)).toContain('请填写“舆情发生”时间');
  });

  it('of the event too, and what was published before that day is doubted', async () => {
    const told = await one(grave('a', { eventAt: '2026-03-01', publishedAt: '2026-02-27 10:00' }));
    const state = (await office.system.cases.load(told.case!))!;
    expect(state.instants.eventAt).toBeUndefined();
    expect(state.doubts).toEqual(['publishedAt']);
  });

  it('of an item that a case is opened about by hand: yinzhou’s fifteen minutes count from when it was found', async () => {
    const other = await createOffice({ regulation: regulations.yinzhou! });
    const days = { publishedAt: '2026-02-28', eventAt: '2026-02-27' };
    await other.push([plain('day', days), plain('ago', { publishedAt: '3小时前' })]);
    const opened = async (id: string) => {
      const body = { level: 'major', sources: [{ kind: 'monitored' }], items: [{ feed: 'demo', id }] };
      const told = await other.as('officeHead')('POST', '/v1/cases', body);
      expect(told.status).toBe(201);
      return (await other.system.cases.load(caseIn(told).case))!;
    };
    const day = await opened('day');
    expect([day.instants.eventAt, day.instants.publishedAt, day.dateOnly]).toEqual([
      undefined,
      undefined,
      [],
    ]);
    expect(day.statements.map(({ at }) => at).sort()[0]).toBe(START);
    const ago = await opened('ago');
    expect(ago.statements).toContainEqual(
      expect.objectContaining({ instant: 'publishedAt', at: '2026-03-01T20:00:00.000Z', estimated: true }),
    );
  });

  it('an estimate starts the clocks at its earliest, and says that it is one', async () => {
    const told = await one(grave('a', { publishedAt: '3小时前' }));
    const shown = await office.as('dutyOfficer')('GET', `/v1/cases/${told.case}`);
    const { duties, items } = shown.body as {
      duties: { start: { at: string; estimated: boolean } | null }[];
      items: unknown[];
    };
    expect(items).toMatchObject([{ estimated: true }]);
    const tasks = await office.as('dutyOfficer')('GET', '/v1/duties', undefined, { of: 'all' });
    expect(JSON.stringify(tasks.body)).toContain('请填写“舆情发生”时间:现暂按推算的公开或事发时间起算');
    const starts = duties.flatMap(({ start }) => (start === null ? [] : [start]));
    expect(starts).toContainEqual(
      expect.objectContaining({ at: '2026-03-02T04:00:00+08:00', estimated: true }),
    );
  });
});

describe.each([
  ['leizhou', 'zhanjiang-assigned', 'officeHead', '收到'],
  ['hohhot', 'cac-prompted', 'commandGroup', '收到舆情提示'],
])('%s: 收到 that cannot be read', (bureau, kind, role, name) => {
  it.each(['昨夜接班前', '2026-03-01'])(
    'as %s, is asked for until it is made sure of, be it that it was the arrival',
    async (receivedAt) => {
      const other = await createOffice({ regulation: regulations[bureau]! });
      const id = caseOf(await other.push([grave('a', { source: { kind, receivedAt } })]));
      const asked = `请核实“${name}”时间:原文为“${receivedAt}”`;
      const desk = other.as(role);
      const tasks = async () => JSON.stringify(await desk('GET', '/v1/duties', undefined, { of: 'all' }));
      expect(await tasks()).toContain(asked);
      const correct = { type: 'CorrectInstant', instant: 'receivedAt', at: START, reason: '已核实' };
      const give = (more: object) => desk('POST', `/v1/cases/${id}/commands`, { ...correct, ...more });
      expect(await give({})).toMatchObject({ status: 422, body: { code: 'REFERENCE_REQUIRED' } });
      expect(await give({ reference: '值班电话记录' })).toMatchObject({ status: 200 });
      expect(await tasks()).not.toContain(asked);
      const log = JSON.stringify(await desk('GET', `/v1/cases/${id}/log`));
      expect(log).toContain('收到时间为3月2日8时,依据值班电话记录:已核实');
      expect(await give({ reference: '值班电话记录' })).toMatchObject({
        body: { code: 'INSTANT_UNCHANGED' },
      });
    },
  );
});

it('yinzhou, which counts nothing from 收到, asks for none', async () => {
  const other = await createOffice({ regulation: regulations.yinzhou! });
  const source = { kind: 'cyberspace-prompted', receivedAt: '昨夜接班前' };
  const told = takenIn(await other.push([grave('a', { source })]));
  expect(told.warnings).toMatchObject([{ field: 'source.receivedAt', value: '昨夜接班前' }]);
  expect((await other.system.cases.load(told.case!))!.unread).toEqual({});
});

it('what 湛江市局 hands over at a level is a case at that level at once, its limits counted from 收到', async () => {
  const source = {
    kind: '湛江市局交办',
    receivedAt: '2026-03-02 07:30',
    reference: '函1号',
    regardedAs: '橙色',
  };
  const told = await one(plain('a', { source }));
  const { body } = await office.as('dutyOfficer')('GET', `/v1/cases/${told.case}`);
  const { duties, handlingLevel } = body as {
    handlingLevel: { id: string };
    duties: { due: string | null }[];
  };
  expect(handlingLevel.id).toBe('orange');
  expect(duties.map(({ due }) => due)).toContain('2026-03-02T10:30:00+08:00');
});

describe('what may be 涉密 or from a superior and cannot be read', () => {
  it.each<[string, Record<string, unknown>]>([
    ['a flag', { flags: ['涉密件'] }],
    ['flags of another type', { flags: { note: true, 内部涉密: true } }],
    ['a source', { source: '省局交办' }],
    ['a source that has a number', { source: { kind: 'x', reference: '某文〔2026〕1号' } }],
    ['a flag as a field', { 涉密: true }],
    ['a classification', { 密级: '机密' }],
    ['a classification within', { meta: { security_level: '秘密级' } }],
    ['a tag', { tags: ['食品', '涉密'] }],
    ['the mark of a document', { title: '【机密★10年】关于某事的函' }],
    ['a text that says so', { content: '本件属于国家秘密,知悉范围限于局领导' }],
    ['a source in Chinese', { 来源: '某市局交办' }],
    ['sources within sources', { sources: [[{ kind: '某市局交办' }]] }],
    ['sources in a list', { sources: [{ kind: '某市局交辦' }] }],
    ['a prompt of an office that is not ours', { source: { kind: '某市委网信办提示' } }],
    ['words that are garbled', { title: '\ufffd\ufffd中\ufffd\ufffd死\ufffd' }],
    ['words of which question marks are left', { title: '????????', content: '????' }],
  ])('%s: is told first, and who is on duty hears of it at once', async (_, more) => {
    const told = await one(plain('a', { metrics: { views: -1 }, ...more }));
    expect(told.warnings?.[0]?.message).toMatch(/^【请立即核实】/);
    expect(await stored('a')).toMatchObject({ outcome: 'routine', alert: 'owed' });
    await office.notify();
    expect(await stored('a')).toMatchObject({ alert: 'told' });
    expect(office.sent.length).toBeGreaterThan(0);
    const shown = await office.as('dutyOfficer')('GET', '/v1/items/demo/a');
    expect(read(ItemReply, shown).warnings?.[0]).toMatchObject({
      isGrave: true,
      name: expect.stringMatching(/标记|来源|标题/),
    });
  });

  it('what says nothing of the kind wakes nobody', async () => {
    const more = { 密级: '公开', classification: 'none', origin: '微博', tags: ['密室', '保密'] };
    await one(
      plain('a', { flags: ['正面'], source: 'iPhone客户端', ...more, content: '泄露国家秘密要追责' }),
    );
    expect((await stored('a'))?.alert).toBeUndefined();
    expect(office.sent).toEqual([]);
  });

  it.each(Object.keys(regulations))('in %s, whatever flags it has', async (bureau) => {
    const other = await createOffice({ regulation: regulations[bureau]! });
    other.at(START);
    const told = takenIn(await other.push([plain('a', { flags: ['绝密文件'] })]));
    expect(told.warnings).toMatchObject([{ field: 'flags', kind: 'unread' }]);
    expect(told.warnings?.[0]?.message).toContain('请立即核实');
  });
});

it.each([
  [
    'leizhou',
    'city-prompted',
    [
      ['红色预警', 'red'],
      ['敏感', 'yellow'],
      ['常规舆情', 'routine'],
      ['黄', 'yellow'],
      ['橙色', 'orange'],
    ],
  ],
  [
    'petition',
    'department',
    [
      ['重大', 'major'],
      ['較大', 'larger'],
      ['一般级', 'general'],
    ],
  ],
] as [string, string, [string, string][]][])(
  '%s: a superior’s level is read by name as by id; another word is kept, and told',
  async (bureau, kind, names) => {
    const regulation = regulations[bureau]!;
    const source = regulation.sources.find((each) => each.id === kind)!;
    const other = await createOffice({ regulation });
    const push = async (id: string, regardedAs: string) => {
      const told = takenIn(await other.push([plain(id, { source: { kind: source.id, regardedAs } })]));
      return {
        warnings: told.warnings,
        kept: (await other.system.items.find('demo', id))?.source?.regardedAs,
      };
    };
    for (const [name, id] of names)
      expect(await push(`${bureau}-${id}-${name}`, name)).toMatchObject({ kept: id });
    expect(await push('other', '一般偏重')).toMatchObject({
      kept: '一般偏重',
      warnings: [
        { field: 'source.regardedAs', kind: 'unread', message: expect.stringMatching(/^【请立即核实】/) },
      ],
    });
  },
);
