import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningBureau, startBureau } from '../../../../infra/local/server/bureau.ts';
import { createBrowser, logIn } from './browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'shixian-provider-'));
const start = (port = 0): Promise<RunningBureau> =>
  startBureau({ bureau: 'nanning', folder, port, sweepEveryMilliseconds: 3_600_000, onSms: () => undefined });
let bureau: RunningBureau;
let issuer: string;
beforeAll(async () => {
  bureau = await start();
  issuer = `${bureau.url}/oidc`;
});
afterAll(async () => {
  await bureau.close();
  rmSync(folder, { recursive: true });
});
const list = (token: string): Promise<Response> =>
  fetch(`${bureau.url}/v1/cases`, { headers: { authorization: `Bearer ${token}` } });
const open = async (token: string): Promise<{ status: number; body: { case: string; code?: string } }> => {
  const body = JSON.stringify({
    title: '来电',
    sources: [{ kind: 'monitored' }],
    level: 'general',
    unit: 'branch',
  });
  const answer = await fetch(`${bureau.url}/v1/cases`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body,
  });
  return { status: answer.status, body: (await answer.json()) as never };
};

describe('logging in with a browser', () => {
  it('gives who was chosen his token, which the office’s routes take', async () => {
    const { accessToken, idToken, server } = await logIn(issuer, 'unitHead-branch');
    expect(server.jwks_uri).toBe(`${issuer}/jwks`);
    expect(decodeJwt(accessToken)).toMatchObject({
      iss: issuer,
      aud: 'shixian-nanning',
      sub: 'unitHead-branch',
      role: 'unitHead',
      unit: 'branch',
    });
    expect(decodeJwt(idToken!)).toMatchObject({ sub: 'unitHead-branch', role: 'unitHead', unit: 'branch' });
    expect((await list(accessToken)).status).toBe(200);
  });

  it('acts as whom it names, in the log too', async () => {
    const { accessToken } = await logIn(issuer, 'dutyOfficer-1');
    const { status, body } = await open(accessToken);
    expect(status).toBe(201);
    expect((await bureau.system.cases.log(body.case))[0]?.actor).toMatchObject({
      id: 'dutyOfficer-1',
      role: 'dutyOfficer',
    });
  });

  it('shows the people in Chinese, as identities for a demonstration, with no script and nothing from outside', async () => {
    const query = new URLSearchParams({
      client_id: 'shixian-desk',
      redirect_uri: `${bureau.url}/desk/back`,
      response_type: 'code',
      scope: 'openid',
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    });
    const { text } = await createBrowser().follow(`${issuer}/auth?${query}`);
    expect(text).toContain('<strong>演示身份</strong>');
    expect(text).toContain('value="unitHead-branch"');
    expect(text).toContain('市工商局分局 单位主要负责人(股室主要负责人)');
    expect(text).not.toMatch(/<script|https?:\/\/|src=/);
  });

  it.each([
    ['without PKCE', { code_challenge: '', code_challenge_method: '' }],
    ['with a plain challenge', { code_challenge_method: 'plain' }],
    ['for a client of nobody’s', { client_id: 'evil' }],
  ])('is not begun %s', async (_, more) => {
    const query = new URLSearchParams({
      ...{ client_id: 'shixian-desk', redirect_uri: `${bureau.url}/desk/back`, response_type: 'code' },
      ...{ scope: 'openid', code_challenge: 'x'.repeat(43), code_challenge_method: 'S256', ...more },
    });
    const { url, text } = await createBrowser().follow(`${issuer}/auth?${query}`);
    expect(url.includes('error=invalid_request') || text.includes('登录未完成')).toBe(true);
    expect(text).not.toContain('演示身份');
  });

  it('sends nobody’s code to another address', async () => {
    const query = new URLSearchParams({
      ...{ client_id: 'shixian-desk', redirect_uri: 'https://evil.example/', response_type: 'code' },
      ...{ scope: 'openid', code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' },
    });
    const { url, text } = await createBrowser().follow(`${issuer}/auth?${query}`);
    expect(url).toContain(issuer);
    expect(text).toContain('这次登录已过期或请求不正确,请回到原来的页面重新登录。');
  });

  it('is the same person’s until he logs out', async () => {
    const browser = createBrowser();
    const { idToken, server } = await logIn(issuer, 'officeHead-1', browser);
    // Nobody is asked anew.
    expect(decodeJwt((await logIn(issuer, 'nobody', browser)).accessToken).sub).toBe('officeHead-1');
    const page = await browser.follow(`${server.end_session_endpoint}?id_token_hint=${idToken}`);
    expect(page.text).toContain('在这里也退出');
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(page.text) ?? [];
    const body = new URLSearchParams({ xsrf, logout: 'yes' });
    const left = await browser.follow(`${issuer}/session/end/confirm`, { method: 'POST', body });
    expect(left.text).toContain('已退出登录');
    expect(decodeJwt((await logIn(issuer, 'chiefLeader-1', browser)).accessToken).sub).toBe('chiefLeader-1');
  });

  it('leads straight back whom the desk has named, also in the place of who was logged in before', async () => {
    const visited: string[] = [];
    const browser = createBrowser();
    const watched: typeof browser = {
      follow: (url, init) => {
        visited.push(init?.method ?? 'GET');
        return browser.follow(url, init);
      },
    };
    for (const person of ['officeHead-1', 'dutyOfficer-1', 'dutyOfficer-1', 'unitHead-branch']) {
      const { accessToken } = await logIn(issuer, 'nobody', watched, { login_hint: person });
      expect(decodeJwt(accessToken).sub).toBe(person);
    }
    expect(visited).toEqual(Array(4).fill('GET'));
    // Without a name it is who was named last.
    expect(decodeJwt((await logIn(issuer, 'nobody', watched)).accessToken).sub).toBe('unitHead-branch');
  });

  it('has somebody chosen where nobody of the roster was named', async () => {
    const browser = createBrowser();
    for (const hint of ['mallory', '']) {
      const { accessToken } = await logIn(issuer, 'chiefLeader-1', browser, { login_hint: hint });
      expect(decodeJwt(accessToken).sub).toBe('chiefLeader-1');
    }
  });

  it.each(['127.0.0.1', 'localhost'])('lets the desk at %s come back, and leave', async (host) => {
    const { port } = new URL(bureau.url);
    const desk = `http://${host}:${port}/desk`;
    const query = new URLSearchParams({
      ...{ client_id: 'shixian-desk', redirect_uri: `${desk}/back`, response_type: 'code', scope: 'openid' },
      ...{ code_challenge: 'x'.repeat(43), code_challenge_method: 'S256', login_hint: 'officeHead-1' },
    });
    const browser = createBrowser();
    expect((await browser.follow(`${issuer}/auth?${query}`)).url).toContain(`${desk}/back?code=`);
    const leaving = new URLSearchParams({
      client_id: 'shixian-desk',
      post_logout_redirect_uri: `${desk}/login`,
    });
    const { text } = await browser.follow(`${issuer}/session/end?${leaving}`);
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(text) ?? [];
    const body = new URLSearchParams({ xsrf, logout: 'yes' });
    const left = await browser.follow(`${issuer}/session/end/confirm`, { method: 'POST', body });
    expect(left.url).toBe(`${desk}/login`);
  });

  it.each(['/oidc/people/none', '/oidc/auth', '/oidc/nowhere', '/oidc/people/'])(
    '%s is answered in our own words',
    async (path) => {
      const answer = await fetch(bureau.url + path);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  it('takes no choice from a page of another site', async () => {
    const answer = await fetch(`${bureau.url}/oidc/people/x`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
      body: new URLSearchParams({ person: 'chiefLeader-1' }),
    });
    expect(answer.status).toBe(403);
  });
});

describe('its key', () => {
  it('lies in the data folder, for its owner alone, and no private part of it is told', async () => {
    const path = join(folder, 'keys.json');
    expect(statSync(path).mode & 0o077).toBe(0);
    const { keys } = (await (await fetch(`${issuer}/jwks`)).json()) as { keys: Record<string, string>[] };
    const kept = (JSON.parse(readFileSync(path, 'utf8')) as { tokens: Record<string, string> }).tokens;
    expect(keys).toHaveLength(1);
    expect(keys[0]).toMatchObject({ kid: kept.kid, n: kept.n });
    for (const part of ['d', 'p', 'q', 'dp', 'dq', 'qi']) expect(keys[0]).not.toHaveProperty(part);
  });

  it('outlives a restart: who was logged in still is', async () => {
    const { accessToken } = await logIn(issuer, 'dutyOfficer-1');
    const { port } = new URL(bureau.url);
    await bureau.close();
    bureau = await start(Number(port));
    expect((await list(accessToken)).status).toBe(200);
  });
});

it('whoever was taken from the roster cannot be chosen, and his token opens nothing', async () => {
  const { accessToken } = await logIn(issuer, 'unitLiaison-hotline');
  const stored = (await bureau.system.rosters.read())!;
  const { unitLiaison = [], ...others } = stored.roster.roles;
  await bureau.system.rosters.write({
    ...{ version: stored.version + 1, changedBy: 'x', changedAt: 'x' },
    roster: { roles: { ...others, unitLiaison: unitLiaison.filter(({ unit }) => unit !== 'hotline') } },
  });
  const answer = await list(accessToken);
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, 'PERSON_UNKNOWN']);
  await expect(logIn(issuer, 'unitLiaison-hotline')).rejects.toThrow();
});
