import { beforeEach, describe, expect, it } from 'vitest';
import { createLambdas } from '../../../infra/local/embedded/lambdas.ts';
import { type ClaimNames, DEFAULT_CLAIMS } from '../../../shared/contracts/environment.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { createOffice, type Office } from '../../support/office.ts';
import { caseIn, refusalIn } from '../../support/told.ts';

const note = { title: '来电', sources: [{ kind: 'monitored' }], level: 'general', unit: 'branch' };

const officeWith = (claims: Partial<ClaimNames> = {}): Promise<Office> =>
  createOffice({
    regulation: regulations.nanning!,
    create: (bureau, system, feeds) =>
      createLambdas(bureau, system, feeds, {
        claims: { ...DEFAULT_CLAIMS, ...claims },
        rosterOnly: true,
      }),
  });
let office: Office;
const open = (claims: Record<string, unknown>, post?: string) =>
  office.http({
    method: 'POST',
    path: '/v1/cases',
    claims,
    body: JSON.stringify(note),
    ...(post === undefined ? {} : { headers: { 'shixian-post': encodeURIComponent(post) } }),
  });
const actorOf = async (caseId: string) => (await office.system.cases.log(caseId))[0]?.actor;

describe('as issuers write it, in another bureau than the example’s', () => {
  it.each<[string, Partial<ClaimNames>, Record<string, unknown>]>([
    ['texts', {}, { sub: 'dutyOfficer-1', role: 'dutyOfficer' }],
    ['a list of one', {}, { sub: 'dutyOfficer-1', role: ['dutyOfficer'] }],
    ['the post by its name', {}, { sub: 'dutyOfficer-1', role: '市局办公室舆情信息人员' }],
    [
      'a list within another claim, among roles of the issuer’s own',
      { role: 'realm_access.roles' },
      { sub: 'dutyOfficer-1', realm_access: { roles: ['offline_access', 'dutyOfficer', 'uma'] } },
    ],
    [
      'names with dots',
      { role: 'https://office.example/role' },
      { sub: 'dutyOfficer-1', 'https://office.example/role': 'dutyOfficer' },
    ],
    ['a staff number', { person: '工号' }, { sub: 'a7f3', 工号: 'dutyOfficer-1', role: 'dutyOfficer' }],
  ])('%s', async (_, names, claims) => {
    office = await officeWith(names);
    const told = await open(claims);
    expect(told.status).toBe(201);
    expect(await actorOf(caseIn(told).case)).toMatchObject({ id: 'dutyOfficer-1', role: 'dutyOfficer' });
  });

  it.each<[string, unknown]>([
    ['by its id', 'branch'],
    ['by its name', '市工商局分局'],
    ['as a list', ['branch']],
  ])('a unit %s', async (_, unit) => {
    office = await officeWith();
    const caseId = caseIn(await open({ sub: 'dutyOfficer-1', role: 'dutyOfficer' })).case;
    const claims = { sub: 'unitHead-branch', role: ['unitHead'], unit };
    const list = await office.http({ method: 'GET', path: '/v1/cases', claims });
    expect(list.body).toMatchObject({ cases: [{ case: caseId }] });
  });

  it('what API Gateway makes of a list is never read', async () => {
    office = await officeWith();
    const told = await open({ sub: 'dutyOfficer-1', role: '[dutyOfficer operator]' });
    expect(told).toMatchObject({ status: 403, body: { code: 'ROLE_UNKNOWN' } });
  });
});

