import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Each bureau keeps its own files: cases of two must not meet in one table. */
export const folderOf = (bureau: string): string => (bureau === 'leizhou' ? '.data' : `.data-${bureau}`);

const FILE = 'bureau';
/** Beside it: in which form the logs are written. Raised whenever a log that is there could no longer be read. */
const FORMAT_FILE = 'format';
const FORMAT = 2;

const markIn = (folder: string, file: string): string | undefined => {
  try {
    return readFileSync(join(folder, file), 'utf8').trim();
  } catch {
    return undefined;
  }
};

/** Whose files a folder holds; undefined when nobody has started there yet. */
export const bureauIn = (folder: string): string | undefined => markIn(folder, FILE);

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

/** Throws when what a folder holds was written in another form; the first form had no mark. */
const checkFormat = (folder: string): void => {
  const written = Number(markIn(folder, FORMAT_FILE) ?? 1);
  if (written === FORMAT) return;
  const version = written < FORMAT ? '早先' : '更新';
  throw new Error(
    `数据目录 ${folder} 是${version}版本的时限系统写的,本版本不能读取;请用 --data 另选一个新目录,原目录请保留备查`,
  );
};

/**
 * Takes the folder for this bureau, and makes it where there is none. Throws in Chinese when it holds another one's files,
 * or those of another version.
 */
export const claimFolder = (folder: string, bureau: string): void => {
  const owner = bureauIn(folder);
  if (owner !== undefined && owner !== bureau)
    throw new Error(`数据目录 ${folder} 存的是 ${owner} 的案卷,请为 ${bureau} 另选 --data`);
  if (owner !== undefined) checkFormat(folder);
  try {
    mkdirSync(folder, { recursive: true });
    if (owner === undefined) {
      writeFileSync(join(folder, FORMAT_FILE), `${FORMAT}\n`);
      writeFileSync(join(folder, FILE), `${bureau}\n`);
    }
  } catch (error) {
    throw new Error(`数据目录 ${folder} 不能使用(${whyNotWritten(error)}),请另选 --data`, {
      cause: error,
    });
  }
};
