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
});
