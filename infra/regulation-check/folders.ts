import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the registered data files and the texts of the regulations stand. */
export interface Folders {
  /** Holds bureaus.ts and bureaus/. */
  regulations: string;
  texts: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
export const FOLDERS: Folders = {
  regulations: resolve(root, 'shared/regulations'),
  texts: resolve(root, 'docs/regulations/texts'),
};

/** The text of a file; undefined when there is none. */
export const readText = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR'))
      return undefined;
    throw error;
  }
};

/** Whether two texts hold the same data, however they are laid out. */
export const isSameData = (one: string, other: string): boolean =>
  one === other || JSON.stringify(JSON.parse(one)) === JSON.stringify(JSON.parse(other));

interface Version {
  path: string;
  text: string;
  id: string;
  version: string;
}
/** Every version in `bureaus/` that can be read; a file that is being written may be no JSON yet. */
export const versionsIn = ({ regulations }: Folders): Version[] => {
  const folder = resolve(regulations, 'bureaus');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const path = resolve(folder, name);
      const text = readFileSync(path, 'utf8');
      try {
        const { id, version } = JSON.parse(text) as { id?: unknown; version?: unknown };
        return typeof id === 'string' && typeof version === 'string' ? [{ path, text, id, version }] : [];
      } catch {
        return [];
      }
    });
};
