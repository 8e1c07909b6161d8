import type { createNotedDesks } from '../../support/noted-desk.ts';

/** A case that two units have, of which one gives it back. */
export const playUnits = async ({
  officeHead,
}: Pick<ReturnType<typeof createNotedDesks>, 'officeHead'>): Promise<void> => {
  const [office, head] = await officeHead();
  const note = {
    title: '某药店销售过期食品',
    sources: [{ kind: 'monitored' }],
    unit: 'food',
    level: 'yellow',
  };
  const caseId = await head.open(note);
  await head.give(caseId, { type: 'ReleaseWarning', duty: 'warnUnits' });
  await head.give(caseId, { type: 'AssignUnit', unit: 'drugs', part: 'joint' });
  const path = `/v1/cases/${caseId}/commands`;
  const returned = { type: 'ReturnCase', reason: '过期食品不属于药械监管范围' };
  await office.as('unitLiaison', 'drugs')('POST', path, returned);
  await head.give(caseId, { type: 'Acknowledge' });
  await head.readCase(caseId);
  await head.readList();
  const { returns } = (await office.system.cases.load(caseId))!;
  const reason = '药店的经营许可由药械股监管,请配合';
  await head.give(caseId, { type: 'DecideReturn', act: returns[0]!.entry, agree: false, reason });
  await head.readLog(caseId);
};
