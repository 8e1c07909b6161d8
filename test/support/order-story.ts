import { scheduleCase } from '../../shared/deadlines/schedule.ts';
import { leizhou } from './bureaus.ts';
import { concluding } from './conclude.ts';
import type { Office } from './office.ts';

/** The head of the office, through the API. */
interface Head {
  open(body: object): Promise<string>;
  give(caseId: string, command: object): Promise<unknown>;
}

/** A case with orders in every state, a release that waits, and a conclusion that a second person has to agree to. */
export const playOrders = async (office: Office, head: Head): Promise<string> => {
  const sources = [{ kind: 'zhanjiang-assigned' }];
  const caseId = await head.open({ title: '交办', sources, level: 'blue', unit: 'food' });
  const stateOf = async () => (await office.system.cases.load(caseId))!;
  const drafted = async (reason: string): Promise<number> => {
    await head.give(caseId, { type: 'DraftSupervisionOrder', reason });
    return (await stateOf()).orders.at(-1)!.entry;
  };
  const [signed, voided] = [await drafted('处置不当'), await drafted('回复失实')];
  await drafted('尚未核实');
  const answerBy = '2026-03-09T18:00:00+08:00';
  await head.give(caseId, { type: 'SignSupervisionOrder', order: signed, answerBy });
  await head.give(caseId, { type: 'VoidOrder', order: voided, reason: '有误' });
  const document = '湛市监函〔2026〕8号';
  await head.give(caseId, { type: 'ReleaseDuty', duty: 'zhanjiangWritten', document, reason: '对方已知' });
  await head.give(caseId, concluding(scheduleCase(leizhou, await stateOf()).duties));
  return caseId;
};
