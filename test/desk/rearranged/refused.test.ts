import { afterAll, beforeAll, expect, it } from 'vitest';
import { usable } from '../looks/ways.ts';
import { closeBrowser } from '../support/browser.ts';
import { formsForTests } from '../support/forms.ts';
import { personAt } from '../support/person.ts';

// What is not merged is not offered; whoever comes with its number all the same reads why, at the field.

const { bureau, caseOf, at } = formsForTests();
const HEAD = 'officeHead';
let concluded = '';
beforeAll(async () => {
  const { case: caseId } = await bureau().open(HEAD, {
    ...{ title: '误立的案卷', text: '无关', level: 'blue', sources: [{ kind: 'monitored' }] },
  });
  concluded = caseId;
  await bureau().act(HEAD, caseId, {
    ...{ type: 'Conclude', summary: '不是本局管辖的舆情', mistaken: '说的是外地的事，本不该立案' },
  });
  await bureau().act('chiefLeader', caseId, { type: 'ApproveConclusion' });
});
afterAll(closeBrowser);

it('none of what is not merged is among those to choose from', async () => {
  const head = await personAt(bureau(), HEAD, { path: at('blue', 'MergeCase') });
  await head.sees(/^处置中的3件/);
  for (const title of ['见纸质件', '误立的案卷', '农贸市场短斤缺两投诉'])
    expect(await head.page.locator('form ul').innerText()).not.toContain(title);
  await head.leave();
});

const REFUSED: readonly (readonly [string, () => string, RegExp])[] = [
  ['itself', () => caseOf('blue'), /^案卷不能并入自己，请填写另一案卷的编号$/],
  ['one that is 涉密', () => caseOf('secret'), /^涉密案卷不与其他案卷合并$/],
  ['one that is concluded', () => concluded, /^案卷LZ2026-0006已结报，不能合并$/],
  ['one that there is not', () => 'LZ2026-0999', /^没有所填的案卷，请核对编号$/],
];
it.each(REFUSED)('a merge into %s is refused at its field, and is not sent', async (called, into, why) => {
  const head = await personAt(bureau(), HEAD, {
    path: at('blue', 'MergeCase', { with: { into: into() } }),
  });
  await head.fill('理由', '说的是同一件事，请合并办理');
  await head.sees(why);
  await head.sees(/照现在这样填，不能并入另一案卷。/);
  await usable(head, `merge-refused-${called.split(' ').pop()}`);
  await head.submit.click();
  await head.sees('有1处要改，尚未提交');
  await head.settles();
  const { awaitingMerge } = await bureau().read(HEAD, `/v1/cases/${caseOf('blue')}`);
  expect(awaitingMerge).toBeNull();
  expect(head.faults).toEqual([]);
  await head.leave();
});

it('a merge by which a limit would be kept by nothing is refused with the limit that it is', async () => {
  // The unit has it, and is told; in the other case no unit has been told of anything.
  const { case: from } = await bureau().open(HEAD, {
    ...{ title: '某幼儿园多名幼儿呕吐', text: '网帖称', level: 'yellow', unit: 'food' },
    sources: [{ kind: 'monitored' }],
  });
  await bureau().passMinutes(10);
  const given = encodeURIComponent(JSON.stringify({ into: caseOf('red') }));
  const path = `/desk/cases/${from}/do/MergeCase?with=${given}`;
  const head = await personAt(bureau(), HEAD, { path });
  await head.fill('理由', '说的是同一件事，请合并办理');
  await head.sees(/^合并后“.+”的时限无从承接，请先办理，或改为并入另一案卷$/);
  await head.picture('merge-loses-limit');
  expect(head.faults).toEqual([]);
  await head.leave();
});

it.each([
  ['a 涉密 case', () => caseOf('secret'), 'MergeCase', /^涉密案卷不与其他案卷合并。/],
  ['a concluded one', () => concluded, 'MergeCase', /^案卷.*已结报|^案卷已归档/],
  ['an archived one', () => concluded, 'Reopen', /^案卷已归档，不能恢复办理；同一舆情又起的，请另行立案。/],
  ['one of which nothing is proposed', () => caseOf('blue'), 'ApproveMerge', /^没有待同意的并案。/],
] as const)('the page of %s says at once why it cannot be', async (_, caseId, command, why) => {
  const head = await personAt(bureau(), HEAD, { path: `/desk/cases/${caseId()}/do/${command}` });
  await head.sees(why);
  await head.sees('回到案卷');
  expect(head.faults).toEqual([]);
  await head.leave();
});
