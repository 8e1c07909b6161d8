import type { Key, StoredRecord, Table, WriteCondition } from './table.ts';

const nameOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`;
const isMet = (condition: WriteCondition, old: StoredRecord | undefined): boolean => {
  if ('absent' in condition) return old === undefined;
  if ('below' in condition) {
    const value = old?.[condition.attribute];
    return old === undefined || (typeof value === 'number' && value < condition.below);
  }
  return old !== undefined && old[condition.attribute] === condition.equals;
};

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
  const records = new Map<string, StoredRecord>();
  const partitions = new Map<string, Set<string>>();
  const store = (record: StoredRecord): void => {
    records.set(nameOf(record), record);
    const partition = partitions.get(record.pk) ?? new Set();
    partitions.set(record.pk, partition.add(record.sk));
  };
  // As the real table: what is undefined is not stored. Frozen, so that readers may share it.
  const copy = <T>(value: T): T => (value === undefined ? value : freeze(JSON.parse(JSON.stringify(value))));
  return {
    records: () => [...records.values()],
    get: async (key) => records.get(nameOf(key)),
    getMany: async (keys) => keys.flatMap((key) => records.get(nameOf(key)) ?? []),
    put: async (record, condition) => {
      if (!isMet(condition, records.get(nameOf(record)))) return false;
      store(copy(record));
      return true;
    },
    set: async (key, attribute, value) => {
      store({ ...(records.get(nameOf(key)) ?? key), [attribute]: copy(value) });
    },
    remove: async (key) => {
      records.delete(nameOf(key));
      partitions.get(key.pk)?.delete(key.sk);
    },
    increment: async (key, attribute) => {
      const old = records.get(nameOf(key));
      const value = Number(old?.[attribute] ?? 0) + 1;
      store({ ...(old ?? key), [attribute]: value });
      return value;
    },
    list: async (pk, prefix, after = '', most = Number.POSITIVE_INFINITY) =>
      [...(partitions.get(pk) ?? [])]
        .filter((sk) => sk.startsWith(prefix) && sk > after)
        .sort()
        .slice(0, most)
        .map((sk) => records.get(nameOf({ pk, sk }))!),
    byBoard: async (board, upTo) =>
      [...records.values()]
        .filter((record) => record.board === board && (upTo === undefined || (record.boardAt ?? '') <= upTo))
        .sort((one, other) => ((one.boardAt ?? '') < (other.boardAt ?? '') ? -1 : 1))
        // What the index carries, no more.
        .map(({ pk, sk, board: on, boardAt, caseId, version }) => ({
          pk,
          sk,
          board: on!,
          boardAt: boardAt!,
          caseId,
          version,
        })),
  };
};
