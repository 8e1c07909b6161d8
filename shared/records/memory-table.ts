import { inBoardOrder, inKeyOrder, LAST, meets } from './comparisons.ts';
import { storable } from './record-size.ts';
import type { BoardPlace, Key, StoredRecord, Table } from './table.ts';

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  }
  return value;
};

interface MemoryTable extends Table {
  /** Everything in it, to be copied elsewhere. */
  records(): StoredRecord[];
}

/** The table in memory, for rehearsals and tests: the same conditions, no network. */
export const createMemoryTable = (): MemoryTable => {
  const partitions = new Map<string, Map<string, StoredRecord>>();
  const records = (): StoredRecord[] => [...partitions.values()].flatMap((each) => [...each.values()]);
  const partition = (pk: string) => partitions.get(pk.toWellFormed());
  const find = ({ pk, sk }: Key): StoredRecord | undefined => partition(pk)?.get(sk.toWellFormed());
  // As the real table: what is undefined is not stored. Frozen, so that readers may share it.
  const store = (given: StoredRecord): void => {
    const record = freeze(JSON.parse(JSON.stringify(given)) as StoredRecord);
    const beside = partition(record.pk) ?? new Map<string, StoredRecord>();
    partitions.set(record.pk, beside.set(record.sk, record));
  };
  return {
    records,
    get: async (key) => find(key),
    put: async (given, condition) => {
      const record = storable(given);
      if (!meets(condition, find(record))) return false;
      store(record);
      return true;
    },
    set: async ({ pk, sk }, attribute, value) =>
      store(storable({ ...(find({ pk, sk }) ?? { pk, sk }), [attribute]: value })),
    remove: async ({ pk, sk }) => {
      partition(pk)?.delete(sk.toWellFormed());
    },
    increment: async ({ pk, sk }, attribute) => {
      const old = find({ pk, sk }) ?? { pk, sk };
      const value = Number(old[attribute] ?? 0) + 1;
      store(storable({ ...old, [attribute]: value }));
      return value;
    },
    list: async (pk, prefix, after = '', most = Number.POSITIVE_INFINITY) =>
      [...(partition(pk)?.values() ?? [])]
        .filter(({ sk }) => sk.startsWith(prefix) && inKeyOrder(sk, after) > 0)
        .sort((one, other) => inKeyOrder(one.sk, other.sk))
        .slice(0, most),
    byBoard: async (board, { from = '', upTo = LAST, after, most, newestFirst = false } = {}) => {
      const inOrder = (one: BoardPlace, other: BoardPlace) =>
        newestFirst ? inBoardOrder(other, one) : inBoardOrder(one, other);
      return records()
        .flatMap(({ pk, sk, board: on, boardAt, caseId, version }) =>
          on === board &&
          boardAt !== undefined &&
          inKeyOrder(boardAt, from) >= 0 &&
          inKeyOrder(boardAt, upTo) <= 0
            ? // What the index carries, no more.
              [{ pk, sk, board, boardAt, caseId, version }]
            : [],
        )
        .filter((row) => after === undefined || inOrder(row, after) > 0)
        .sort(inOrder)
        .slice(0, most);
    },
  };
};
