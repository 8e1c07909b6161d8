import { hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { PackedFile } from '../functions/serve-files/packed-file.ts';

const TYPES = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
} as const;
export type FileType = keyof typeof TYPES;

export const hashOf = (text: string): string => hash('sha256', text, 'base64url').slice(0, 16);

/** A file as the function serve-files carries it. `isImmutable`: its name changes with what it holds. */
export const pack = (path: string, type: FileType, text: string, isImmutable = false): PackedFile => ({
  path,
  type: TYPES[type],
  gzip: gzipSync(text, { level: 9 }).toString('base64'),
  etag: `"${hashOf(text)}"`,
  isImmutable,
});

/** A file that may be kept for ever, under `<folder>/<name>-<hash>.<type>`. */
export const packHashed = (
  folder: string,
  { name, type, text }: { name: string; type: FileType; text: string },
): PackedFile => pack(`${folder}/${name}-${hashOf(text)}.${type}`, type, text, true);
