import { beforeEach, describe, expect, it } from 'vitest';
import { ItemReply } from '../../../shared/contracts/replies/items.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { createOffice, grave, plain, START } from '../../support/office.ts';
import { read, takenIn } from '../../support/told.ts';
import { type Feed, HOUR, openFeed } from './feed.ts';

let office: Feed['office'];
let one: Feed['one'];
let stored: Feed['stored'];
beforeEach(async () => {
  ({ office, one, stored } = await openFeed());
});

/** START is 08:00 in Beijing. */
const warned = async (more: Record<string, unknown>) => {
  const told = await one(plain('a', more));
  return (told.warnings ?? []).map(({ field, kind }) => `${field} ${kind}`);
};

describe('a field that cannot be read refuses no item', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['a negative counter', { metrics: { views: -1 } }, ['metrics.views unread']],
    ['half a counter', { metrics: { views: 1.5 } }, ['metrics.views unread']],
    ['an absurd counter', { metrics: { views: 1e15 } }, ['metrics.views unread']],
    ['a list for the counters', { metrics: [] }, ['metrics unread']],
    ['a word for the counters', { metrics: '很多' }, ['metrics unread']],
    ['an unknown flag', { flags: ['x'] }, ['flags unread']],
    ['flags of another type', { flags: 7 }, ['flags unread']],
    ['an unknown source', { source: { kind: 'x' } }, ['source.kind unread']],
    ['a source without its kind', { source: { reference: '1号' } }, ['source unread']],
    ['a device for the source', { source: 'iPhone客户端' }, ['source unread']],
    ['a list for the source', { source: [] }, ['source unread']],
    ['an unknown unit', { unit: 'toString' }, ['unit unread']],
    ['a number for the unit', { unit: 7 }, ['unit unread']],
    ['no address', { url: 'javascript:alert(1)' }, ['url unread']],
    ['an address of another type', { url: 5 }, ['url unread']],
    ['an unknown rank', { hotSearch: '第一' }, ['hotSearch unread']],
    ['a content of another type', { content: { html: '' } }, ['content unread']],
    ['a time in words', { publishedAt: '上个月' }, ['publishedAt unread']],
    ['a time of another type', { eventAt: {} }, ['eventAt unread']],
    ['a time of collecting that is none', { collectedAt: '刚刚' }, ['collectedAt unread']],
    ['a time that lies ahead', { publishedAt: '2026-03-02 08:06' }, ['publishedAt doubted']],
    [
      'a receipt by the day',
      { source: { kind: 'zhanjiang-assigned', receivedAt: '2026-03-01' } },
      ['source.receivedAt day'],
    ],
    [
      'a receipt that lies ahead',
      { source: { kind: 'zhanjiang-assigned', receivedAt: '2026-03-03' } },
      ['source.receivedAt doubted'],
    ],
    [
      'a long paper number',
      { source: { kind: 'zhanjiang-assigned', reference: 'x'.repeat(201) } },
      ['source.reference cut'],
    ],
    ['a counter that says at least', { metrics: { reposts: '10万+' } }, ['metrics.reposts estimated']],
  ])('%s', async (_, more, warnings) => {
    expect(await warned(more)).toEqual(warnings);
    // What could not be read is kept as it came; a kind of source that could be read is not kept beside it.
    const [field] = Object.keys(more);
    const { kind, ...rest } = Object(more[field!]);
    const value = kind === 'zhanjiang-assigned' ? rest : more[field!];
    expect((await stored('a'))?.extra).toMatchObject({ [field!]: value });
  });

  it('with nothing said there is nothing to be told', async () => {
    const nothing = {
      url: '',
      publishedAt: '-',
      collectedAt: 'null',
      unit: '未知',
      hotSearch: '',
      flags: [],
      metrics: { views: '-', reposts: '' },
    };
    expect(await warned(nothing)).toEqual([]);
  });

  it('takes words without a title, and gives the item one from its beginning', async () => {
    const told = await one({ id: 'a', content: '某镇小学多名学生呕吐。家长质疑。' });
    expect(told).toMatchObject({ status: 'accepted' });
    expect(await stored('a')).toMatchObject({
      title: '某镇小学多名学生呕吐。',
      content: '某镇小学多名学生呕吐。家长质疑。',
    });
    await one({ id: 'b', title: 5, content: `${'长'.repeat(80)}` });
    expect((await stored('b'))?.title).toBe(`${'长'.repeat(60)}…`);
  });

  it('cuts a title that is too long, and loses no word of it', async () => {
    const title = `${'一'.repeat(500)}二`;
    expect(await warned({ title, content: '正文' })).toEqual(['title cut']);
    expect(await stored('a')).toMatchObject({ title: '一'.repeat(500), content: `${title}\n正文` });
    const graved = await one({ id: 'b', title: `${'一'.repeat(500)}${grave('x').title}` });
    expect(graved.reasons.length).toBeGreaterThan(1);
  });

  it('reads names of the regulation whatever blanks, width or separators they have', async () => {
    await one(plain('a', { flags: '涉密、跨区域', unit: ' 食品安全监管股 ', source: '湛江市局交办' }));
    expect(await stored('a')).toMatchObject({
      flags: ['secret', 'crossRegion'],
      unit: 'food',
      source: { kind: 'zhanjiang-assigned' },
    });
    await one(plain('b', { flags: { crossRegion: true, 涉密: '否' } }));
    expect((await stored('b'))?.flags).toEqual(['crossRegion']);
  });
});

