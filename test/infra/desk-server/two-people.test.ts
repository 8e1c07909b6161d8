import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskSession, MARK_HEADER } from '../../../shared/contracts/desk/session.ts';
import { type Browser, createBrowser } from './browser.ts';
import { logIn, type Office, startOffice } from './office.ts';
import { serverBefore } from './server-before.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice({ bureau: 'nanning' });
});
afterAll(async () => {
  await office.close();
});
const at = (path: string): string => office.address + path;
const own = (): Record<string, string> => ({ origin: office.address });
const sessionOf = async (browser: Browser): Promise<DeskSession> =>
  (await (await browser.visit(at('/desk/session'))).json()) as DeskSession;
const marked = (mark: string): Record<string, string> => ({ [MARK_HEADER]: mark });
const leave = (browser: Browser, headers = {}): Promise<Response> =>
  browser.ask(at('/desk/session/logout'), { method: 'POST', headers: { ...own(), ...headers } });
/** In one browser: somebody logs in, leaves, and another logs in. */
const oneAfterAnother = async () => {
  const { browser } = await logIn(office, 'dutyOfficer-1');
  const before = await sessionOf(browser);
  await leave(browser);
  // From a browser that the issuer does not know: as after a logout there.
  const after = await logIn(office, 'officeHead-1', { browser: createBrowser() });
  const cookie = after.browser.cookiesOf(office.address).get('shixian-session')!;
  browser.cookiesOf(office.address).set('shixian-session', cookie);
  return { browser, before, after: await sessionOf(browser) };
};
const OPENING = { title: '来电', sources: [{ kind: 'monitored' }], level: 'general', unit: 'branch' };

describe('a page that shows who was there before', () => {
  it('neither reads nor acts as who came after, and does not end his session', async () => {
    const { browser, before, after } = await oneAfterAnother();
    expect([before.person, after.person]).toEqual(['dutyOfficer-1', 'officeHead-1']);
    const count = async (): Promise<number> =>
      ((await (await browser.ask(at('/v1/cases'))).json()) as { cases: unknown[] }).cases.length;
    const cases = await count();
    const asked: [string, RequestInit][] = [
      ['/v1/cases', {}],
      ['/v1/me', {}],
      ['/v1/cases', { method: 'POST', body: JSON.stringify(OPENING) }],
      ['/v1/roster', { method: 'PUT', body: '{}' }],
      ['/desk/session/logout', { method: 'POST' }],
    ];
    for (const [path, init] of asked) {
      const headers = { ...own(), 'content-type': 'application/json', ...marked(before.mark) };
      const told = await browser.visit(at(path), { ...init, headers });
      expect([path, told.status, await told.json()]).toEqual([
        path,
        401,
        { code: 'TOKEN_INVALID', message: '登录的人已经更换,请刷新', requestId: expect.any(String) },
      ]);
    }
    expect(await count()).toBe(cases);
    expect((await sessionOf(browser)).person).toBe('officeHead-1');
  });

  it('is let in with the mark of who is there alone', async () => {
    const { browser, after } = await oneAfterAnother();
    expect((await browser.visit(at('/v1/cases'), { headers: marked(after.mark) })).status).toBe(200);
    for (const mark of ['', 'x', after.mark.toUpperCase(), `${after.mark}0`])
      expect((await browser.visit(at('/v1/cases'), { headers: marked(mark) })).status).toBe(401);
    const gone = await leave(browser, marked(after.mark));
    expect(gone.status).toBe(200);
  });
});

describe('what does not say whose page it comes from', () => {
  it('is refused by the cookie alone, does nothing, and ends nobody’s session', async () => {
    const { browser } = await logIn(office, 'officeHead-1', { browser: createBrowser() });
    const { mark } = await sessionOf(browser);
    const marks = marked(mark);
    const count = async (): Promise<number> =>
      ((await (await browser.visit(at('/v1/cases'), { headers: marks })).json()) as { cases: unknown[] })
        .cases.length;
    const cases = await count();
    const asked: [string, RequestInit][] = [
      ['/v1/me', {}],
      ['/v1/cases', {}],
      ['/v1/cases', { method: 'POST', body: JSON.stringify(OPENING) }],
      ['/v1/roster', {}],
      ['/v1/roster', { method: 'PUT', body: '{}' }],
      ['/desk/session/logout', { method: 'POST' }],
    ];
    for (const [path, init] of asked) {
      const headers = { ...own(), 'content-type': 'application/json' };
      const told = await browser.visit(at(path), { ...init, headers });
      expect([path, told.status, await told.json()]).toEqual([
        path,
        401,
        { code: 'TOKEN_INVALID', message: '没有写明是谁的页面,请刷新', requestId: expect.any(String) },
      ]);
    }
    expect(await count()).toBe(cases);
  });

  it('is let in where nothing is read or done in anybody’s name: the mark itself, a login, and what is open', async () => {
    const { browser } = await logIn(office, 'officeHead-1', { browser: createBrowser() });
    expect((await browser.visit(at('/desk/session'))).status).toBe(200);
    expect((await browser.visit(at('/v1/health'))).status).toBe(200);
    expect((await browser.visit(at('/desk/duties'))).status).toBe(200);
    expect((await browser.visit(at('/desk/session/login?to=/desk/'))).status).toBe(303);
    expect((await browser.visit(at('/desk/session/back?state=x&code=y'))).status).toBe(400);
    expect((await sessionOf(browser)).person).toBe('officeHead-1');
  });
});

describe('the mark', () => {
  it('is the same in all sessions of a person, another’s for another, and known by no one beforehand', async () => {
    const marks: DeskSession[] = [];
    for (const person of ['dutyOfficer-1', 'dutyOfficer-1', 'officeHead-1']) {
      const { browser } = await logIn(office, person, { browser: createBrowser() });
      marks.push(await sessionOf(browser));
    }
    const [one, again, other] = marks.map(({ mark }) => mark);
    expect([one === again, one === other]).toEqual([true, false]);
    const next = await startOffice({ bureau: 'nanning' });
    const { browser } = await logIn(next, 'dutyOfficer-1');
    const told = (await (await browser.visit(`${next.address}/desk/session`)).json()) as DeskSession;
    expect(told.person).toBe('dutyOfficer-1');
    expect(told.mark).not.toBe(one);
    await next.close();
  });

  it('is not told to the API, and means nothing where the browser has its own token', async () => {
    const { address, asked, close } = await serverBefore((_, response) => response.end('{}'));
    const headers = { authorization: 'Bearer x', ...marked('another') };
    expect((await fetch(`${address}/v1/cases`, { headers })).status).toBe(200);
    expect(Object.keys(asked[0]!.headers)).not.toContain(MARK_HEADER);
    close();
  });
});
