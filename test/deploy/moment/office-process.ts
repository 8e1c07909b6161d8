import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createDynamoTable } from '../../../shared/aws/dynamo-table.ts';
import type { StoredRecord, Table } from '../../../shared/records/table.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { createOffice, FEED, type Office, type Sent } from '../../support/office.ts';
import type { Told } from '../../support/told.ts';

/** After which of its writes a process dies: when it has claimed a story, or drawn a number. */
export type LastWrite = 'claim' | 'number';
interface Opened {
  tableName: string;
  bureau: string;
  /** One of several brings the roster. */
  isFirst: boolean;
  diesAfter?: LastWrite;
}

const LAST_WRITES: Readonly<Record<LastWrite, (record: StoredRecord) => boolean>> = {
  claim: ({ pk, owner }) => pk === 'STORIES' && owner !== undefined,
  number: ({ pk }) => pk.startsWith('NUMBER#case#'),
};

/** The table of a process that is killed, as by the platform, as soon as it has written this. */
const deadly = (table: Table, last: LastWrite): Table => ({
  ...table,
  put: async (record, condition) => {
    const isWritten = await table.put(record, condition);
    if (isWritten && LAST_WRITES[last](record)) process.kill(process.pid, 'SIGKILL');
    return isWritten;
  },
});

const [endpoint = ''] = process.argv.slice(2);
// Each process has connections of its own.
const client = new DynamoDBClient({
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});
const TICK_MILLISECONDS = 20;
let office: Office | undefined;
// Its clock goes on while it works.
setInterval(() => office?.pass(TICK_MILLISECONDS), TICK_MILLISECONDS);

const opened = (): Office => {
  if (office === undefined) throw new Error('No office is open');
  return office;
};
/** Texts go out as when deployed: the function is asked for as soon as one is owed. */
const sendOwed = async (): Promise<void> => {
  for (const caseId of opened().asked.splice(0)) await opened().notify(caseId);
};

/** What the process does when it is told to. */
const ACTS = {
  open: async ({ tableName, bureau, isFirst, diesAfter }: Opened): Promise<void> => {
    const table = createDynamoTable(tableName, client);
    office = await createOffice({
      regulation: regulations[bureau]!,
      table: diesAfter === undefined ? table : deadly(table, diesAfter),
      log: createDynamoTable(`${tableName}-log`, client),
      ...(isFirst ? {} : { roster: null }),
    });
  },
  /** Claims a story for an opening of which nothing comes; true when it has it. */
  claim: async ({ owner, item }: { owner: string; item: { id: string; title: string } }): Promise<boolean> =>
    (await opened().system.stories.claim(owner, { feed: FEED, ...item }, opened().now())) === null,
  push: async ({ items, id }: { items: readonly unknown[]; id: string }): Promise<Told> => {
    const told = await opened().push(items, { id });
    await sendOwed();
    return told;
  },
  pass: async (milliseconds: number): Promise<void> => opened().pass(milliseconds),
  sweep: async (): Promise<void> => {
    await opened().sweep();
    await sendOwed();
    await opened().notify();
  },
  /** The open cases with the items in each. */
  cases: async (): Promise<{ caseId: string; items: string[]; openings: number }[]> => {
    const { cases } = opened().system;
    const open = await cases.open();
    return Promise.all(
      open.map(async ({ caseId }) => {
        const log = await cases.log(caseId);
        const openings = log.filter(({ events }) => events.some(({ type }) => type === 'CaseOpened')).length;
        const items = (await cases.load(caseId))!.items.map(({ id }) => id);
        return { caseId, items, openings };
      }),
    );
  },
  /** What it has sent since it was opened. */
  texts: async (): Promise<readonly Sent[]> => opened().sent,
} as const;

export type Acts = typeof ACTS;
export interface ToOffice {
  number: number;
  act: keyof Acts;
  given: unknown;
}
export type FromOffice = { number: number } & ({ done: unknown } | { failed: string });

// A process of several over one table: it does what its parent tells it and answers each message under its number.
process.on('message', async ({ number, act, given }: ToOffice) => {
  const answer = (said: { done: unknown } | { failed: string }) => process.send?.({ number, ...said });
  try {
    answer({ done: await (ACTS[act] as (given: unknown) => Promise<unknown>)(given) });
  } catch (error) {
    answer({ failed: error instanceof Error ? `${error.stack}` : String(error) });
  }
});
process.on('disconnect', () => process.exit());
