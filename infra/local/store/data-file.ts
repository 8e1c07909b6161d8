import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Key, LogTable, Table } from '../../../shared/records/table.ts';
import { createFairTurns } from './fair-turns.ts';
import {
  checkBeginning,
  checkContent,
  isBlank,
  namingFaults,
  type RecordsFile,
  tryWriting,
  unusable,
  writeFormat,
} from './file-format.ts';
import { lockFolder } from './folder-lock.ts';
import { createSqliteTable, keysOf, mendBoards, type TableName } from './sqlite-table.ts';
import { createTogether } from './together.ts';
import { checkWriteAhead, markOpen, unmarkOpen } from './write-ahead.ts';

/** The file of a data folder that holds everything but the keys. */
export const dataFileIn = (folder: string): string => join(folder, 'shixian.db');

/** The records of one bureau, open. */
export interface DataFile {
  records: Table;
  log: LogTable;
  /** Every key of a table, in no order. */
  keys: (table: TableName) => AsyncIterable<Key>;
  /** Records that did not stand where they say: see mendBoards. */
  mended: readonly Key[];
  /** Brings everything into the one file and gives it free. */
  close: () => void;
}

/** The tables of a database that is open. */
export const tablesOf = (database: DatabaseSync): Pick<DataFile, 'records' | 'log' | 'keys'> => {
  const turns = createFairTurns();
  const sharing = { turns, together: createTogether(database, turns) };
  return {
    records: createSqliteTable(database, sharing, 'records'),
    log: createSqliteTable(database, sharing, 'log'),
    keys: (table) => keysOf(database, table),
  };
};

/** Records that end with the process. */
export const openInMemory = (bureau: string): DataFile => {
  const database = new DatabaseSync(':memory:');
  writeFormat(database, bureau);
  return { ...tablesOf(database), mended: [], close: () => database.close() };
};

interface DataFileOptions {
  folder: string;
  bureau: string;
  /** Nobody has started there yet: the file is made, if it is not there all the same. */
  isNew: boolean;
}

/** What was written lately is taken over into the file: nothing beside it is missed any more. */
const closeFile = (database: DatabaseSync, path: string): void => {
  unmarkOpen(path);
  database.close();
};

const open = (file: RecordsFile, { bureau, isNew }: DataFileOptions): DatabaseSync => {
  if (!isNew) checkBeginning(file);
  checkWriteAhead(file.path);
  const database = new DatabaseSync(file.path);
  try {
    // Every commit is on the disk before it is answered; what is cleared is overwritten.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
    if (isNew && isBlank(database)) writeFormat(database, bureau);
    const owner = checkContent(database, file);
    if (owner !== bureau) throw unusable(file, `存的是 ${owner} 的案卷,不是 ${bureau} 的`, '请另选 --data');
    tryWriting(database);
    markOpen(file.path);
    return database;
  } catch (error) {
    closeFile(database, file.path);
    throw error;
  }
};

/**
 * Opens the data file of a folder, one process at a time. Throws in Chinese what is wrong with it and the way on: in use,
 * gone, empty, damaged, another bureau's, of another version, read-only, on a full disk.
 */
export const openDataFile = (options: DataFileOptions): DataFile => {
  const { folder, isNew } = options;
  const file = { path: dataFileIn(folder), name: '数据文件' } as const;
  if (!isNew && !existsSync(file.path)) throw unusable(file, '不见了(被移走或改名)');
  return namingFaults(file, () => {
    const unlock = lockFolder(folder);
    try {
      const database = open(file, options);
      const close = (): void => {
        closeFile(database, file.path);
        unlock();
      };
      return { ...tablesOf(database), mended: mendBoards(database), close };
    } catch (error) {
      unlock();
      throw error;
    }
  });
};
