import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { bannerText } from '../../../../infra/local/server/banner.ts';
import {
  type BureauOptions,
  type RunningBureau,
  startBureau,
} from '../../../../infra/local/server/bureau.ts';
import type { DeskConfig, DeskPeople } from '../../../../shared/contracts/desk/config.ts';
import { regulations } from '../../../../shared/regulations/index.ts';

let bureau: RunningBureau;
afterEach(() => bureau.close());
const start = async (id: string, more: Partial<BureauOptions> = {}): Promise<void> => {
  bureau = await startBureau({
    ...{ bureau: id, folder: undefined, port: 0, sweepEveryMilliseconds: 3_600_000 },
    onSms: () => undefined,
    ...more,
  });
};
const OFFICE = {
  issuer: 'https://sso.example.invalid/realms/office',
  audience: 'shixian',
  claims: { person: 'sub', name: 'name', role: 'role', unit: 'unit' },
};
const get = (path: string, init?: RequestInit) => fetch(bureau.url + path, init);
const config = async (): Promise<DeskConfig> => (await (await get('/desk/config.json')).json()) as DeskConfig;
/** Where one is sent who asks by this name of the machine. */
const sentTo = (
  host: string,
  path: string,
  method = 'GET',
): Promise<[number | undefined, string | undefined]> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(bureau.url);
    request({ host: '127.0.0.1', port, path, method, headers: { host: `${host}:${port}` } }, (answer) => {
      answer.resume();
      resolve([answer.statusCode, answer.headers.location]);
    })
      .on('error', reject)
      .end();
  });

describe.each(Object.values(regulations))('the desk of $id on this machine', ({ id, bureau: name }) => {
  it('stands at / without a log-in, with everything that it loads, and logs in at the machine’s own provider', async () => {
    await start(id);
    const page = await get('/');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers.get('content-security-policy')).toContain(`connect-src 'self' ${bureau.url};`);
    const text = await page.text();
    // What the office may change from day to day is asked for each time, ahead of whoever needs it.
    for (const [, path] of text.matchAll(/(?:src|href)="(\/[^"]+)"/g))
      expect((await get(path!)).headers.get('cache-control'), path).toContain(
        path === '/desk/config.json' ? 'no-cache' : 'immutable',
      );
    expect(await (await get('/desk/cases/X2026-0001')).text()).toBe(text);
    const told = await config();
    expect(told).toMatchObject({
      bureau: { id, name },
      isExample: true,
      login: { exchange: 'browser', issuer: `${bureau.url}/oidc`, clientId: 'shixian-desk', scopes: [] },
    });
    for (const path of [told.files.forms, told.files.regulation, ...Object.values(told.files.pictures)])
      expect((await get(path)).status, path).toBe(200);
    expect((await get('/desk/none.js')).status).toBe(404);
  });

  it('names the example people, as the roster has them now', async () => {
    await start(id);
    const people = async () => (await (await get('/desk/people.json')).json()) as DeskPeople;
    const { roster, version } = (await bureau.system.rosters.read())!;
    const ids = [...new Set(Object.values(roster.roles).flatMap((all) => all.map((person) => person.id)))];
    expect((await people()).map((person) => person.id)).toEqual(ids);
    for (const { posts, ...person } of await people()) {
      expect(posts).toMatch(/\p{Script=Han}/u);
      expect(posts).not.toMatch(/[a-z]{4}/);
      expect(Object.keys(person)).toEqual(['id', 'name']);
    }
    const [role = '', [first] = []] = Object.entries(roster.roles)[0]!;
    await bureau.system.rosters.write({
      ...{ version: version + 1, changedBy: 'x', changedAt: 'x' },
      roster: { roles: { ...roster.roles, [role]: [{ ...first!, id: 'new-1', name: '新到' }] } },
    });
    expect(await people()).toContainEqual(expect.objectContaining({ id: 'new-1', name: '新到' }));
    expect((await get('/desk/people.json', { method: 'POST' })).status).toBe(404);
  });
});

describe('the name of this machine', () => {
  it('at which the tokens are given out is the one at which the desk is opened', async () => {
    await start('nanning');
    for (const path of ['/', '/desk/cases/X?of=all', '/desk/config.json'])
      for (const method of ['GET', 'HEAD'])
        expect(await sentTo('localhost', path, method)).toEqual([302, `${bureau.url}${path}`]);
    expect(await sentTo('127.0.0.1', '/')).toEqual([200, undefined]);
    // The API answers at both.
    expect((await sentTo('localhost', '/v1/health'))[0]).toBe(200);
    expect((await sentTo('evil.example', '/'))[0]).toBe(403);
  });

  it('does not matter where the office has its own login', async () => {
    await start('nanning', { login: OFFICE });
    expect(await sentTo('localhost', '/')).toEqual([200, undefined]);
  });
});

describe('the desk where the office has its own login', () => {
  it('logs in there as the client that was named, and knows no example people', async () => {
    await start('hohhot', { login: { ...OFFICE, client: 'desk' } });
    const { login, isExample } = await config();
    expect([isExample, login]).toEqual([
      false,
      { exchange: 'browser', issuer: OFFICE.issuer, clientId: 'desk', scopes: [] },
    ]);
    expect((await get('/')).headers.get('content-security-policy')).toContain(
      "connect-src 'self' https://sso.example.invalid;",
    );
    expect((await get('/desk/people.json')).status).toBe(404);
  });

  it('lets nobody log in where no client was named, and the banner says so', async () => {
    await start('hohhot', { login: OFFICE });
    expect((await config()).login).toEqual({ exchange: 'none' });
    const banner = { url: bureau.url, folder: 'x', regulation: regulations.hohhot!, people: [] };
    const without = bannerText({ ...banner, login: OFFICE }, '').split('\n');
    expect(without[0]).toBe(`值班台:${bureau.url}/   (用浏览器打开)`);
    expect(without.join()).toContain('值班台还不能登录');
    expect(bannerText({ ...banner, login: { ...OFFICE, client: 'desk' } }, '')).not.toContain('还不能登录');
  });
});
