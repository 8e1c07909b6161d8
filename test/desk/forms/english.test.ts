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

it('what is typed by an English Windows is said in Chinese words, and is the day that is entered', async () => {
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
  // The time of the 批示 itself, not of what somebody is entered for.
  const made = page.getByRole('group', { name: /批示的?$|^什么时候/ }).last();
  await made.getByLabel('自己填').check({ force: true });
  await made.getByLabel(/日期$/).focus();
  await page.keyboard.type('03022026');
  await clerk.sees('2026年3月2日（星期一）');
  await made.getByLabel(/时间$/).focus();
  await page.keyboard.type('1040PM');
  await clerk.sees('2026年3月2日（星期一）22:40');
  await clerk.picture('english');
  await clerk.submit.click();
  await clerk.sees(/^已办：/);
  const { entries } = await bureau.read('officeHead', `/v1/cases/${caseId}/log`);
  const entry = (entries as { command: string; events: unknown[] }[]).find(
    ({ command }) => command === 'RecordInstruction',
  );
  expect(JSON.stringify(entry?.events)).toContain('2026-03-02T14:40:00');
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
