import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PackedFile } from '../../../functions/serve-files/packed-file.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const FOLDER = `${root}.cache/static-files`;

/** A module like functions/serve-files/no-files.ts that has these files. Returns its path; `name`: whose they are. */
export const moduleOf = (name: string, files: readonly PackedFile[]): string => {
  const path = `${FOLDER}/${name}.ts`;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(path, `export const packedFiles = ${JSON.stringify(files)};\n`);
  return path;
};
