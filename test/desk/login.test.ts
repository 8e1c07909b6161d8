import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, openDevice } from './support/browser.ts';
import { type OpenBureau, openBureau } from './support/bureau.ts';
import { personAt } from './support/person.ts';

let bureau: OpenBureau;
let caseId: string;
beforeAll(async () => {
  bureau = await openBureau();
  ({ case: caseId } = await bureau.open('dutyOfficer', {
    title: '某食品厂问题产品流入周边市场',
    text: '召回的问题批次糕点仍在门店销售',
    sources: [{ kind: 'monitored' }],
    level: 'orange',
  }));
});
afterAll(async () => {
  await closeBrowser();
  await bureau.close();
});

describe('login', () => {
  it('by the provider’s own page, and out again: the next person is asked who he is', async () => {
    const { page, context, faults } = await openDevice(bureau.url, 'phone');
    await page.goto(`${bureau.url}/`);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('button', { name: /^办公室负责人/ }).click();
    await page.getByRole('banner').waitFor();
    await page.waitForURL(({ pathname }) => pathname === '/desk/duties');
    await page.goto(`${bureau.url}/desk/more`);
    await page.getByRole('button', { name: /退出登录/ }).click();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('heading', { name: '时限 值班台' }).waitFor();
    await page.waitForURL(({ pathname }) => pathname === '/desk/login');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText('选定一人').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('leads from the link of a text to its case', async () => {
    const clerk = await personAt(bureau, 'dutyOfficer', { path: `/desk/cases/${caseId}` });
    await clerk.isAt(`/desk/cases/${caseId}`);
    expect(clerk.faults).toEqual([]);
    await clerk.leave();
  });

  it('says how long it holds, and that a closed page needs another', async () => {
    const clerk = await personAt(bureau, 'dutyOfficer', { path: '/desk/duties' });
    const other = await clerk.context.newPage();
    await other.goto(`${bureau.url}/desk/duties`);
    await other.getByText('关闭本页后再用，须重新登录；一次登录最长12小时。').waitFor();
    await clerk.leave();
  });

  it.each([
    ['device that keeps drafts', '', /办理、立案时没有提交的内容已保存在本机，登录后接着填。/],
    [
      'device that keeps nothing',
      `Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('', 'SecurityError'); } });`,
      /本机存不下草稿，没有提交的内容没有保存。/,
    ],
  ])('says of what was typed no more than is so: %s', async (_, script, words) => {
    const clerk = await personAt(bureau, 'dutyOfficer', { path: '/desk/duties' });
    await clerk.context.addInitScript(script);
    await clerk.page.reload();
    await clerk.page.getByRole('banner').waitFor();
    await clerk.context.route('**/v1/**', (route) =>
      route.fulfill({ status: 401, json: { code: 'TOKEN_INVALID', message: '登录已失效' } }),
    );
    await clerk.look();
    await clerk.sees(words);
    await clerk.leave();
  });

  it('says that drafts are gone where he has logged out in another tab', async () => {
    const clerk = await personAt(bureau, 'dutyOfficer', { path: '/desk/duties' });
    const page = await clerk.context.newPage();
    const other = await personAt(bureau, 'dutyOfficer', { path: '/desk/more', opened: { ...clerk, page } });
    await other.tap('退出登录');
    await clerk.sees(/已在本机另一页退出登录。\s*本机保存的草稿已一并清除。/);
    await clerk.leave();
  });
});
