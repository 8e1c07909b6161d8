import { beforeEach, describe, expect, it } from 'vitest';
import { grave, plain, START } from '../../support/office.ts';
import { type Feed, HOUR, openFeed } from './feed.ts';

let office: Feed['office'];
let one: Feed['one'];
let stored: Feed['stored'];
beforeEach(async () => {
  ({ office, one, stored } = await openFeed());
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
    const full = plain('a', {
      content: '正文',
      unit: 'food',
      eventAt: '2026-03-01 08:00',
      siteName: '南方网',
    });
    await one(full);
    await one({ id: 'a', title: full.title, metrics: { views: 3 } });
    const { content, unit, url, eventAt, extra } = (await stored('a'))!;
    expect({ content, unit, url, extra }).toEqual({
      content: '正文',
      unit: 'food',
      url: full.url,
      extra: { siteName: '南方网' },
    });
    expect(eventAt).toBe('2026-03-01T00:00:00.000Z');
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
