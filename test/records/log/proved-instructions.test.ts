import { expect, it } from 'vitest';
import { createOffice, grave } from '../../support/office.ts';
import { caseOf, logIn } from '../../support/told.ts';

it('a case in which a 批示 asks for something is proved as any other: by whoever reads its log, and by the sweep', async () => {
  const office = await createOffice();
  const caseId = caseOf(await office.push([grave('a')]));
  const instruct = { type: 'RecordInstruction', from: 'bureau', text: '请速核查', task: '核查进货渠道' };
  const given = await office.as('dutyOfficer')('POST', `/v1/cases/${caseId}/commands`, instruct);
  expect(given.status).toBe(200);
  expect(logIn(await office.as('officeHead')('GET', `/v1/cases/${caseId}/log`)).intact).toBe(true);
  for (let round = 0; round < 3; round += 1) {
    office.pass(3_600_000);
    await office.sweep();
  }
  expect(office.problems).toEqual([]);
});
