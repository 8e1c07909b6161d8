import { isDeepStrictEqual } from 'node:util';
import { sizeOf } from '../../../shared/records/record-size.ts';
import type { Key, StoredRecord, Table } from '../../../shared/records/table.ts';
import { readUnits, writeUnits } from './units.ts';

/** Where the units go; both may be called with halves. */
export interface UnitMeter {
  write(units: number): void;
  read(units: number): void;
}

/** What the board's index holds of a record, if it is on the board (infra/constructs/case-tables.ts). */
const boardEntry = (record: StoredRecord | undefined): StoredRecord | undefined => {
  if (record?.board === undefined || record.boardAt === undefined) return undefined;
  const { pk, sk, board, boardAt, caseId, version } = record;
  return { pk, sk, board, boardAt, caseId, version };
};
const sizeOfAny = (record: StoredRecord | undefined): number => (record === undefined ? 0 : sizeOf(record));

/** The index is written when what it holds changes: once, or twice when the entry moves to another key. */
const indexUnits = (before: StoredRecord | undefined, after: StoredRecord | undefined): number => {
  const [old, next] = [boardEntry(before), boardEntry(after)];
  if (old === undefined && next === undefined) return 0;
  if (old === undefined || next === undefined) return writeUnits(sizeOfAny(old ?? next));
  if (old.board !== next.board || old.boardAt !== next.boardAt)
    return writeUnits(sizeOf(old)) + writeUnits(sizeOf(next));
  return isDeepStrictEqual(old, next) ? 0 : writeUnits(Math.max(sizeOf(old), sizeOf(next)));
};

/**
 * A table that counts the request units of everything that passes through it, as DynamoDB bills the same calls of
 * `createDynamoTable`. The larger of the old and the new item is what a write costs, also when its condition fails.
 * `inner` must carry out what it is asked in the order asked, as the table in memory does.
 */
export const createMeteredTable = (inner: Table, meter: UnitMeter): Table => {
  // Asked for in one go, so that nothing comes between the looks and the write.
  const write = async <T>(key: Key, change: () => Promise<T>): Promise<[T, StoredRecord | undefined]> => {
    const looks = [inner.get(key), change(), inner.get(key)] as const;
    const [before, result, after] = await Promise.all(looks);
    meter.write(writeUnits(Math.max(sizeOfAny(before), sizeOfAny(after))) + indexUnits(before, after));
    return [result, before];
  };
  return {
    get: async (key) => {
      const record = await inner.get(key);
      meter.read(readUnits(sizeOfAny(record)));
      return record;
    },
    put: async (record, condition) => {
      const [isWritten, before] = await write(record, () => inner.put(record, condition));
      if (!isWritten)
        meter.write(writeUnits(Math.max(sizeOfAny(before), sizeOf(record))) - writeUnits(sizeOfAny(before)));
      return isWritten;
    },
    set: async (key, attribute, value) => {
      await write(key, () => inner.set(key, attribute, value));
    },
    remove: async (key) => {
      await write(key, () => inner.remove(key));
    },
    increment: async (key, attribute) => (await write(key, () => inner.increment(key, attribute)))[0],
    list: async (pk, prefix, after, most) => {
      // The query asks from `after` on and the adapter drops that one record: it is read all the same.
      const looks = [
        inner.list(pk, prefix, after, most),
        after ? inner.get({ pk, sk: after }) : undefined,
      ] as const;
      const [records, boundary] = await Promise.all(looks);
      meter.read(readUnits(records.reduce((sum, record) => sum + sizeOf(record), sizeOfAny(boundary))));
      return records;
    },
    byBoard: async (board, part) => {
      const entries = await inner.byBoard(board, part);
      // An index is read eventually consistent, at half the price.
      meter.read(readUnits(entries.reduce((sum, entry) => sum + sizeOf(entry), 0)) / 2);
      return entries;
    },
  };
};
