import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { MOST_A_DAY } from '../../../shared/office/refused/keep.ts';
import { RecordDamaged } from '../../../shared/records/table.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { plain } from '../../support/office.ts';
import { refusalIn } from '../../support/told.ts';
import { pushBytes } from '../intake/sent-bytes.ts';
import { DAY, harmless, openRefusals, type Refusals, sentBy, urgent } from './refused.ts';

let refusals: Refusals;
let office: Refusals['office'];
beforeEach(async () => {
  refusals = await openRefusals();
  ({ office } = refusals);
});
const digest = (text: string) => createHash('sha256').update(text).digest('hex');

describe('an item that is refused', () => {
  it('is kept whole, with the reason and what its words alone would be graded', async () => {
    const raw = urgent({ own: { deep: ['原样', 1] } });
    const text = JSON.stringify(raw);
    const kept = await refusals.refuse(raw);
    expect(kept).toMatchObject({
      feed: 'demo',
      at: '2026-03-02T08:00:00+08:00',
      why: { code: 'ITEM_INVALID', message: 'id 不能超过2000字' },
      problems: [{ field: 'id', message: '不能超过2000字' }],
      item: 'x'.repeat(200),
      title: raw.title,
      index: 0,
      raw: text,
      bytes: Buffer.byteLength(text),
      sha256: digest(text),
      ...{ isCut: false, secret: false, became: 'open', taken: null, told: 'atOnce', isTold: false },
    });
    expect(kept.level).not.toBeNull();
    expect((await refusals.refuse(harmless({ id: 1.5 }))).told).toBe('digest');
  });

  it('that comes again is the same', async () => {
    for (let time = 0; time < 3; time += 1) {
      await office.push([harmless()]);
      office.pass(DAY);
    }
    expect(await refusals.list()).toHaveLength(1);
    expect((await refusals.list())[0]?.at).toBe('2026-03-02T08:00:00+08:00');
  });

  it('is cut at 64 KB between two characters; its length and hash are of the whole', async () => {
    for (const [extra, isCut] of [
      [0, false],
      [1, true],
      [3, true],
    ] as const) {
      const bare = JSON.stringify(harmless({ content: '' }));
      const room = 64 * 1024 - Buffer.byteLength(bare);
      const content = `${'字'.repeat(Math.floor(room / 3))}${'x'.repeat((room % 3) + extra)}`;
      const text = JSON.stringify(harmless({ content }));
      const kept = await refusals.refuse(harmless({ content }));
      expect(kept).toMatchObject({ isCut, bytes: 64 * 1024 + extra, sha256: digest(text) });
      expect(kept.raw === text).toBe(!isCut);
      expect(text.startsWith(kept.raw!)).toBe(true);
      expect(64 * 1024 - Buffer.byteLength(kept.raw!)).toBeLessThan(3);
    }
  });

  it.each([5, null, 'x', [], ['举报食品安全'], {}])('is kept whatever it is: %j', async (raw) => {
    expect(await refusals.refuse(raw)).toMatchObject({ raw: JSON.stringify(raw), title: null });
  });

  it('that its feed marks 涉密 is known to have come, and nothing that it says is kept', async () => {
    for (const flags of [['secret'], '涉密', ['别的', '涉密']]) {
      const kept = await refusals.refuse(urgent({ flags, own: Math.random() }));
      expect(kept).toMatchObject({ secret: true, raw: null, sha256: null, title: null, told: 'atOnce' });
    }
    expect(JSON.stringify(await refusals.table.list('UNTAKEN#LIST', ''))).not.toContain('食堂');
    const stored = await Promise.all(
      (await refusals.list()).map(({ refused }) => office.system.refusedItems.find(refused)),
    );
    expect(JSON.stringify(stored)).not.toContain('食堂');
  });
});

