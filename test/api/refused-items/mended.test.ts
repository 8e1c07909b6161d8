import { beforeEach, describe, expect, it } from 'vitest';
import { regulations } from '../../../shared/regulations/index.ts';
import { itemsIn } from '../../support/told.ts';
import { DAY, openRefusals, type Refusals, sentBy } from './refused.ts';

const HOUR = 3_600_000;
const AT_ONCE = 'SX75';
const DIGEST = 'SX76';
let refusals: Refusals;
let office: Refusals['office'];
const openAt = async (bureau: string): Promise<void> => {
  refusals = await openRefusals(regulations[bureau]!);
  ({ office } = refusals);
};
const CAME = '2026-03-02T00:00:00.000Z';
/** At each of these bureaus a case, with limits. */
const WORDS = '境外媒体报道某小学食堂重大食品安全事故,多人死亡;群体性事件,突发事件发生火灾,监管不力引发热议';
const mended = (more: object = {}) => ({ id: 'm1', title: '某校食堂问题', content: WORDS, ...more });
const foundOf = async (id: string): Promise<string | undefined> => {
  const item = await office.system.items.find('demo', id);
  const state = item?.caseId === undefined ? null : await office.system.cases.load(item.caseId);
  return state?.instants.detectedAt;
};

describe.each(['leizhou', 'hohhot', 'yinzhou'])(
  'what was refused and its feed brings again (%s)',
  (bureau) => {
    beforeEach(() => openAt(bureau));

    it.each([
      ['without a field that is read', { id: 'm1', text: WORDS }],
      ['without any words', { id: 'm1', url: 'https://news.example.com/m1' }],
      ['with an id that is none', { id: ' ', title: '某校食堂问题', content: WORDS }],
      ['without an id', { content: WORDS }],
    ])('%s: the bureau has had it since it came', async (_, raw) => {
      await refusals.refuse(raw);
      office.pass(8 * HOUR);
      expect(itemsIn(await office.push([mended()]))).toMatchObject([{ status: 'accepted' }]);
      expect(await foundOf('m1')).toBe(CAME);
      expect(await refusals.list()).toEqual([]);
      expect(await refusals.list({ became: 'mended' })).toMatchObject([{ taken: { id: 'm1', by: null } }]);
    });

    it('counts from the first that was refused; what it says of times, too', async () => {
      for (const own of [1, 2]) {
        await refusals.refuse({ id: 'm1', text: WORDS, own });
        office.pass(4 * HOUR);
      }
      await office.push([mended({ publishedAt: '刚刚' })]);
      expect(await foundOf('m1')).toBe(CAME);
      expect((await office.system.items.find('demo', 'm1'))?.publishedAt).toBe('2026-03-01T23:59:00.000Z');
    });

    it('and that plainly tells something else is found when it comes', async () => {
      await refusals.refuse({ id: 'm1', text: WORDS });
      office.pass(8 * HOUR);
      const content = '某镇加油站油罐爆炸,两人烧伤送医,消防赶赴现场救援,周边居民连夜转移安置,道路封闭';
      await office.push([{ id: 'm1', title: '加油站爆炸', content }]);
      expect((await office.system.items.find('demo', 'm1'))?.detectedAt).toBe('2026-03-02T08:00:00.000Z');
    });

    it('leaves what says less as it is; what was refused had come before that all the same', async () => {
      await refusals.refuse({ id: 'm1', text: WORDS });
      office.pass(8 * HOUR);
      const publishedAt = '2026-03-02T07:00:00.000Z';
      const stored = () => office.system.items.find('demo', 'm1');
      await office.push([{ id: 'm1', title: '市民咨询营业时间', publishedAt }]);
      expect(await stored()).toMatchObject({ publishedAt, detectedAt: office.now() });
      expect((await stored())?.warnings).toBeUndefined();
      office.pass(HOUR);
      await office.push([{ id: 'm1', title: '市民咨询营业时间', content: WORDS }]);
      expect(await foundOf('m1')).toBe(CAME);
    });

    it('and that says when it was received is believed', async () => {
      await refusals.refuse({ id: 'm1', text: WORDS });
      office.pass(8 * HOUR);
      const kind = regulations[bureau]!.sources.find(({ from }) => from !== null)!.id;
      const receivedAt = '2026-03-02T06:00:00.000Z';
      await office.push([mended({ source: { kind, receivedAt } })]);
      expect((await office.system.items.find('demo', 'm1'))?.source?.receivedAt).toBe(receivedAt);
    });

    it('after that was mended counts from when it comes', async () => {
      await refusals.refuse({ id: 'm1', text: WORDS });
      await office.push([mended()]);
      office.pass(HOUR);
      await refusals.refuse({ id: 'm1', text: `${WORDS}(续)`, own: 2 });
      office.pass(HOUR);
      await office.push([mended({ content: `${WORDS}(续)` })]);
      expect(await foundOf('m1')).toBe(CAME);
      expect(await refusals.list()).toEqual([]);
    });

    it('by a feed of which nothing was refused is asked for nothing', async () => {
      const { get } = refusals.table;
      const asked: string[] = [];
      refusals.table.get = (key) => {
        if (key.pk.startsWith('UNTAKEN')) asked.push(key.pk);
        return get(key);
      };
      await office.push([mended()]);
      expect(asked).toEqual([]);
    });
  },
);

