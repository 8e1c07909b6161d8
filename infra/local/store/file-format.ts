import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { whyNotWritten } from './data-folder.ts';
import { createTables } from './sqlite-table.ts';
import { faultIn, wayOutOf } from './store-faults.ts';

/** `SxDb`: whose file it is. */
const APPLICATION = 0x53_78_44_62;
/** In which form its records are written. Raised whenever what is there could no longer be read. */
const FORMAT = 3;
const HEADER = 'SQLite format 3\0';

/** A file with records: that of a folder, or a copy of it. */
export interface RecordsFile {
  path: string;
  name: '数据文件' | '备份文件';
}
const ANOTHER: Readonly<Record<RecordsFile['name'], string>> = {
  数据文件: '请从备份恢复(npm run restore),或用 --data 另选目录',
  备份文件: '请换一份备份',
};

/** What is wrong with a file, and the way on. */
export const unusable = (
  { path, name }: RecordsFile,
  what: string,
  way = ANOTHER[name],
  cause?: unknown,
): Error => new Error(`${name} ${path} ${what};${way}`, { cause });

/** Runs what opens a file; what SQLite or the file system says is wrong with it is said in Chinese. */
export const namingFaults = <T>(file: RecordsFile, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    const isOfFiles = (error as NodeJS.ErrnoException).syscall !== undefined;
    const fault = faultIn(error) ?? (isOfFiles ? whyNotWritten(error) : undefined);
    throw fault === undefined ? error : unusable(file, `不能使用:${fault}`, wayOutOf(error), error);
  }
};

const beginningOf = (path: string): string => {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(HEADER.length);
    return bytes.toString('latin1', 0, readSync(file, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(file);
  }
};

const pragma = (database: DatabaseSync, name: string): unknown =>
  Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];

/** Makes a new file one of ours. */
export const writeFormat = (database: DatabaseSync, bureau: string): void => {
  database.exec('BEGIN IMMEDIATE; CREATE TABLE IF NOT EXISTS about (bureau TEXT PRIMARY KEY) STRICT');
  database.prepare('INSERT OR IGNORE INTO about VALUES (?)').run(bureau);
  createTables(database);
  database.exec(`PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${FORMAT}; COMMIT`);
};

/** Writes what stands there already: a file that cannot be written is found now and not with the first push. */
export const tryWriting = (database: DatabaseSync): void =>
  database.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${FORMAT}; COMMIT`);

/** Nothing has been written into it yet. */
export const isBlank = (database: DatabaseSync): boolean =>
  database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()?.tables === 0;

/** Throws in Chinese what is wrong with a file before it is opened: SQLite would take an empty one for a new one. */
export const checkBeginning = (file: RecordsFile): void => {
  if (statSync(file.path).size === 0) throw unusable(file, '是空的(0字节)');
  if (beginningOf(file.path) !== HEADER) throw unusable(file, '不是时限系统的数据,或开头已损坏');
};

/** Throws in Chinese what is wrong with an open file; returns whose bureau's it is. */
export const checkContent = (database: DatabaseSync, file: RecordsFile): string => {
  if (pragma(database, 'integrity_check') !== 'ok') throw unusable(file, '已损坏(完整性检查未通过)');
  if (pragma(database, 'application_id') !== APPLICATION) throw unusable(file, '不是时限系统的数据');
  const format = Number(pragma(database, 'user_version'));
  if (format !== FORMAT)
    throw unusable(
      file,
      `是${format < FORMAT ? '早先' : '更新'}版本的时限系统写的,本版本不能读取`,
      '请用 --data 另选一个新目录,原目录请保留备查',
    );
  return String(database.prepare('SELECT bureau FROM about').get()?.bureau);
};
