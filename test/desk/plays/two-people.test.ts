import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, openDevice, SIZES } from '../support/browser.ts';
import { openBureau } from '../support/bureau.ts';
import { type OfficeSite, openOfficeSite } from '../support/office-site.ts';
import { personAt } from '../support/person.ts';
import { LONGEST_MILLISECONDS } from '../support/probes/patience.ts';
import { followRequests, settles } from '../support/probes/settles.ts';

let site: OfficeSite;
let office: OfficeSite['office'];
let browser: Browser;
beforeAll(async () => {
  site = await openOfficeSite();
  ({ office, browser } = site);
});
afterAll(async () => {
  await closeBrowser();
  await site.close();
});
const at = (path: string): string => office.address + path;
const me = (page: Page): Promise<string> => page.locator('.me').innerText();

describe('two people one after another at one browser, where the server makes the login', () => {
  const enter = async (page: Page, person: string): Promise<void> => {
    await page.goto(at('/desk/session/login?to=/desk/duties'));
    await page.locator(`button[value="${person}"]`).click();
    await page.getByRole('banner').waitFor();
  };
  const openContext = async (): Promise<BrowserContext> => {
    const context = await browser.newContext({ locale: 'zh-CN', ...SIZES.pc });
    context.setDefaultTimeout(LONGEST_MILLISECONDS);
    followRequests(context);
    return context;
  };
  /** At the issuer alone: no tab hears of it. */
  const leave = async (page: Page): Promise<void> => {
    await page.goto(`${office.issuer}/session/end`);
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('button', { name: '退出登录' }).waitFor({ state: 'detached' });
    await page.waitForLoadState();
  };
  /** A tab that shows the first, while the second has logged in in another. `sent`: what it asks for, and how that is answered. */
  const tabOfTheFirst = async (path = '/desk/duties') => {
    const context = await openContext();
    const first = await context.newPage();
    await enter(first, 'dutyOfficer-1');
    const shown = await me(first);
    await first.goto(at(path));
    await first.getByRole('banner').waitFor();
    const second = await context.newPage();
    await second.goto(at('/desk/duties'));
    await second.getByRole('banner').waitFor();
    await leave(second);
    const sent: [string, number][] = [];
    first.on('response', (answer) => {
      const { pathname } = new URL(answer.url());
      if (pathname.startsWith('/v1/')) sent.push([pathname, answer.status()]);
    });
    await enter(second, 'officeHead-1');
    return { context, first, second, shown, sent };
  };

  it('what the tab of the first asks is refused, and the tab says why; who came after goes on', async () => {
    const { context, first, second, shown, sent } = await tabOfTheFirst();
    expect(await me(first)).toBe(shown);
    await first.getByRole('link', { name: '案卷' }).first().click();
    await first.getByText('登录的人已经更换，请刷新。').waitFor();
    await settles(first);
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.filter(([, status]) => status !== 401)).toEqual([]);
    // The second is not thrown out by it.
    const name = await me(second);
    await second.reload();
    await second.getByRole('banner').waitFor();
    expect(await me(second)).toBe(name);
    expect(name).not.toBe(shown);
    // And the tab is his when it is opened anew, with nothing of the first.
    await first.reload();
    await first.getByRole('banner').waitFor();
    expect(await me(first)).toBe(name);
    await context.close();
  });

  it('who comes back to the tab of the first is told at once, and nothing is sent in the other’s name', async () => {
    const { context, first, sent } = await tabOfTheFirst();
    await first.evaluate('window.dispatchEvent(new Event("focus"))');
    await first.getByText('登录的人已经更换，请刷新。').waitFor();
    await first.locator('.me').waitFor({ state: 'detached' });
    await settles(first);
    expect(sent.filter(([, status]) => status < 400)).toEqual([]);
    await context.close();
  });

  it('a logout from the tab of the first does not end the session of who came after', async () => {
    const { context, first, second } = await tabOfTheFirst('/desk/more');
    const name = await me(second);
    await first.evaluate("localStorage.setItem('shixian/dutyOfficer-1/draft/x', '1')");
    await second.evaluate("localStorage.setItem('shixian/officeHead-1/draft/x', '2')");
    const answered = first.waitForResponse(at('/desk/session/logout'));
    await first.getByRole('button', { name: '退出登录' }).click();
    expect((await answered).status()).toBe(401);
    await first.waitForURL(/\/desk\//);
    await expect
      .poll(() => second.evaluate("localStorage.getItem('shixian/dutyOfficer-1/draft/x')"))
      .toBeNull();
    await settles(second);
    expect(await me(second)).toBe(name);
    expect(await second.evaluate("localStorage.getItem('shixian/officeHead-1/draft/x')")).toBe('2');
    await second.reload();
    await second.getByRole('banner').waitFor();
    expect(await me(second)).toBe(name);
    // He himself leaves nothing behind.
    await second.goto(at('/desk/more'));
    await second.getByRole('button', { name: '退出登录' }).click();
    await second.getByRole('button', { name: '删除草稿并退出' }).click();
    await second.waitForURL((url) => !url.pathname.startsWith('/desk/more'));
    await second.goto(at('/desk/login'));
    await second.getByRole('heading', { name: /值班台/ }).waitFor();
    await settles(second);
    expect(
      await second.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('shixian/'))"),
    ).toEqual([]);
    await context.close();
  });

  it('the same person who logs in again in another tab goes on in the first', async () => {
    const context = await openContext();
    const first = await context.newPage();
    await enter(first, 'dutyOfficer-1');
    const shown = await me(first);
    const second = await context.newPage();
    await second.goto(at('/desk/session/login?to=/desk/duties'));
    await second.getByRole('banner').waitFor();
    await first.evaluate('window.dispatchEvent(new Event("focus"))');
    await first.getByRole('link', { name: '案卷' }).first().click();
    await first.waitForURL(/\/desk\/cases/);
    await settles(first);
    expect(await me(first)).toBe(shown);
    await context.close();
  });
});

