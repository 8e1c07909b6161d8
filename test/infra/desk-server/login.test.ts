import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createBrowser } from './browser.ts';
import { logIn, type Office, startOffice } from './office.ts';

const started = Date.now();
let passed = 0;
let office: Office;
const said: string[] = [];
beforeAll(async () => {
  for (const name of ['log', 'error', 'warn'] as const)
    vi.spyOn(console, name).mockImplementation((...parts: unknown[]) => void said.push(parts.join(' ')));
  office = await startOffice({ bureau: 'nanning', more: { now: () => started + passed } });
});
afterEach(() => {
  passed = 0;
});
afterAll(async () => {
  vi.restoreAllMocks();
  await office.close();
});
const own = (): Record<string, string> => ({ origin: office.address });
const at = (path: string): string => office.address + path;

describe('a login that the office’s server makes over plain http', () => {
  it('ends where it began, with a cookie that no script reads and no other site sends', async () => {
    const { browser, seen } = await logIn(office, 'unitHead-branch', {
      to: '/desk/cases/NN2026-0001?tab=log',
    });
    expect(seen).toMatchObject({ url: at('/desk/cases/NN2026-0001?tab=log'), status: 200 });
    const cookies = [...browser.cookiesOf(office.address)];
    expect(cookies).toEqual([['shixian-session', { value: expect.any(String), path: '/', isStrict: true }]]);
    const answer = await browser.visit(at('/desk/session'));
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const session = (await answer.json()) as { expiresAt: string };
    expect(session).toEqual({
      person: 'unitHead-branch',
      name: expect.stringMatching(/\p{Script=Han}/u),
      mark: expect.stringMatching(/^[0-9a-f]{32}$/),
      expiresAt: expect.any(String),
    });
    // Twelve hours, or a little less: the provider's token was made a moment before.
    const lasts = Date.parse(session.expiresAt) - started;
    expect(lasts).toBeGreaterThan(11.9 * 3_600_000);
    expect(lasts).toBeLessThanOrEqual(12 * 3_600_000);
  });

  it('sets its cookies so that neither is read by a script, and one alone comes with the way back', async () => {
    const browser = createBrowser();
    const first = await browser.visit(at('/desk/session/login?to=/desk/'));
    expect(first.status).toBe(303);
    const [set = ''] = first.headers.getSetCookie();
    expect(set).toMatch(
      /^shixian-login-[\w-]{12}=[\w-]{43}; Path=\/desk\/session\/back; HttpOnly; SameSite=Lax; Max-Age=600$/,
    );
    const start = new URL(first.headers.get('location')!);
    expect(Object.fromEntries(start.searchParams)).toMatchObject({
      ...{ client_id: 'shixian-office', response_type: 'code', scope: 'openid' },
      ...{ code_challenge_method: 'S256', redirect_uri: at('/desk/session/back') },
      ...{ state: expect.any(String), nonce: expect.any(String) },
    });
  });

  it('lets who is logged in read and act by the API, by the cookie alone', async () => {
    const { browser } = await logIn(office, 'dutyOfficer-1');
    const list = await browser.ask(at('/v1/cases'));
    expect(list.status).toBe(200);
    const body = JSON.stringify({
      title: '来电',
      sources: [{ kind: 'monitored' }],
      level: 'general',
      unit: 'branch',
    });
    const opened = await browser.ask(at('/v1/cases'), {
      method: 'POST',
      headers: { ...own(), 'content-type': 'application/json', 'idempotency-key': 'one' },
      body,
    });
    expect(opened.status).toBe(201);
    const { case: id } = (await opened.json()) as { case: string };
    expect((await office.running.system.cases.log(id))[0]?.actor).toMatchObject({ id: 'dutyOfficer-1' });
  });

  it.each([
    ['//evil.example/', '/desk/'],
    ['/\\evil.example/desk/', '/desk/'],
    ['https://evil.example/desk/', '/desk/'],
    ['/desk/../v1/cases', '/desk/'],
    ['/desk/session/logout', '/desk/'],
    ['/elsewhere', '/desk/'],
    ['javascript:alert(1)', '/desk/'],
    ['', '/desk/'],
    ['/desk/duties#overdue', '/desk/duties#overdue'],
  ])('returns to its own pages only: to=%s leads to %s', async (to, expected) => {
    expect((await logIn(office, 'dutyOfficer-1', { to })).seen.url).toBe(at(expected));
  });

  it('is nobody’s who has not begun it: another’s way back does not log one in, nor does it end the other’s login', async () => {
    const other = createBrowser();
    const page = await other.go(at('/desk/session/login'));
    // The attacker logs in himself, and has his victim go the last step.
    const choice = await other.visit(page.url, {
      method: 'POST',
      body: new URLSearchParams({ person: 'officeHead-1' }),
    });
    const resumed = await other.visit(new URL(choice.headers.get('location')!, page.url).href);
    const back = resumed.headers.get('location')!;
    expect(back).toContain('/desk/session/back?code=');
    const victim = createBrowser();
    const seen = await victim.go(back, { isFromElsewhere: true });
    expect(seen.status).toBe(400);
    expect(seen.text).toContain('登录未完成');
    expect(victim.cookiesOf(office.address).size).toBe(0);
    // Who began it ends it, once.
    expect((await other.go(back, { isFromElsewhere: true })).status).toBe(200);
    expect((await other.go(back, { isFromElsewhere: true })).status).toBe(400);
  });

  it.each(['', '?state=none&code=x', '?code=x', '?error=access_denied&state=none'])(
    'is not made by a way back that nobody began: %s',
    async (query) => {
      const seen = await createBrowser().go(at(`/desk/session/back${query}`), { isFromElsewhere: true });
      expect(seen.status).toBe(400);
      expect(seen.text).toContain('登录未完成');
      expect(seen.headers.get('content-security-policy')).toContain("default-src 'none'");
    },
  );

  it('is not made with a wrong code, nor by a person who says no; and not after ten minutes', async () => {
    for (const [query, wait] of [
      ['code=wrong', 0],
      ['error=access_denied', 0],
      ['code=late', 600_000],
    ] as const) {
      const browser = createBrowser();
      const first = await browser.visit(at('/desk/session/login'));
      const state = new URL(first.headers.get('location')!).searchParams.get('state');
      passed = wait;
      const seen = await browser.go(at(`/desk/session/back?${query}&state=${state}&iss=${office.issuer}`));
      expect([query, seen.status]).toEqual([query, 400]);
      expect(browser.cookiesOf(office.address).has('shixian-session')).toBe(false);
      passed = 0;
    }
  });

  it('gives a new session each time: one that a browser had before is of no use any more', async () => {
    const { browser } = await logIn(office, 'officeHead-1');
    const before = browser.cookiesOf(office.address).get('shixian-session')!.value;
    await browser.go(at('/desk/session/login'));
    const after = browser.cookiesOf(office.address).get('shixian-session')!.value;
    expect(after).not.toBe(before);
    const ask = (id: string): Promise<Response> =>
      fetch(at('/desk/session'), { headers: { cookie: `shixian-session=${id}` } });
    expect([(await ask(before)).status, (await ask(after)).status]).toEqual([401, 200]);
    // Two of that name: one of them is somebody's own.
    const both = { cookie: `shixian-session=${before}; shixian-session=${after}` };
    expect((await fetch(at('/desk/session'), { headers: both })).status).toBe(401);
  });

  it('lasts a shift, and not a second longer', async () => {
    const { browser } = await logIn(office, 'officeHead-1');
    const session = (await (await browser.visit(at('/desk/session'))).json()) as { expiresAt: string };
    const ends = Date.parse(session.expiresAt) - started;
    passed = ends - 1_000;
    expect((await browser.visit(at('/desk/session'))).status).toBe(200);
    passed = ends;
    for (const path of ['/desk/session', '/v1/cases']) {
      const told = await browser.ask(at(path));
      expect(told.status).toBe(401);
      expect(await told.json()).toMatchObject({ code: 'TOKEN_INVALID', message: '登录已失效,请重新登录' });
    }
  });

  it('ends here and at the issuer', async () => {
    const { browser } = await logIn(office, 'officeHead-1');
    const left = await browser.ask(at('/desk/session/logout'), { method: 'POST', headers: own() });
    const { to } = (await left.json()) as { to: string };
    const farewell = new URL(to);
    expect(farewell.origin + farewell.pathname).toBe(`${office.issuer}/session/end`);
    expect(farewell.searchParams.get('post_logout_redirect_uri')).toBe(at('/desk/login'));
    expect((await browser.ask(at('/v1/cases'))).status).toBe(401);
    const page = await browser.go(to);
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(page.text) ?? [];
    const body = new URLSearchParams({ xsrf, logout: 'yes' });
    const seen = await browser.go(`${office.issuer}/session/end/confirm`, { method: 'POST', body });
    expect(seen.url.split('?')[0]).toBe(at('/desk/login'));
    // Nobody is logged in at the issuer any more: it asks anew.
    expect((await browser.go(at('/desk/session/login'))).text).toContain('演示身份');
    // Again is as good as once.
    const again = await browser.ask(at('/desk/session/logout'), { method: 'POST', headers: own() });
    expect([again.status, await again.json()]).toEqual([200, { to: '/desk/login' }]);
  });

  it('is told of in no other way than it is asked for', async () => {
    for (const [method, path, status] of [
      ['POST', '/desk/session', 405],
      ['POST', '/desk/session/login', 405],
      ['GET', '/desk/session/logout', 405],
      ['GET', '/desk/session/other', 404],
    ] as const)
      expect([path, (await fetch(at(path), { method, headers: own() })).status]).toEqual([path, status]);
    expect(await (await fetch(at('/desk/session'))).json()).toMatchObject({ code: 'TOKEN_MISSING' });
  });
});

it('writes no token, code, cookie or state anywhere', () => {
  const text = said.join('\n');
  expect(text).toContain('登录未完成(');
  expect(text).not.toMatch(/eyJ|code=|shixian-session|state|[\w-]{40,}/);
});