describe('an assignment that was refused', () => {
  beforeEach(() => openAt('leizhou'));
  const source = { kind: 'zhanjiang-assigned', reference: '〔2026〕9号', regardedAs: 'red' };

  it('was received when it came: its telephone limit counts from there', async () => {
    await refusals.refuse({ id: 'm1', text: WORDS });
    office.pass(8 * HOUR);
    await office.push([mended({ source })]);
    const state = await office.system.cases.load('LZ2026-0001');
    expect(state?.sources).toMatchObject([{ receivedAt: CAME }]);
    const { duties } = (await office.as('officeHead')('GET', '/v1/cases/LZ2026-0001')).body as {
      duties: { duty: string; due: string }[];
    };
    // 办法第二十二条(二): three hours.
    expect(duties.find(({ duty }) => duty === 'zhanjiangTelephone')?.due).toBe('2026-03-02T11:00:00+08:00');
  });

  it('of an item that is there already was received then, too', async () => {
    await office.push([{ id: 'm1', title: '某校食堂问题', content: '食堂反映' }]);
    office.pass(HOUR);
    await refusals.refuse({ id: 'm1', text: WORDS, source });
    office.pass(8 * HOUR);
    await office.push([mended({ source })]);
    const state = await office.system.cases.load('LZ2026-0001');
    expect(state?.sources).toMatchObject([{ receivedAt: '2026-03-02T01:00:00.000Z' }]);
    expect(state?.instants.detectedAt).toBe(CAME);
  });
});

it('is forgotten with what was refused, after 90 days', async () => {
  await openAt('leizhou');
  await refusals.refuse({ id: 'm1', text: WORDS });
  expect(await office.system.refusedItems.names.find('demo', 'id:m1')).toBeDefined();
  office.pass(90 * DAY);
  await office.sweep();
  expect(await office.system.refusedItems.names.find('demo', 'id:m1')).toBeUndefined();
  await office.push([mended()]);
  expect((await office.system.items.find('demo', 'm1'))?.detectedAt).toBe(office.now());
});

describe.each(['leizhou', 'hohhot', 'yinzhou'])('a push of the same id that says less (%s)', (bureau) => {
  beforeEach(() => openAt(bureau));
  const HARMLESS = '市民咨询营业时间的说明';

  it.each([
    ['may be urgent', WORDS, AT_ONCE],
    ['can wait', HARMLESS, DIGEST],
  ])('leaves open what was refused and %s, and it is told', async (_, text, template) => {
    await refusals.refuse({ id: 'm1', text });
    office.pass(5000);
    await office.push([{ id: 'm1', title: '视频' }]);
    expect(await refusals.list()).toMatchObject([{ item: 'm1', became: 'open', taken: null }]);
    await office.notify();
    office.pass(DAY);
    await office.sweep();
    await office.notify();
    expect(sentBy(office, template).length + sentBy(office, AT_ONCE).length).toBeGreaterThan(0);
    // Once its words are pushed it is mended, whatever is said afterwards.
    await office.push([{ id: 'm1', title: '视频', content: text }]);
    expect(await refusals.list()).toEqual([]);
    office.pass(HOUR);
    await office.push([{ id: 'm1', title: '视频', content: '无' }]);
    expect(await refusals.list()).toEqual([]);
  });

  it('that is not marked leaves open what was marked 涉密', async () => {
    await refusals.refuse({ id: 'm1', flags: ['secret'] });
    office.pass(5000);
    await office.push([{ id: 'm1', title: '视频' }]);
    expect(await refusals.list()).toMatchObject([{ became: 'open', secret: true }]);
    office.pass(5000);
    await office.push([{ id: 'm1', title: '见纸质件', flags: ['secret'] }]);
    expect(await refusals.list()).toEqual([]);
  });
});
