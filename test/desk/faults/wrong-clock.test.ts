import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, openDevice } from '../support/browser.ts';
import { type OpenBureau, openBureau } from '../support/bureau.ts';
import { personAt } from '../support/person.ts';

const MINUTE = 60_000;
let bureau: OpenBureau;
let caseId = '';
beforeAll(async () => {
  bureau = await openBureau({ at: '2026-03-02T22:50:00+08:00' });
});
afterAll(async () => {
  await closeBrowser();
  await bureau.close();
});

describe('a telephone whose clock is fast by more than a token lives', () => {
  it('lets one in', async () => {
    // The issuer's tokens go by the machine's own clock.
    const today = await openBureau({ at: new Date().toISOString() });
    const opened = await openDevice(today.url, 'phone', { serviceWorkers: 'block' });
    await opened.page.clock.install({ time: Date.now() + 13 * 60 * MINUTE });
    const clerk = await personAt(today, 'dutyOfficer', { path: '/desk/duties', opened });
    await clerk.sees(/核对，每\d+秒一次/);
    await clerk.leave();
    await today.close();
  });
});

describe.each([
  { what: 'ten minutes fast', skew: 10 * MINUTE, zone: 'Asia/Shanghai' },
  { what: 'ten minutes slow', skew: -10 * MINUTE, zone: 'Asia/Shanghai' },
  { what: 'in another zone', skew: 0, zone: 'America/New_York' },
])('a telephone whose clock is $what', ({ skew, zone }) => {
  it('shows the server’s time, and enters it', async () => {
    const received = new Date(bureau.now() + 8 * 60 * MINUTE).toISOString().replace(/\.\d+Z$/, '+08:00');
    ({ case: caseId } = await bureau.open('dutyOfficer', {
      title: '某食品厂问题产品流入周边市场',
      text: '网帖称糕点仍在销售',
      sources: [{ kind: 'zhanjiang-assigned', receivedAt: received, reference: '湛市监舆交〔2026〕33号' }],
      level: 'orange',
    }));
    const due = bureau.now() + 180 * MINUTE;
    const clock = (instant: number): string =>
      new Date(instant + 8 * 60 * MINUTE).toISOString().slice(11, 16);
    const opened = await openDevice(bureau.url, 'phone', { timezoneId: zone });
    await opened.page.clock.install({ time: bureau.now() + skew });
    const clerk = await personAt(bureau, 'dutyOfficer', { path: '/desk/duties', opened });
    const { page } = clerk;
    const row = page.locator('.duty', { hasText: '电话报告湛江市局' }).filter({ hasText: caseId.slice(-4) });
    const at = async (instant: number): Promise<void> => {
      await bureau.passTo(new Date(instant).toISOString());
      await clerk.look();
      await page.getByRole('banner').getByText(clock(instant)).waitFor();
    };
    await row.getByText(new RegExp(`${clock(due)}前`)).waitFor();
    await at(due - 5 * MINUTE + 5000);
    await row.getByText(/^剩4分$/).waitFor();
    await at(due - 30_000);
    await row.getByText(/^剩(30|[12]\d)秒$/).waitFor();
    await at(due + 10_000);
    await row.getByText(/^逾期不足1分$/).waitFor();
    await at(due + 65_000);
    await row.getByText(/^逾期1分$/).waitFor();
    await expect.poll(clerk.heading).toMatch(/逾期/);

    await row.getByRole('link', { name: /^登记/ }).click();
    await page.locator('form').waitFor();
    await clerk.pick('5分前');
    const moment = page.locator('fieldset', { hasText: '刚刚' });
    await moment.getByText(clock(bureau.now() - 5 * MINUTE)).waitFor();
    await clerk.pick('刚刚');
    await moment.getByText(clock(bureau.now())).waitFor();
    await clerk.pick('初报');
    await clerk.fill('对方接听人的单位和职务', '湛江市局办公室值班员');
    await clerk.fill('报告要点', '我局已封存库存。');
    const sent = page.waitForRequest(
      (request) => request.method() === 'POST' && /\/commands$/.test(request.url()),
    );
    await clerk.submit.click();
    const { madeAt } = (await sent).postDataJSON() as { madeAt: string };
    expect(madeAt).toMatch(/\+08:00$/);
    expect(Math.abs(Date.parse(madeAt) - bureau.now())).toBeLessThan(MINUTE);
    await clerk.sees(/^已办：/);
    await clerk.go(`/desk/cases/${caseId}`);
    await clerk.page
      .locator('time', { hasText: clock(bureau.now()) })
      .first()
      .waitFor();
    expect(clerk.faults).toEqual([]);
    await clerk.leave();
  });
});
