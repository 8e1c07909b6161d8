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

/** Records that are there and cannot be read: a byte of each has changed where it lies. */
export class RecordDamaged extends Error {
  override name = 'RecordDamaged';
  readonly keys: readonly Key[];
  /** What else a list has. */
  readonly readable: readonly StoredRecord[];
  constructor(keys: readonly Key[], readable: readonly StoredRecord[] = []) {
    super(`${keys.map(({ pk, sk }) => `${pk} ${sk}`).join(', ')} cannot be read`);
    this.keys = keys;
    this.readable = readable;
  }
}
/** More than a record can hold; nothing was written. `bytes`: as DynamoDB counts them. */
export class RecordTooLarge extends Error {
  override name = 'RecordTooLarge';
  constructor({ pk, sk }: Key, bytes?: number) {
    super(`${pk} ${sk} has ${bytes ?? 'too many'} bytes`);
  }
}
/** The store takes nothing at present: its disk is full, or it is not to be reached. The same again may succeed. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}

/** Where a record stands on a board. */
export type BoardPlace = Key & { boardAt: string };
/** A part of a board, by instant; everything when nothing is said. */
export interface BoardPart {
  /** Of this instant and later. */
  from?: string | undefined;
  /** Of this instant and earlier. */
  upTo?: string | undefined;
  /** What follows the place where an earlier page ended. Each is on one page, also where many have one instant. */
  after?: BoardPlace | undefined;
  most?: number | undefined;
  newestFirst?: boolean;
}

/**
 * A table of records. Reads by key are consistent; `byBoard` is an index and may lag, so nothing legal is decided from it.
 * A write whose condition fails returns false; everything else that goes wrong throws. Keys and instants are in the order
 * of their bytes in UTF-8; none is empty. A record holds 400 KB of JSON, at most 32 levels
 * deep, with numbers up to 2^53.
 */
export interface Table {
  get(key: Key): Promise<StoredRecord | undefined>;
  put(record: StoredRecord, condition: WriteCondition): Promise<boolean>;
  /** Sets one attribute, creating the record if need be; a repeat changes nothing. */
  set(key: Key, attribute: string, value: unknown): Promise<void>;
  remove(key: Key): Promise<void>;
  /** Adds one to a counter and returns its new value. Whoever gets no answer does not know whether it was added. */
  increment(key: Key, attribute: string): Promise<number>;
  /** The records of a partition whose sort key begins with `prefix` and lies after `after`, in order: all, or the first `most`. */
  list(pk: string, prefix: string, after?: string, most?: number): Promise<StoredRecord[]>;
  /** The keys of a board with `boardAt`, `caseId` and `version`. */
  byBoard(board: string, part?: BoardPart): Promise<StoredRecord[]>;
}

/** The table of the logs: what is in it stays as it is. Functions may read it and put what is not there yet. */
export interface LogTable {
  get: Table['get'];
  list: Table['list'];
  put(record: StoredRecord, condition: { absent: true }): Promise<boolean>;
}
