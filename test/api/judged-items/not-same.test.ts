import { beforeEach, describe, expect, it } from 'vitest';
import { regulations } from '../../../shared/regulations/index.ts';
import { grave, plain } from '../../support/office.ts';
import { caseIn } from '../../support/told.ts';
import { idsOf, type Judging, openJudging } from './judged.ts';

// 不是同一舆情: what is suspected of an item, denied by a person, and what follows of it.

const ARTICLE = 'https://news.example.com/2026/10001.html';
const BUREAUS = [
  { bureau: 'leizhou', owes: {}, judges: ['dutyOfficer', 'officeHead'], unit: 'food' },
  {
    bureau: 'yinzhou',
    owes: { flags: ['imageHarmed'] },
    judges: ['dutyOfficer', 'officeHead'],
    unit: 'charity',
  },
];
const SHOP = {
  title: '某超市周末促销海报',
  content: '本周末某超市生鲜第二件半价,会员另有鸡蛋相送,活动到周日晚上九点结束,详见店内海报。',
};

describe.each(BUREAUS)('at $bureau', ({ bureau, owes, judges, unit }) => {
  const regulation = regulations[bureau]!;
  let judging: Judging;
  let office: Judging['office'];
  let caseId = '';
  const stored = async (id: string) => (await office.system.items.find('demo', id))!;
  const push = async (item: Record<string, unknown>) => {
    await office.push([item]);
    return stored(String(item.id));
  };
  /** A case of one story, and an item at the address of its article with other words. */
  beforeEach(async () => {
    judging = await openJudging(regulation);
    ({ office } = judging);
    caseId = (await push(grave('a', { url: ARTICLE, ...owes }))).caseId!;
    const suspected = await push(plain('q', { ...SHOP, url: ARTICLE }));
    expect(suspected).toMatchObject({ outcome: 'routine', suspected: [{ caseId }] });
  });
  const deny = { as: 'notSame', reason: '说的是促销,与食堂无关' };

  it('a person says so: it is suspected no more, waits no more, and who said it, when and why stays', async () => {
    expect(idsOf(await judging.listed({ became: 'open' }))).toEqual(['q']);
    expect((await judging.item('q')).mayDeny).toBe(true);
    const said = await judging.said('q', { ...deny, case: caseId });
    expect(said).toMatchObject({
      became: 'read',
      judgements: [{ as: 'notSame', case: caseId, reason: deny.reason, by: { role: { id: 'dutyOfficer' } } }],
    });
    expect(said.suspected).toBeUndefined();
    expect(idsOf(await judging.listed({ became: 'open' }))).toEqual([]);
    // Said again, it changes nothing.
    const again = await judging.said('q', { as: 'notSame', case: caseId }, judges[1]);
    expect(again.revision).toBe(said.revision);
    // Its feed says nothing else: nothing changes by that.
    await push(plain('q', { ...SHOP, url: ARTICLE, metrics: { views: 77 } }));
    expect(await judging.item('q')).toMatchObject({ became: 'read', judgements: [{ as: 'notSame' }] });
  });

  it('what tells the same later is not suspected either', async () => {
    const before = await push(plain('r1', { ...SHOP, url: ARTICLE }));
    expect(before.suspected).toMatchObject([{ caseId }]);
    await judging.said('q', { ...deny, case: caseId });
    const after = await push(plain('r2', { ...SHOP, title: '超市周末促销海报', url: ARTICLE }));
    expect([after.outcome, after.suspected]).toEqual(['routine', undefined]);
    // Another story at that address is still asked about.
    const other = await push(
      plain('r3', {
        title: '市民咨询残疾人停车位',
        content: '请问县医院门口的残疾人停车位怎样申请,需要哪些证件材料。',
        url: ARTICLE,
      }),
    );
    expect(other.suspected).toMatchObject([{ caseId }]);
    // And the case's own story goes to the case.
    expect((await push(grave('b', { url: ARTICLE, ...owes }))).caseId).toBe(caseId);
  });

  it('taken back, it is suspected again, and so is what tells the same', async () => {
    await judging.said('q', { ...deny, case: caseId });
    const back = await judging.said('q', { as: 'takenBack' });
    expect(back).toMatchObject({ became: 'open', suspected: [{ case: caseId }] });
    const next = await push(plain('r', { ...SHOP, title: '超市周末促销海报', url: ARTICLE }));
    expect(next.suspected).toMatchObject([{ caseId }]);
  });

  it('holds of the words that it was said of: when its feed says something else, it is asked again', async () => {
    await judging.said('q', { ...deny, case: caseId });
    const { title, content } = grave('a');
    const item = await push(plain('q', { title: `${SHOP.title}:${title}`, content, url: ARTICLE }));
    expect(item.caseId === caseId).toBe(false);
    expect(await judging.item('q')).toMatchObject({
      suspected: [{ case: caseId, why: '与人工认定不属该案卷的信息相近' }],
    });
  });

  it('of an item in a case of its own too, which both cases then say no more of', async () => {
    const own = (
      await push(
        grave('own', {
          ...SHOP,
          title: '某超市促销现场踩踏致多人受伤住院',
          content: undefined,
          url: ARTICLE,
          ...owes,
        }),
      )
    ).caseId!;
    expect(own).not.toBe(caseId);
    const inCase = async () =>
      caseIn(await office.as('dutyOfficer')('GET', `/v1/cases/${own}`)).items[0]!.suspected;
    expect(await inCase()).toMatchObject([{ case: caseId }]);
    const said = await judging.said('own', { as: 'notSame', case: caseId });
    expect([said.became, said.suspected]).toEqual(['inCase', undefined]);
    expect(await inCase()).toBeUndefined();
    // What is dealt with in a case is neither read nor put back.
    expect(await judging.judge('own', { as: 'read' })).toMatchObject({
      status: 409,
      body: { code: 'ITEM_IN_CASE' },
    });
    await judging.said('own', { as: 'takenBack' });
    expect(await inCase()).toMatchObject([{ case: caseId }]);
    expect(await judging.judge('own', { as: 'takenBack' })).toMatchObject({ status: 409 });
  });

  it('is refused of what is not suspected, without a case, without a reason where there are signs, and to whom it is not his', async () => {
    for (const given of [{ as: 'notSame' }, { as: 'notSame', case: 'XX2026-0001' }])
      expect(await judging.judge('q', given)).toMatchObject({
        status: 422,
        body: { code: 'SUSPICION_UNKNOWN' },
      });
    const sign = await push(plain('s', { ...SHOP, url: ARTICLE, flags: ['涉密件'] }));
    expect(sign.outcome).toBe('routine');
    expect(await judging.judge('s', { as: 'notSame', case: caseId })).toMatchObject({
      status: 422,
      body: { code: 'REASON_REQUIRED' },
    });
    for (const [role, of] of [
      ['chiefLeader', undefined],
      ['unitLiaison', unit],
    ] as const)
      expect((await judging.judge('q', { ...deny, case: caseId }, role, of)).status).toBeGreaterThanOrEqual(
        400,
      );
    expect((await judging.item('q')).judgements).toEqual([]);
  });
});
