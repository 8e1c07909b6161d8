import { expect, it } from 'vitest';
import { formsForTests } from '../support/forms.ts';
import { personAt } from '../support/person.ts';

// What a form waits for is given while it lies open: it is there to be chosen, and what was said before is gone.

const { bureau, caseOf, at, entriesOf } = formsForTests();
const TITLE = '关于问题批次糕点的情况通报';
/** Sooner than the page looks again by itself. */
const AT_ONCE = { timeout: 12_000 };

it('an approval that a leader gives meanwhile can be named at the next touch', async () => {
  const clerk = await personAt(bureau(), 'officeHead', { path: at('orange', 'RecordPublication') });
  await clerk.page.getByLabel(/^发布形式/).selectOption({ label: '发布权威信息' });
  await clerk.fill('标题', '另一个标题');
  await clerk.sees(/不能登记/);
  await clerk.settles();
  await bureau().act('deputyLeader', caseOf('orange'), {
    ...{ type: 'RecordAction', action: 'statementApproved', text: TITLE },
  });
  await clerk.fill('标题', '又一个标题');
  await expect.poll(() => clerk.page.getByLabel(/局领导审定“关于问题批次/).count(), AT_ONCE).toBe(1);

  await clerk.submit.click();
  await clerk.sees('有1处要改，尚未登记');
  await clerk.picture('act-not-approved');
  await clerk.fill('标题', TITLE);
  await clerk.seesNot('有1处要改，尚未登记');
  await clerk.submit.click();
  await clerk.sees('填写期间案卷有了新情况，尚未登记');
  await clerk.tap('看过了，继续办理');
  await clerk.sees('尚未登记：核对无误后，再按一次“登记”。');
  await clerk.settles();
  expect(await entriesOf('RecordPublication')).toHaveLength(0);
  await clerk.picture('act-seen');
  await clerk.submit.click();
  await clerk.sees(/^已办：/);
  expect(clerk.faults).toEqual([]);
  await clerk.leave();
});