describe('times that are not plain instants', () => {
  it('a relative one counts from the collecting, else from the arrival, and stays with a repeat', async () => {
    const told = await one(plain('a', { publishedAt: '3小时前', collectedAt: '2026-03-02 07:00' }));
    expect(told.warnings).toMatchObject([{ field: 'publishedAt', value: '3小时前', kind: 'estimated' }]);
    expect(await stored('a')).toMatchObject({
      publishedAt: '2026-03-01T19:00:00.000Z',
      estimated: ['publishedAt'],
    });
    office.pass(HOUR);
    expect((await one(plain('a', { publishedAt: '3小时前' }))).status).toBe('accepted');
    expect((await stored('a'))?.publishedAt).toBe('2026-03-01T19:00:00.000Z');
    await one(plain('a', { publishedAt: '2026-03-02 04:30' }));
    const known = await stored('a');
    expect(known).toMatchObject({ publishedAt: '2026-03-01T20:30:00.000Z' });
    expect(known?.estimated).toBeUndefined();
  });

  it('a day never takes the place of an instant', async () => {
    await one(plain('a', { publishedAt: '2026-03-01 10:00' }));
    await one(plain('a', { publishedAt: '2026-03-01' }));
    const known = await stored('a');
    expect(known).toMatchObject({ publishedAt: '2026-03-01T02:00:00.000Z' });
    expect(known?.dateOnly).toBeUndefined();
  });

  it.each([
    [
      'ahead of its arrival by up to eight hours',
      { publishedAt: '2026-03-02T07:59:00Z' },
      ['publishedAt doubted'],
    ],
    [
      'later than it was collected',
      { publishedAt: '2026-03-01T23:30:00Z', collectedAt: '2026-03-01T23:20:00Z' },
      ['publishedAt doubted'],
    ],
    [
      'beside a collecting that lies ahead',
      { publishedAt: '2026-03-01T20:00:00Z', collectedAt: '2026-03-02T07:50:00Z' },
      ['collectedAt doubted', 'publishedAt doubted'],
    ],
    ['in order', { publishedAt: '2026-03-01T23:00:00Z', collectedAt: '2026-03-01T23:20:00Z' }, []],
  ])('local time with a Z, %s', async (_, more, warnings) => {
    expect((await warned(more)).sort()).toEqual(warnings);
  });

  it('what a later push says of a field counts, and what it leaves out stays told', async () => {
    await one(plain('a', { publishedAt: '上个月', unit: '某股' }));
    await one(plain('a', { publishedAt: '2026-03-01 10:00' }));
    const known = await stored('a');
    expect(known?.warnings?.map(({ field }) => field)).toEqual(['unit']);
    expect(known?.extra).toEqual({ unit: '某股' });
    expect(known?.publishedAt).toBe('2026-03-01T02:00:00.000Z');
  });
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

  it('an estimate starts the clocks at its earliest, and says that it is one', async () => {
    const told = await one(grave('a', { publishedAt: '3小时前' }));
    const shown = await office.as('dutyOfficer')('GET', `/v1/cases/${told.case}`);
    const { duties, items } = shown.body as {
      duties: { start: { at: string; estimated: boolean } | null }[];
      items: unknown[];
    };
    expect(items).toMatchObject([{ estimated: true }]);
    const starts = duties.flatMap(({ start }) => (start === null ? [] : [start]));
    expect(starts).toContainEqual(
      expect.objectContaining({ at: '2026-03-02T04:00:00+08:00', estimated: true }),
    );
  });
});

describe('what may be 涉密 or from a superior and cannot be read', () => {
  it.each<[string, Record<string, unknown>]>([
    ['a flag', { flags: ['涉密件'] }],
    ['flags of another type', { flags: { note: true, 内部涉密: true } }],
    ['a source', { source: '省局交办' }],
    ['a source that has a number', { source: { kind: 'x', reference: '某文〔2026〕1号' } }],
    ['a flag as a field', { 涉密: true }],
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
      name: expect.stringMatching(/标记|来源种类/),
    });
  });

  it('a flag that says nothing of the kind wakes nobody', async () => {
    await one(plain('a', { flags: ['正面'], source: 'iPhone客户端' }));
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
