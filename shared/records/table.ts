/** One stored record: its key, the index attributes of the board, and what its owner put there. */
export interface StoredRecord {
  pk: string;
  sk: string;
  /** The board's index: open cases by next due instant, routine items by arrival. */
  board?: string;
  boardAt?: string;
  [attribute: string]: unknown;
}
export interface Key {
  pk: string;
  sk: string;
}

/** The partition of all that is kept of a case: its log, its head, who waits for it, what was sent. */
export const casePartition = (caseId: string): string => `CASE#${caseId}`;

/** `absent`: no record with this key. `below`: none, or its number is lower. `equals`: it exists with this value. */
export type WriteCondition =
  | { absent: true }
  | { attribute: string; below: number }
  | { attribute: string; equals: string | number };

/**
 * The one table. Reads by key are consistent; `byBoard` is an index and may lag, so nothing legal is decided from it.
 * A write whose condition fails returns false; everything else that goes wrong throws.
 */
export interface Table {
  get(key: Key): Promise<StoredRecord | undefined>;
  getMany(keys: readonly Key[]): Promise<StoredRecord[]>;
  put(record: StoredRecord, condition: WriteCondition): Promise<boolean>;
  /** Sets one attribute, creating the record if need be; a repeat changes nothing. */
  set(key: Key, attribute: string, value: unknown): Promise<void>;
  remove(key: Key): Promise<void>;
  /** Adds one to a counter and returns its new value. */
  increment(key: Key, attribute: string): Promise<number>;
  /** The records of a partition whose sort key begins with `prefix` and lies after `after`, in order: all, or the first `most`. */
  list(pk: string, prefix: string, after?: string, most?: number): Promise<StoredRecord[]>;
  byBoard(board: string, upTo?: string): Promise<StoredRecord[]>;
}
