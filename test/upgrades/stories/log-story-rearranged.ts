import type { Evidence } from '../../../shared/records/log/chain.ts';
import { plain, START } from '../../support/office.ts';
import { createUpgradeRig, type Machines } from '../rig.ts';

/**
 * Two cases that become one, after that was not agreed to at first; of the one that goes on an item is taken out, and it is concluded and
 * opened again. Returns the log of the one that ends and of the one that goes on.
 */
export const playRearrangedStory = async (
  machines: Machines,
): Promise<{ merged: Evidence[]; taking: Evidence[] }> => {
  const rig = await createUpgradeRig(machines);
  const { cases } = rig.office.system;
  const known: string[] = [];
  const open = async (title: string, level: string): Promise<string> => {
    const note = { title, sources: [{ kind: 'monitored' }], level, unit: 'food' };
    await rig.ask('dutyOfficer', 'POST', '/v1/cases', note);
    const { caseId } = (await cases.open()).find((row) => !known.includes(row.caseId))!;
    known.push(caseId);
    return caseId;
  };
  const [from, into] = [
    await open('群众来电反映食堂问题', 'blue'),
    await open('群众来信反映食堂问题', 'orange'),
  ];
  const give = (who: string, caseId: string, body: object) =>
    rig.ask(who, 'POST', `/v1/cases/${caseId}/commands`, body);

  // An old post: the limits that run stay beside what it brings.
  const publishedAt = new Date(Date.parse(START) - 60 * 3_600_000).toISOString();
  for (const item of [plain('1'), plain('2', { publishedAt })]) {
    await rig.office.push(item);
    await give('dutyOfficer', into, { type: 'AttachItem', feed: 'demo', id: item.id });
  }
  const merge = { type: 'MergeCase', into, reason: '来电和来信说的是同一件事' };
  await give('dutyOfficer', from, merge);
  await give('deputyLeader', from, { type: 'RejectMerge', reason: '先核实是否同一食堂' });
  await give('dutyOfficer', from, merge);
  await give('deputyLeader', from, { type: 'ApproveMerge' });
  const other = {
    type: 'DetachItem',
    feed: 'demo',
    id: '2',
    destination: 'board',
    reason: '只是询问营业时间',
  };
  await give('dutyOfficer', into, other);

  // Its review is still owed: it is concluded, and not archived.
  await give('leadingGroup', into, { type: 'DeclareCalm', reason: '传播得到控制' });
  await rig.conclude(into);
  await give('officeHead', into, { type: 'Reopen', reason: '结报后来电人提出新的证据' });
  return { merged: await cases.evidence(from), taking: await cases.evidence(into) };
};
