import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OfficeSite, openOfficeSite } from './support/office-site.ts';
import { LONGEST_MILLISECONDS } from './support/probes/patience.ts';

let site: OfficeSite;
let office: OfficeSite['office'];
let browser: Browser;
let page: Page;
beforeAll(async () => {
  site = await openOfficeSite();
  ({ office, browser } = site);
  page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  page.setDefaultTimeout(LONGEST_MILLISECONDS);
});
afterAll(() => site.close());
const at = (path: string): string => office.address + path;
const choose = async (person: string): Promise<void> => {
  await page.getByText('用统一身份认证登录').first().click();
  await page.locator(`button[value="${person}"]`).click();
};

it('over an office’s plain http one logs in at the issuer, works, and logs out there', async () => {
  await page.goto(at('/desk/cases?state=open'));
  expect(await page.evaluate('[isSecureContext, typeof crypto.subtle].join()')).toBe('false,undefined');
  await page.getByText('关闭浏览器后再用，须重新登录；一次登录最长12小时。').waitFor();
  await choose('dutyOfficer-1');
  await page.getByRole('banner').waitFor();
  await page.waitForURL(at('/desk/cases?state=open'));
  // No script has the token, nor the session's name.
  const seen = await page.evaluate(
    'document.cookie + JSON.stringify({ ...sessionStorage, ...localStorage })',
  );
  expect(seen).not.toMatch(/eyJ|shixian-session=/);
  const mark = await page.evaluate<string>(
    "fetch('/desk/session').then((answer) => answer.json()).then(({ mark }) => mark)",
  );
  const asked = (path: string, method: string, headers = { 'shixian-session': mark }): string =>
    `fetch(${JSON.stringify(path)}, ${JSON.stringify({ method, headers })})`;
  const status = (path: string, method = 'GET'): Promise<unknown> =>
    page.evaluate(`${asked(path, method)}.then((answer) => answer.status)`);
  expect(await status('/v1/cases')).toBe(200);
  // The cookie alone is no page of the desk.
  expect(await page.evaluate("fetch('/v1/cases').then((answer) => answer.status)")).toBe(401);
  // Refused for its form, and not for where it comes from: the browser says that it is the desk's page.
  expect(await status('/v1/cases', 'POST')).toBe(400);
  // The same person in another tab, from a link of a text.
  const other = await page.context().newPage();
  await other.goto(at('/desk/duties'));
  await other.getByRole('banner').waitFor();
  await other.waitForURL(at('/desk/duties'));
  await other.close();
  await page.evaluate(
    `${asked('/desk/session/logout', 'POST')}.then((answer) => answer.json()).then(({ to }) => location.assign(to))`,
  );
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.waitForURL((url) => url.pathname === '/desk/login');
  expect(await status('/v1/cases')).toBe(401);
  await page.goto(at('/desk/duties'));
  await choose('officeHead-1');
  await page.waitForURL(at('/desk/duties'));
  expect(
    await page.evaluate(
      "fetch('/desk/session').then((answer) => answer.json()).then(({ person }) => person)",
    ),
  ).toBe('officeHead-1');
});
