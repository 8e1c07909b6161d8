import { gunzipSync } from 'node:zlib';
import middy from '@middy/core';
import { RequestError } from '../../shared/contracts/errors.ts';
import { errorBoundary, type HttpEvent, type HttpResult } from '../http.ts';
import type { PackedFile } from './packed-file.ts';

const METHODS: readonly string[] = ['GET', 'HEAD'];
const DAYS_365 = 31_536_000;

/** Pages load their own style, script, pictures and data, and nothing from anywhere else; `asks`: whom they ask beside their own. */
const policyFor = (asks: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${["'self'", ...asks].join(' ')}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
const HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const headersOf = ({ type, etag, isImmutable, asks = [] }: PackedFile): Record<string, string> => ({
  'content-security-policy': policyFor(asks),
  ...HEADERS,
  'content-type': type,
  'cache-control': isImmutable ? `public, max-age=${DAYS_365}, immutable` : 'no-cache',
  etag,
  vary: 'accept-encoding',
});

/** Whether who asks has it already: `*`, or its tag in the list, weak or not (RFC 9110, 13.1.2). */
const isKnown = ({ etag }: PackedFile, given: string | undefined): boolean =>
  (given ?? '')
    .split(',')
    .map((each) => each.trim().replace(/^W\//, ''))
    .some((each) => each === '*' || each === etag);

/** Whether who asks takes gzip: it is named, and not with `q=0`. */
const takesGzip = (given = ''): boolean =>
  given.split(',').some((each) => {
    const [name = '', ...parameters] = each.split(';').map((part) => part.trim().toLowerCase());
    return name === 'gzip' && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });

const answer = (file: PackedFile, method: string, { headers }: HttpEvent): HttpResult => {
  const own = headersOf(file);
  if (isKnown(file, headers['if-none-match'])) return { statusCode: 304, headers: own, body: '' };
  const isPacked = takesGzip(headers['accept-encoding']);
  const told = { ...own, ...(isPacked ? { 'content-encoding': 'gzip' } : {}) };
  if (method === 'HEAD') return { statusCode: 200, headers: told, body: '' };
  const body = isPacked ? file.gzip : gunzipSync(Buffer.from(file.gzip, 'base64')).toString('base64');
  return { statusCode: 200, headers: told, body, isBase64Encoded: true };
};

const DESK = '/';
/** Whether an address is the desk's own to read: under /desk/, and no file's, whose last part would have a dot. */
const isPlaceOfDesk = (path: string): boolean => /^\/desk\/(?:[^/]+\/)*[^/.]*$/.test(path);

/**
 * GET and HEAD of files that were packed with the function. An address is looked up as it stands among theirs, so that none leads
 * anywhere else; what comes in a query is of no account. The places of the desk, which its script tells apart, have its one page.
 */
export const serveFiles = (files: readonly PackedFile[]) => {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return middy<HttpEvent, HttpResult>()
    .use(errorBoundary())
    .handler(async (event) => {
      const { method } = event.requestContext.http;
      const file = byPath.get(isPlaceOfDesk(event.rawPath) ? DESK : event.rawPath);
      if (file === undefined) throw new RequestError('ROUTE_UNKNOWN', '没有这个文件');
      if (!METHODS.includes(method))
        throw new RequestError(
          'METHOD_NOT_ALLOWED',
          `这个接口只接受 ${METHODS.join('、')}`,
          undefined,
          METHODS,
        );
      return answer(file, method, event);
    });
};
