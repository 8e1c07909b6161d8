import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { bureausText, filesIn, type Registered } from './bureaus-file.ts';
import { type Folders, isSameData } from './folders.ts';

/** What a command changed, as paths below the project. */
export type Changed = string[];

const readRegistered = (folder: string, file: string): Registered => {
  const { id, effectiveOn } = JSON.parse(readFileSync(resolve(folder, file), 'utf8')) as Registered;
  return { file, id, effectiveOn };
};

/** `<id>.json`, or `<id>-<version>.json` when another version of the bureau has that name. */
const nameFor = (folder: string, { id, version }: Regulation): string => {
  const first = `${id}.json`;
  if (!existsSync(resolve(folder, first))) return first;
  const { version: taken } = JSON.parse(readFileSync(resolve(folder, first), 'utf8')) as Regulation;
  return taken === version ? first : `${id}-${version}.json`;
};

const write = (
  path: string,
  shown: string,
  text: string,
  isSame: (one: string, other: string) => boolean,
): Changed => {
  if (existsSync(path) && isSame(readFileSync(path, 'utf8'), text)) return [];
  writeFileSync(path, text);
  return [shown];
};

/**
 * Puts a checked data file where it belongs and rewrites the list. Registered is what the list had, as far as it is
 * still there, and this file.
 */
export const register = (
  { regulations }: Folders,
  file: string,
  regulation: Regulation,
  text: string,
): { changed: Changed; name: string } => {
  const folder = resolve(regulations, 'bureaus');
  const isInside = resolve(file, '..') === folder;
  const name = isInside ? resolve(file).slice(folder.length + 1) : nameFor(folder, regulation);
  const copied = isInside
    ? []
    : write(resolve(folder, name), `shared/regulations/bureaus/${name}`, text, isSameData);
  const list = resolve(regulations, 'bureaus.ts');
  const before = filesIn(readFileSync(list, 'utf8')).filter((each) => existsSync(resolve(folder, each)));
  const registered = [...new Set([...before, name])].map((each) => readRegistered(folder, each));
  const listed = write(list, 'shared/regulations/bureaus.ts', bureausText(registered), Object.is);
  return { changed: [...copied, ...listed], name };
};
