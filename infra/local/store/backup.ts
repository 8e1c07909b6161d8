import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { dataFileIn } from './data-file.ts';
import { bureauIn, checkFolder, markFolder, whyNotWritten } from './data-folder.ts';
import { checkBeginning, checkContent, namingFaults, type RecordsFile } from './file-format.ts';
import { lockFolder } from './folder-lock.ts';
import { faultIn, isFull } from './store-faults.ts';
import { unmarkOpen } from './write-ahead.ts';

const toDisk = (path: string): void => {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
};

/** Throws in Chinese what is wrong with a file that is not in use; returns whose it is. */
const check = (file: RecordsFile): string =>
  namingFaults(file, () => {
    checkBeginning(file);
    const database = new DatabaseSync(file.path, { readOnly: true });
    try {
      return checkContent(database, file);
    } finally {
      database.close();
    }
  });

const notMade = (path: string, why: string | undefined, cause: unknown): Error =>
  new Error(`备份文件 ${path} 写不成(${why}),请换一个位置`, { cause });

/** Copies the records into the empty file `part`, as they stand at one moment; it is to become `path`. */
const copyInto = (source: RecordsFile, part: string, path: string): void =>
  namingFaults(source, () => {
    const database = new DatabaseSync(source.path, { readOnly: true });
    try {
      database.prepare('VACUUM INTO ?').run(part);
    } catch (error) {
      // It is the copy that has no room: the source is only read.
      throw isFull(error) ? notMade(path, faultIn(error), error) : error;
    } finally {
      database.close();
    }
  });

/**
 * Copies the records of a folder into one file; a system that runs there goes on. Throws in Chinese when there is nothing
 * to copy, or the file is there already or cannot be made; then none is left.
 */
export const backUp = (folder: string, path: string): void => {
  const source = { path: dataFileIn(folder), name: '数据文件' } as const;
  if (!existsSync(source.path)) throw new Error(`数据目录 ${folder} 里没有数据文件,无可备份`);
  if (existsSync(path)) throw new Error(`文件 ${path} 已经存在,不会覆盖;请另取文件名`);
  const part = `${path}.part`;
  try {
    writeFileSync(part, '');
  } catch (error) {
    throw notMade(path, whyNotWritten(error), error);
  }
  try {
    copyInto(source, part, path);
    check({ path: part, name: '备份文件' });
    toDisk(part);
    renameSync(part, path);
  } finally {
    rmSync(part, { force: true });
  }
};

/** What a running database keeps beside its file. */
const BESIDE = ['', '-wal', '-shm'];

/**
 * Puts a copy in the place of a folder's records; those that are there are kept beside it under names with `at`. Returns
 * whose they are. Throws in Chinese when the copy is not whole or another bureau's, or a system runs there.
 */
export const restore = (
  path: string,
  folder: string,
  at: string,
): { bureau: string; kept: string | undefined } => {
  if (!existsSync(path)) throw new Error(`找不到备份文件 ${path}`);
  const bureau = check({ path, name: '备份文件' });
  const owner = bureauIn(folder);
  if (owner !== undefined && owner !== bureau)
    throw new Error(`备份 ${path} 是 ${bureau} 的案卷,数据目录 ${folder} 存的是 ${owner} 的,请另选 --data`);
  checkFolder(folder, bureau);
  const place = dataFileIn(folder);
  return namingFaults({ path: place, name: '数据文件' }, () => {
    const unlock = lockFolder(folder);
    const part = `${place}.part`;
    try {
      copyFileSync(path, part);
      toDisk(part);
      const isTaken = existsSync(place);
      const kept = `${place}.${at}`;
      for (const end of BESIDE) if (existsSync(place + end)) renameSync(place + end, kept + end);
      unmarkOpen(place);
      renameSync(part, place);
      if (owner === undefined) markFolder(folder, bureau);
      return { bureau, kept: isTaken ? kept : undefined };
    } finally {
      rmSync(part, { force: true });
      unlock();
    }
  });
};
