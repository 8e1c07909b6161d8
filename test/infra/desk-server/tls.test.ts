import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readCertificate } from '../../../infra/desk-server/certificate.ts';
import { readServing } from '../../../infra/desk-server/options.ts';
import { createDesk } from '../../../infra/desk-server/start.ts';
import { deskSiteOf } from '../../../infra/desk-site/site.ts';
import { CLIENT } from '../../../infra/local/identity/desk-login.ts';
import { exampleRoster, personFor } from '../../../infra/local/people.ts';
import { type RunningBureau, startBureau } from '../../../infra/local/server/bureau.ts';
import { DEFAULT_CLAIMS } from '../../../shared/contracts/environment.ts';
import { regulationInForce } from '../../../shared/regulations/index.ts';
import { selfSigned } from './certificate.ts';
import { freePort } from './office.ts';

const folder = mkdtempSync(join(tmpdir(), 'shixian-tls-'));
const paths = { certificate: join(folder, 'office.pem'), key: join(folder, 'office.key') };
const write = ({ certificate, key }: ReturnType<typeof selfSigned>): void => {
  writeFileSync(paths.certificate, certificate);
  writeFileSync(paths.key, key);
};
const regulation = regulationInForce('petition');
const first = selfSigned('office one');
let trusted = first.certificate;
let bureau: RunningBureau;
let port: number;
let close: () => Promise<void>;
beforeAll(async () => {
  write(first);
  bureau = await startBureau({
    ...{ bureau: 'petition', folder: undefined, port: 0, sweepEveryMilliseconds: 3_600_000 },
    onSms: () => undefined,
  });
  const roster = exampleRoster(regulation);
  await bureau.system.rosters.write({ version: 1, roster, changedBy: 'x', changedAt: 'x' });
  port = await freePort();
  const serving = readServing({ ...paths, api: bureau.url, listen: `127.0.0.1:${port}` }, undefined);
  const login = {
    ...{ exchange: 'browser' as const, issuer: `${bureau.url}/oidc` },
    ...{ clientId: CLIENT, scopes: [] },
  };
  const place = { login, shiftHours: 8, isExample: false };
  const files = deskSiteOf(regulation, { authorization: 'iam', hasReceipts: true }, place);
  const { bureau: name } = regulation;
  const prepared = { bureau: name, files, login, claims: DEFAULT_CLAIMS, shiftHours: 8 };
  const { open } = createDesk(serving, prepared, readCertificate(paths));
  close = await open();
});
afterAll(async () => {
  await close();
  await bureau.close();
  rmSync(folder, { recursive: true });
});

interface Told {
  status: number;
  headers: Record<string, unknown>;
  text: string;
  by: string;
}
const ask = (path: string, headers: Record<string, string> = {}): Promise<Told> =>
  new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, headers, ca: trusted, agent: false };
    request(options, (answer) => {
      const by = (answer.socket as TLSSocket).getPeerCertificate().subject.CN as string;
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, by }));
    })
      .on('error', reject)
      .end();
  });

describe('the desk over the office’s own TLS', () => {
  it('leaves the login to the browser, which may ask the issuer and nobody else', async () => {
    const { status, text } = await ask('/desk/config.json');
    expect(status).toBe(200);
    const { login, shiftHours, api, isExample } = JSON.parse(text) as Record<string, unknown>;
    expect({ login, shiftHours, api, isExample }).toEqual({
      ...{ shiftHours: 8, api: '', isExample: false },
      login: { exchange: 'browser', issuer: `${bureau.url}/oidc`, clientId: CLIENT, scopes: [] },
    });
    const page = await ask('/desk/duties');
    expect(page.status).toBe(200);
    expect(page.headers['content-security-policy']).toContain(`connect-src 'self' ${bureau.url}`);
    expect((await ask('/')).text).toBe(page.text);
  });

  it('passes the browser’s token on, and answers nobody without', async () => {
    const token = await bureau.issuer.issue(personFor(exampleRoster(regulation), 'dutyOfficer'));
    const told = await ask('/v1/cases', { authorization: `Bearer ${token}` });
    expect([told.status, JSON.parse(told.text)]).toMatchObject([200, { cases: [] }]);
    expect((await ask('/v1/cases')).status).toBe(401);
    // There is no session here, whatever cookie comes.
    expect((await ask('/v1/cases', { cookie: '__Host-shixian-session=x' })).status).toBe(401);
    expect((await ask('/v1/cases', { authorization: 'Bearer x' })).status).toBe(401);
    const other = await ask('/v1/cases', {
      authorization: `Bearer ${token}`,
      origin: `http://127.0.0.1:${port}`,
    });
    expect([other.status, JSON.parse(other.text).code]).toEqual([403, 'ORIGIN_FOREIGN']);
  });

  it('goes on with a new certificate when it is told to, and with the old one while the new one is of no use', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
    expect((await ask('/')).by).toBe('office one');
    const second = selfSigned('office two');
    // The certificate is there already, its key is not yet.
    write({ ...first, certificate: second.certificate });
    process.emit('SIGHUP');
    expect((await ask('/')).by).toBe('office one');
    expect(said.mock.calls.join()).toContain('仍用原证书:');
    write(second);
    process.emit('SIGHUP');
    trusted = second.certificate;
    expect((await ask('/')).by).toBe('office two');
    expect(said.mock.calls.join()).not.toContain('PRIVATE');
    vi.restoreAllMocks();
  });
});

it.each([
  ['that is not there', { ...paths, certificate: join(folder, 'none') }, '读不到证书 '],
  ['whose key is not there', { ...paths, key: join(folder, 'none') }, '读不到证书私钥 '],
  ['that is none', { ...paths, certificate: join(folder, 'text') }, '不能使用(不是 PEM,或两者不配套)'],
])('a certificate %s is refused in a sentence', (_, given, said) => {
  writeFileSync(join(folder, 'text'), 'text');
  expect(() => readCertificate(given)).toThrow(said);
});
