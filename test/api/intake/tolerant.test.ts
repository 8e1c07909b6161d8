import { beforeEach, describe, expect, it } from 'vitest';
import { grave, plain } from '../../support/office.ts';
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
    await one({ id: 'c', content: '<p>怎么没人管？</p><p>等了三天</p>' });
    expect((await stored('c'))?.title).toBe('怎么没人管？');
    await one({ id: 'b', title: 5, content: `${'长'.repeat(80)}` });
    expect((await stored('b'))?.title).toBe(`${'长'.repeat(60)}…`);
  });

  it('takes markup without a word for no words, and a text without end in its time', async () => {
    expect((await office.push([{ id: 'a', content: '<img src="x"><br>' }])).status).toBe(422);
    const from = performance.now();
    for (const [index, noise] of ['<', '\n', '\u200b', '&amp;', '<a'].entries())
      await one({
        id: `noise ${index}`,
        content: `甲${noise.repeat(60_000 / noise.length)}乙`,
        flags: noise.repeat(500),
      });
    expect(performance.now() - from).toBeLessThan(20_000);
  });

  it('says no more of one item than its answer has room for', async () => {
    const flags = Array.from({ length: 3000 }, (_, index) => `标签${index}`);
    const told = await one(plain('a', { flags: [...flags, '涉密件'] }));
    expect(told.warnings).toHaveLength(12);
    expect(told.warnings?.[0]).toMatchObject({ value: '涉密件' });
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
    await one(plain('a', { publishedAt: '2026-03-02 03:30' }));
    const known = await stored('a');
    expect(known).toMatchObject({ publishedAt: '2026-03-01T19:30:00.000Z' });
    expect(known?.estimated).toBeUndefined();
  });

  it('that is before the event is told to the sender, who has one of the two wrong', async () => {
    const told = await one(plain('a', { publishedAt: '2026-03-01 10:00', eventAt: '2026-03-01 21:00' }));
    expect(told.warnings).toMatchObject([{ field: 'publishedAt', kind: 'doubted' }]);
    const same = await one(plain('b', { publishedAt: '2026-03-01 21:00', eventAt: '2026-03-01 21:00' }));
    expect(same.warnings).toBeUndefined();
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
