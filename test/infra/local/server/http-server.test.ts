import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVirtualClock } from '../../../../infra/local/clock/virtual-clock.ts';
import { exampleRoster, personFor } from '../../../../infra/local/people.ts';
import { type RunningBureau, startBureau } from '../../../../infra/local/server/bureau.ts';

let bureau: RunningBureau;
let port: number;
let token: string;
beforeAll(async () => {
  bureau = await startBureau({
    ...{ bureau: 'leizhou', folder: undefined, port: 0, sweepEveryMilliseconds: 60_000 },
    onSms: () => undefined,
  });
  port = Number(new URL(bureau.url).port);
  await bureau.system.rosters.write({ version: 1, roster: exampleRoster(), changedBy: 'x', changedAt: 'x' });
  token = await bureau.issuer.issue(personFor(exampleRoster(), 'chiefLeader'));
});
afterAll(() => bureau.close());

it('tells the time that the bureau lives by, with which a screen counts down', async () => {
  const then = Date.UTC(2026, 2, 2, 0, 0, 0);
  const clock = createVirtualClock(then);
  const other = await startBureau({
    ...{ bureau: 'yinzhou', folder: undefined, port: 0, sweepEveryMilliseconds: 60_000, clock },
    onSms: () => undefined,
  });
  const { headers } = await fetch(`${other.url}/v1/health`);
  expect(headers.get('date')).toBe('Mon, 02 Mar 2026 00:00:00 GMT');
  await other.close();
});

interface Asked {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string;
}
interface Answered {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: { code?: string; message?: string; requestId?: string };
}
const ask = ({ method = 'GET', path = '/v1/cases', headers = {}, body }: Asked): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const given = { authorization: `Bearer ${token}`, ...headers };
    const sent = request({ host: '127.0.0.1', port, method, path, headers: given }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: JSON.parse(text) }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
/** Sends the head of a POST and no body; the status that it is answered with all the same. */
const askHead = (path: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const given = { authorization: `Bearer ${token}`, ...headers };
    const sent = request({ host: '127.0.0.1', port, method: 'POST', path, headers: given }, (answer) => {
      resolve(answer.statusCode ?? 0);
      sent.destroy();
    });
    sent.on('error', reject);
    sent.flushHeaders();
  });
/** As bytes on the wire, for what no client sends. */
const askRaw = (line: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(
        `${line} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\nConnection: close\r\n\r\n`,
      ),
    );
    let text = '';
    socket.on('data', (chunk) => {
      text += String(chunk);
    });
    socket.on('close', () => resolve(text));
  });

