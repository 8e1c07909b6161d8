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
