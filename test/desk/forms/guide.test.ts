import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meantWords } from '../../../web/model/forms/guide/meant.ts';
import { closeBrowser } from '../support/browser.ts';
import type { OpenBureau } from '../support/bureau.ts';
import { type PersonAtDesk, personAt } from '../support/person.ts';
import { openScene } from '../support/scene.ts';

// What a form tells somebody who has never seen it.

let scene: Awaited<ReturnType<typeof openScene>>;
let bureau: OpenBureau;
beforeAll(async () => {
  scene = await openScene();
  bureau = scene.bureau;
});
afterAll(async () => {
  await closeBrowser();
  await bureau.close();
});
type Case = keyof Awaited<ReturnType<typeof openScene>>['cases'];
const at = (of: Case, command: string, given: { with?: object; for?: string } = {}): string => {
  const query = new URLSearchParams();
  if (given.with !== undefined) query.set('with', JSON.stringify(given.with));
  if (given.for !== undefined) query.set('for', meantWords({ duty: given.for, occurrence: '1' }));
  return `/desk/cases/${scene.cases[of]}/do/${command}?${query}`;
};
const send = ({ page }: PersonAtDesk) => page.locator('button[type=submit]');
const mayIn = async (of: Case, type: string): Promise<boolean | undefined> => {
  const { acts } = (await bureau.read('dutyOfficer', `/v1/cases/${scene.cases[of]}/acts`)) as unknown as {
    acts: { type: string; may: boolean }[];
  };
  return acts.find((each) => each.type === type)?.may;
};

describe('a warning', () => {
  it('stands drafted in its fields; after it has gone, which cannot be repeated, it is done and nothing else', async () => {
    const clerk = await personAt(bureau, 'dutyOfficer', { path: at('yellow', 'ReleaseWarning') });
    const first = clerk.page.locator('textarea').first();
    await first.waitFor();
    const drafted = await first.inputValue();
    expect(drafted.length).toBeGreaterThan(3);
    expect((await clerk.text()).split(drafted)).toHaveLength(1);
    expect(await first.getAttribute('placeholder')).toBeNull();
    await first.fill(`${drafted}，已派人到场`);
    const sent = clerk.page.waitForRequest((request) => /\/commands$/.test(request.url()));
    await clerk.picture('warning');
    await send(clerk).click();
    const { fields } = JSON.parse((await sent).postData() ?? '') as { fields: Record<string, string> };
    expect(Object.values(fields)).toEqual([`${drafted}，已派人到场`]);
    await clerk.sees(/^已办：/);
    expect(await mayIn('yellow', 'ReleaseWarning')).toBe(false);
    await clerk.look();
    await clerk.page.waitForTimeout(1500);
    await clerk.sees(/^已办：/);
    expect(await clerk.page.locator('.alert').count()).toBe(0);
    expect(clerk.faults).toEqual([]);
    await clerk.picture('warning-done');
    await clerk.leave();
  });
});

describe('a form that is opened for a duty', () => {
  const TELEPHONE = { kind: 'first', form: 'telephone', to: ['zhanjiang'] };
  it('shows that duty at its head, and says first when it would not be met, with why', async () => {
    const path = at('orange', 'FileReport', { with: TELEPHONE, for: 'zhanjiangTelephone' });
    const clerk = await personAt(bureau, 'dutyOfficer', { path });
    const head = clerk.page.locator('form > .line').first();
    await head.waitFor();
    expect(await head.innerText()).toMatch(/^电话报告湛江市局：/);
    await clerk.sees(/^电话报告湛江市局按时完成/);
    expect(await clerk.text()).not.toContain('不能办结');
    await clerk.pick('自己填');
    await clerk.fill(/日期$/, '2026-03-02');
    await clerk.fill(/时间$/, '22:40');
    await clerk.sees('照这样填，不能办结“电话报告湛江市局”：所填时间昨日22:40早于起算时间昨日22:50（收到）');
    expect(await head.innerText()).toMatch(/^电话报告湛江市局：/);
    await clerk.page.locator('.does').scrollIntoViewIfNeeded();
    await clerk.picture('unmet');
    await clerk.leave();
  });

  it('opens the fold in which something is missing, and says what that bars', async () => {
    const written = { kind: 'first', form: 'written', to: ['zhanjiang'] };
    const path = at('orange', 'FileReport', { with: written, for: 'zhanjiangWritten' });
    const clerk = await personAt(bureau, 'dutyOfficer', { path });
    await clerk.sees(/^还缺：.*；照常计入，结报前须补齐$/);
    const fold = clerk.page.locator('form > details').first();
    expect(await fold.getAttribute('open')).not.toBeNull();
    expect(await fold.locator('.lack').count()).toBeGreaterThan(0);
    await clerk.picture('lacking');
    await clerk.leave();
  });
});

it('where there is nothing to take back, there is no button, and it is said what else there is', async () => {
  const clerk = await personAt(bureau, 'dutyOfficer', { path: at('blue', 'WithdrawAct') });
  await clerk.sees(/目前没有可选的.*不能办理。时间录错的，用“/);
  expect(await send(clerk).count()).toBe(0);
  await clerk.picture('nothing');
  await clerk.leave();
});

it('who may act only for another sees where, before he sends anything', async () => {
  const path = at('red', 'RecordAction', { with: { action: 'statementApproved' } });
  const clerk = await personAt(bureau, 'dutyOfficer', { path });
  await clerk.sees('你可以代录：本人告知后填写，由本人确认');
  await clerk.page.getByLabel('替谁录入').waitFor();
  await clerk.picture('for-another');
  await clerk.leave();
});

it('an instant to be corrected says what it is now', async () => {
  const clerk = await personAt(bureau, 'officeHead', { path: at('orange', 'CorrectInstant') });
  await clerk.sees('舆情发生：现为昨日22:00');
  await clerk.sees('收到：现为昨日22:50');
  await clerk.sees(/^还须填：时点、更正为、理由。$/);
  await clerk.picture('correct');
  await clerk.leave();
});

describe('an opening', () => {
  it('says which field keeps it, and what to look at again in a level', async () => {
    const clerk = await personAt(bureau, 'dutyOfficer', { path: '/desk/open' });
    await clerk.sees(/^还须填：谁来的电话、什么事。$/);
    await clerk.page.locator('[id="f-sources.kind"]').selectOption({ index: 1 });
    await clerk.fill(/^什么事/, '群众来电咨询营业执照办理时间');
    await clerk.sees('按此立案不计时限，请核对是否应定得更高');
    await clerk.page.getByText(/^更多：/).click();
    await clerk.page.getByText('敏感程度', { exact: true }).waitFor();
    const regarded = clerk.page.getByRole('group', { name: '上级认定的级别' });
    await regarded.getByLabel(/橙/).check({ force: true });
    await clerk.sees(/^上级认定为.*，立案后为.*，请核对$/);
    await clerk.picture('open-level');
    const level = clerk.page.getByRole('group', { name: '定什么级' });
    await level.getByLabel(/橙/).check({ force: true });
    await clerk.sees(/^按橙立案后/);
    await clerk.seesNot(/^上级认定为/);
    await clerk.sees(/立即：/);
    expect(await clerk.text()).not.toContain('按此立案不计时限');
    const taken = clerk.page.getByRole('group', { name: /什么时候收到电话的/ });
    await taken.getByLabel('自己填').or(taken.getByLabel('知道时间')).first().check({ force: true });
    await clerk.sees(/“什么时候收到电话的”要改：请填日期和时间。/);
    await clerk.picture('open-wrong');
    await clerk.leave();
  });
});
