import { beforeEach, describe, expect, it } from 'vitest';
import { createServeDesk } from '../../../functions/serve-desk/handler.ts';
import { apiEvent } from '../../../infra/local/api-event.ts';
import { exampleRoster } from '../../../infra/local/people.ts';
import { NOBODY, type Person, type Roster } from '../../../shared/contracts/roster.ts';
import { caseIn, logIn, refusalIn } from '../../support/told.ts';
import { type Desk, note, openDesk } from './desk.ts';

let office: Desk['office'];
let head: Desk['head'];
let opened: Desk['opened'];
let give: Desk['give'];
let refusals: Desk['refusals'];
beforeEach(async () => {
  ({ office, head, opened, give, refusals } = await openDesk());
});

const approve = { type: 'ApproveLevelChange' };
/** A case whose lowering the head of the office has proposed. */
const proposed = async (): Promise<string> => {
  const caseId = await opened({ level: 'orange' });
  const lower = { type: 'ChangeLevel', level: 'yellow', reason: '降温', authority: 'change' };
  expect((await give(caseId, lower, head)).status).toBe(200);
  return caseId;
};
const writeRoster = async (roster: Roster): Promise<void> => {
  const version = ((await office.system.rosters.read())?.version ?? 0) + 1;
  expect(
    await office.system.rosters.write({ version, roster, changedBy: 'test', changedAt: office.now() }),
  ).toBe(true);
};
const { roles } = exampleRoster();
const [headInRoster, leaderInRoster] = [roles.officeHead![0]!, roles.deputyLeader![0]!];
const withLeader = (leader: Person[]): Roster => ({ roles: { ...roles, deputyLeader: leader } });

describe('whose token it is', () => {
  it('stands in the log as the person of the roster, beside the id that the token names', async () => {
    const caseId = await opened();
    const { entries } = logIn(await head('GET', `/v1/cases/${caseId}/log`));
    expect(entries[0]?.actor).toMatchObject({ id: 'duty-1', person: 'duty-1', role: 'dutyOfficer' });
  });

  it('is not asked of whoever reads, nor of commands that confirm nothing', async () => {
    await writeRoster(NOBODY);
    const caseId = await opened();
    expect((await head('GET', `/v1/cases/${caseId}`)).status).toBe(200);
    const { entries } = logIn(await head('GET', `/v1/cases/${caseId}/log`));
    expect(entries[0]?.actor).not.toHaveProperty('person');
  });
});

describe('a second person', () => {
  it('is another person of the roster', async () => {
    const told = await give(await proposed(), approve, office.as('deputyLeader'));
    expect(caseIn(told).handlingLevel.id).toBe('yellow');
  });

  it('is not the same telephone under another id', async () => {
    await writeRoster(withLeader([{ ...leaderInRoster, mobile: headInRoster.mobile }]));
    const told = await give(await proposed(), approve, office.as('deputyLeader'));
    expect(told).toMatchObject({ status: 403, body: { code: 'SECOND_PERSON_REQUIRED' } });
  });

  it('is nobody whom the roster does not know; once he stands in it he may', async () => {
    const caseId = await proposed();
    await writeRoster(withLeader([]));
    const told = await give(caseId, approve, office.as('deputyLeader'));
    expect(told).toMatchObject({ status: 403, body: { code: 'PERSON_UNKNOWN' } });
    expect(refusalIn(told).message).toBe('令牌中的人员不在名册,不能确认(审批、签发);请先在名册中登记');
    expect(JSON.stringify(await office.system.cases.log(caseId))).not.toContain('CommandRefused');
    await writeRoster(withLeader([leaderInRoster]));
    expect((await give(caseId, approve, office.as('deputyLeader'))).status).toBe(200);
  });
});

describe('the claim that names the person', () => {
  const open = (claims: Record<string, string>) => {
    const routes = createServeDesk({ ...office.system, personClaim: 'employee_id' });
    const { handler } = routes.find(({ method, path }) => method === 'POST' && path === '/v1/cases')!;
    return handler(apiEvent({ method: 'POST', path: '/v1/cases', claims, body: JSON.stringify(note) }));
  };

  it('is the one of the setting, and not the subject', async () => {
    const told = await open({ sub: 'a7f3', employee_id: 'duty-1', role: 'dutyOfficer' });
    expect(told).toMatchObject({ status: 201, body: { case: 'LZ2026-0001' } });
    expect((await office.system.cases.log('LZ2026-0001'))[0]?.actor).toEqual({
      id: 'duty-1',
      person: 'duty-1',
      name: 'duty-1',
      role: 'dutyOfficer',
    });
  });

  it('must be in the token; without it nobody is let in', async () => {
    await expect(open({ sub: 'duty-1', role: 'dutyOfficer' })).rejects.toMatchObject({
      code: 'TOKEN_INCOMPLETE',
      status: 401,
    });
    expect(await refusals()).toMatchObject([{ last: { actor: '' } }]);
  });
});
