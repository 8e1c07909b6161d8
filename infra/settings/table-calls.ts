import type { FunctionName } from './function-names.ts';

/** What a function may call of the log of the cases. There is no call by which an entry could be changed. */
export type LogCall = 'get' | 'query' | 'put';
/** What it may call of everything else, by key. */
export type RecordCall = LogCall | 'update' | 'delete';

/** The kinds of partitions of the records (shared/records) → how a policy names the keys of each. */
export const PARTITIONS = {
  case: 'CASE#*',
  item: 'ITEM#*',
  mailbox: 'MAILBOX#*',
  text: 'TEXT#*',
  story: 'STORIES',
  number: 'NUMBER#*',
  roster: 'ROSTER',
  refusal: 'REFUSED#*',
  health: 'HEALTH',
  round: 'PROOF',
  answer: 'ANSWER#*',
  push: 'PUSH#*',
  untaken: 'UNTAKEN#*',
  list: 'LIST#*',
  cursor: 'CURSORS',
} as const;
export type Partition = keyof typeof PARTITIONS;

export interface TableCalls {
  readonly log?: readonly LogCall[];
  readonly records?: Partial<Readonly<Record<Partition, readonly RecordCall[]>>>;
  /** Asks the index of the records, which tells keys and instants. */
  readonly board?: true;
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

const together = (...parts: readonly TableCalls[]): TableCalls => {
  const kinds = unique(parts.flatMap(({ records = {} }) => Object.keys(records) as Partition[]));
  const callsOf = (kind: Partition) => unique(parts.flatMap(({ records }) => records?.[kind] ?? []));
  return {
    log: unique(parts.flatMap(({ log = [] }) => log)),
    records: Object.fromEntries(kinds.map((kind) => [kind, callsOf(kind)])),
    ...(parts.some(({ board }) => board) ? { board: true } : {}),
  };
};

// What the parts of shared/records call. A function's calls are those of the parts that it uses, and
// test/infra/grants/used.test.ts finds one that is missing here, and one that nothing makes.

/** It puts what it finds wrong in a log, whoever reads it. */
const READ_CASES: TableCalls = { log: ['query'], records: { case: ['get', 'query', 'put'] } };
/** It keeps the lists as the logs have them. */
const KEEP_LISTS: TableCalls = { records: { list: ['put', 'delete'] } };
/** Entries in which there is nothing that people wrote. */
const MOVE_CLOCKS: TableCalls = {
  log: ['query', 'get', 'put'],
  records: { case: ['get', 'query', 'put'], ...KEEP_LISTS.records },
};
/** It deletes the texts of an entry that another was quicker to append, or that an entry ordered to be purged. */
const CHANGE_CASES: TableCalls = {
  ...MOVE_CLOCKS,
  records: { case: ['get', 'query', 'put', 'delete'], ...KEEP_LISTS.records },
};
const KEEP_ITEMS: TableCalls = { records: { item: ['get', 'query', 'put', 'delete'] } };
const ITEMS: TableCalls = { board: true, ...KEEP_ITEMS };
const FIND: TableCalls = { records: { list: ['query'] } };
const NUMBERS: TableCalls = { records: { number: ['get', 'query', 'put'] } };
const STORIES: TableCalls = { records: { story: ['query', 'put'] } };
const READ_ROSTER: TableCalls = { records: { roster: ['get'] } };
const FILL_MAILBOXES: TableCalls = { records: { mailbox: ['put'] } };

const LEAVE_SIGNS: TableCalls = { records: { health: ['update'] } };

/** All that each function calls of the tables; nothing else is granted. */
export const TABLE_CALLS: Readonly<Record<FunctionName, TableCalls>> = {
  'intake-items': together(CHANGE_CASES, ITEMS, NUMBERS, STORIES, LEAVE_SIGNS, {
    records: {
      refusal: ['update'],
      push: ['put', 'get'],
      untaken: ['get', 'query', 'put', 'update'],
      // A push that is signed ends a row of those that were not.
      health: ['get', 'delete'],
    },
  }),
  'serve-desk': together(CHANGE_CASES, ITEMS, FIND, NUMBERS, STORIES, FILL_MAILBOXES, {
    records: {
      untaken: ['get', 'put', 'query'],
      roster: ['get', 'query', 'put'],
      refusal: ['update', 'query', 'get'],
      health: ['update', 'get', 'query'],
      answer: ['get', 'put'],
      cursor: ['get', 'put'],
    },
  }),
  'schedule-duties': READ_CASES,
  // The watch lies in the case's partition.
  'watch-case': READ_CASES,
  // It numbers orders where the bureau's setting lets them be issued without a signature.
  'enforce-duty': together(CHANGE_CASES, NUMBERS),
  'archive-case': MOVE_CLOCKS,
  'transfer-case': MOVE_CLOCKS,
  'report-fault': MOVE_CLOCKS,
  'notify-people': together(CHANGE_CASES, ITEMS, {
    records: {
      roster: ['get', 'query'],
      mailbox: ['get', 'query', 'put', 'update', 'delete'],
      untaken: ['get', 'put'],
    },
  }),
  'sweep-cases': together(CHANGE_CASES, ITEMS, NUMBERS, STORIES, READ_ROSTER, FILL_MAILBOXES, LEAVE_SIGNS, {
    records: {
      round: ['get', 'update'],
      // What has grown too old to be compared with.
      story: ['delete'],
      answer: ['delete'],
      push: ['delete'],
      untaken: ['get', 'put', 'delete'],
      health: ['query', 'put', 'delete'],
    },
  }),
  'guard-clocks': together(MOVE_CLOCKS, READ_ROSTER, LEAVE_SIGNS),
  'bridge-sms': together(CHANGE_CASES, {
    records: { mailbox: ['get', 'query', 'put', 'update', 'delete'], text: ['put'] },
  }),
  'take-receipts': together(CHANGE_CASES, { records: { text: ['get'], refusal: ['update'] } }),
  'serve-files': {},
};
