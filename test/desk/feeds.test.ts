import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signatureHeaders } from '../../infra/local/sign.ts';
import { plain } from '../support/office.ts';
import { closeBrowser } from './support/browser.ts';
import { type OpenBureau, openBureau } from './support/bureau.ts';
import { personAt } from './support/person.ts';
import { findings, isTooWide } from './support/probes/axe.ts';

const WATCHED = {
  name: '微博监测',
  expected: [
    { hours: '08:00-22:00', within: 'PT2H' },
    { hours: '22:00-08:00', within: 'PT8H' },
  ],
  signatureFailures: 5,
  contact: { name: '值班工程师', mobile: '+8613800009999' },
};
let bureau: OpenBureau;
beforeAll(async () => {
  bureau = await openBureau({ at: '2026-03-02T09:00:00+08:00', watches: { demo: WATCHED } });
});
afterAll(async () => {
  await closeBrowser();
  await bureau.close();
});

let pushes = 0;
const push = async (secret = bureau.keys.feeds.demo![0]!): Promise<number> => {
  pushes += 1;
  const body = JSON.stringify([plain(`a${pushes}`)]);
  const headers = signatureHeaders(secret, `msg-${pushes}`, new Date(), body);
  return (await fetch(`${bureau.url}/v1/feeds/demo/items`, { method: 'POST', headers, body })).status;
};
const sweep = () => bureau.lambdas.invoke('leizhou-sweep-cases', {});

describe('数据源', () => {
  it('shows whoever is on duty what a feed brought last, what is expected of it, and what is wrong', async () => {
    expect(await push()).toBe(200);
    const clerk = await personAt(bureau, 'dutyOfficer', { path: '/desk/feeds' });
    const looks = async (picture: string): Promise<void> => {
      expect(await findings(clerk.page)).toEqual([]);
      expect(await isTooWide(clerk.page)).toBe(false);
      await clerk.picture(picture);
    };
    expect(await clerk.heading()).toBe('数据源正常');
    await clerk.sees('微博监测');
    await clerk.sees(/^最近09:00入库1条，已过不足1分$/);
    await clerk.sees(
      '08:00至22:00每2小时至少一次；22:00至次日08:00每8小时至少一次；连续5次签名不符即告知；最迟11:00应有信息入库',
    );
    await looks('feeds-well');
    await bureau.passTo('2026-03-02T11:05:00+08:00');
    await sweep();
    await clerk.look();
    expect(await clerk.heading()).toBe('数据源：1个异常');
    expect(await clerk.title()).toBe('数据源：1个异常 · 值班台');
    await clerk.sees('自3月2日9时起没有信息入库');
    await clerk.sees('11:05已告知值班人员和联系人');
    const call = clerk.button(/^拨打\s*微博监测的联系人$/);
    expect(await call.getAttribute('href')).toBe('tel:13800009999');
    await looks('feeds-silent');
    for (let time = 0; time < 5; time += 1) expect(await push(`whsec_${'A'.repeat(44)}`)).toBe(401);
    await clerk.look();
    await clerk.sees('连续5次推送签名不符（最近3月2日11时5分）');
    await clerk.sees(/^最近11:05未接收：签名不正确$/);
    await looks('feeds-unsigned');
    expect(await push()).toBe(200);
    await clerk.look();
    expect(await clerk.heading()).toBe('数据源正常');
    expect(clerk.faults).toEqual([]);
    await clerk.leave();
  });

  it('is found from 更多 on a phone and from the tabs on a PC, by those who may read it', async () => {
    expect(await push()).toBe(200);
    const head = await personAt(bureau, 'officeHead', { path: '/desk/more' });
    await head.tap('数据源');
    await head.isAt('/desk/feeds');
    await head.leave();
    const desk = await personAt(bureau, 'operator', { size: 'pc', path: '/desk/duties' });
    await desk.tap('数据源');
    expect(await desk.heading()).toBe('数据源正常');
    await desk.picture('feeds-pc');
    await desk.leave();
    const liaison = await personAt(bureau, 'unitLiaison@food', { path: '/desk/more' });
    expect(await liaison.page.getByRole('link', { name: '数据源' }).count()).toBe(0);
    await liaison.go('/desk/feeds');
    await liaison.sees(/不在你的知悉范围内/);
    await liaison.leave();
  });
});
