import { beforeEach, describe, expect, it } from 'vitest';
import { ItemsFailed } from '../../../shared/contracts/replies/items.ts';
import { grave, type Office, plain } from '../../support/office.ts';
import { itemsIn, read } from '../../support/told.ts';
import { type Feed, HOUR, openFeed } from './feed.ts';

let office: Office;
let table: Feed['table'];
let stored: Feed['stored'];
beforeEach(async () => {
  ({ office, table, stored } = await openFeed());
});

const OLD = plain('a', { title: '市民咨询营业时间', metrics: { views: 10 } });
const NEW = plain('a', { title: '市民咨询营业时间(更新)', metrics: { views: 500 } });
const statuses = (told: Parameters<typeof itemsIn>[0]) => itemsIn(told).map(({ status }) => status);
/** Lets no item with this id be stored. */
const breakAt = (id: string): (() => void) => {
  const { put } = table;
  table.put = async (record, condition) => {
    if (record.pk === `ITEM#demo#${id}`) throw new Error('away');
    return put(record, condition);
  };
  return () => {
    table.put = put;
  };
};
const views = async (id = 'a') => (await stored(id))?.readings.map(({ counters }) => counters.views);

describe('a push that was taken, sent again hours later with a new time', () => {
  it('is a repeat: the newer version that came meanwhile stays, and the answer says how things stand', async () => {
    expect(statuses(await office.push([OLD, plain('b')], { id: 'm1' }))).toEqual(['accepted', 'accepted']);
    office.pass(HOUR);
    await office.push([NEW], { id: 'm2' });
    office.pass(5 * HOUR);
    const again = await office.push([OLD, plain('b')], { id: 'm1' });
    expect(again).toMatchObject({ status: 200, body: { accepted: 2, refused: 0 } });
    expect(statuses(again)).toEqual(['duplicate', 'duplicate']);
    expect(await stored('a')).toMatchObject({ title: NEW.title, revision: 2 });
    expect(await views()).toEqual([10, 500]);
  });

  it('names the case that has its item since', async () => {
    const first = await office.push([plain('a')], { id: 'm1' });
    expect(itemsIn(first)[0]).not.toHaveProperty('case');
    office.pass(HOUR);
    const { title, content } = grave('x');
    await office.push([{ ...plain('a'), title, content }], { id: 'm2' });
    office.pass(HOUR);
    const again = await office.push([plain('a')], { id: 'm1' });
    expect(itemsIn(again)[0]).toMatchObject({ status: 'duplicate', case: 'LZ2026-0001' });
  });

  it('is one for 72 hours: a second before, at its end, and a second after', async () => {
    const second = 1000;
    for (const [index, [past, status]] of (
      [
        [72 * HOUR - second, 'duplicate'],
        [72 * HOUR, 'accepted'],
        [72 * HOUR + second, 'accepted'],
      ] as const
    ).entries()) {
      const { office: fresh } = await openFeed();
      const id = `m-${index}`;
      await fresh.push([OLD], { id });
      await fresh.push([NEW], { id: 'newer' });
      fresh.pass(past);
      expect(statuses(await fresh.push([OLD], { id }))).toEqual([status]);
      if (status === 'duplicate') continue;
      // Taken anew, it is known again.
      await fresh.push([NEW], { id: 'newest' });
      fresh.pass(HOUR);
      expect(statuses(await fresh.push([OLD], { id }))).toEqual(['duplicate']);
    }
  });

  it('packed otherwise, or with another signature, is the same', async () => {
    await office.push([OLD], { id: 'm1' });
    await office.push([NEW]);
    const marked = `\ufeff${JSON.stringify([OLD])}`;
    expect(statuses(await office.push(null, { id: 'm1', text: marked, base64: true }))).toEqual([
      'duplicate',
    ]);
  });

  it('has its refused items read again, which may be taken by now', async () => {
    // Without words.
    const item = { id: 'b', url: 'https://news.example.com/b' };
    const first = await office.push([OLD, item], { id: 'm1' });
    expect(statuses(first)).toEqual(['accepted', 'refused']);
    office.pass(HOUR);
    expect(statuses(await office.push([OLD, item], { id: 'm1' }))).toEqual(['duplicate', 'refused']);
  });

  it('of another feed is another', async () => {
    const gone = await office.system.pushes.begin({ feed: 'one', id: 'm1', body: 'x' }, office.now());
    const other = await office.system.pushes.begin({ feed: 'two', id: 'm1', body: 'x' }, office.now());
    expect([gone, other]).toEqual([{ reused: false }, { reused: false }]);
  });
});

