import { expect } from 'vitest';
import { caseIn, logIn } from '../../../support/told.ts';
import type { Site } from '../site.ts';
import { AUDIENCE, type IssuerStub } from '../stubs.ts';

const GOOD = { aud: AUDIENCE, exp: Math.floor(Date.now() / 1000) + 3600 };
const NOTE = { title: '来电', sources: [{ kind: 'monitored' }], level: 'yellow', unit: 'food' };

/** Claims as issuers write them, behind the authorizer of the HTTP API: lists, names of posts, several posts, none, no end. */
const tryClaims = async (site: Site, issuer: IssuerStub): Promise<void> => {
  const { id: sub } = site.actor('dutyOfficer');
  const list = async (claims: object) =>
    (await site.withToken(await issuer.say({ ...GOOD, sub, ...claims }), 'GET', '/v1/cases')).status;
  expect(await list({ role: 'dutyOfficer' })).toBe(200);
  expect(await list({ role: ['offline_access', 'dutyOfficer'] })).toBe(200);
  expect(await list({ role: ['局办公室值班员(舆情管理人员)'] })).toBe(200);
  expect(await list({ role: ['dutyOfficer', 'officeHead'] })).toBe(200);
  expect(await list({ role: ['mayor'] })).toBe(403);
  expect(await list({})).toBe(401);
  expect(await list({ role: 'dutyOfficer', exp: undefined })).toBe(401);
  expect(await list({ role: 'dutyOfficer', aud: 'shixian-nanning' })).toBe(401);
  expect(await list({ role: 'dutyOfficer', exp: GOOD.exp - 7200 })).toBe(401);
};

/** Who has several posts in his token names the one in which he acts. */
const tryPosts = async (site: Site, issuer: IssuerStub): Promise<void> => {
  const { id: sub } = site.actor('dutyOfficer');
  const both = await issuer.say({ ...GOOD, sub, role: ['dutyOfficer', 'officeHead'] });
  expect(await site.withToken(both, 'POST', '/v1/cases', NOTE)).toMatchObject({
    status: 422,
    body: { code: 'POST_NOT_CHOSEN' },
  });
  const post = { 'shixian-post': encodeURIComponent('局办公室值班员(舆情管理人员)') };
  const told = await site.withToken(both, 'POST', '/v1/cases', NOTE, post);
  expect(told.status).toBe(201);
  const log = await site.as('officeHead', 'GET', `/v1/cases/${caseIn(told).case}/log`);
  expect(logIn(log).entries[0]).toMatchObject({ actor: { id: sub, role: 'dutyOfficer' } });
};

/** Who may read what (办法第十五条 ④), on a case of a unit and on one that is 涉密. */
const tryRights = async (site: Site, issuer: IssuerStub): Promise<void> => {
  const [plain, secret] = [
    await site.open({ ...NOTE, title: '另一来电' }),
    await site.open({ ...NOTE, title: '见纸质件', flags: ['secret'] }),
  ];
  const statusFor = async (role: string, caseId: string, unit?: string) =>
    (await site.withToken(await issuer.issue(site.actor(role, unit)), 'GET', `/v1/cases/${caseId}`)).status;
  expect([await statusFor('unitHead', plain, 'food'), await statusFor('unitHead', secret, 'food')]).toEqual([
    200, 200,
  ]);
  expect([await statusFor('unitHead', plain, 'drugs'), await statusFor('unitHead', secret, 'drugs')]).toEqual(
    [403, 404],
  );
  expect([await statusFor('chiefLeader', plain), await statusFor('chiefLeader', secret)]).toEqual([200, 200]);
  // Who reads no cases at all learns nothing of any, whether it is there or not.
  expect([await statusFor('operator', plain), await statusFor('operator', secret)]).toEqual([403, 403]);
  expect(await site.as('officeHead', 'GET', `/v1/cases/${secret}/reads`)).toMatchObject({
    status: 200,
    body: {
      reads: expect.arrayContaining([
        expect.objectContaining({ role: expect.objectContaining({ id: 'chiefLeader' }) }),
      ]),
    },
  });
  const wrote = { type: 'RecordAction', action: 'verified', note: '机密内容' };
  expect(await site.as('dutyOfficer', 'POST', `/v1/cases/${secret}/commands`, wrote)).toMatchObject({
    status: 422,
    body: { code: 'SECRET_CONTENT' },
  });
  expect(
    await site.as('officeHead', 'POST', `/v1/cases/${secret}/commands`, { type: 'PurgeContent' }),
  ).toMatchObject({
    status: 200,
  });
};

/** The doors of a deployment: who comes in, and what he may see. */
export const tryDoors = async (site: Site, issuer: IssuerStub): Promise<void> => {
  await tryClaims(site, issuer);
  await tryPosts(site, issuer);
  await tryRights(site, issuer);
};
