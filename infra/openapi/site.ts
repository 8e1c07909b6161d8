import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { PackedFile } from '../../functions/serve-files/packed-file.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import type { Deployment } from './deployment.ts';
import { openApiOf } from './document.ts';
import { pageOf } from './page/page.ts';

const TYPES = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const;
const DOCUMENT = '/v1/openapi.json';
const PAGE = '/docs';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16);

const pack = (path: string, type: keyof typeof TYPES, text: string, isImmutable = false): PackedFile => ({
  path,
  type: TYPES[type],
  gzip: gzipSync(text, { level: 9 }).toString('base64'),
  etag: `"${hashOf(text)}"`,
  isImmutable,
});

/** A file beside the page, under a name that changes with what it holds. */
const beside = (name: string, type: 'css' | 'js'): PackedFile => {
  const text = readFileSync(new URL(`./page/${name}.${type}`, import.meta.url), 'utf8');
  return pack(`${PAGE}/${name}-${hashOf(text)}.${type}`, type, text, true);
};

/** The files that a bureau's deployment shows to everybody: the contract, its page, and what the page loads. */
export const siteOf = (regulation: Regulation, deployment: Deployment): PackedFile[] => {
  const document = openApiOf(regulation, deployment);
  const style = beside('page', 'css');
  const script = beside('page', 'js');
  const page = pageOf(document, { style: style.path, script: script.path, document: DOCUMENT });
  return [pack(PAGE, 'html', page), style, script, pack(DOCUMENT, 'json', JSON.stringify(document))];
};
