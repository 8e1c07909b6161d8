import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeBrowser, openDevice } from '../support/browser.ts';
import { type OpenBureau, openBureau } from '../support/bureau.ts';
import { personAt } from '../support/person.ts';

// A browser that writes 03/02/2026 where the desk's people read 3月2日.

let bureau: OpenBureau;
beforeAll(async () => {
  bureau = await openBureau({ at: '2026-03-02T22:30:00+08:00' });
});
afterAll(async () => {
  await closeBrowser();
  await bureau.close();
});

it('what is typed by an English Windows is said in Chinese words, and is the day that is asked of the API', async () => {
  const { case: caseId } = await bureau.open('dutyOfficer', {
    ...{ title: '某食品厂问题产品', text: '门店销售', sources: [{ kind: 'monitored' }], level: 'orange' },
  });
  await bureau.passTo('2026-03-03T01:08:00+08:00');
  const opened = await openDevice(bureau.url, 'pc', { locale: 'en-US', timezoneId: 'America/New_York' });
  const path = `/desk/cases/${caseId}/do/RecordInstruction`;
  const clerk = await personAt(bureau, 'officeHead', { path, opened });
  const { page } = clerk;
  await clerk.pick('本局领导');
  await clerk.fill('批示内容', '请速核查');
  await clerk.pick('自己填');
  await page.getByLabel(/日期$/).first().focus();
  await page.keyboard.type('03022026');
  await clerk.sees('2026年3月2日（星期一）');
  await page.getByLabel(/时间$/).first().focus();
  const asked = page.waitForRequest(
    (request) => /\?try.*/.test(request.url()) && /T22:40/.test(request.postData() ?? ''),
  );
  await page.keyboard.type('1040PM');
  await clerk.sees('2026年3月2日（星期一）22:40');
  await clerk.picture('english');
  expect((await asked).postData()).toContain('"2026-03-02T22:40:00+08:00"');
  await clerk.go('/desk/cases');
  await page
    .getByText(/筛选|更多条件/)
    .first()
    .click();
  await page.locator('input[type=date]').first().focus();
  await page.keyboard.type('03022026');
  await clerk.sees('2026年3月2日（星期一）');
  expect(clerk.faults).toEqual([]);
  await clerk.leave();
});
