import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenBureau, openBureau } from './support/bureau.ts';
import { openOldPage } from './support/old-chromium.ts';
import { PAGES } from './support/pages.ts';

let bureau: OpenBureau;
let caseId: string;
let page: Awaited<ReturnType<typeof openOldPage>>;
beforeAll(async () => {
  bureau = await openBureau();
  ({ case: caseId } = await bureau.open('dutyOfficer', {
    title: '某超市被指销售过期乳制品',
    sources: [{ kind: 'monitored' }],
    level: 'yellow',
  }));
  page = await openOldPage();
});
afterAll(async () => {
  await page?.close();
  await bureau.close();
});

describe('Chromium 80', () => {
  it('is what is tried', async () => {
    expect(await page.version()).toMatch(/\/80\./);
  });
  it('lets people in by the issuer, and leads on to where they were going', async () => {
    await page.go(`${bureau.url}/desk/clocks`);
    const enter =
      "[].slice.call(document.querySelectorAll('button')).filter((b) => /进入.*值班员甲$/.test(b.textContent))[0]";
    await page.until(`${enter} !== undefined`);
    await page.evaluate(`${enter}.click()`);
    await page.until("document.querySelector('header') !== null && location.pathname === '/desk/clocks'");
    expect(page.faults).toEqual([]);
  });
  it.each(PAGES)('shows %s without an error', async (path) => {
    await page.go(`${bureau.url}${path.replace('CASE', caseId)}`);
    await page.until(
      "document.querySelector('h1') !== null && document.querySelector('h1').textContent !== ''",
    );
    await page.settles();
    expect(page.faults).toEqual([]);
  });
});
