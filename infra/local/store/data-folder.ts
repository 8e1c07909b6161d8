import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Each bureau keeps its own files: cases of two must not meet in one table. */
export const folderOf = (bureau: string): string => (bureau === 'leizhou' ? '.data' : `.data-${bureau}`);

const FILE = 'bureau';
/** What folders of earlier versions held, which kept their records in a database of another kind. */
const EARLIER = ['store', 'format'];

const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: '所在文件夹不存在',
  EEXIST: '是文件,不是文件夹',
  EISDIR: '是文件夹,不是文件',
  ENOTDIR: '在一个文件之下',
  EACCES: '没有读写权限',
  EPERM: '没有读写权限',
  EROFS: '在只读的磁盘上',
  ENOSPC: '所在磁盘已满',
};

/** Why the system refused to write, in Chinese. */
export const whyNotWritten = (error: unknown): string => {
  const { code = '' } = error as NodeJS.ErrnoException;
  return FAULTS[code] ?? `系统错误 ${code}`;
};

/** Runs what reads or writes in the folder. Throws in Chinese why it cannot be. */
const within = <T>(folder: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw new Error(`数据目录 ${folder} 不能使用(${whyNotWritten(error)}),请另选 --data`, {
      cause: error,
    });
  }
};

/** Whose files a folder holds; undefined when nobody has started there yet. */
export const bureauIn = (folder: string): string | undefined =>
  within(folder, () => {
    const path = join(folder, FILE);
    // One that a power cut left empty says nothing: the data file knows it too.
    return existsSync(path) ? readFileSync(path, 'utf8').trim() || undefined : undefined;
  });

/**
 * Makes the folder where there is none, and says whether nobody has started there yet. Throws in Chinese when it holds
 * another bureau's files, or those of an earlier version.
 */
export const checkFolder = (folder: string, bureau: string): { isNew: boolean } => {
  const owner = bureauIn(folder);
  if (owner !== undefined && owner !== bureau)
    throw new Error(`数据目录 ${folder} 存的是 ${owner} 的案卷,请为 ${bureau} 另选 --data`);
  if (EARLIER.some((name) => existsSync(join(folder, name))))
    throw new Error(
      `数据目录 ${folder} 是早先版本的时限系统写的,本版本不能读取;请用 --data 另选一个新目录,原目录请保留备查`,
    );
  within(folder, () => {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  });
  return { isNew: owner === undefined };
};

/** Marks the folder as the bureau's: its data file is there now, and has to be there from now on. */
export const markFolder = (folder: string, bureau: string): void =>
  within(folder, () => writeFileSync(join(folder, FILE), `${bureau}\n`));