describe('what is no claim lets nobody in', () => {
  beforeEach(async () => {
    office = await officeWith();
  });

  it.each<[string, Record<string, unknown>]>([
    ['an empty role', { sub: 'dutyOfficer-1', role: '' }],
    ['an empty list', { sub: 'dutyOfficer-1', role: [] }],
    ['a role that is an object', { sub: 'dutyOfficer-1', role: { name: 'dutyOfficer' } }],
    ['a list of objects', { sub: 'dutyOfficer-1', role: [{ name: 'dutyOfficer' }] }],
    ['no role', { sub: 'dutyOfficer-1' }],
    ['no person', { role: 'dutyOfficer' }],
    ['a person that is an object', { sub: { id: 'dutyOfficer-1' }, role: 'dutyOfficer' }],
    ['a person with hidden characters', { sub: 'dutyOfficer-1\u202e', role: 'dutyOfficer' }],
    ['a person of 200 characters', { sub: 'x'.repeat(200), role: 'dutyOfficer' }],
    ['a role under a prototype’s name', { sub: 'dutyOfficer-1', realm: {}, constructor: 'x' }],
  ])('%s', async (_, claims) => {
    expect(await open(claims)).toMatchObject({
      status: 401,
      body: { code: expect.stringMatching(/^TOKEN_IN/) },
    });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a post that the bureau does not have', { role: 'mayor' }, 'ROLE_UNKNOWN'],
    ['none of a list', { role: ['mayor', 'offline_access'] }, 'ROLE_UNKNOWN'],
    ['a body outside it', { role: 'superior' }, 'ROLE_UNKNOWN'],
    ['a post that the roster gives somebody else', { role: 'operator' }, 'POST_NOT_HELD'],
    ['a unit’s post without its unit', { role: 'unitHead' }, 'POST_NOT_HELD'],
    ['a unit that the bureau does not have', { role: 'unitHead', unit: 'water' }, 'POST_NOT_HELD'],
  ])('%s', async (_, claims, code) => {
    expect(await open({ sub: 'dutyOfficer-1', ...claims })).toMatchObject({ status: 403, body: { code } });
  });

  it('a token without an end', async () => {
    const told = await open({ sub: 'dutyOfficer-1', role: 'dutyOfficer', exp: undefined });
    expect(told).toMatchObject({ status: 401, body: { code: 'TOKEN_INCOMPLETE' } });
    expect(refusalIn(told).message).toBe('令牌没有写明有效期限,请系统运维核对统一身份认证的设置');
  });

  it('another token beside the one that was verified', async () => {
    const forged = Buffer.from(
      JSON.stringify({ sub: 'chiefLeader-1', role: 'chiefLeader', exp: 4e9 }),
    ).toString('base64url');
    const told = await office.http({
      method: 'GET',
      path: '/v1/cases',
      claims: { sub: 'dutyOfficer-1', role: 'dutyOfficer' },
      headers: { authorization: `Bearer e30.${forged}.` },
    });
    expect(told).toMatchObject({ status: 401, body: { code: 'TOKEN_INVALID' } });
  });
});

describe('a person with several posts', () => {
  const both = { sub: 'dutyOfficer-1', role: ['dutyOfficer', 'officeHead'] };
  beforeEach(async () => {
    office = await officeWith();
    const { roster } = (await office.system.rosters.read())!;
    const [me] = roster.roles.dutyOfficer!;
    await office.system.rosters.write({
      version: 2,
      roster: { roles: { ...roster.roles, officeHead: [me!] } },
      changedBy: 'x',
      changedAt: office.now(),
    });
  });

  it('is asked in which of them he acts', async () => {
    const told = await open(both);
    expect(told).toMatchObject({ status: 422, body: { code: 'POST_NOT_CHOSEN' } });
    expect(refusalIn(told).message).toBe(
      '你的登录有不止一个岗位(市局办公室舆情信息人员、市局办公室负责人(领导小组办公室)),请选定以哪个岗位办理',
    );
  });

  it.each([
    ['dutyOfficer', 'dutyOfficer'],
    ['officeHead', 'officeHead'],
    ['市局办公室负责人(领导小组办公室)', 'officeHead'],
  ])('acts as %s, and the log says so', async (post, role) => {
    const told = await open(both, post);
    expect(told.status).toBe(201);
    expect((await actorOf(caseIn(told).case))?.role).toBe(role);
  });

  it.each(['operator', 'unitHead@branch', '', '%'])(
    'does not choose what his token does not have: %j',
    async (post) => {
      expect(await open(both, post)).toMatchObject({ status: 403, body: { code: 'POST_NOT_HELD' } });
    },
  );

  it('reads in all of them without choosing', async () => {
    expect((await office.http({ method: 'GET', path: '/v1/cases', claims: both })).status).toBe(200);
  });

  it('in another post, a request with the same key is another', async () => {
    const headers = (post: string) => ({ 'idempotency-key': 'one', 'shixian-post': post });
    const request = { method: 'POST', path: '/v1/cases', claims: both, body: JSON.stringify(note) };
    expect((await office.http({ ...request, headers: headers('dutyOfficer') })).status).toBe(201);
    expect(await office.http({ ...request, headers: headers('officeHead') })).toMatchObject({
      status: 422,
      body: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
  });
});
