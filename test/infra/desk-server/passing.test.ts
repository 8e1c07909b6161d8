import { createServer, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Browser } from './browser.ts';
import { down, logIn, type Office, startOffice, up } from './office.ts';
import { BEARER, serverBefore } from './server-before.ts';

const SECRET = 'a secret of tests';
const said: string[] = [];
let office: Office;
let browser: Browser;
beforeAll(async () => {
  for (const name of ['log', 'error', 'warn'] as const)
    vi.spyOn(console, name).mockImplementation((...parts: unknown[]) => void said.push(parts.join(' ')));
  // A client that is not public, too.
  office = await startOffice({ bureau: 'leizhou', secret: SECRET });
  ({ browser } = await logIn(office, 'duty-1'));
});
afterAll(async () => {
  vi.restoreAllMocks();
  await office.close();
});
const at = (path: string): string => office.address + path;
const ITEM = { title: '来电反映', sources: [{ kind: 'monitored' }], level: 'yellow' };

describe('what is passed on to the API', () => {
  it('is everything that is for people, with who is logged in; and what anybody may read', async () => {
    const told = await browser.ask(at('/v1/cases?state=open'));
    expect(told.status).toBe(200);
    expect(await told.json()).toMatchObject({ cases: [] });
    for (const path of ['/v1/health', '/v1/openapi.json', '/docs'])
      expect([path, (await fetch(at(path))).status]).toEqual([path, 200]);
  });

  it('keeps what is asked and answered only if it has changed', async () => {
    const first = await browser.ask(at('/v1/regulation'));
    const etag = first.headers.get('etag')!;
    const again = await browser.ask(at('/v1/regulation'), { headers: { 'if-none-match': etag } });
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
    expect(first.headers.get('date')).not.toBeNull();
    expect(first.headers.get('content-type')).toContain('application/json');
  });

  it('has the same request done once', async () => {
    const send = (): Promise<Response> =>
      browser.ask(at('/v1/cases'), {
        method: 'POST',
        headers: { origin: office.address, 'idempotency-key': 'twice' },
        body: JSON.stringify(ITEM),
      });
    const [one, two] = [await send(), await send()];
    expect(one.status).toBe(201);
    const caseOf = async (answer: Response): Promise<unknown> =>
      ((await answer.json()) as { case: unknown }).case;
    expect(await caseOf(one)).toEqual(await caseOf(two));
  });

  it.each([
    ['POST', '/v1/feeds/demo/items'],
    ['POST', '/v1/receipts'],
    ['POST', '/v1//feeds/demo/items'],
    ['POST', '/v1/%66eeds/demo/items'],
    ['POST', '/v1/cases/../feeds/demo/items'],
    ['POST', '/v1/cases/%2e%2e/receipts'],
    ['GET', '/v1/secret'],
    ['GET', '/v1'],
  ])('is not what comes signed, nor what is not there: %s %s', async (method, path) => {
    const { address, asked, close } = await serverBefore((_, response) => response.end());
    const { port } = new URL(address);
    const status = await new Promise((resolve, reject) => {
      const headers = { ...BEARER, host: `127.0.0.1:${port}` };
      request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect([status, asked.length]).toEqual([404, 0]);
    close();
  });

  it('has the headers that mean something to the API, and no other; and back', async () => {
    const { address, asked, close } = await serverBefore((_, response) => {
      response.writeHead(200, {
        ...{ 'set-cookie': 'mine=1', 'x-powered-by': 'x', server: 'x', 'access-control-allow-origin': '*' },
        ...{ date: 'Mon, 02 Mar 2026 00:00:00 GMT', 'apigw-requestid': 'r-1', etag: '"e"' },
        'content-type': 'application/json',
      });
      response.end('{}');
    });
    const told = await fetch(`${address}/v1/cases/LZ%2F1/commands?try=&x=%20`, {
      method: 'POST',
      headers: {
        ...{ ...BEARER, 'idempotency-key': 'k', 'if-match': '"1"', 'if-none-match': '"2"' },
        ...{ 'shixian-post': 'officeHead', 'content-type': 'application/json', cookie: 'a=b' },
        ...{ 'x-forwarded-for': '1.2.3.4', te: 'trailers', origin: address },
      },
      body: '{"type":"x"}',
    });
    expect(asked[0]!.url).toBe('/stage/v1/cases/LZ%2F1/commands?try=&x=%20');
    const {
      host,
      connection,
      'accept-encoding': coding,
      accept,
      'accept-language': language,
      ...rest
    } = asked[0]!.headers;
    expect([coding !== undefined, accept, language !== undefined, connection, host !== undefined]).toEqual([
      true,
      '*/*',
      true,
      'keep-alive',
      true,
    ]);
    expect(rest).toEqual({
      ...{ authorization: 'Bearer x', 'idempotency-key': 'k', 'if-match': '"1"', 'if-none-match': '"2"' },
      ...{ 'shixian-post': 'officeHead', 'content-type': 'application/json', 'content-length': '12' },
    });
    const names = [...told.headers.keys()];
    expect(told.headers.get('date')).toBe('Mon, 02 Mar 2026 00:00:00 GMT');
    expect(told.headers.get('apigw-requestid')).toBe('r-1');
    for (const name of ['set-cookie', 'x-powered-by', 'server', 'access-control-allow-origin'])
      expect(names).not.toContain(name);
    close();
  });
});

it('ends the session of whom the API does not let in any more, and says what the API said', async () => {
  let status = 200;
  const api = createServer((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end('{"message":"Unauthorized"}');
  });
  const other = await startOffice({ bureau: 'yinzhou', more: { api: await up(api) } });
  const { browser: own } = await logIn(other, 'dutyOfficer-1');
  expect((await own.ask(`${other.address}/v1/cases`)).status).toBe(200);
  status = 401;
  const refused = await own.ask(`${other.address}/v1/cases`);
  expect([refused.status, await refused.json()]).toEqual([401, { message: 'Unauthorized' }]);
  status = 200;
  expect((await own.visit(`${other.address}/desk/session`)).status).toBe(401);
  await other.close();
  down(api);
});

it('does not log in by a secret that the issuer does not know, and tells nobody which it was', async () => {
  const wrong = await startOffice({
    bureau: 'hohhot',
    secret: SECRET,
    saysSecret: 'another secret of tests',
  });
  const { seen, browser: own } = await logIn(wrong, 'dutyOfficer-1');
  expect([seen.status, seen.text.includes('登录未完成')]).toEqual([400, true]);
  expect((await own.visit(`${wrong.address}/desk/session`)).status).toBe(401);
  expect(said.join('\n')).toContain('登录未完成(invalid_client)');
  await wrong.close();
});

it('writes no secret, token or cookie anywhere', () => {
  expect(said.join('\n')).not.toMatch(/secret of|eyJ|Bearer|shixian-session|[\w-]{40,}/);
});
