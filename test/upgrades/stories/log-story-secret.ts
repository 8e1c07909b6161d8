import type { Evidence } from '../../../shared/records/log/chain.ts';
import { grave } from '../../support/office.ts';
import { createUpgradeRig, type Machines } from '../rig.ts';

/** A case that turns out to be 涉密: what was written is cleared, and later a paper says that it is 涉密 no more. Returns its log. */
export const playSecretStory = async (machines: Machines): Promise<Evidence[]> => {
  const rig = await createUpgradeRig(machines);
  await rig.office.push(grave('1'));
  const { caseId } = (await rig.office.system.cases.open())[0]!;
  const give = (who: string, body: object) => rig.ask(who, 'POST', `/v1/cases/${caseId}/commands`, body);
  await give('dutyOfficer', { type: 'ConfirmGrade', level: 'red', reason: '事实清楚' });
  await give('officeHead', { type: 'SetFlags', add: ['secret'], reason: '见纸质件:保密室3号柜' });
  await give('officeHead', { type: 'PurgeContent' });
  const reference = '保密〔2026〕3号';
  await give('deputyLeader', { type: 'SetFlags', remove: ['secret'], reason: '已解密', reference });
  return rig.office.system.cases.evidence(caseId);
};
