import { beforeEach, describe, expect, it } from 'vitest';
import { regulations } from '../../../shared/regulations/index.ts';
import { createOffice, plain } from '../../support/office.ts';
import { DAY, harmless, openRefusals, type Refusals, sentBy, urgent } from './refused.ts';

const AT_ONCE = 'SX75';
const DIGEST = 'SX76';
const MINUTE = 60_000;
let refusals: Refusals;
let office: Refusals['office'];
beforeEach(async () => {
  refusals = await openRefusals();
  ({ office } = refusals);
});
const isTold = async () => (await refusals.list({ became: 'all' })).map((each) => each.isTold);

describe('what is refused and may be urgent', () => {
  it('is told to who is on duty at once, in one text, and never again', async () => {
    await office.push([urgent(), urgent({ own: 2 }), harmless()]);
    await office.notify();
    const texts = sentBy(office, AT_ONCE);
    expect(texts.map(({ message }) => message.text)).toEqual([
      '【雷州市监】有2条推送信息未能入库,内容可能紧急,请立即登录查看、人工录入。',
    ]);
    expect((await isTold()).sort()).toEqual([false, true, true]);
    for (let minutes = 0; minutes < 3; minutes += 1) {
      office.pass(MINUTE);
      await office.notify();
    }
    await office.push([urgent()]);
    office.pass(MINUTE);
    await office.notify();
    expect(sentBy(office, AT_ONCE)).toHaveLength(1);
  });

  it('is told by night', async () => {
    office.at('2026-03-02T18:00:00.000Z');
    await office.push([urgent()]);
    await office.notify();
    expect(sentBy(office, AT_ONCE)).toHaveLength(1);
  });

  it('is told once somebody can be told', async () => {
    const nobody = await createOffice({ roster: { roles: {} } });
    await nobody.push([urgent()]);
    await nobody.notify();
    expect(nobody.problems).toEqual(['refused items']);
    expect(await nobody.system.refusedItems.owed('atOnce')).toHaveLength(1);
  });

  it.each([
    // At 鄞州's 一般 and 较大, and at the 较大 of 信访, the regulation gives no number.
    ['leizhou', '多人死亡', true],
    ['leizhou', '市民咨询营业时间', false],
    ['yinzhou', '突发事件发生火灾', true],
    ['yinzhou', '谣言迅速发酵', false],
    ['yinzhou', '民政局不作为', false],
    ['petition', '信访局不作为', true],
    ['nanning', '广西日报报道工商局不作为', true],
    ['nanning', '市民咨询营业时间', false],
    ['hohhot', '群体性事件', true],
    ['hohhot', '市民咨询', false],
  ])('at %s: “%s” at once: %s', async (bureau, title, isAtOnce) => {
    const other = await openRefusals(regulations[bureau]!);
    await other.office.push([{ title }]);
    await other.office.notify();
    expect(sentBy(other.office, AT_ONCE).length > 0).toBe(isAtOnce);
  });
});

describe('what is refused and can wait', () => {
  it('is told with the next digest, in one text', async () => {
    const told = async (at: string) => {
      office.at(at);
      await office.sweep();
      await office.notify();
      return sentBy(office, DIGEST).length;
    };
    office.at('2026-03-02T12:00:01.000Z');
    await office.push([harmless(), harmless({ own: 1 }), 5]);
    expect(await told('2026-03-02T12:01:00.000Z')).toBe(0);
    // The first digest of the next day: a second before it, at it, and a second after.
    expect(await told('2026-03-02T23:59:59.000Z')).toBe(0);
    expect(await told('2026-03-03T00:00:00.000Z')).toBe(1);
    expect(await told('2026-03-03T00:01:00.000Z')).toBe(1);
    const [text] = sentBy(office, DIGEST);
    expect(text?.message.text).toMatch(
      /^【雷州市监】有3条推送信息未能入库\(.+汇总\),请登录查看,需要的人工录入。$/,
    );
    office.pass(DAY);
    await office.sweep();
    await office.notify();
    expect(sentBy(office, DIGEST)).toHaveLength(1);
    expect(await isTold()).toEqual([true, true, true]);
  });

  it('is not told of where its feed has mended it, or somebody has entered it', async () => {
    await office.push([plain('a', { title: '' }), harmless()]);
    const [entered] = (await refusals.list()).filter(({ item }) => item !== 'a');
    await office.push([plain('a')]);
    office.pass(MINUTE);
    await office.push([plain('a', { content: '正文' })]);
    expect((await refusals.enter(entered!.refused)).status).toBe(200);
    office.pass(DAY);
    await office.sweep();
    await office.notify();
    expect(sentBy(office, DIGEST)).toEqual([]);
    expect(await isTold()).toEqual([true, true]);
  });
});
