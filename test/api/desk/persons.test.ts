import { beforeEach, describe, expect, it } from 'vitest';
import { createServeDesk } from '../../../functions/serve-desk/handler.ts';
import { apiEvent } from '../../../infra/local/api-event.ts';
import { exampleRoster } from '../../../infra/local/people.ts';
import { DEFAULT_CLAIMS } from '../../../shared/contracts/environment.ts';
import { NOBODY, type Person, type Roster } from '../../../shared/contracts/roster.ts';
import { mappingsFor } from '../../../shared/intake/mappings.ts';
import { createOffice } from '../../support/office.ts';
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

  it('is one of the roster for whatever is done; to read, the role of the token is enough', async () => {
    const caseId = await opened();
    await writeRoster(NOBODY);
    expect((await head('GET', `/v1/cases/${caseId}`)).status).toBe(200);
    for (const told of [
      await give(caseId, { type: 'Acknowledge' }, head),
      await head('POST', '/v1/cases', note),
    ])
      expect(told).toMatchObject({ status: 403, body: { code: 'PERSON_UNKNOWN' } });
    expect(await office.system.cases.log(caseId)).toHaveLength(1);
  });

  it('may be any of its role where the bureau trusts its issuer alone', async () => {
    await writeRoster(NOBODY);
    const routes = createServeDesk({
      ...office.system,
      claims: DEFAULT_CLAIMS,
      rosterOnly: false,
      mappingOf: mappingsFor({}),
    });
    const { handler } = routes.find(({ method, path }) => method === 'POST' && path === '/v1/cases')!;
    const claims = { sub: 'x', role: 'dutyOfficer' };
    const told = await handler(
      apiEvent({ method: 'POST', path: '/v1/cases', claims, body: JSON.stringify(note) }),
    );
    expect(told.status).toBe(201);
  });
});

describe('while nobody stands in the roster', () => {
  beforeEach(async () => {
    office = await createOffice({ roster: null });
  });
  const first = { version: 0, roles };
  it.each([
    ['系统运维 writes the first', 'operator', 200],
    ['not even the head of the office does', 'officeHead', 403],
    ['nor who is on duty', 'dutyOfficer', 403],
    ['nor somebody without a post here', 'mayor', 403],
  ])('%s', async (_, role, status) => {
    expect((await office.as(role)('PUT', '/v1/roster', first)).status).toBe(status);
  });

  it('系统运维 does nothing else, and once it is written only as one who stands in it', async () => {
    const operator = office.as('operator');
    expect((await operator('POST', '/v1/cases', note)).status).toBe(403);
    const { operator: _, ...without } = roles;
    expect((await operator('PUT', '/v1/roster', { version: 0, roles: without })).status).toBe(200);
    const again = await operator('PUT', '/v1/roster', { version: 1, reason: '补登', roles });
    expect(again).toMatchObject({ status: 403, body: { code: 'PERSON_UNKNOWN' } });
    expect(
      (await office.as('officeHead')('PUT', '/v1/roster', { version: 1, reason: '补登', roles })).status,
    ).toBe(200);
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
    expect(refusalIn(told).message).toBe('登录的人员不在名册,不能查阅和办理;请先在名册中登记');
    expect(JSON.stringify(await office.system.cases.log(caseId))).not.toContain('CommandRefused');
    await writeRoster(withLeader([leaderInRoster]));
    expect((await give(caseId, approve, office.as('deputyLeader'))).status).toBe(200);
  });
});

describe('the claim that names the person', () => {
  const open = (claims: Record<string, string>) => {
    const routes = createServeDesk({
      mappingOf: mappingsFor({}),
      ...office.system,
      claims: { ...DEFAULT_CLAIMS, person: 'employee_id' },
      rosterOnly: true,
    });
    const { handler } = routes.find(({ method, path }) => method === 'POST' && path === '/v1/cases')!;
    return handler(apiEvent({ method: 'POST', path: '/v1/cases', claims, body: JSON.stringify(note) }));
  };

  it('is the one of the setting, and not the subject', async () => {
    const claims = { sub: 'a7f3', employee_id: 'duty-1', name: '局长', role: 'dutyOfficer' };
    const told = await open(claims);
    expect(told).toMatchObject({ status: 201, body: { case: 'LZ2026-0001' } });
    expect((await office.system.cases.log('LZ2026-0001'))[0]?.actor).toEqual({
      id: 'duty-1',
      person: 'duty-1',
      // By the roster: what somebody calls himself in a token is no line of a file.
      name: '值班员甲',
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
