import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { usable } from '../looks/ways.ts';
import { closeBrowser } from '../support/browser.ts';
import { type OpenBureau, openBureau } from '../support/bureau.ts';
import { openPlay, type Play } from '../support/play.ts';

// 恢复办理 after 结报, through the desk's pages alone.

let office: OpenBureau;
let play: Play;
let caseId = '';
const HEAD = 'officeHead';
const LEADER = 'chiefLeader';
const read = async (): Promise<CaseReply> =>
  (await office.read(HEAD, `/v1/cases/${caseId}`)) as unknown as CaseReply;
const unmetOf = ({ duties }: CaseReply): Record<string, string> =>
  Object.fromEntries(
    duties.flatMap(({ duty, occurrence }) => [
      [duty, '已由上级部门另行办理'],
      [`${duty}#${occurrence}`, '已由上级部门另行办理'],
    ]),
  );
beforeAll(async () => {
  office = await openBureau();
  play = openPlay(office);
  ({ case: caseId } = await office.open(HEAD, {
    ...{ title: '某超市被指销售过期乳制品', level: 'orange', text: '网帖称买到过期酸奶' },
    ...{ sources: [{ kind: 'monitored' }], unit: 'food' },
  }));
  await office.act(LEADER, caseId, { type: 'DeclareCalm', reason: '舆情已经平息' });
  const conclude = { type: 'Conclude', summary: '舆情已经处置完毕', unmet: unmetOf(await read()) };
  await office.act(HEAD, caseId, conclude);
  if ((await read()).state === 'open') await office.act(LEADER, caseId, { type: 'ApproveConclusion' });
  expect((await read()).state).toBe('concluded');
  await office.passTo('2026-03-06T09:00:00+08:00');
});
afterAll(async () => {
  await play.leave();
  await closeBrowser();
  await office.close();
});

it.each(['pc', 'phone'] as const)(
  'on a %s the form says which limits have fallen in between',
  async (size) => {
    const at = await play.choose(HEAD, caseId, '恢复办理', size);
    await at.fill('理由', '结报后当事人提出新的证据');
    const told = await play.does(at, '结报以来已届满');
    expect(told).toMatch(/对外回应，应于3月4日22:50前，仍照这一时限计，已逾期/);
    await usable(at, 'reopen');
  },
);

it('it is opened again, and the case says so', async () => {
  const at = await play.choose(HEAD, caseId, '恢复办理');
  await at.fill('理由', '结报后当事人提出新的证据');
  await play.send(at);
  expect((await read()).state).toBe('open');
  const seen = await play.caseAt(HEAD, caseId);
  await seen.sees(/结报，.+恢复办理$/);
  await usable(seen, 'reopened');
  // What is being handled is not opened again: nothing offers it, and its page says why.
  await seen.go(`/desk/cases/${caseId}/do/Reopen`);
  await seen.sees(/案卷尚未结报，不必恢复办理/);
  expect(play.faults()).toEqual([]);
});
