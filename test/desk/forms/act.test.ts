import { describe, expect, it } from 'vitest';
import { formsForTests, TELEPHONE } from '../support/forms.ts';
import { watchLine } from '../support/line.ts';
import { drafts, personAt } from '../support/person.ts';

// An act, from its form to what came of it, or why it cannot be done.

const { bureau, caseOf, at, entriesOf } = formsForTests();

describe('a telephone report at night', () => {
  it('says what it meets before it is done, and what it lacks without barring it', async () => {
    const clerk = await personAt(bureau(), 'dutyOfficer', {
      path: at('orange', 'FileReport', { with: TELEPHONE }),
    });
    await clerk.sees('登记电话报告');
    await clerk.sees(/^电话报告湛江市局按时完成/);
    await clerk.sees(/^还缺：对方接听人的单位和职务、报告要点；/);
    // Nothing is written yet: it is still to come.
    expect(await clerk.page.locator('.field.lack').count()).toBe(0);
    await clerk.sees('报告种类：初报，报告形式：电话');
    await clerk.sees(/短信发给：/);
    await clerk.picture('act-telephone');
    expect(await entriesOf('FileReport')).toEqual([]);

    await clerk.pick('自己填');
    await clerk.fill(/日期$/, '2026-03-03');
    await clerk.fill(/时间$/, '01:20');
    await clerk.submit.click();
    await clerk.sees('有1处要改，尚未登记');
    await clerk.focusIs('[role=alert]');
    await clerk.sees('01:20晚于现在。请填实际的时间，最晚到现在01:08。');
    await clerk.sees(/^电话报告湛江市局：剩41分，01:50前/);
    await clerk.page.getByRole('link', { name: /什么时候报的/ }).click();
    await clerk.focusIs('input[type=date]');
    await expect
      .poll(() => clerk.page.evaluate('getComputedStyle(document.activeElement).opacity'))
      .toBe('1');
    await clerk.picture('act-wrong');

    await clerk.pick('刚刚');
    await clerk.fill('对方接听人的单位和职务', '湛江市局办公室值班员');
    await clerk.sees('还缺：报告要点');
    await clerk.fill('报告要点', '网帖称问题批次糕点仍在三县市销售，我局已封存库存。');
    await clerk.sees(/^电话报告湛江市局按时完成/);
    await clerk.submit.dblclick();
    await clerk.sees('已办：登记电话报告');
    await clerk.focusIs('h1');
    await clerk.settles();
    expect(await entriesOf('FileReport')).toHaveLength(1);
    await expect.poll(() => drafts(clerk)).toBe(0);
    expect(clerk.faults).toEqual([]);
    await clerk.leave();
  });
});

it('others act meanwhile: it is shown what they did, and it is done on what the case has become', async () => {
  const clerk = await personAt(bureau(), 'officeHead', { path: at('orange', 'RecordInstruction') });
  const line = await watchLine(clerk);
  await clerk.pick('本局领导');
  await clerk.fill('批示内容', '请宣传股准备口径');
  await bureau().act('deputyLeader', caseOf('orange'), {
    ...{ type: 'RecordInstruction', from: 'bureau', text: '请办公室牵头' },
  });
  await clerk.submit.click();
  await clerk.sees('填写期间案卷有了新情况，尚未登记');
  await clerk.sees(/01:08 .*请办公室牵头/);
  await clerk.picture('act-conflict');
  await clerk.tap('看过了，继续办理');
  await clerk.seesNot('填写期间案卷有了新情况，尚未登记');
  await clerk.submit.click();
  await clerk.sees(/^已办：/);
  expect(line.sent.map(({ version }) => version)).toHaveLength(2);
  expect(new Set(line.sent.map(({ version }) => version)).size).toBe(2);
  await clerk.leave();
});

it('what the rules refuse is said at its field before anything is done, with why', async () => {
  const clerk = await personAt(bureau(), 'dutyOfficer', { path: at('blue', 'AssignUnit') });
  const unit = clerk.page.getByLabel(/^责任单位/);
  await unit.waitFor();
  // A unit that has the case is no choice: it is only once somebody else has been quicker.
  await bureau().act('officeHead', caseOf('blue'), { type: 'AssignUnit', unit: '价格监督检查股' });
  await unit.selectOption({ label: '价格监督检查股' });
  await clerk.sees('照现在这样填，不能转办。“责任单位”：已由该单位办理。');
  const why = '已由该单位办理';
  await expect.poll(() => clerk.page.locator('#e-unit').innerText()).toBe(why);
  await clerk.submit.click();
  await clerk.sees(`责任单位：${why}`);
  await clerk.sees('有1处要改，尚未转办');
  await clerk.settles();
  expect(await entriesOf('AssignUnit')).toHaveLength(1);
  await clerk.leave();
});

it('whoever may not act is told why, and who may; whoever may not now, why', async () => {
  const liaison = await personAt(bureau(), 'unitLiaison@food', { path: at('orange', 'Conclude') });
  await liaison.sees(/可以办理的：.*局办公室负责人/);
  await liaison.settles();
  expect(await liaison.page.locator('form').count()).toBe(0);
  await liaison.leave();
  const head = await personAt(bureau(), 'officeHead', { path: at('orange', 'Conclude') });
  await head.sees(/舆情尚未平息，不能结报/);
  expect(await head.text()).not.toContain('可以办理的');
  await head.leave();
});
