import type { Evidence } from '../../../shared/records/log/chain.ts';
import { grave } from '../../support/office.ts';
import { createUpgradeRig, type Machines } from '../rig.ts';

/**
 * One case of what people put right, confirm, take back and agree to: a receipt, a level that is asked about, an approval
 * that was entered for a leader, a calm that a raise ends, and a superior that needs no more reports. Returns its log.
 */
export const playOfficeStory = async (machines: Machines): Promise<Evidence[]> => {
  const rig = await createUpgradeRig(machines);
  const reference = '湛市监舆〔2026〕8号';
  await rig.office.push(grave('1'));
  const { caseId } = (await rig.office.system.cases.open())[0]!;
  const give = (who: string, body: object) => rig.ask(who, 'POST', `/v1/cases/${caseId}/commands`, body);

  await give('dutyOfficer', { type: 'ConfirmGrade', level: 'yellow', reason: '事实待查' });
  await give('deputyLeader', { type: 'ApproveLevelChange' });
  await rig.office.push(grave('2'));
  await give('dutyOfficer', { type: 'ConfirmGrade', level: 'yellow', reason: '转载为主,没有新的事实' });
  await give('dutyOfficer', { type: 'AssignUnit', unit: 'food' });
  await give('dutyOfficer', {
    type: 'AddSource',
    source: { kind: 'zhanjiang-assigned', receivedAt: '2026-03-02T07:50:00+08:00', reference },
  });
  await give('dutyOfficer', {
    type: 'CorrectInstant',
    instant: 'receivedAt',
    source: reference,
    at: '2026-03-02T07:45:00+08:00',
    reference,
    reason: '笔误',
  });
  await give('dutyOfficer', {
    type: 'RecordAction',
    action: 'statementApproved',
    onBehalf: {
      person: 'deputy-1',
      channel: '电话',
      at: '2026-03-02T07:59:00+08:00',
      text: '情况通报',
    },
  });
  const approval = (await rig.stateOf(caseId)).actions.at(-1)!.entry;
  await give('deputyLeader', { type: 'ConfirmAct', act: approval, agree: true });
  await give('dutyOfficer', { type: 'RecordMeeting', participants: '各股室', conclusion: '先行核查' });
  await give('dutyOfficer', {
    type: 'WithdrawAct',
    act: (await rig.stateOf(caseId)).meetings.at(-1)!.entry,
    reason: '误录',
  });
  const release = { type: 'ReleaseDuty', duty: 'zhanjiangWritten', reason: '对方电话同意' };
  await give('dutyOfficer', {
    ...release,
    call: { post: '湛江市局值班室', at: '2026-03-02T07:59:30+08:00' },
  });
  await give('deputyLeader', {
    type: 'ConfirmRelease',
    act: (await rig.stateOf(caseId)).releases.at(-1)!.entry,
  });
  await give('dutyOfficer', { ...release, document: '湛市监函〔2026〕9号' });
  await give('deputyLeader', { type: 'DeclareCalm', reason: '传播得到控制' });
  await give('dutyOfficer', {
    type: 'ChangeLevel',
    level: 'orange',
    reason: '再度升温',
    authority: 'change',
  });
  return rig.office.system.cases.evidence(caseId);
};
