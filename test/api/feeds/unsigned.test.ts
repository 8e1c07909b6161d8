import { describe, expect, it } from 'vitest';
import { FEED, plain } from '../../support/office.ts';
import { createWatchingOffice, FORGED, textsOf, WATCH } from './feeds.ts';

const watched = async (watch = WATCH) => {
  const watching = await createWatchingOffice(watch);
  await watching.lookAt('02T08:00:00');
  const { office } = watching;
  return {
    ...watching,
    forge: async (times: number) => {
      for (let time = 0; time < times; time += 1) await office.push([plain('x')], { secret: FORGED });
    },
    toVendor: () => textsOf(office).vendor,
    row: async () => (await watching.feeds())[0]!,
  };
};

describe('pushes in a row whose signature is wrong', () => {
  it('are told at the number that the office has set, and not one before', async () => {
    const { office, forge, lookAt, toVendor, row } = await watched();
    await forge(4);
    await lookAt('02T08:05:00');
    expect([toVendor(), (await row()).trouble, (await row()).unsigned]).toEqual([[], null, 4]);
    await forge(1);
    await lookAt('02T08:06:00');
    expect(toVendor()).toEqual([
      '你单位推送的“微博监测”连续5次推送签名不符(最近3月2日8时5分),请检查并恢复推送。',
    ]);
    expect(
      office.sent.some(({ message }) => message.text.includes('数据源“微博监测”连续5次推送签名不符')),
    ).toBe(true);
    expect((await row()).trouble).toEqual({
      kind: 'unsigned',
      since: '2026-03-02T08:05:00+08:00',
      text: '连续5次推送签名不符(最近3月2日8时5分)',
    });
  });

  it('begin anew with each push that is signed, also with one of which nothing can be taken', async () => {
    const { office, forge, lookAt, toVendor, row } = await watched();
    for (const signed of [[plain('a')], [{}], 'no list']) {
      await forge(4);
      await office.push(signed);
      expect((await row()).unsigned).toBe(0);
    }
    await forge(4);
    await lookAt('02T08:06:00');
    expect(toVendor()).toEqual([]);
  });

  it('are counted for each way in which a signature can be wrong', async () => {
    const { office, row } = await watched();
    const headers = { 'webhook-signature': '' };
    await office.push([plain('a')], { headers });
    await office.push([plain('a')], { sentAt: new Date(Date.now() - 3_600_000) });
    await office.push([plain('a')], { secret: FORGED });
    // A body in GBK that was signed in another encoding.
    const text = Buffer.from([0x7b, 0xca, 0xb3, 0xcc, 0xc3, 0x7d]).toString('latin1');
    await office.push(null, { text, secret: FORGED });
    expect((await row()).unsigned).toBe(4);
  });

  it('are told once a day with the silence that comes of them, and of the feed that is well', async () => {
    const { office, forge, lookAt, toVendor } = await watched();
    await forge(5);
    await lookAt('02T08:06:00');
    await lookAt('02T12:00:00');
    await lookAt('03T08:05:59');
    expect(toVendor()).toHaveLength(1);
    await lookAt('03T08:06:00');
    expect(toVendor()).toHaveLength(2);
    await office.push([plain('b')]);
    await lookAt('03T08:11:00');
    expect(toVendor().at(-1)).toBe('数据源“微博监测”已恢复推送(3月3日8时11分)。');
  });

  it('are only shown where the office has set no number', async () => {
    const { signatureFailures: _, ...without } = WATCH;
    const { forge, lookAt, toVendor, row } = await watched(without);
    await forge(30);
    await lookAt('02T09:00:00');
    expect(toVendor()).toEqual([]);
    expect(await row()).toMatchObject({
      unsigned: 30,
      trouble: null,
      refused: { code: 'SIGNATURE_INVALID' },
    });
  });

  it('are counted one a minute beyond a hundred, so that a flood writes no more than a few', async () => {
    const { office, forge, row } = await watched();
    await forge(130);
    expect((await row()).unsigned).toBe(101);
    office.pass(60_000);
    await forge(10);
    expect((await row()).unsigned).toBe(102);
  });

  it('of a made-up feed are nobody’s', async () => {
    const { office, feeds } = await watched();
    await office.push([plain('a')], { feed: 'another', secret: FORGED });
    expect((await feeds()).map(({ feed }) => feed)).toEqual([FEED]);
  });
});
