import { hash } from 'node:crypto';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { inBoardOrder, LAST, meets } from '../../../shared/records/comparisons.ts';
import { storable } from '../../../shared/records/record-size.ts';
import {
  type BoardPlace,
  type Key,
  RecordDamaged,
  type StoredRecord,
  StoreUnavailable,
  type Table,
} from '../../../shared/records/table.ts';
import type { FairTurns } from './fair-turns.ts';
import { faultIn, isCorrupt, isOfDatabase } from './store-faults.ts';
import type { Together } from './together.ts';

/** The tables of the file. */
export type TableName = 'records' | 'log';

type Row = Record<string, SQLOutputValue>;

/** What finds a record of which a byte has changed on the disk; whoever changes it on purpose makes it anew. */
const sumOf = (pk: string, sk: string, body: string): string =>
  hash('sha256', `${pk}\n${sk}\n${body}`).slice(0, 16);

export const createTables = (database: DatabaseSync): void => {
  for (const name of ['records', 'log'] satisfies TableName[])
    database.exec(`
      CREATE TABLE IF NOT EXISTS ${name} (
        pk TEXT NOT NULL, sk TEXT NOT NULL, board TEXT, board_at TEXT, case_id TEXT, version INTEGER,
        body TEXT NOT NULL, sum TEXT NOT NULL, PRIMARY KEY (pk, sk)
      ) STRICT;
      CREATE INDEX IF NOT EXISTS ${name}_board ON ${name} (board, board_at, pk, sk, case_id, version) WHERE board IS NOT NULL;
    `);
};

/** Where a record stands, and what it shows there, as its own text has it. */
const SHOWN = Object.entries({
  board: ['board', 'text'],
  board_at: ['boardAt', 'text'],
  case_id: ['caseId', 'text'],
  version: ['version', 'integer'],
}).map(([column, [name, type]]) => {
  const path = `'$.${name}'`;
  return { column, own: `CASE WHEN json_type(body, ${path}) = '${type}' THEN body ->> ${path} END` };
});
/** A record in which a byte has changed may be no JSON any more, and is told when it is read. */
const ELSEWHERE = `json_valid(body) AND (${SHOWN.map(({ column, own }) => `${column} IS NOT ${own}`).join(' OR ')})`;
/**
 * Puts every record on the board on which it says itself to be, and at the place: a case that is on none has no clock, and nobody
 * would see it. Returns the keys of those that stood elsewhere: somebody has changed the file by another program.
 */
export const mendBoards = (database: DatabaseSync): Key[] => {
  const found = database.prepare(`SELECT pk, sk FROM records WHERE ${ELSEWHERE}`).all();
  if (found.length > 0)
    database.exec(
      `UPDATE records SET ${SHOWN.map(({ column, own }) => `${column} = ${own}`).join(', ')} WHERE ${ELSEWHERE}`,
    );
  return found.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
};

const KEYS_AT_ONCE = 5000;
/** Every key of a table, a part at a time: what is written or removed meanwhile may be among them or not. */
export const keysOf = async function* (database: DatabaseSync, name: TableName): AsyncGenerator<Key> {
  const next = database.prepare(
    `SELECT pk, sk FROM ${name} WHERE (pk, sk) > (?, ?) ORDER BY pk, sk LIMIT ${KEYS_AT_ONCE}`,
  );
  for (let last: Key | undefined = { pk: '', sk: '' }; last !== undefined; ) {
    const found: Key[] = next.all(last.pk, last.sk).map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
    yield* found;
    last = found.at(-1);
  }
};

const prepare = (database: DatabaseSync, name: TableName) => {
  const sql = (text: string) => database.prepare(text.replaceAll('TABLE', name));
  return {
    get: sql('SELECT body, sum FROM TABLE WHERE pk = ? AND sk = ?'),
    insert: sql('INSERT OR IGNORE INTO TABLE VALUES (?, ?, ?, ?, ?, ?, ?, ?)'),
    replace: sql('INSERT OR REPLACE INTO TABLE VALUES (?, ?, ?, ?, ?, ?, ?, ?)'),
    remove: sql('DELETE FROM TABLE WHERE pk = ? AND sk = ?'),
    list: sql(
      // The prefix itself may be a key; `after` is not wanted.
      'SELECT sk, body, sum FROM TABLE WHERE pk = ?1 AND sk >= max(?2, ?3) AND sk < ?4 AND sk <> ?3 ORDER BY sk LIMIT ?5',
    ),
    oldestFirst: sql(
      `SELECT pk, sk, board, board_at, case_id, version FROM TABLE
       WHERE board = ? AND (board_at, pk, sk) > (?, ?, ?) AND board_at <= ? ORDER BY board_at, pk, sk LIMIT ?`,
    ),
    newestFirst: sql(
      `SELECT pk, sk, board, board_at, case_id, version FROM TABLE
       WHERE board = ? AND (board_at, pk, sk) < (?, ?, ?) AND board_at >= ? ORDER BY board_at DESC, pk DESC, sk DESC LIMIT ?`,
    ),
  };
};