describe('a push that was cut off', () => {
  it('is done again item by item, and overwrites nothing newer', async () => {
    const mend = breakAt('b');
    const told = await office.push([OLD, plain('b'), plain('c')], { id: 'm1' });
    expect(told.status).toBe(503);
    expect(read(ItemsFailed, told).items.map(({ status }) => status)).toEqual([
      'accepted',
      'failed',
      'accepted',
    ]);
    mend();
    office.pass(HOUR);
    await office.push([NEW], { id: 'm2' });
    office.pass(HOUR);
    const again = await office.push([OLD, plain('b'), plain('c')], { id: 'm1' });
    expect(statuses(again)).toEqual(['duplicate', 'accepted', 'duplicate']);
    expect(await stored('a')).toMatchObject({ title: NEW.title });
    expect(await stored('b')).toMatchObject({ outcome: 'routine' });
  });

  it('before its newer version came, is still the older of the two', async () => {
    const mend = breakAt('a');
    expect((await office.push([OLD], { id: 'm1' })).status).toBe(503);
    mend();
    office.pass(HOUR);
    await office.push([NEW], { id: 'm2' });
    office.pass(HOUR);
    for (const status of ['accepted', 'duplicate'])
      expect(statuses(await office.push([OLD], { id: 'm1' }))).toEqual([status]);
    expect(await stored('a')).toMatchObject({ title: NEW.title });
    expect((await office.system.items.findVersion('demo', 'a', 2))?.title).toBe(OLD.title);
    // What was counted then is no news.
    expect(await views()).toEqual([500, undefined, undefined]);
  });

  it('is graded by what it says, though its item says something else meanwhile', async () => {
    const red = grave('a');
    const softened = { ...red, title: '食堂问题', content: '食堂反映' };
    await office.push([{ ...softened, metrics: {} }], { id: 'm0' });
    office.pass(HOUR);
    const mend = breakAt('a');
    expect((await office.push([red], { id: 'm1' })).status).toBe(503);
    mend();
    office.pass(HOUR);
    await office.push([{ ...softened, metrics: { views: 1 } }], { id: 'm2' });
    office.pass(HOUR);
    expect(itemsIn(await office.push([red], { id: 'm1' }))[0]).toMatchObject({ case: 'LZ2026-0001' });
    expect(await stored('a')).toMatchObject({ title: softened.title, outcome: 'inCase' });
    const state = await office.system.cases.load('LZ2026-0001');
    expect(state?.instants.detectedAt).toBe('2026-03-02T00:00:00.000Z');
    expect((await office.system.items.findVersion('demo', 'a', 2))?.title).toBe(red.title);
    expect(statuses(await office.push([red], { id: 'm1' }))).toEqual(['duplicate']);
  });

  it.each([
    ['刚刚', '2026-03-01T23:59:00.000Z'],
    ['3小时前', '2026-03-01T20:00:00.000Z'],
  ])('was found, and said what it says of times (%s), when it first came', async (publishedAt, at) => {
    const mend = breakAt('a');
    const item = grave('a', { publishedAt, source: { kind: 'zhanjiang-assigned' } });
    expect((await office.push([item], { id: 'm1' })).status).toBe(503);
    mend();
    office.pass(8 * HOUR);
    const taken = itemsIn(await office.push([item], { id: 'm1' }))[0] as { case?: string };
    const state = await office.system.cases.load(taken.case!);
    expect(state?.instants).toMatchObject({ publishedAt: at, detectedAt: '2026-03-02T00:00:00.000Z' });
    expect(state?.sources).toMatchObject([{ receivedAt: '2026-03-02T00:00:00.000Z' }]);
  });

  it('after an older version was there, brings its own', async () => {
    await office.push([OLD], { id: 'm1' });
    office.pass(HOUR);
    const mend = breakAt('a');
    expect((await office.push([NEW], { id: 'm2' })).status).toBe(503);
    mend();
    office.pass(HOUR);
    expect(statuses(await office.push([NEW], { id: 'm2' }))).toEqual(['accepted']);
    expect(await stored('a')).toMatchObject({ title: NEW.title });
  });

  it('with an item whose case is still owed has it opened', async () => {
    const mend = breakAt('a');
    await office.push([grave('a')], { id: 'm1' });
    mend();
    expect(statuses(await office.push([grave('a')], { id: 'm1' }))).toEqual(['accepted']);
    const { caseId: _, ...item } = (await stored('a'))!;
    await office.system.items.put({ ...item, outcome: 'pending', revision: item.revision + 1 });
    office.pass(HOUR);
    const again = await office.push([grave('a')], { id: 'm1' });
    expect(itemsIn(again)[0]).toMatchObject({ status: 'duplicate', case: 'LZ2026-0001' });
    expect(await stored('a')).toMatchObject({ outcome: 'inCase' });
  });
});

describe('an id of a push that is used for another', () => {
  it('keeps nothing away, and is told; each of them is known when it comes again', async () => {
    await office.push([OLD], { id: 'always' });
    office.pass(HOUR);
    const other = await office.push([NEW], { id: 'always' });
    expect(statuses(other)).toEqual(['accepted']);
    expect(other.body).toMatchObject({ notes: [expect.stringContaining('已用于内容不同的另一次推送')] });
    office.pass(HOUR);
    for (const item of [OLD, NEW]) {
      const again = await office.push([item], { id: 'always' });
      expect(statuses(again)).toEqual(['duplicate']);
    }
    expect(await stored('a')).toMatchObject({ title: NEW.title });
  });

  it('may be as long as it likes', async () => {
    const id = 'x'.repeat(4000);
    await office.push([OLD], { id });
    await office.push([NEW]);
    expect(statuses(await office.push([OLD], { id }))).toEqual(['duplicate']);
  });
});

it('what is older than 72 hours the sweep forgets, and nothing younger', async () => {
  const held = async () => (await office.system.table.byBoard('PUSH')).map(({ boardAt }) => boardAt);
  await office.push([OLD], { id: 'm1' });
  office.pass(HOUR);
  await office.push([plain('b')], { id: 'm2' });
  office.pass(71 * HOUR - 1000);
  await office.sweep();
  expect(await held()).toHaveLength(2);
  office.pass(1000);
  await office.sweep();
  expect(await held()).toHaveLength(1);
});
