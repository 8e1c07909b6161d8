import * as z from 'zod/mini';
import { casePartition, type Key, RecordDamaged, type StoredRecord, type Table } from '../../table.ts';
import { Texts } from './salted-texts.ts';

/** A record holds 400 KB: the texts of an entry that has more lie in several. */
const LARGEST_BYTES = 300_000;

const Stored = z.object({ version: z.int(), texts: Texts });
const prefixOf = (version: number): string => `CONTENT#${String(version).padStart(6, '0')}`;

/** The texts in portions, each small enough for a record; one that is larger than that has a portion to itself. */
const portionsOf = (texts: Texts): Texts[] => {
  const portions: Texts[] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const [hash, salted] of Object.entries(texts)) {
    const size = Buffer.byteLength(salted.text) + 200;
    if (bytes + size > LARGEST_BYTES) {
      portions.push({});
      bytes = 0;
    }
    portions.at(-1)![hash] = salted;
    bytes += size;
  }
  return portions;
};

/** What people wrote, beside the log of its case: the records of an entry can be removed, and the log stays as it is. */
export const createContentRecords = (table: Table) => {
  const remove = async (keys: readonly Key[]): Promise<void> => {
    await Promise.all(keys.map((key) => table.remove(key)));
  };
  /** What cannot be read is missing: the log has its hashes. */
  const listReadable = async (pk: string, after: string): Promise<readonly StoredRecord[]> => {
    try {
      return await table.list(pk, 'CONTENT#', after);
    } catch (error) {
      if (error instanceof RecordDamaged) return error.readable;
      throw error;
    }
  };
  return {
    /**
     * Writes the texts of an entry that is about to be appended, and returns where they are. `write`: the id of that try;
     * nobody else writes under it, so whoever loses the race for a version has overwritten nothing.
     */
    write: async (
      entry: { caseId: string; version: number; write: string },
      texts: Texts,
    ): Promise<Key[]> => {
      const { caseId, version, write } = entry;
      const records = portionsOf(texts).map((portion, index) => ({
        pk: casePartition(caseId),
        sk: `${prefixOf(version)}#${write}#${index}`,
        version,
        texts: portion,
      }));
      // A record that is there already is this one: the answer to the client's first try was lost.
      await Promise.all(records.map((record) => table.put(record, { absent: true })));
      return records.map(({ pk, sk }) => ({ pk, sk }));
    },
    /** Version → the texts that were written for it, also by those who lost the race. */
    read: async (caseId: string, after: number): Promise<Map<number, Texts>> => {
      const found = new Map<number, Texts>();
      for (const record of await listReadable(casePartition(caseId), prefixOf(after + 1))) {
        const { success, data } = Stored.safeParse(record);
        if (success) found.set(data.version, { ...found.get(data.version), ...data.texts });
      }
      return found;
    },
    remove,
    /** Removes all that was written for this version, also by those who lost the race. A repeat changes nothing. */
    removeAll: async (caseId: string, version: number): Promise<void> =>
      remove(await table.list(casePartition(caseId), `${prefixOf(version)}#`)),
  };
};
