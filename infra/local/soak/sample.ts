import { existsSync, readdirSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { dataFileIn } from '../store/data-file.ts';
import type { Held } from './bureau-process.ts';

/** What the process and its data file hold at one moment; sizes in bytes. */
export interface Sample extends Held {
  requests: number;
  /** Open files and connections, as the system counts them; undefined where it does not say. */
  descriptors: number | undefined;
  /** The database, what still lies in its write-ahead log included. */
  database: number;
  /** The file of that log. */
  wal: number;
  records: number;
  /** What stands in the records: keys and bodies. */
  stored: number;
}

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);

const TABLES = ['records', 'log'];
const contentOf = (path: string): Pick<Sample, 'database' | 'records' | 'stored'> => {
  const database = new DatabaseSync(path, { readOnly: true });
  const pragma = (name: string): number => Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
  try {
    const counts = TABLES.map((table) =>
      database
        .prepare(
          `SELECT count(*) AS records, coalesce(sum(octet_length(pk) + octet_length(sk) + octet_length(body)), 0) AS stored FROM ${table}`,
        )
        .get(),
    );
    const sum = (name: string): number => counts.reduce((total, each) => total + Number(each?.[name]), 0);
    return {
      database: pragma('page_count') * pragma('page_size'),
      records: sum('records'),
      stored: sum('stored'),
    };
  } finally {
    database.close();
  }
};

const descriptorsOf = (pid: number): number | undefined => {
  const folder = `/proc/${pid}/fd`;
  return existsSync(folder) ? readdirSync(folder).length : undefined;
};

export const takeSample = (folder: string, pid: number, held: Held, requests: number): Sample => {
  const path = dataFileIn(folder);
  return {
    ...held,
    ...contentOf(path),
    wal: sizeOf(`${path}-wal`),
    requests,
    descriptors: descriptorsOf(pid),
  };
};
