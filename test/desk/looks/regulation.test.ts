import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeBrowser } from '../support/browser.ts';
import { type OpenBureau, openBureau } from '../support/bureau.ts';
import { personAt } from '../support/person.ts';

let bureau: OpenBureau;
beforeAll(async () => {
  bureau = await openBureau();
});
afterAll(async () => {
  await closeBrowser();
  await bureau.close();
});

it('a clause that is tapped in 待办 has its words first, marked, in their sentence, and leads to what is around it', async () => {
  await bureau.open('dutyOfficer', {
    title: '某食品厂问题产品',
    text: '网帖',
    level: 'orange',
    sources: [{ kind: '湛江市局交办', receivedAt: '2026-03-02T22:50:00+08:00' }],
  });
  const clerk = await personAt(bureau, 'dutyOfficer', { path: '/desk/duties' });
  await clerk.page.getByRole('button', { name: /电话报告湛江市局的依据$/ }).click();
  const sheet = clerk.page.getByRole('dialog');
  await sheet.getByText('算法', { exact: true }).waitFor();
  await expect.poll(() => sheet.locator('mark').first().innerText()).toBe('3小时内电话报告初步处置情况');
  await expect.poll(() => sheet.locator('blockquote').first().innerText()).toMatch(/12小时内报送书面报告。$/);
  const said = await sheet.innerText();
  expect(said.indexOf('3小时内电话报告')).toBeLessThan(said.indexOf('算法'));
  expect(said).not.toContain('办法规定');
  await clerk.picture('duties-clause');
  await sheet
    .getByRole('link', { name: /^看上下文/ })
    .first()
    .click();
  await expect.poll(() => clerk.heading()).toBe('制度：全文，逐条');
  const place = clerk.page.locator('[id^="clause-"]:focus');
  await place.waitFor();
  expect(await place.innerText()).toContain('3小时内电话报告初步处置情况');
  await clerk.leave();
});

it('a part of 制度 begins at its heading, and back is where one was', async () => {
  const clerk = await personAt(bureau, 'dutyOfficer', { path: '/desk/regulation' });
  const scrolled = (): Promise<number> => clerk.page.evaluate<number>('window.scrollY');
  const link = clerk.page.getByRole('link', { name: /^谁是谁|^本局设置/ }).first();
  await link.scrollIntoViewIfNeeded();
  const before = await scrolled();
  expect(before).toBeGreaterThan(300);
  await link.click();
  await expect.poll(() => clerk.heading()).toMatch(/^制度：/);
  expect(await scrolled()).toBe(0);
  await clerk.page.goBack();
  await expect.poll(() => clerk.heading()).toBe('制度');
  await expect.poll(scrolled).toBe(before);
  await clerk.leave();
});
