import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { exampleRoster } from '../../../../infra/local/people.ts';
import { type RunningBureau, startBureau } from '../../../../infra/local/server/bureau.ts';
import { signatureHeaders } from '../../../../infra/local/sign.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import { goodToken } from './bad-tokens.ts';
import { startOfficeIssuer } from './office-issuer.ts';

const yinzhou = regulations.yinzhou!;
const folder = mkdtempSync(join(tmpdir(), 'shixian-office-'));
let office: Awaited<ReturnType<typeof startOfficeIssuer>>;
let bureau: RunningBureau;
const login = () => ({
  issuer: office.url,
  audience: 'shixian',
  claims: { person: 'employee', name: 'name', role: 'realm_access.roles', unit: 'dept' },
});
const start = (data: string | undefined, more: object = {}): Promise<RunningBureau> =>
  startBureau({
    ...{ bureau: 'yinzhou', folder: data, port: 0, sweepEveryMilliseconds: 3_600_000 },
    onSms: () => undefined,
    login: login(),
    ...more,
  });
beforeEach(async () => {
  office = await startOfficeIssuer();
  bureau = await start(undefined);
});
afterEach(async () => {
  vi.useRealTimers();
  await bureau.close();
  office.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const tokenOf = (employee: string, roles: string[], more: object = {}): string =>
  goodToken({
    ...office.makings,
    payload: {
      ...{ iss: office.url, aud: 'shixian', exp: Math.floor(Date.now() / 1000) + 600, sub: 'a7f3-91' },
      ...{ employee, realm_access: { roles }, ...more },
    },
  });
const ask = async (token: string, method = 'GET', path = '/v1/roster', body?: unknown) => {
  const answer = await fetch(bureau.url + path, {
    method,
    headers: { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as { code?: string; message?: string } };
};
const health = async () => (await (await fetch(`${bureau.url}/v1/health`)).json()) as { login?: string };

const first = { version: 0, roles: exampleRoster(yinzhou).roles, reason: '首次录入' };
const note = { title: '来电', sources: [{ kind: 'monitored' }], level: 'general', unit: 'elderly' };

describe('with the office’s own login', () => {
  it('there are no example people, and 系统运维 writes the first roster; then they act by the claims of the setting', async () => {
    expect((await bureau.system.rosters.read())?.roster).toBeUndefined();
    const officer = tokenOf('dutyOfficer-1', ['default-roles', 'dutyOfficer']);
    expect(await ask(officer, 'POST', '/v1/cases', note)).toMatchObject({ body: { code: 'PERSON_UNKNOWN' } });
    expect(await ask(officer, 'PUT', '/v1/roster', first)).toMatchObject({ status: 403 });
    expect((await ask(tokenOf('op', ['operator']), 'PUT', '/v1/roster', first)).status).toBe(200);
    expect(await ask(officer, 'POST', '/v1/cases', note)).toMatchObject({ status: 201 });
    // By the subject, which this office does not write into its roster, nobody is known.
    expect(await ask(tokenOf('a7f3-91', ['dutyOfficer']), 'GET', '/v1/cases')).toMatchObject({ status: 403 });
  });

  it('the machine’s own provider is not there, and its tokens are nobody’s', async () => {
    expect((await fetch(`${bureau.url}/oidc/.well-known/openid-configuration`)).status).toBe(401);
    const own = await bureau.issuer.issue({ id: 'operator-1', name: '运维', role: 'operator' });
    expect(await ask(own)).toMatchObject({ status: 401, body: { code: 'TOKEN_INVALID' } });
  });
});

describe('an issuer that signs with a new key', () => {
  it('is asked for it; the old key’s tokens end with it', async () => {
    const old = tokenOf('op', ['operator']);
    expect((await ask(old)).status).toBe(200);
    office.rotate();
    const fresh = tokenOf('op', ['operator']);
    // Whoever makes keys up must not have it asked for every time.
    const asked = office.control.asked;
    for (const _ of [1, 2, 3]) expect((await ask(fresh)).status).toBe(401);
    expect(office.control.asked).toBe(asked);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31_000 });
    expect((await ask(fresh)).status).toBe(200);
    expect((await ask(old)).status).toBe(401);
  });
});

describe('an issuer that does not answer', () => {
  it('at the start, lets nobody in and says so; when it is there, all is well without a restart', async () => {
    office.control.isDown = true;
    expect(await ask(tokenOf('op', ['operator']))).toMatchObject({
      status: 503,
      body: {
        code: 'ISSUER_UNREACHABLE',
        message: '统一身份认证暂时无法访问,不能确认登录,请稍后重试;接收推送和计时不受影响',
      },
    });
    expect(await health()).toMatchObject({ status: 'ok', login: 'unreachable' });
    office.control.isDown = false;
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11_000 });
    expect((await ask(tokenOf('op', ['operator']))).status).toBe(200);
    expect(await health()).toMatchObject({ status: 'ok', login: 'ok' });
  });

  it('later, keeps in whoever has a token by the keys that are known', async () => {
    expect((await ask(tokenOf('op', ['operator']))).status).toBe(200);
    office.control.isDown = true;
    expect((await ask(tokenOf('op', ['operator']))).status).toBe(200);
    expect(await health()).toMatchObject({ login: 'unreachable' });
    // As long as API Gateway keeps them.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * 3_600_000 + 1 });
    expect((await ask(tokenOf('op', ['operator']))).status).toBe(503);
  });

  it.each<[string, (control: typeof office.control) => void]>([
    [
      'says of itself that it is another',
      (control) => Object.assign(control, { saysOfItself: 'https://x/' }),
    ],
    ['has no keys', (control) => Object.assign(control, { keys: 'none' })],
  ])('%s: lets nobody in', async (_, spoil) => {
    spoil(office.control);
    expect(await ask(tokenOf('op', ['operator']))).toMatchObject({ status: 503 });
  });

  it('stops neither pushes nor clocks', async () => {
    office.control.isDown = true;
    const items = [{ id: 'a', title: '养老院老人集体食物中毒致死', publishedAt: new Date().toISOString() }];
    const body = JSON.stringify({ items });
    const [secret = ''] = bureau.keys.feeds.demo!;
    const answer = await fetch(`${bureau.url}/v1/feeds/demo/items`, {
      method: 'POST',
      headers: signatureHeaders(secret, 'm-1', new Date(), body),
      body,
    });
    expect(answer.status).toBe(200);
    const { items: taken } = (await answer.json()) as { items: { case?: string }[] };
    const [caseId = ''] = taken.map((item) => item.case);
    const state = (await bureau.system.cases.load(caseId))!;
    const clock = { caseId, level: state.handlingLevel, generation: state.generation };
    await vi.waitFor(async () => expect(await bureau.system.workflows.describe(clock)).toBe('RUNNING'));
  });
});

describe('whose login a data folder has is decided once', () => {
  it('example people stay out of the office’s data, and its data out of a machine that issues its own tokens', async () => {
    const [own, theirs] = [join(folder, 'own'), join(folder, 'theirs')];
    await (await start(own, { login: undefined })).close();
    await expect(start(own)).rejects.toThrow(`数据目录 ${own} 里是演示人员和演示案卷,不能改用 --issuer`);
    await (await start(theirs)).close();
    await expect(start(theirs, { login: undefined })).rejects.toThrow(
      `数据目录 ${theirs} 的登录由 ${office.url} 认证,请用 --issuer ${office.url} 启动`,
    );
    const other = { ...login(), issuer: 'https://other.example.invalid' };
    await expect(start(theirs, { login: other })).rejects.toThrow(`由 ${office.url} 认证`);
    await (await start(theirs)).close();
    expect(readdirSync(theirs)).not.toContain('tokens.env');
  });
});
