import { describe, expect, it } from 'vitest';
import { type Case, formsForTests, TELEPHONE } from '../support/forms.ts';
import { personAt } from '../support/person.ts';

// What a form tells somebody who has never seen it.

const { bureau, caseOf, at } = formsForTests();
const mayIn = async (of: Case, type: string): Promise<boolean | undefined> => {
  const { acts } = (await bureau().read('dutyOfficer', `/v1/cases/${caseOf(of)}/acts`)) as unknown as {
    acts: { type: string; may: boolean }[];
  };
  return acts.find((each) => each.type === type)?.may;
};

describe('a warning', () => {
  it('stands drafted in its fields; after it has gone, which cannot be repeated, it is done and nothing else', async () => {
    const clerk = await personAt(bureau(), 'dutyOfficer', { path: at('yellow', 'ReleaseWarning') });
    const first = clerk.page.locator('textarea').first();
    await first.waitFor();
    await clerk.settles();
    const drafted = await first.inputValue();
    expect(drafted.length).toBeGreaterThan(3);
    // It stands in its field alone: what will stand in the log is called by its name, in one line, and last.
    const does = clerk.page.locator('.does');
    await expect.poll(() => does.innerText()).toMatch(/记入案卷日志：核发“[^：]+”\s+核发预警后不能改/);
    expect(await clerk.text()).not.toContain(drafted);
    expect(await first.getAttribute('placeholder')).toBeNull();
    await first.fill(`${drafted}，已派人到场`);
    const sent = clerk.page.waitForRequest((request) => /\/commands$/.test(request.url()));
    await clerk.picture('warning');
    await clerk.submit.click();
    const { fields } = JSON.parse((await sent).postData() ?? '') as { fields: Record<string, string> };
    expect(Object.values(fields)).toEqual([`${drafted}，已派人到场`]);
    await clerk.sees(/^已办：/);
    expect(await mayIn('yellow', 'ReleaseWarning')).toBe(false);
    await clerk.look();
    await clerk.sees(/^已办：/);
    expect(await clerk.page.locator('.alert').count()).toBe(0);
    expect(clerk.faults).toEqual([]);
    await clerk.picture('warning-done');
    await clerk.leave();
  });
});

describe('a form that is opened for a duty', () => {
  it('shows that duty at its head, and says first when it would not be met, with why', async () => {
    const path = at('orange', 'FileReport', { with: TELEPHONE, for: 'zhanjiangTelephone' });
    const clerk = await personAt(bureau(), 'dutyOfficer', { path });
    const head = clerk.page.locator('form > .line').first();
    await head.waitFor();
    await expect.poll(() => head.innerText()).toMatch(/^电话报告湛江市局：/);
    await clerk.sees(/^电话报告湛江市局按时完成/);
    expect(await clerk.text()).not.toContain('不能办结');
    await clerk.pick('自己填');
    await clerk.fill(/日期$/, '2026-03-02');
    await clerk.fill(/时间$/, '22:40');
    await clerk.sees('照这样填，不能办结“电话报告湛江市局”：所填时间昨日22:40早于起算时间昨日22:50（收到）');
    await expect.poll(() => head.innerText()).toMatch(/^电话报告湛江市局：/);
    await clerk.page.locator('.does').scrollIntoViewIfNeeded();
    await clerk.picture('unmet');
    await clerk.leave();
  });

  it('opens the fold in which something is missing, and says what that bars', async () => {
    const written = { kind: 'first', form: 'written', to: ['zhanjiang'] };
    const path = at('orange', 'FileReport', { with: written, for: 'zhanjiangWritten' });
    const clerk = await personAt(bureau(), 'dutyOfficer', { path });
    await clerk.sees(/^还缺：.*；照常计入，结报前须补齐$/);
    const fold = clerk.page.locator('form > details').first();
    expect(await fold.getAttribute('open')).toBeNull();
    await clerk.fill('报告要点', '已封存库存');
    await expect.poll(() => fold.getAttribute('open')).not.toBeNull();
    await fold.locator('.lack').first().waitFor();
    await clerk.picture('lacking');
    await clerk.leave();
  });
});

it('where there is nothing to take back, there is no button, and it is said what else there is', async () => {
  const clerk = await personAt(bureau(), 'dutyOfficer', { path: at('blue', 'WithdrawAct') });
  await clerk.sees(/目前没有可撤回的记录。时间录错的，用“/);
  await clerk.page.getByRole('link', { name: '回到案卷' }).waitFor();
  await clerk.settles();
  expect(await clerk.submit.count()).toBe(0);
  await clerk.picture('nothing');
  await clerk.leave();
});

it('who may act only for another sees where, before he sends anything', async () => {
  const path = at('red', 'RecordAction', { with: { action: 'statementApproved' } });
  const clerk = await personAt(bureau(), 'dutyOfficer', { path });
  await clerk.sees('你可以代录：本人告知后填写，由本人确认');
  await clerk.page.getByLabel('替谁录入').waitFor();
  // On a phone it is seen before anything else, without scrolling, and leads to where it is filled in.
  const words = clerk.page.getByText('你可以代录：本人告知后填写，由本人确认').first();
  const box = (await words.boundingBox())!;
  expect(await clerk.page.evaluate('window.scrollY')).toBe(0);
  expect(box.y + box.height).toBeLessThan(await clerk.page.evaluate<number>('innerHeight / 2'));
  await clerk.tap('去填“替别人录入”');
  expect(await clerk.page.evaluate("document.activeElement.closest('fieldset').textContent")).toContain(
    '替谁录入',
  );
  await clerk.picture('for-another');
  await clerk.leave();
});

it('an instant to be corrected says what it is now', async () => {
  const clerk = await personAt(bureau(), 'officeHead', { path: at('orange', 'CorrectInstant') });
  await clerk.sees('舆情发生：现为昨日22:00');
  await clerk.sees('收到：现为昨日22:50');
  await clerk.sees(/^还须填：时点、更正后的时间、理由。$/);
  await clerk.picture('correct');
  await clerk.leave();
});

it('a duty that asks a question has its answers behind one button, each with its own form', async () => {
  const head = await personAt(bureau(), 'officeHead', { path: '/desk/duties' });
  await head.page
    .getByRole('button', { name: /^登记是否平息/ })
    .first()
    .click();
  const sheet = head.page.getByRole('dialog');
  await sheet.getByRole('link', { name: '登记平息', exact: true }).waitFor();
  await head.picture('question');
  await sheet.getByRole('link', { name: '登记确认尚未平息' }).click();
  await head.page.locator('form').waitFor();
  expect(await head.heading()).toBe('登记确认尚未平息');
  await head.leave();
});

it('a leader reads what he approves and what waits for it, and the button says so, in his list and in the case', async () => {
  const leader = await personAt(bureau(), 'deputyLeader', { path: '/desk/duties' });
  const row = leader.page.locator('li', { hasText: '审定 回应口径' }).first();
  await row.getByText(/^审定后才能办理“/).waitFor();
  await row.getByRole('link', { name: /^审定 ?：/ }).waitFor();
  await leader.go(`/desk/cases/${caseOf('red')}`);
  await leader.sees('下一步：审定回应口径');
  await leader.page.getByRole('link', { name: /^审定 ?：/ }).waitFor();
  await leader.leave();
});
