import { describe, expect, it } from 'vitest';
import { SECRET_FLAG } from '../../../shared/regulations/reserved.ts';
import { caseIn, openingTriedIn } from '../../support/told.ts';
import { type Feed, openFeed } from '../intake/feed.ts';

// What an opening by hand resembles, before it is given; and what it tells those that come after it.

const KITCHEN = {
  title: '央视曝光雷州万佳和超市卖过期食品致多名学生住院',
  metrics: { reposts: 6000, views: 600_000, comments: 6000 },
};
const OTHER = '市民咨询个体工商户年报怎样填写';
const note = (title: string, more: object = {}) => ({ title, sources: [{ kind: 'monitored' }], ...more });
const trying = ({ office }: Feed) => ({
  resembles: async (given: object, role = 'officeHead') =>
    openingTriedIn(await office.as(role)('POST', '/v1/cases', given, { try: '' })).resembles,
  open: async (given: object): Promise<string> =>
    caseIn(await office.as('officeHead')('POST', '/v1/cases', given)).case,
});

describe('an opening that is tried', () => {
  it('names the open cases that tell the same, or perhaps do, with the reason', async () => {
    const feed = await openFeed();
    const { resembles } = trying(feed);
    const { case: first } = await feed.one({ id: 'a', ...KITCHEN });
    const { case: second } = await feed.one({
      id: 'b',
      ...KITCHEN,
      title: '央视曝光雷州万佳和药店卖过期药品致多名学生住院',
    });
    const found = await resembles(note(KITCHEN.title));
    expect(found.map((each) => each.case)).toEqual([first, second]);
    expect(found[0]).toMatchObject({ title: KITCHEN.title, why: expect.stringMatching(/^[^a-z]+$/i) });
    expect(found[1]!.why).toContain('不同');
    expect(await resembles(note(OTHER))).toEqual([]);
  });

  it('goes by an address in what is written, and by the items that it is about', async () => {
    const feed = await openFeed();
    const { resembles } = trying(feed);
    const url = 'https://news.example.com/2026/10001.html';
    const { case: first } = await feed.one({ id: 'a', ...KITCHEN, url });
    const written = note('市民来电', { text: `详见${url}，请核实。` });
    expect((await resembles(written)).map((each) => each.case)).toEqual([first]);
    await feed.one({ id: 'b', title: '雷州万佳和药店过期药品吃坏多名学生' });
    const linked = { items: [{ feed: 'demo', id: 'b' }], sources: [{ kind: 'monitored' }] };
    expect((await resembles(linked)).map((each) => each.case)).toEqual([first]);
  });

  it('names a case that was opened by hand, also while no item has told it; once it is over, no more', async () => {
    const feed = await openFeed();
    const { resembles, open } = trying(feed);
    const first = await open(note(KITCHEN.title, { level: 'blue', unit: 'food' }));
    const again = note(KITCHEN.title, { text: '第二位市民来电' });
    expect(await resembles(again)).toMatchObject([{ case: first, why: '与立案时登记的内容相近' }]);
    expect((await resembles(again, 'dutyOfficer')).map((each) => each.case)).toEqual([first]);
    const purge = { type: 'SetFlags', add: [SECRET_FLAG], reason: '见纸质件' };
    await feed.office.as('officeHead')('POST', `/v1/cases/${first}/commands`, purge);
    expect(await resembles(again)).toEqual([]);
  });

  it('says nothing for what is 涉密 itself, nor of it', async () => {
    const feed = await openFeed();
    const { resembles, open } = trying(feed);
    await feed.one({ id: 'a', ...KITCHEN });
    expect(await resembles(note(KITCHEN.title, { flags: [SECRET_FLAG] }))).toEqual([]);
    await open(note('见纸质件', { flags: [SECRET_FLAG] }));
    expect(await resembles(note('见纸质件'))).toEqual([]);
  });
});

describe('a case that was opened by hand', () => {
  it('is suspected of what tells the same, which is joined to nothing by it', async () => {
    const feed = await openFeed();
    const { open } = trying(feed);
    const first = await open(note(KITCHEN.title, { level: 'orange' }));
    const told = await feed.one({ id: 'a', ...KITCHEN });
    expect(told.case).not.toBe(first);
    expect(told.suspected).toMatchObject([{ case: first, why: '与立案时登记的内容相近' }]);
    // What an item of the feed's case tells goes before what was written by hand.
    const next = await feed.one({ id: 'b', ...KITCHEN, url: 'https://bbs.example.com/thread-9-1-1.html' });
    expect(next.case).toBe(told.case);
  });

  it('opened once more with the same words is one, and told once', async () => {
    const feed = await openFeed();
    const { open } = trying(feed);
    const given = note(OTHER, { level: 'blue' });
    expect(await open(given)).toBe(await open(given));
    const { suspected } = await feed.one({ id: 'a', title: OTHER });
    expect(suspected).toHaveLength(1);
  });
});
