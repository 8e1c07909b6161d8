import { type OpenBureau, openBureau } from './bureau.ts';

/** An office at night with something of everything: what is late, at once, soon, secret, to be confirmed, and done. */
export const openScene = async () => {
  const bureau: OpenBureau = await openBureau({ at: '2026-03-02T20:00:00+08:00' });
  const open = async (given: Record<string, unknown>): Promise<string> =>
    (await bureau.open('dutyOfficer', { sources: [{ kind: 'monitored' }], ...given })).case;
  const blue = await open({ title: '农贸市场短斤缺两投诉', text: '多名顾客称短斤缺两', level: 'blue' });
  const yellow = await open({
    title: '某超市被指销售过期乳制品',
    text: '网帖称买到过期酸奶',
    level: 'yellow',
  });
  const red = await open({
    title: '某幼儿园疑似食物中毒，多名幼儿就医',
    text: '家长群称多名幼儿呕吐',
    level: 'red',
    instants: { occurredAt: '2026-03-02T19:30:00+08:00' },
  });
  const secret = await open({ title: '见纸质件', level: 'orange', flags: ['涉密'] });
  await bureau.passTo('2026-03-02T22:50:00+08:00');
  const orange = await open({
    title: '某食品厂问题产品流入周边市场',
    text: '网帖称某食品厂召回的问题批次糕点仍在周边三县市门店销售，附购买小票和视频。',
    level: 'orange',
    sources: [
      { kind: '湛江市局交办', reference: '湛市监舆交〔2026〕33号', receivedAt: '2026-03-02T22:50:00+08:00' },
    ],
    instants: { occurredAt: '2026-03-02T22:00:00+08:00' },
  });
  await bureau.passMinutes(12);
  await bureau.act('dutyOfficer', orange, { type: 'AssignUnit', unit: 'food' });
  await bureau.act('dutyOfficer', orange, { type: 'ReleaseWarning', duty: 'warnUnits' });
  await bureau.passMinutes(18);
  await bureau.act('unitLiaison@food', orange, { type: 'Acknowledge' });
  await bureau.passTo('2026-03-03T01:08:00+08:00');
  return { bureau, cases: { blue, yellow, red, orange, secret } };
};