/** Before every place of a board that has this instant or a later one. */
const before = (boardAt = ''): BoardPlace => ({ boardAt, pk: '', sk: '' });
/** After every place that has this instant or an earlier one. */
const behind = (boardAt = LAST): BoardPlace => ({ boardAt, pk: LAST, sk: LAST });
/** Of two places the one that comes later. */
const later = (one: BoardPlace, other: BoardPlace): BoardPlace =>
  inBoardOrder(one, other) > 0 ? one : other;
const earlier = (one: BoardPlace, other: BoardPlace): BoardPlace => (later(one, other) === one ? other : one);

const recordOf = ({ pk, sk }: Key, row: Row): StoredRecord => {
  const body = String(row.body);
  if (sumOf(pk, sk, body) !== row.sum) throw new RecordDamaged([{ pk, sk }]);
  return JSON.parse(body) as StoredRecord;
};
/** All of them, or RecordDamaged with those that cannot be read, and the others. */
const readAll = (rows: readonly (readonly [Key, Row])[]): StoredRecord[] => {
  const damaged: Key[] = [];
  const readable = rows.flatMap(([key, row]) => {
    try {
      return recordOf(key, row);
    } catch (error) {
      if (!(error instanceof RecordDamaged)) throw error;
      damaged.push(key);
      return [];
    }
  });
  if (damaged.length > 0) throw new RecordDamaged(damaged, readable);
  return readable;
};
/** What cannot be read for a page of the file that has changed is damaged; whatever else the database says may pass. */
const reading = <T>(key: Key, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if (isCorrupt(error)) throw new RecordDamaged([key]);
    throw isOfDatabase(error) ? new StoreUnavailable(faultIn(error), { cause: error }) : error;
  }
};

/** How the tables of one file share its writes, and the turns of the event loop. */
export interface Sharing {
  together: Together;
  turns: FairTurns;
}

/** One of the tables of the data file. Writes that are asked for at once reach the disk as one. */
export const createSqliteTable = (
  database: DatabaseSync,
  { together, turns }: Sharing,
  name: TableName,
): Table => {
  const sql = prepare(database, name);

  const read = (key: Key): StoredRecord | undefined => {
    const row = sql.get.get(key.pk, key.sk);
    return row === undefined ? undefined : recordOf(key, row);
  };
  /** False: `insert`, and it is there already. */
  const write = (record: StoredRecord, how: 'insert' | 'replace'): boolean => {
    const { pk, sk, board = null, boardAt = null, caseId, version } = record;
    const body = JSON.stringify(record);
    const shown = [typeof caseId === 'string' ? caseId : null, typeof version === 'number' ? version : null];
    return sql[how].run(pk, sk, board, boardAt, ...shown, body, sumOf(pk, sk, body)).changes > 0;
  };
  return {
    get: async (key) => {
      await turns.enter();
      return reading(key, () => read(key));
    },
    put: async (given, condition) => {
      const record = storable(given);
      return together(() =>
        'absent' in condition
          ? write(record, 'insert')
          : meets(condition, read(record)) && write(record, 'replace'),
      );
    },
    set: ({ pk, sk }, attribute, value) =>
      together(() => {
        write(storable({ ...(read({ pk, sk }) ?? { pk, sk }), [attribute]: value }), 'replace');
      }),
    remove: ({ pk, sk }) => together(() => void sql.remove.run(pk, sk)),
    increment: ({ pk, sk }, attribute) =>
      together(() => {
        const old = read({ pk, sk }) ?? { pk, sk };
        const value = Number(old[attribute] ?? 0) + 1;
        write(storable({ ...old, [attribute]: value }), 'replace');
        return value;
      }),
    list: async (pk, prefix, after = '', most = -1) => {
      await turns.enter();
      const rows = reading({ pk, sk: prefix }, () =>
        sql.list.all(pk, prefix, after, `${prefix}${LAST}`, most),
      );
      return readAll(rows.map((row) => [{ pk, sk: String(row.sk) }, row]));
    },
    byBoard: async (board, { from, upTo, after, most = -1, newestFirst = false } = {}) => {
      await turns.enter();
      const start = newestFirst
        ? earlier(behind(upTo), after ?? behind())
        : later(before(from), after ?? before());
      const [look, end] = newestFirst ? [sql.newestFirst, from ?? ''] : [sql.oldestFirst, upTo ?? LAST];
      return reading({ pk: board, sk: '' }, () =>
        look.all(board, start.boardAt, start.pk, start.sk, end, most),
      ).map(({ pk, sk, board_at, case_id, version }) => ({
        pk: String(pk),
        sk: String(sk),
        board,
        boardAt: String(board_at),
        ...(case_id === null ? {} : { caseId: case_id }),
        ...(version === null ? {} : { version }),
      }));
    },
  };
};
