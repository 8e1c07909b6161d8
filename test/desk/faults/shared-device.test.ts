import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../support/browser.ts';
import { type OpenBureau, openBureau } from '../support/bureau.ts';
import { type PersonAtDesk, personAt } from '../support/person.ts';

// What stays where it may not, on a device that others use too.

let bureau: OpenBureau;
beforeAll(async () => {
  bureau = await openBureau({ at: '2026-03-02T22:50:00+08:00' });
});
afterAll(async () => {
  await closeBrowser();
  await bureau.close();
});
let count = 0;
const openCase = async (more: object = {}) => {
  count += 1;
  const { case: id } = await bureau.open('officeHead', {
    title: `某食品厂问题产品${count}`,
    text: '门店销售',
    sources: [{ kind: 'monitored' }],
    level: 'orange',
    ...more,
  });
  return id;
};
const stored = ({ page }: PersonAtDesk): Promise<string> =>
  page.evaluate<string>('JSON.stringify(localStorage)');

describe('a sheet', () => {
  it('goes with the session: over the login page nothing of a case is read', async () => {
    const id = await openCase();
    await bureau.act('officeHead', id, { type: 'AssignUnit', unit: 'food' });
    const clerk = await personAt(bureau, 'dutyOfficer', { path: `/desk/cases/${id}` });
    await clerk.page.locator('.axis .sum').first().click();
    const sheet = clerk.page.getByRole('dialog');
    await sheet.waitFor();
    const before = await sheet.innerText();
    await clerk.context.route('**/v1/**', (route) =>
      route.fulfill({ status: 401, json: { code: 'TOKEN_INVALID', message: '登录已失效' } }),
    );
    await clerk.look();
    await clerk.sees(/登录已失效/);
    console.log(
      'SHEET after the session has ended:',
      await sheet.count(),
      before.slice(0, 60).replace(/\n/g, ' '),
    );
    expect(await sheet.count()).toBe(0);
    await clerk.leave();
  });
  it('of a 涉密 case is not left standing over the login page', async () => {
    const id = await openCase({ title: '见纸质件', text: undefined, flags: ['secret'] });
    const head = await personAt(bureau, 'officeHead', { path: `/desk/cases/${id}` });
    await head.tap('查阅记录');
    const sheet = head.page.getByRole('dialog');
    await sheet.getByText('当日首次查阅').first().waitFor();
    await head.context.route('**/v1/**', (route) =>
      route.fulfill({ status: 401, json: { code: 'TOKEN_INVALID', message: '登录已失效' } }),
    );
    await head.look();
    await head.sees(/登录已失效/);
    console.log(
      'SECRET SHEET',
      await sheet.count(),
      (await sheet.count()) ? (await sheet.innerText()).replace(/\n/g, ' ') : '',
    );
    expect(await sheet.count()).toBe(0);
    await head.leave();
  });
  it('of one page does not stay over another', async () => {
    const id = await openCase();
    const clerk = await personAt(bureau, 'dutyOfficer', { path: '/desk/duties' });
    await clerk.go(`/desk/cases/${id}`);
    await clerk.sees(/^事情/);
    await clerk.page.locator('.back').click();
    await clerk.sees('应立即办');
    await clerk.page.goBack();
    await clerk.sees(/^事情/);
    await clerk.page.locator('.axis .sum').first().click();
    await clerk.page.getByRole('dialog').waitFor();
    await clerk.page.goForward();
    await clerk.sees('应立即办');
    console.log('SHEET on another page', await clerk.page.getByRole('dialog').count());
    expect(await clerk.page.getByRole('dialog').count()).toBe(0);
    await clerk.leave();
  });
});

describe('after a logout', () => {
  it('nothing is kept by an answer that comes late', async () => {
    const id = await openCase();
    const clerk = await personAt(bureau, 'dutyOfficer', { path: '/desk/more' });
    await clerk.sees('退出登录');
    await openCase();
    // A slow line: the list comes a second after the tap, the issuer's answer two.
    await clerk.context.route(/\/v1\/duties/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await route.continue().catch(() => undefined);
    });
    await clerk.context.route(/openid-configuration/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 2500));
      await route.continue().catch(() => undefined);
    });
    await clerk.page.evaluate('window.dispatchEvent(new Event("focus"))');
    await clerk.tap('退出登录');
    await clerk.page.waitForTimeout(1800);
    const kept = await stored(clerk);
    console.log('KEPT after logout', kept.length, kept.slice(0, 160));
    expect(kept).not.toContain(id);
    await clerk.leave();
  });

  it('no other tab of the same browser goes on as the same person', async () => {
    await openCase();
    const clerk = await personAt(bureau, 'dutyOfficer', { path: '/desk/duties' });
    // A second tab of the same person, as the browser duplicates one.
    const session = await clerk.page.evaluate<string>('JSON.stringify(sessionStorage)');
    const other = await clerk.context.newPage();
    await other.addInitScript(
      `for (const [k, v] of Object.entries(JSON.parse(${JSON.stringify(session)}))) if (!sessionStorage.getItem('seeded')) sessionStorage.setItem(k, v); sessionStorage.setItem('seeded', '1');`,
    );
    await other.goto(`${bureau.url}/desk/duties`);
    await other
      .getByText(/应立即办/)
      .first()
      .waitFor();
    await clerk.go('/desk/more');
    await clerk.tap('退出登录');
    await clerk.page
      .getByRole('button', { name: '退出登录' })
      .click()
      .catch(() => undefined);
    await clerk.page.waitForURL(/\/desk\/login|oidc/).catch(() => undefined);
    await openCase();
    await other.evaluate('window.dispatchEvent(new Event("focus"))');
    await other.waitForTimeout(1500);
    const said = await other.locator('body').innerText();
    const kept = await other.evaluate<string>('JSON.stringify(localStorage)');
    console.log(
      'OTHER TAB still logged in:',
      said.includes('应立即办'),
      'kept again:',
      kept.length,
      kept.slice(0, 80),
    );
    expect(said).not.toContain('应立即办');
    expect(kept).not.toContain('LZ2026');
    await clerk.leave();
  });
});

describe('a case that has become 涉密', () => {
  it('leaves no draft on the device', async () => {
    const id = await openCase();
    const clerk = await personAt(bureau, 'officeHead', { path: `/desk/cases/${id}/do/RecordInstruction` });
    await clerk.fill('批示内容', '机密内容甲');
    await clerk.sees(/草稿.*已存本机/);
    await bureau.act('officeHead', id, { type: 'SetFlags', add: ['secret'], reason: '见纸质件' });
    await clerk.go(`/desk/cases/${id}`);
    await clerk.sees('涉密案卷。');
    await clerk.go('/desk/duties');
    await clerk.page.waitForTimeout(1000);
    const kept = await stored(clerk);
    console.log('DRAFT of a 涉密 case on the device:', kept.includes('机密内容甲'));
    expect(kept).not.toContain('机密内容甲');
    await clerk.leave();
  });
});

describe('the service worker', () => {
  it('keeps the page as the page, whatever file somebody has opened', async () => {
    const clerk = await personAt(bureau, 'dutyOfficer', { path: '/desk/duties' });
    // Ready: it has the page and the scripts, and takes the next navigation.
    await clerk.page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await clerk.go('/desk/duties');
    await clerk.sees(/核对，每\d+秒一次/);
    await clerk.go('/desk/licences.txt');
    await clerk.sees(/License/);
    await clerk.context.setOffline(true);
    await clerk.go('/desk/duties');
    await clerk.sees(/网络中断/);
    await clerk.context.setOffline(false);
    await clerk.leave();
  });
});
