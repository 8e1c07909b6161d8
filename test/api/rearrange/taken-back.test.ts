import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import type { LogReply } from '../../../shared/contracts/replies/log.ts';
import { at } from '../../support/case-file.ts';
import { createOffice } from '../../support/office.ts';

type Office = Awaited<ReturnType<typeof createOffice>>;
const REASON = '当时没有打这个电话';
const HEAD = { id: 'head-1', name: '办公室负责人', role: 'officeHead' };

let office: Office;
const opened = async (title: string, sources: object[], level = 'orange'): Promise<string> => {
  const body = { title, sources, level, unit: 'food' };
  const told = await office.as('dutyOfficer')('POST', '/v1/cases', body);
  expect(told.status).toBe(201);
  return (told.body as CaseReply).case;
};
const give = async (role: string, caseId: string, command: object): Promise<void> => {
  const told = await office.as(role)('POST', `/v1/cases/${caseId}/commands`, command);
  expect(told).toMatchObject({ status: 200 });
};
const read = async (caseId: string): Promise<CaseReply> =>
  (await office.as('officeHead')('GET', `/v1/cases/${caseId}`)).body as CaseReply;
const logOf = async (caseId: string): Promise<LogReply['entries']> =>
  ((await office.as('officeHead')('GET', `/v1/cases/${caseId}/log`)).body as LogReply).entries;
const telephoneOf = async (caseId: string) =>
  (await read(caseId)).duties.find(({ duty }) => duty === 'zhanjiangTelephone');
const merge = async (from: string, into: string): Promise<void> => {
  await give('dutyOfficer', from, { type: 'MergeCase', into, reason: '与该案卷说的是同一件事' });
  await give('chiefLeader', from, { type: 'ApproveMerge' });
};

describe('what had been done in a case that was merged, and is taken back where it goes on', () => {
  let into: string;
  let from: string;
  let act: number;
  beforeEach(async () => {
    office = await createOffice();
    office.at(at('03-02 10:00'));
    into = await opened('某超市过期食品', [{ kind: 'monitored' }]);
    from = await opened('某超市过期食品续', [
      { kind: 'zhanjiang-assigned', receivedAt: at('03-02 10:00'), reference: '〔2026〕7号' },
    ]);
    office.at(at('03-02 11:00'));
    await give('officeHead', from, {
      ...{ type: 'FileReport', kind: 'first', form: 'telephone', to: ['zhanjiang'] },
      ...{ spokeTo: '李某', post: '值班室', summary: '已到现场核查,正在处置' },
    });
    act = (await read(from)).version;
    office.at(at('03-02 11:05'));
    await merge(from, into);
    expect(await telephoneOf(from)).toMatchObject({ outcome: 'fulfilled' });
  });
  const back = () => ({ type: 'WithdrawAct', act, mergedCase: from, reason: REASON });
  const saysSo = async (caseId: string): Promise<number> =>
    (await logOf(caseId)).filter(({ labels }) =>
      labels.some((label) => label.includes(`日志第${act}条(在案卷${into}撤回)`)),
    ).length;

  it('is taken back in its own log too, by whoever did it, and counts there no more', async () => {
    office.at(at('03-02 14:00'));
    await give('officeHead', into, back());
    expect(await telephoneOf(into)).toMatchObject({ statusText: '逾期', outcome: 'open' });
    expect(await telephoneOf(from)).toMatchObject({ status: 'ended', outcome: 'open', completedAt: null });
    const last = (await logOf(from)).at(-1)!;
    expect(last.actor).toMatchObject({ name: (await logOf(into)).at(-1)!.actor.name });
    expect(await saysSo(from)).toBe(1);
    expect((await read(from)).withdrawn).toHaveLength(1);
    // A repeat is a success, and is written nowhere.
    const { version } = await read(from);
    await give('officeHead', into, back());
    await office.sweep();
    expect((await read(from)).version).toBe(version);
  });

  it('is told by the sweep where the process died between the two logs', async () => {
    const { system } = office;
    await system.office.carryOut(into, HEAD, { type: 'WithdrawAct', act, mergedCase: from, reason: REASON });
    expect(await telephoneOf(from)).toMatchObject({ outcome: 'fulfilled' });
    await office.sweep();
    expect(await telephoneOf(from)).toMatchObject({ status: 'ended', outcome: 'open' });
    expect(await saysSo(from)).toBe(1);
    await office.sweep();
    expect(await saysSo(from)).toBe(1);
  });

  it('stands in every log that had it, where the other was merged itself', async () => {
    const middle = into;
    into = await opened('某超市过期食品再续', [{ kind: 'monitored' }]);
    await merge(middle, into);
    await give('officeHead', into, back());
    for (const caseId of [from, middle]) {
      expect(await saysSo(caseId)).toBe(1);
      expect(await telephoneOf(caseId)).toMatchObject({ status: 'ended', outcome: 'open' });
    }
    expect(await telephoneOf(into)).toMatchObject({ status: 'open', due: '2026-03-02T13:00:00+08:00' });
  });
});

describe('a limit of a case that was merged', () => {
  it('is called in the case that goes on as its duty is there, and has passed in its own as the log says', async () => {
    office = await createOffice();
    office.at(at('03-02 10:00'));
    const into = await opened('某超市过期食品', [{ kind: 'monitored' }]);
    const from = await opened('某超市过期食品续', [{ kind: 'monitored' }], 'red');
    office.at(at('03-02 17:00'));
    const lowered = { type: 'ChangeLevel', level: 'orange', reason: '影响有限', authority: 'change' };
    await give('dutyOfficer', from, lowered);
    await give('deputyLeader', from, { type: 'ApproveLevelChange' });
    await merge(from, into);
    const publicResponse = async (caseId: string) =>
      (await read(caseId)).duties.find(({ duty }) => duty === 'publicResponse')!;
    const due = '2026-03-02T15:00:00+08:00';
    const here = await publicResponse(into);
    expect(here).toMatchObject({ due, statusText: '逾期', overdue: true });
    const [{ limits }] = (await read(into)).takenOver as [CaseReply['takenOver'][number]];
    expect(limits.find(({ duty }) => duty === 'publicResponse')).toMatchObject({ name: here.name, due });
    const reason = `逾期未办;已并入案卷${into}`;
    expect(await publicResponse(from)).toMatchObject({
      due,
      outcome: 'missed',
      statusText: '逾期未办',
      reason,
    });
    const said = (await logOf(from)).flatMap(({ labels }) => labels).join();
    expect(said).toContain('时限已过,仍未办理(应于3月2日15时前办结)');
  });
});