describe('two people at one browser, where the browser makes the login', () => {
  it.each(['petition', 'leizhou'])(
    'each tab asks as whom it shows, also when it is opened anew: %s',
    async (id) => {
      const bureau = await openBureau({ bureau: id, at: '2026-03-02T22:50:00+08:00' });
      const device = await openDevice(bureau.url, 'pc');
      const [one, other] = Object.keys(bureau.roster.roles);
      const first = await personAt(bureau, one!, { path: '/desk/duties', opened: device });
      const page = await device.context.newPage();
      const second = await personAt(bureau, other!, { path: '/desk/duties', opened: { ...device, page } });
      const authorized = (each: Page): Promise<string> =>
        each
          .waitForRequest((request) => new URL(request.url()).pathname.startsWith('/v1/'))
          .then((request) => String(request.headers().authorization));
      const asked = async (each: typeof first): Promise<string> => {
        await each.settles();
        const [token] = await Promise.all([authorized(each.page), each.look()]);
        return JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString('utf8')).sub as string;
      };
      const before = [await asked(first), await asked(second)];
      expect(new Set(before).size).toBe(2);
      // Whichever is opened anew is its own person's, whoever is in the other.
      for (const each of [first, second]) {
        await each.page.reload();
        await each.page.getByRole('banner').waitFor();
      }
      expect([await asked(first), await me(first.page)]).toEqual([before[0], first.name]);
      expect([await asked(second), await me(second.page)]).toEqual([before[1], second.name]);
      await first.leave();
      await bureau.close();
    },
  );

  it('who logs out in a tab of before ends and clears only what is his; whoever came last, everything', async () => {
    const bureau = await openBureau({ at: '2026-03-02T22:50:00+08:00' });
    const device = await openDevice(bureau.url, 'pc');
    const first = await personAt(bureau, 'dutyOfficer', { path: '/desk/open', opened: device });
    await first.fill(/^什么事/, '群众来电甲');
    await first.sees(/已存本机/);
    await first.go('/desk/more');
    const page = await device.context.newPage();
    const second = await personAt(bureau, 'officeHead', {
      path: '/desk/open',
      opened: { ...device, page },
    });
    await second.fill(/^什么事/, '群众来电乙');
    await second.sees(/已存本机/);
    const kept = (): Promise<string> => page.evaluate<string>('JSON.stringify(localStorage)');
    expect(await kept()).toMatch(/群众来电甲/);
    const logOut = async (each: typeof first): Promise<void> => {
      await each.page.getByRole('button', { name: '退出登录' }).click();
      await each.page.getByRole('button', { name: '删除草稿并退出' }).click();
      await each.page.waitForURL((url) => !url.pathname.startsWith('/desk/more'));
    };
    await logOut(first);
    await expect.poll(kept).not.toContain('群众来电甲');
    await settles(page);
    expect(await page.locator('form').count()).toBe(1);
    expect(await kept()).toContain('群众来电乙');
    await second.go('/desk/more');
    await logOut(second);
    await second.go('/desk/login');
    await second.settles();
    expect(await kept()).not.toContain('shixian/');
    await second.leave();
    await bureau.close();
  });
});