describe('a push that is refused as a whole', () => {
  const whole = async () => refusals.one((await refusals.list())[0]!.refused);

  it.each([
    ['no JSON', '{"title":"学校食堂多名学生住院', 'MALFORMED_JSON'],
    ['no batch', '"学校食堂"', 'BATCH_INVALID'],
    ['too many', JSON.stringify(Array.from({ length: 201 }, (_, id) => plain(`${id}`))), 'BATCH_INVALID'],
  ])('is kept as it came: %s', async (_, text, code) => {
    await office.push(null, { text });
    expect(await whole()).toMatchObject({ why: { code }, index: null, item: null, raw: text, isCut: false });
  });

  it('in GBK can be read', async () => {
    const title = Buffer.from([0xbe, 0xd9, 0xb1, 0xa8]);
    const body = Buffer.concat([Buffer.from('[{"title":"'), title, Buffer.from('"}]')]);
    await pushBytes(office, body);
    expect(await whole()).toMatchObject({ why: { code: 'BODY_CHARSET_WRONG' }, raw: '[{"title":"举报"}]' });
  });

  it('in UTF-16, packed or not, can be read', async () => {
    const body = Buffer.from('[{"title":"举报"}]', 'utf16le');
    for (const [bytes, headers] of [
      [body, {}],
      [gzipSync(body), { 'content-encoding': 'gzip' }],
    ] as const) {
      await pushBytes(office, bytes, { headers });
      expect(await whole()).toMatchObject({ raw: '[{"title":"举报"}]' });
    }
    expect(await refusals.list()).toHaveLength(1);
  });

  it('of ten thousand items is judged by the gravest of them, also behind what is kept', async () => {
    const many = Array.from({ length: 9_999 }, (_, id) => ({ id }));
    await office.push(null, { text: JSON.stringify([...many, { title: urgent().title }]) });
    expect(await whole()).toMatchObject({ why: { code: 'BATCH_INVALID' }, told: 'atOnce', isCut: true });
  });

  it('by somebody who does not sign, or of a feed that is not there, is not kept', async () => {
    await office.push([urgent()], { secret: `whsec_${'A'.repeat(44)}` });
    await office.push([urgent()], { feed: 'nobody' });
    await office.push(null, { text: '{', headers: { 'webhook-signature': '' } });
    expect(await refusals.list({ became: 'all' })).toEqual([]);
  });
});

describe('a flood of what is refused', () => {
  const fill = async (from: number, to: number, make: (number: number) => unknown) => {
    for (let first = from; first < to; first += 200)
      await office.push(Array.from({ length: Math.min(200, to - first) }, (_, index) => make(first + index)));
  };
  const count = async () => (await refusals.table.list('UNTAKEN#LIST', '')).length;

  it('is kept to a thousand a day and feed; what cannot wait is kept beyond that, to two thousand', async () => {
    await fill(0, MOST_A_DAY - 1, (number) => ({ number }));
    expect(await count()).toBe(MOST_A_DAY - 1);
    await office.push([{ number: 'a' }]);
    await office.push([{ number: 'b' }]);
    expect(await count()).toBe(MOST_A_DAY);
    await office.push([urgent()]);
    expect(await count()).toBe(MOST_A_DAY + 1);
    await fill(0, MOST_A_DAY, (number) => ({ title: urgent().title, number }));
    expect(await count()).toBeLessThanOrEqual(2 * MOST_A_DAY);
    office.pass(DAY);
    await office.push([{ number: 'c' }]);
    expect(await count()).toBeLessThanOrEqual(2 * MOST_A_DAY + 1);
    expect((await refusals.list({ limit: '1' }))[0]?.at).toBe('2026-03-03T08:00:00+08:00');
  });
});

it('is kept for 90 days: there a second before, and cleared at their end with all that belongs to it', async () => {
  const { refused } = await refusals.refuse(harmless());
  office.pass(90 * DAY - 1000);
  await office.push([harmless({ title: '另一条' })]);
  await office.sweep();
  expect(await refusals.list()).toHaveLength(2);
  office.pass(1000);
  await office.sweep();
  expect((await refusals.list()).map(({ title }) => title)).toEqual(['另一条']);
  const gone = await office.as('officeHead')('GET', `/v1/refused-items/${refused}`);
  expect(gone).toMatchObject({ status: 404, body: { code: 'REFUSED_ITEM_UNKNOWN' } });
  expect(await refusals.table.list('UNTAKEN#COUNT#demo', '')).toHaveLength(1);
  // It may come again.
  await office.push([harmless()]);
  expect(await refusals.list()).toHaveLength(2);
});

it('that cannot be read any more keeps no other one back, and is cleared with them', async () => {
  const { refused } = await refusals.refuse(urgent());
  await refusals.refuse(urgent({ own: 2 }));
  const { get } = refusals.table;
  refusals.table.get = async (key) => {
    if (key.pk === `UNTAKEN#${refused}`) throw new RecordDamaged([key]);
    return get(key);
  };
  expect(await refusals.list()).toHaveLength(1);
  await office.notify();
  expect(sentBy(office, 'SX75')).toHaveLength(1);
  const one = await office.as('officeHead')('GET', `/v1/refused-items/${refused}`);
  expect(one).toMatchObject({ status: 500, body: { code: 'RECORD_DAMAGED' } });
  expect(refusalIn(one).message).toContain('这条未入库的信息读不出来');
  office.pass(90 * DAY);
  await office.sweep();
  refusals.table.get = get;
  expect(await refusals.list({ became: 'all' })).toEqual([]);
});

it.each(['nanning', 'hohhot', 'petition', 'yinzhou'])('%s keeps what is refused as well', async (bureau) => {
  const other = await openRefusals(regulations[bureau]!);
  expect(await other.refuse({ title: '多人死亡', id: '' }, {})).toMatchObject({ became: 'open' });
});
