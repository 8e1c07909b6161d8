import { expect } from 'vitest';
import { exampleRoster } from '../../../infra/local/people.ts';
import { createOffice } from '../../support/office.ts';
import { caseIn, logIn, type Told } from '../../support/told.ts';

/** The title of the text that is to be approved. */
export const TITLE = '情况通报第一稿';

/** 08:00 in an office in which the head is the deputy too: two posts, two ids, and one mobile number. */
export const setUp = async () => {
  const { roles } = exampleRoster();
  const [deputy] = roles.deputyLeader!;
  const officeHead = roles.officeHead!.map((person) => ({ ...person, mobile: deputy!.mobile }));
  const office = await createOffice({ roster: { roles: { ...roles, officeHead } } });
  const opened = await office.as('dutyOfficer')('POST', '/v1/cases', {
    title: '某食品厂问题产品流入周边市场',
    sources: [{ kind: 'zhanjiang-assigned', receivedAt: '2026-03-02T07:55:00+08:00', reference: '1号' }],
    instants: { occurredAt: '2026-03-02T07:00:00+08:00' },
    level: 'orange',
    unit: 'food',
  });
  const { case: caseId } = caseIn(opened);
  const path = `/v1/cases/${caseId}`;
  const tell = (as: string, command: object): Promise<Told> => {
    const [role = '', unit] = as.split('@');
    return office.as(role, unit)('POST', `${path}/commands`, command);
  };
  const done = async (as: string, command: object): Promise<number> => {
    expect(await tell(as, command)).toMatchObject({ status: 200 });
    return logIn(await office.as('dutyOfficer')('GET', `${path}/log`)).entries.length;
  };
  return { office, tell, done };
};
export type Desk = Awaited<ReturnType<typeof setUp>>;
