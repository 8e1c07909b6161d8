import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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

const FAULTS: Readonly<Record<string, string>> = {
  EEXIST: '是文件,不是文件夹',
  EISDIR: '是文件夹,不是文件',
  ENOTDIR: '在一个文件之下',
  EACCES: '没有写入权限',
  EPERM: '没有写入权限',
  EROFS: '在只读的磁盘上',
  ENOSPC: '所在磁盘已满',
};

/** Why the system refused to write, in Chinese. */
export const whyNotWritten = (error: unknown): string => {
  const { code = '' } = error as NodeJS.ErrnoException;
  return FAULTS[code] ?? `系统错误 ${code}`;
};

/** Takes the folder for this bureau, and makes it where there is none. Throws when it holds another one's files. */
export const claimFolder = (folder: string, bureau: string): void => {
  const owner = bureauIn(folder);
  if (owner !== undefined && owner !== bureau)
    throw new Error(`数据目录 ${folder} 存的是 ${owner} 的案卷,请为 ${bureau} 另选 --data`);
  try {
    mkdirSync(folder, { recursive: true });
    if (owner === undefined) writeFileSync(join(folder, FILE), `${bureau}\n`);
  } catch (error) {
    throw new Error(`数据目录 ${folder} 不能使用(${whyNotWritten(error)}),请另选 --data`, {
      cause: error,
    });
  }
};
