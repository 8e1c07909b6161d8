import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { faultIn, isBusy, wayOutOf } from './store-faults.ts';

/** Whoever has it locked has the folder: the lock ends with its process, however that ends. */
const FILE = 'shixian.lock';

/** Takes the folder for this process; what is returned gives it free. Throws in Chinese when another has it. */
export const lockFolder = (folder: string): (() => void) => {
  const path = join(folder, FILE);
  const held = new DatabaseSync(path);
  try {
    // The writing has it locked also where the file could only be read: there BEGIN alone shuts nobody out.
    held.exec('BEGIN EXCLUSIVE; PRAGMA user_version = 1');
    return () => held.close();
  } catch (error) {
    held.close();
    if (!isBusy(error))
      throw new Error(`锁文件 ${path} 不能使用:${faultIn(error)};${wayOutOf(error)}`, { cause: error });
    throw new Error(`数据目录 ${folder} 正被另一个时限系统使用,请先停止它,或用 --data 另选目录`, {
      cause: error,
    });
  }
};
