import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser } from './support/browser.ts';
import { type OpenBureau, openBureau } from './support/bureau.ts';
import { personAt } from './support/person.ts';
import { hasSlept, SLEEPING } from './support/probes/sleep.ts';

// What stands on a page is as of now, or says of when it is, whatever kept a newer answer away.

let bureau: OpenBureau;
const opening = async (title: string) => {
  await bureau.passMinutes(1);
  return bureau.open('officeHead', { title, text: title, sources: [{ kind: 'monitored' }], level: 'yellow' });
};
beforeAll(async () => {
  bureau = await openBureau({ at: '2026-03-03T01:02:00+08:00' });
});
afterAll(async () => {
  await closeBrowser();
  await bureau.close();
});

/** Every list of cases in pages of so many, as the API pages them. */
const pagedBy = (page: Page, limit: number) =>
  page
    .context()
    .route(/\/v1\/cases\?/, (route) => route.continue({ url: `${route.request().url()}&limit=${limit}` }));
const titles = (page: Page): Promise<string[]> => page.locator('h2 a.title').allInnerTexts();
/** The line takes everything and answers nothing, while the device's clock goes on. */
const hang = async (page: Page): Promise<void> => {
  await page.context().route(/\/v1\//, () => undefined);
  await hasSlept(page, 120_000);
};

describe('the list of cases', () => {
  it('has what was opened since, and loses nothing of what somebody has read on to', async () => {
    for (const title of ['甲', '乙', '丙', '丁']) await opening(title);
    const clerk = await personAt(bureau, 'officeHead', { path: '/desk/duties' });
    await pagedBy(clerk.page, 2);
    await clerk.go('/desk/cases');
    await clerk.sees('已列出2件，还有更早的');
    await expect.poll(() => titles(clerk.page)).toEqual(['丁', '丙']);
    await clerk.tap('再看50件');
    await clerk.sees(/^(共|已列出)4件/);
    await opening('戊');
    await clerk.look();
    await clerk.sees('戊');
    // Two pages are read of five cases: none is missing between them.
    await expect.poll(() => titles(clerk.page)).toEqual(['戊', '丁', '丙', '乙']);
    await clerk.tap('再看50件');
    await clerk.sees('共5件');
    await expect.poll(() => titles(clerk.page)).toEqual(['戊', '丁', '丙', '乙', '甲']);
    expect(clerk.faults).toEqual([]);
    await clerk.leave();
  });
});

describe('what is old', () => {
  it.each(['/desk/duties', '/desk/cases', 'a case'])('says so: %s', async (path) => {
    const { case: id } = await opening('某食品厂问题产品');
    const clerk = await personAt(bureau, 'officeHead', {
      path: path === 'a case' ? `/desk/cases/${id}` : path,
    });
    await clerk.context.addInitScript(SLEEPING);
    await clerk.page.reload();
    await clerk.sees(/某食品厂/);
    await clerk.settles();
    expect(await clerk.page.getByText(/显示的是/).count()).toBe(0);
    await hang(clerk.page);
    await clerk.page
      .getByText(/没有读到新的情况。显示的是01:\d\d的情况，已过2分。时限照走，短信照发。/)
      .first()
      .waitFor();
    await clerk.leave();
  });

  it('is not called normal of the clocks, in heading and title', async () => {
    const clerk = await personAt(bureau, 'officeHead', { path: '/desk/clocks' });
    await clerk.context.addInitScript(SLEEPING);
    await clerk.page.reload();
    await clerk.sees(/核对$/);
    expect(await clerk.heading()).toMatch(/^时钟(正常|刚刚启动)/);
    await hang(clerk.page);
    // Nothing is answered any more, so that the page does not settle: it is read as it stands.
    await clerk.page.getByRole('heading', { level: 1, name: '时钟情况不明', exact: true }).waitFor();
    await expect.poll(() => clerk.page.title()).toMatch(/^时钟情况不明/);
    expect(await clerk.page.locator('body').innerText()).not.toContain('短信照发');
    await clerk.leave();
  });
});
