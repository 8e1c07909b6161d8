import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Each bureau keeps its own files: cases of two must not meet in one table. */
export const folderOf = (bureau: string): string => (bureau === 'leizhou' ? '.data' : `.data-${bureau}`);

const FILE = 'bureau';

/** Whose files a folder holds; undefined when nobody has started there yet. */
export const bureauIn = (folder: string): string | undefined => {
  try {
    return readFileSync(join(folder, FILE), 'utf8').trim();
  } catch {
    return undefined;
  }
};

/** Takes the folder for this bureau. Throws when it holds another one's files. */
export const claimFolder = (folder: string, bureau: string): void => {
  const owner = bureauIn(folder);
  if (owner !== undefined && owner !== bureau)
    throw new Error(`数据目录 ${folder} 存的是 ${owner} 的案卷,请为 ${bureau} 另选 --data`);
  if (owner === undefined) writeFileSync(join(folder, FILE), `${bureau}\n`);
};
