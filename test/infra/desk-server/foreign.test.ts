import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from './browser.ts';
import { logIn, type Office, startOffice } from './office.ts';

let office: Office;
let browser: Browser;
beforeAll(async () => {
  office = await startOffice({ bureau: 'leizhou' });
  ({ browser } = await logIn(office, 'duty-1'));
});
afterAll(() => office.close());
const at = (path: string): string => office.address + path;
const ITEM = { title: '来电反映', sources: [{ kind: 'monitored' }], level: 'yellow' };

describe('a request that is none of ours', () => {
  const post = (headers: Record<string, string>): Promise<Response> =>
    browser.ask(at('/v1/cases'), { method: 'POST', headers, body: JSON.stringify(ITEM) });

  it.each([
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a page of another port', { origin: 'http://127.0.0.1:1' }],
    ['a page without an origin', { origin: 'null' }],
    ['whoever does not say where he comes from', {}],
    ['a neighbour', { 'sec-fetch-site': 'same-site' }],
  ])('changes nothing by the cookie: from %s', async (_, headers) => {
    const cases = async (): Promise<unknown[]> =>
      ((await (await browser.ask(at('/v1/cases'))).json()) as { cases: unknown[] }).cases;
    const known = (await cases()).length;
    const told = await post(headers);
    expect(told.status).toBe(403);
    expect(await told.json()).toMatchObject({ code: 'ORIGIN_FOREIGN' });
    expect(await cases()).toHaveLength(known);
    const out = await browser.ask(at('/desk/session/logout'), { method: 'POST', headers });
    expect(out.status).toBe(403);
    expect((await browser.visit(at('/desk/session'))).status).toBe(200);
  });

  it('is answered by one name alone', async () => {
    const { port } = new URL(office.address);
    for (const host of [
      'evil.example',
      `localhost:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port}.evil.example`,
      '',
    ]) {
      const told = await new Promise<[number, string]>((resolve, reject) => {
        request({ host: '127.0.0.1', port, path: '/desk/', headers: { host }, setHost: false }, (answer) => {
          let text = '';
          answer.on('data', (chunk) => {
            text += String(chunk);
          });
          answer.on('end', () => resolve([answer.statusCode ?? 0, text]));
        })
          .on('error', reject)
          .end();
      });
      expect([host, told[0]]).toEqual([host, 403]);
      expect(JSON.parse(told[1])).toMatchObject({
        code: 'HOST_UNKNOWN',
        message: `请用 ${office.address} 访问`,
      });
    }
  });

  it('comes in nowhere without a login', async () => {
    expect(await (await fetch(at('/v1/cases'))).json()).toMatchObject({ code: 'TOKEN_MISSING' });
    const cookie = { cookie: 'shixian-session=guessed' };
    expect(await (await fetch(at('/v1/cases'), { headers: cookie })).json()).toMatchObject({
      code: 'TOKEN_INVALID',
    });
  });

  it('is not read beyond what a function would take', async () => {
    const told = await browser.ask(at('/v1/cases'), {
      method: 'POST',
      headers: { origin: office.address },
      body: 'x'.repeat(256 * 1024 + 1),
    });
    expect(told.status).toBe(413);
    expect(await told.json()).toMatchObject({ code: 'BODY_TOO_LARGE' });
  });
});
