import { expect, it } from 'vitest';
import { formsForTests } from '../support/forms.ts';
import { personAt } from '../support/person.ts';

// 回应口径: the office drafts it, the leader reads and approves it, and need not type it; or says what is to be changed.

const { bureau, caseOf, at, entriesOf } = formsForTests();
const TITLE = '关于问题批次糕点的情况通报';
const WORDS = '问题批次已全部封存，正在核查销售去向。';

it.each(['phone', 'pc'] as const)('on a %s', async (size) => {
  const of = size === 'phone' ? 'orange' : 'red';
  const path = at(of, 'RecordAction', { with: { action: 'statementApproved' } });
  const before = await personAt(bureau(), 'deputyLeader', { path, size });
  await before.sees('还没有“回应口径送审稿”，拟稿后再审定。口头、纸上已经审定的，可以直接登记。');
  await before.picture('draft-none');
  await before.leave();

  const drafter = await personAt(bureau(), 'officeHead', {
    path: at(of, 'IssueDocument', { with: { document: 'statementDraft' } }),
    size,
  });
  await drafter.fill('标题', TITLE);
  await drafter.fill('正文', WORDS);
  await drafter.sees(/须第二人同意或确认/);
  await drafter.picture('draft-form');
  await drafter.submit.click();
  await drafter.sees(/^已办：|^已登记：/);
  expect(drafter.faults).toEqual([]);
  await drafter.leave();

  const leader = await personAt(bureau(), 'deputyLeader', { path, size });
  await leader.sees(WORDS);
  await leader.sees('不同意的，批示怎样改');
  await leader.tap('填入这一份');
  await leader.holds(/^所审定的标题/, TITLE);
  await leader.picture('draft-read');
  await leader.submit.click();
  await leader.sees(/^已办：|^已登记：/);
  expect(leader.faults).toEqual([]);
  await leader.leave();
  if (of === 'orange') expect(await entriesOf('RecordAction')).toHaveLength(1);
  const { case: caseId } = (await bureau().read('officeHead', `/v1/cases/${caseOf(of)}`)) as { case: string };
  await bureau().act('officeHead', caseId, {
    ...{ type: 'RecordPublication', form: 'authoritative', title: TITLE, place: '本局网站' },
  });
});