describe('the door of one machine', () => {
  it('lets in who comes by its own name', async () => {
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`])
      expect((await ask({ headers: { host } })).status).toBe(200);
    const origin = `http://127.0.0.1:${port}`;
    expect((await ask({ headers: { host: `127.0.0.1:${port}`, origin } })).status).toBe(200);
  });

  it.each(['evil.example', `evil.example:8787`, '127.0.0.1.evil.example', 'localhost.evil.example:1'])(
    'knows no host %j: a name of somebody’s own that leads here',
    async (host) => {
      expect(await ask({ headers: { host } })).toMatchObject({ status: 403, body: { code: 'HOST_UNKNOWN' } });
    },
  );

  it.each(['https://evil.example', 'null', 'http://localhost:1', 'http://127.0.0.1'])(
    'takes no instruction from a page of %s, whatever token it has',
    async (origin) => {
      const body = JSON.stringify({ type: 'RecordInstruction', from: 'bureau', text: '速办' });
      const sent = { method: 'POST', path: '/v1/cases/LZ2026-0001/commands', body };
      const told = await ask({ ...sent, headers: { origin, 'content-type': 'text/plain' } });
      expect(told).toMatchObject({ status: 403, body: { code: 'ORIGIN_FOREIGN' } });
      // Nor may it read what was answered.
      expect(Object.keys(told.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    },
  );

  it('opens no second one: everything but the API runs without a network', async () => {
    const handles = process.getActiveResourcesInfo().filter((kind) => kind === 'TCPServerWrap');
    expect(handles).toHaveLength(1);
  });

  it.each([
    'GET //',
    'GET //evil.example/v1/cases',
    'GET http://[',
    'GET *',
    'GET /v1/cases/../../x',
    'GET /%zz',
  ])('%s is no place, and no fault of ours', async (line) => {
    const told = await askRaw(line);
    expect(told).toMatch(/^HTTP\/1\.1 404 /);
    expect(told).toContain('"code":"ROUTE_UNKNOWN"');
  });

  it.each([
    ['DELETE', '/v1/cases', 'GET, POST'],
    ['PATCH', '/v1/roster', 'GET, PUT'],
    ['GET', '/v1/cases/LZ2026-0001/commands', 'POST'],
    ['GET', '/v1/feeds/demo/items', 'POST'],
    ['POST', '/docs', 'GET, HEAD'],
    ['DELETE', '/v1/openapi.json', 'GET, HEAD'],
    ['POST', '/v1/health', 'GET'],
  ])('%s %s says by which methods it is there', async (method, path, allow) => {
    const told = await ask({ method, path });
    expect(told).toMatchObject({ status: 405, body: { code: 'METHOD_NOT_ALLOWED' }, headers: { allow } });
    expect(told.body.message).toBe(`这个接口只接受 ${allow.replaceAll(', ', '、')}`);
  });

  it.each(['/v1/cases', '/v1/feeds/demo/items'])('%s reads no body that is too large', async (path) => {
    expect(await askHead(path, { 'content-length': String(300 * 1024 * 1024) })).toBe(413);
    expect((await ask({})).status).toBe(200);
  });

  it('asks for the token before it reads a body', async () => {
    expect(await askHead('/v1/cases', { 'content-length': '1000', authorization: 'Bearer none' })).toBe(401);
  });

  it.each(['/v1/cases', '/v1/health', '/v1/nothing'])(
    '%s is answered with what keeps a browser careful',
    async (path) => {
      expect((await ask({ path })).headers).toMatchObject({
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      });
    },
  );

  it.each([
    ['/docs', 'text/html; charset=utf-8'],
    ['/v1/openapi.json', 'application/json; charset=utf-8'],
  ])('%s is open to everybody, whole, packed or by its head', async (path, type) => {
    const at = `http://127.0.0.1:${port}${path}`;
    const whole = await fetch(at, { headers: { 'accept-encoding': 'identity' } });
    expect([whole.status, whole.headers.get('content-type')]).toEqual([200, type]);
    expect(whole.headers.get('content-encoding')).toBeNull();
    const text = await whole.text();
    expect(text).toContain('雷州市市场监督管理局');
    const packed = await fetch(at, { headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(await packed.text()).toBe(text);
    const known = await fetch(at, { headers: { 'if-none-match': packed.headers.get('etag')! } });
    expect([known.status, await known.text()]).toEqual([304, '']);
    const head = await fetch(at, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('serves what the page loads, and says of a file that is not there', async () => {
    const at = `http://127.0.0.1:${port}`;
    const page = await (await fetch(`${at}/docs`)).text();
    const loaded = [...page.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, path]) => path!);
    expect(loaded).toHaveLength(3);
    for (const path of loaded) expect((await fetch(`${at}${path}`)).status, path).toBe(200);
    const told = await ask({ path: '/docs/none.js', headers: { authorization: '' } });
    expect(told).toMatchObject({ status: 404, body: { code: 'ROUTE_UNKNOWN' } });
  });

  it('has a document of what runs here: without a gateway there are no receipts', async () => {
    const document = await (await fetch(`http://127.0.0.1:${port}/v1/openapi.json`)).json();
    expect(Object.keys((document as { paths: object }).paths)).not.toContain('/v1/receipts');
    expect((await ask({ method: 'POST', path: '/v1/receipts', body: '{}' })).status).toBe(404);
  });

  it('has one shape for every error', async () => {
    const errors = [
      await ask({ headers: { host: 'x' } }),
      await ask({ headers: { authorization: '' } }),
      await ask({ path: '/v1/nothing' }),
      await ask({ path: '/v1/cases/none' }),
      await ask({ method: 'POST', body: '{' }),
    ];
    for (const { body } of errors)
      expect(body).toEqual({
        code: expect.any(String),
        message: expect.stringMatching(/[\u4e00-\u9fff]/),
        requestId: expect.stringMatching(/.+/),
      });
  });
});
