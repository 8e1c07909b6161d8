import { concludeByDesk } from '../../support/conclude.ts';
import type { createNotedDesks } from '../../support/noted-desk.ts';
import { grave, type Office, plain, START } from '../../support/office.ts';
import { caseOf } from '../../support/told.ts';

type Noted = Pick<ReturnType<typeof createNotedDesks>, 'note' | 'deskOf' | 'officeHead'>;
type Desk = ReturnType<Noted['deskOf']>;

const detach = (id: string, destination: 'case' | 'board') => ({
  type: 'DetachItem',
  feed: 'demo',
  id,
  destination,
  reason: '说的是另一家店铺的事',
});

/** 并案, 移出信息, 恢复办理, 疑似复燃: what a case says of each, before and after it is agreed to. */
export const playRearranged = async (noted: Noted): Promise<void> => {
  const { deskOf, officeHead } = noted;
  const [office, head] = await officeHead();
  const chief = deskOf(office, 'chiefLeader');
  const open = (title: string, more: object = {}) =>
    head.open({ title, sources: [{ kind: 'monitored' }], level: 'blue', ...more });
  const [from, ended] = [await open('甲'), await open('乙')];
  office.pass(60_000);
  // What holds at once has held in the other case for longer.
  const into = await open('丙');

  await head.give(from, { type: 'FileReport', kind: 'first', form: 'telephone', to: ['zhanjiang'] });
  await head.give(from, { type: 'MergeCase', into, reason: '与该案卷说的是同一件事' });
  await head.readCase(from);
  await chief.give(from, { type: 'ApproveMerge' });
  for (const caseId of [from, into]) await head.readCase(caseId);

  await concludeByDesk(office, ended);
  await head.give(ended, { type: 'Reopen', reason: '结报后当事人提出新的证据' });
  await head.readCase(ended);

  // Its limit runs when an old post is put into it, and stays beside what that brings.
  const running = await open('丁', { level: 'red' });
  const publishedAt = new Date(Date.parse(START) - 20 * 3_600_000).toISOString();
  await office.push([plain('old', { publishedAt })]);
  await head.give(running, { type: 'AttachItem', feed: 'demo', id: 'old' });
  await head.readCase(running);

  await office.push([plain('p'), grave('g')]);
  const graded = (await office.system.items.find('demo', 'g'))!.caseId!;
  for (const id of ['p', 'g2']) {
    if (id === 'g2') await office.push([grave('g2', { url: grave('g').url })]);
    else await head.give(graded, { type: 'AttachItem', feed: 'demo', id });
  }
  const caught = {
    type: 'DetachItem',
    feed: 'demo',
    id: 'g2',
    destination: 'case',
    reason: '另一件事',
  } as const;
  await office.system.office.carryOut(
    graded,
    { id: 'x', name: '值班员', role: 'dutyOfficer' },
    {
      ...caught,
      isClocked: true,
    },
  );
  await head.readCase(graded);
  await head.give(graded, detach('p', 'board'));
  await head.readCase(graded);
  await head.readItem('p');
  const judge = async (id: string, given: object) =>
    noted.note(
      'POST /v1/items/{feed}/{item}/judgement',
      await office.as('dutyOfficer')('POST', `/v1/items/demo/${id}/judgement`, given),
    );
  await judge('p', { as: 'read' });
  await head.give(ended, { type: 'AttachItem', feed: 'demo', id: 'p' });
  await head.readCase(ended);
  // What is suspected, and denied.
  const url = 'https://news.example.com/2026/10001.html';
  await office.push([grave('page', { url })]);
  const shop = {
    title: '某超市周末促销海报',
    content: '本周末某超市生鲜第二件半价,会员另有鸡蛋相送,详见店内海报。',
  };
  await office.push([plain('other', { ...shop, url })]);
  const [suspected] = (await office.system.items.find('demo', 'other'))!.suspected!;
  await judge('other', { as: 'notSame', case: suspected!.caseId });
  await head.readItem('other');

  await head.give(graded, { type: 'ConfirmGrade', level: 'yellow', reason: '按原文研判' });
  await chief.give(graded, { type: 'DeclareCalm', reason: '平息' });
  await concludeByDesk(office, graded);
  const again = await office.push([grave('h', { url: grave('g').url })]);
  await head.readCase(caseOf(again));
  await head.readList();
  await playFlaredUp(noted, office, head, chief);
};

/** An item without limits that tells the story of a concluded case. */
const playFlaredUp = async ({ note }: Noted, office: Office, head: Desk, chief: Desk): Promise<void> => {
  const quiet = {
    title: '某小区电梯停运两天居民上下楼不便',
    content: '今天上午某小区七号楼电梯停运,业主说报修多次无人理会,现场已经贴出告示。',
  };
  const told = caseOf(await office.push([grave('quiet', quiet)]));
  await head.give(told, { type: 'ConfirmGrade', level: 'blue' });
  await chief.give(told, { type: 'DeclareCalm', reason: '平息' });
  await concludeByDesk(office, told);
  await office.push([grave('quieter', { ...quiet, metrics: undefined })]);
  await head.readItem('quieter');
  await head.get('GET /v1/items', '/v1/items');
  const path = '/v1/items/demo/quieter/judgement';
  note(
    'POST /v1/items/{feed}/{item}/judgement',
    await office.as('dutyOfficer')('POST', path, { as: 'read' }),
  );
};
