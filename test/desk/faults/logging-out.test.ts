import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, openDevice, SIZES } from '../support/browser.ts';
import { type OpenBureau, openBureau } from '../support/bureau.ts';
import { type OfficeSite, openOfficeSite } from '../support/office-site.ts';
import { personAt } from '../support/person.ts';
import { LONGEST_MILLISECONDS } from '../support/probes/patience.ts';

// Logging out on a line that does not answer: the next person is never taken for the one before.

const NOT_OUT = '没有退出成功，请勿离开本机。';

describe('where the server makes the login', () => {
  let site: OfficeSite;
  let office: OfficeSite['office'];
  let browser: Browser;
  beforeAll(async () => {
    site = await openOfficeSite();
    ({ office, browser } = site);
  });
  afterAll(() => site.close());
  const at = (path: string): string => office.address + path;
  const enter = async (): Promise<{ context: BrowserContext; page: Page }> => {
    const context = await browser.newContext({ locale: 'zh-CN', ...SIZES.phone });
    context.setDefaultTimeout(LONGEST_MILLISECONDS);
    const page = await context.newPage();
    await page.goto(at('/desk/session/login?to=/desk/more'));
    await page.locator('button[value="officeHead-1"]').click();
    await page.waitForURL(at('/desk/more'));
    await page.getByRole('button', { name: '退出登录' }).waitFor();
    return { context, page };
  };
  const logOut = (page: Page): Promise<void> => page.getByRole('button', { name: '退出登录' }).click();
  const holder = (page: Page): Promise<unknown> =>
    page.evaluate("fetch('/desk/session').then((answer) => answer.status)");

  it('without a network it says so, and goes on trying until it is done', async () => {
    const { context, page } = await enter();
    await context.setOffline(true);
    await logOut(page);
    await page.getByText(NOT_OUT).waitFor();
    expect(await page.getByRole('button', { name: '用统一身份认证登录' }).count()).toBe(0);
    await context.setOffline(false);
    // At the issuer, where he is asked whether he wants to leave it too.
    await page.waitForURL(({ origin }) => origin === new URL(office.issuer).origin);
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.waitForURL((url) => url.pathname === '/desk/login');
    expect(await holder(page)).toBe(401);
    await context.close();
  });

  it.each(['aborted', 'unavailable'])(
    'the request %s: the next person does not open the desk as him',
    async (how) => {
      const { context, page } = await enter();
      await context.route('**/desk/session/logout', (route) =>
        how === 'aborted' ? route.abort('internetdisconnected') : route.fulfill({ status: 503, body: 'x' }),
      );
      await logOut(page);
      await page.getByText(NOT_OUT).waitFor();
      await page.close();
      const next = await context.newPage();
      await next.goto(at('/desk/duties'));
      await next.getByText(NOT_OUT).waitFor();
      expect(await next.getByRole('banner').count()).toBe(0);
      expect(await holder(next)).toBe(200);
      await context.unroute('**/desk/session/logout');
      await next.getByRole('button', { name: '再试一次' }).click();
      await next.waitForURL(({ origin }) => origin === new URL(office.issuer).origin);
      await next.goto(at('/desk/duties'));
      await next.getByRole('button', { name: '用统一身份认证登录' }).waitFor();
      expect(await holder(next)).toBe(401);
      await context.close();
    },
  );
});

describe('where the browser makes the login', () => {
  let bureau: OpenBureau;
  beforeAll(async () => {
    bureau = await openBureau({ at: '2026-03-03T01:08:00+08:00' });
  });
  afterAll(async () => {
    await closeBrowser();
    await bureau.close();
  });

  it('the issuer unreachable: it is told, and the next person is asked there who he is', async () => {
    const opened = await openDevice(bureau.url, 'phone', { serviceWorkers: 'block' });
    const clerk = await personAt(bureau, 'officeHead', { path: '/desk/more', opened });
    const { page, context } = clerk;
    await context.route('**/.well-known/openid-configuration', (route) => route.abort());
    await clerk.tap('退出登录');
    await clerk.sees('上一次退出时统一身份认证没有答复，那里的登录没有结束。');
    await context.unroute('**/.well-known/openid-configuration');
    await page.reload();
    await clerk.sees('上一次退出时统一身份认证没有答复，那里的登录没有结束。');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/desk'));
    await page.getByRole('button').first().waitFor();
    expect(page.url()).not.toContain('/desk/');
    await page
      .getByRole('button', { name: /值班员/ })
      .first()
      .click();
    await page.getByRole('banner').waitFor();
    await clerk.leave();
  });
});
