import { gunzipSync, gzipSync } from 'node:zlib';
import type { Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { serveFiles } from '../../functions/serve-files/handler.ts';
import { packedFiles } from '../../functions/serve-files/no-files.ts';
import type { PackedFile } from '../../functions/serve-files/packed-file.ts';
import { type ApiRequest, apiEvent } from '../../infra/local/api-event.ts';
import { routeAt } from '../../shared/contracts/api/routes.ts';
import { ErrorBody } from '../../shared/contracts/errors.ts';

const PAGE = '<!doctype html><p>页面</p>';
const file = (path: string, more: Partial<PackedFile> = {}): PackedFile => ({
  path,
  type: 'text/html; charset=utf-8',
  gzip: gzipSync(PAGE).toString('base64'),
  etag: '"abc"',
  isImmutable: false,
  ...more,
});
const serve = serveFiles([
  file('/docs'),
  file('/docs/page-1.css', { type: 'text/css; charset=utf-8', isImmutable: true }),
]);
const ask = async (request: Partial<ApiRequest>) => {
  const event = apiEvent({ method: 'GET', path: '/docs', ...request });
  const { statusCode, headers = {}, body = '', isBase64Encoded } = await serve(event, {} as Context);
  return { status: statusCode, headers, body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8') };
};

describe('a file', () => {
  it('is answered as it is, by its type, with a policy that lets a page load what is its own alone', async () => {
    const { status, headers, body } = await ask({});
    expect([status, body.toString()]).toEqual([200, PAGE]);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      etag: '"abc"',
      vary: 'accept-encoding',
    });
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
      ]),
    );
    expect(policy.join()).not.toMatch(/unsafe|\*|https?:/);
  });

  it('is kept for ever where its name changes with what it holds', async () => {
    const { headers } = await ask({ path: '/docs/page-1.css' });
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-type']).toBe('text/css; charset=utf-8');
  });

  it.each([
    ['gzip', true],
    ['br, GZIP;q=0.5', true],
    ['gzip;q=0', false],
    ['gzip;q=0.0, br', false],
    ['br', false],
    ['', false],
  ])('asked for with accept-encoding %j comes packed: %s', async (encoding, isPacked) => {
    const { headers, body } = await ask({ headers: { 'accept-encoding': encoding } });
    expect(headers['content-encoding']).toBe(isPacked ? 'gzip' : undefined);
    expect((isPacked ? gunzipSync(body) : body).toString()).toBe(PAGE);
  });

  it.each(['"abc"', 'W/"abc"', '"old", "abc"', '*'])(
    'that is known by %s is not sent again',
    async (known) => {
      const { status, headers, body } = await ask({ headers: { 'if-none-match': known } });
      expect([status, body.length]).toEqual([304, 0]);
      expect(headers.etag).toBe('"abc"');
    },
  );

  it.each(['"old"', 'abc', ''])('that is not known by %j is sent', async (known) => {
    expect((await ask({ headers: { 'if-none-match': known } })).status).toBe(200);
  });

  it('asked for by HEAD has the headers alone', async () => {
    const { status, headers, body } = await ask({ method: 'HEAD' });
    expect([status, body.length, headers['content-type']]).toEqual([200, 0, 'text/html; charset=utf-8']);
  });

  it('is the same whatever stands in the query', async () => {
    expect((await ask({ query: { v: '1' } })).body.toString()).toBe(PAGE);
  });
});

describe('the desk', () => {
  const DESK_PAGE = '<!doctype html><p>值班台</p>';
  const desk = file('/', { gzip: gzipSync(DESK_PAGE).toString('base64'), asks: ['https://sso.example.org'] });
  const opened = serveFiles([file('/docs'), desk, file('/desk/main-1.js', { isImmutable: true })]);
  const open = async (path: string, more: Partial<ApiRequest> = {}) => {
    const event = apiEvent({ method: 'GET', path, ...more });
    const { statusCode, headers = {}, body = '' } = await opened(event, {} as Context);
    return { status: statusCode, headers, text: Buffer.from(body, 'base64').toString() };
  };

  it.each(['/', '/desk/back', '/desk/cases/LZ2026-0001', '/desk/items/a.b/7', '/desk/login', '/desk/'])(
    '%s is its one page, which tells the places apart itself',
    async (path) => {
      const { status, headers, text } = await open(path);
      expect([status, text, headers['cache-control']]).toEqual([200, DESK_PAGE, 'no-cache']);
      expect((await open(path, { method: 'HEAD' })).status).toBe(200);
      expect((await open(path, { headers: { 'if-none-match': String(headers.etag) } })).status).toBe(304);
      expect((await open(path, { method: 'POST' })).status).toBe(405);
    },
  );

  it.each([
    '/desk/main-2.js',
    '/desk/cases/x.map',
    '/desk/config.json',
    '/desk',
    '/desks/a',
    '/login',
    '//desk/a',
    '/v1/desk/a',
  ])('%s is not its page', async (path) => {
    expect((await open(path)).status).toBe(404);
  });

  it('may ask those that its page names beside its own, and send its forms to nobody else', async () => {
    const policyAt = async (path: string) =>
      String((await open(path)).headers['content-security-policy']).split('; ');
    expect(await policyAt('/desk/cases')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "connect-src 'self' https://sso.example.org",
        "worker-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(await policyAt('/desk/main-1.js')).toContain("connect-src 'self'");
    expect(await policyAt('/docs')).toContain("connect-src 'self'");
  });

  it.each([
    ['/', 'desk'],
    ['/desk/a', 'desk'],
    ['/desk/cases/LZ2026-0001/notices', 'desk'],
    ['/desk/', undefined],
    ['/desk', undefined],
    ['/desks', undefined],
    ['/a/desk/b', undefined],
    ['/docs', 'page'],
  ])('the catalogue knows %s as %s', (path, kind) => {
    expect(routeAt(path)?.file).toBe(kind);
  });
});

describe('what is no file', () => {
  it.each([
    '/docs/',
    '/docs/none.css',
    '/docs/../docs',
    '/docs/..%2fdocs',
    '/docs/%2e%2e/index.ts',
    '/docs//etc/passwd',
    '/constructor',
    '/__proto__',
  ])('%s is not there', async (path) => {
    const { status, body } = await ask({ path });
    expect(status).toBe(404);
    expect(ErrorBody.parse(JSON.parse(body.toString())).code).toBe('ROUTE_UNKNOWN');
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])('is not done by %s', async (method) => {
    const { status, headers, body } = await ask({ method });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
    expect(ErrorBody.parse(JSON.parse(body.toString())).code).toBe('METHOD_NOT_ALLOWED');
  });

  it('is nowhere in a function that was packed without any', async () => {
    expect(packedFiles).toEqual([]);
  });
});
