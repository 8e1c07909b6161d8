import { expect, it } from 'vitest';
import type { CaseReply } from '../../shared/contracts/replies/case.ts';
import { createOffice } from '../support/office.ts';
import { caseIn } from '../support/told.ts';

const MET = 'fulfilled';

it('what is met by a text reads as handed over, and as signed for only once its receiver has signed', async () => {
  const office = await createOffice();
  const opening = { title: '投诉', level: 'red', unit: 'food', sources: [{ kind: 'monitored' }] };
  const { case: caseId } = caseIn(await office.as('officeHead')('POST', '/v1/cases', opening));
  const read = async (): Promise<CaseReply> =>
    (await office.as('officeHead')('GET', `/v1/cases/${caseId}`)).body as CaseReply;
  const told = (of: CaseReply) => of.duties.filter(({ byNotice }) => byNotice !== null);
  const before = told(await read());
  expect(before.length).toBeGreaterThan(0);
  for (const { statusText, outcome, byNotice } of before) {
    expect([outcome, byNotice!.how]).toEqual([MET, 'text']);
    expect(statusText).toBe('已发短信(提交网关),未签收');
  }
  await office.as('deputyLeader')('POST', `/v1/cases/${caseId}/commands`, { type: 'Acknowledge' });
  const after = told(await read());
  const signed = after
    .flatMap(({ byNotice }) => byNotice!.receivers)
    .filter(({ acknowledgedAt }) => acknowledgedAt !== null);
  expect(new Set(signed.map(({ role }) => role.id))).toEqual(new Set(['deputyLeader']));
  const all = after.filter(({ byNotice }) =>
    byNotice!.receivers.every(({ acknowledgedAt }) => acknowledgedAt !== null),
  );
  for (const { statusText } of all) expect(statusText).toBe('已发短信(提交网关),已签收');
  for (const { byNotice, outcome } of (await read()).duties)
    if (outcome === 'open') expect(byNotice).toBeNull();
});
