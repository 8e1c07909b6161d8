import { beforeEach, describe, expect, it } from 'vitest';
import { HealthReply } from '../../../shared/contracts/replies/health.ts';
import { plain } from '../../support/office.ts';
import { read, refusalIn } from '../../support/told.ts';
import { type Desk, openDesk } from './desk.ts';

let office: Desk['office'];
let officer: Desk['officer'];
let head: Desk['head'];
let opened: Desk['opened'];
let give: Desk['give'];
let refusals: Desk['refusals'];
beforeEach(async () => {
  ({ office, officer, head, opened, give, refusals } = await openDesk());
});

describe('routes', () => {
  it.each([
    ['/v1/regulation', { id: 'leizhou' }],
    ['/v1/cases', { cases: [{ case: 'LZ2026-0001' }] }],
    ['/v1/cases/LZ2026-0001', { case: 'LZ2026-0001' }],
    ['/v1/cases/LZ2026-0001/schedule', { case: 'LZ2026-0001', duties: expect.any(Array) }],
    ['/v1/cases/LZ2026-0001/log', { intact: true }],
    ['/v1/items', { items: [{ id: 'a' }] }],
    ['/v1/items/demo/a', { id: 'a' }],
    ['/v1/roster', { version: 1 }],
  ])('GET %s answers a person, and nobody without a token', async (path, body) => {
    await opened();
    await office.push([plain('a')]);
    const told = await officer('GET', path);
    expect(told).toMatchObject({ status: 200, body: { ...body, requestId: expect.stringMatching(/.+/) } });
    expect(await office.http({ method: 'GET', path })).toMatchObject({
      status: 401,
      body: { code: 'TOKEN_MISSING' },
    });
  });

  it('health needs no token and tells little', async () => {
    const told = await office.http({ method: 'GET', path: '/v1/health' });
    expect(Object.keys(read(HealthReply, told)).sort()).toEqual([
      ...['bureau', 'clocks', 'requestId', 'status', 'store', 'time'],
    ]);
  });

  it.each([
    ['GET', '/v1/nothing'],
    ['GET', '/v1/cases/LZ2026-0001/nothing'],
    ['GET', '/v2'],
    ['GET', '/desks'],
  ])('%s %s is no route', async (method, path) => {
    expect(await officer(method, path)).toMatchObject({ status: 404, body: { code: 'ROUTE_UNKNOWN' } });
  });

  it.each(['%E4%', '%', 'LZ2026-9999', 'constructor', '__proto__', 'a%23b', 'x'.repeat(3000), '案卷'])(
    'a case called %s is unknown',
    async (name) => {
      for (const rest of ['', '/log', '/schedule'])
        expect(await officer('GET', `/v1/cases/${name}${rest}`)).toMatchObject({
          status: 404,
          body: { code: 'CASE_UNKNOWN', message: '没有这个案卷' },
        });
      expect(refusalIn(await give(name, { type: 'Acknowledge' })).code).toBe('CASE_UNKNOWN');
      expect((await refusals()).map(({ sk }) => sk.split('#')[1])).toEqual(['CASE_UNKNOWN']);
    },
  );

  it.each(['demo/none', 'demo/%E4%', `demo/${'x'.repeat(3000)}`, 'nobody/a', '%/%'])(
    'an item called %s is unknown',
    async (name) => {
      expect(await officer('GET', `/v1/items/${name}`)).toMatchObject({
        status: 404,
        body: { code: 'ITEM_UNKNOWN' },
      });
    },
  );

  it('refusals are read by day', async () => {
    expect((await head('GET', '/v1/refusals', undefined, { day: 'x'.repeat(3000) })).status).toBe(422);
    expect((await head('GET', '/v1/refusals', undefined, { day: '2026-03-01' })).body).toMatchObject({
      refusals: [],
    });
  });
});

describe('tokens', () => {
  it.each<Record<string, string>>([
    {},
    { sub: 'a' },
    { role: 'officeHead' },
    { sub: '', role: 'officeHead' },
  ])('with claims %j are incomplete', async (claims) => {
    const told = await office.http({ method: 'GET', path: '/v1/cases', claims });
    expect(told).toMatchObject({ status: 401, body: { code: 'TOKEN_INCOMPLETE' } });
  });

  it('are asked for before the body is read', async () => {
    const told = await office.http({ method: 'POST', path: '/v1/cases', body: '{' });
    expect(refusalIn(told).code).toBe('TOKEN_MISSING');
  });
});
