import type { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from '../../../shared/records/table.ts';
import type { FairTurns } from './fair-turns.ts';
import { faultIn, isOfDatabase } from './store-faults.ts';

/** So many writes at most in one transaction, so that nobody waits long for its turn of the event loop. */
const MOST_AT_ONCE = 256;

interface Asked {
  work: () => unknown;
  resolve: (result: never) => void;
  reject: (error: unknown) => void;
}

/**
 * Carries out what is asked for within one turn of the event loop in one transaction: bringing it to the disk is what
 * takes time. Each is answered when it is there. `work` reads, then writes the database and gives its result. What the
 * database or the disk refuses, all of the transaction get, and nothing is written; what else a `work` throws, before it
 * writes, is its own affair.
 */
export const createTogether = (database: DatabaseSync, turns: FairTurns) => {
  let waiting: Asked[] = [];

  /** What answers each, once all is on the disk. */
  const carryOut = (asked: readonly Asked[]): (() => void)[] => {
    database.exec('BEGIN IMMEDIATE');
    try {
      const answers = asked.map(({ work, resolve, reject }) => {
        try {
          const result = work();
          return () => resolve(result as never);
        } catch (error) {
          if (isOfDatabase(error)) throw error;
          return () => reject(error);
        }
      });
      database.exec('COMMIT');
      return answers;
    } catch (error) {
      // A full disk has rolled it back already.
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  };

  const flush = (): void => {
    const asked = waiting.slice(0, MOST_AT_ONCE);
    waiting = waiting.slice(MOST_AT_ONCE);
    if (waiting.length > 0) setImmediate(flush);
    try {
      turns.oneByOne(carryOut(asked));
    } catch (error) {
      const fault = new StoreUnavailable(faultIn(error) ?? String(error), { cause: error });
      for (const { reject } of asked) reject(fault);
    }
  };

  return <T>(work: () => T): Promise<T> =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ work, resolve, reject });
    });
};
export type Together = ReturnType<typeof createTogether>;
