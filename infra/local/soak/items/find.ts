import type { CaseReply } from '../../../../shared/contracts/replies/case.ts';
import type { RefusedItemsReply } from '../../../../shared/contracts/replies/intake/refused-items.ts';
import type { ItemListReply, ItemReply } from '../../../../shared/contracts/replies/items.ts';
import { mapEach } from '../../../../shared/records/some-at-once.ts';
import { rest } from '../pace.ts';
import type { Traffic } from '../traffic.ts';
import type { Ledger, Refused, Taken } from './send.ts';

type Row = ItemListReply['items'][number];
const keyOf = ({ feed, id }: { feed: string; id: string }): string => `${feed} ${id}`;

const createReader = (traffic: Traffic) => {
  const read = async <Reply>(path: string): Promise<Reply | undefined> => {
    const { status, text } = await traffic.read(path);
    return status === 200 ? (JSON.parse(text) as Reply) : undefined;
  };
  /** All pages of a list. */
  const walk = async <Reply extends { next: string | null }, Each>(
    path: string,
    rowsOf: (reply: Reply) => readonly Each[],
  ): Promise<Each[]> => {
    const rows: Each[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const more: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const reply: Reply | undefined = await read<Reply>(`${path}${more}`);
      if (reply === undefined) throw new Error(`${path}${more} is not answered`);
      rows.push(...rowsOf(reply));
      cursor = reply.next;
    }
    return rows;
  };
  return { read, walk };
};
type Reader = ReturnType<typeof createReader>;

/** The sweep finishes what was cut off: in the child every fifteen seconds. */
const LONGEST_WAIT_SECONDS = 90;
const LOOKED_EVERY_SECONDS = 5;
const waitForPending = async ({ walk }: Reader): Promise<string[]> => {
  let waiting: readonly Row[] = [];
  for (let second = 0; second < LONGEST_WAIT_SECONDS; second += LOOKED_EVERY_SECONDS) {
    waiting = await walk<ItemListReply, Row>('/v1/items?outcome=pending&limit=200', ({ items }) => items);
    if (waiting.length === 0) return [];
    await rest(LOOKED_EVERY_SECONDS * 1000);
  }
  return waiting.map((row) => `${keyOf(row)} still waits for a case after ${LONGEST_WAIT_SECONDS} s`);
};

const saysAsSent = ({ title, content }: ItemReply, { words }: Taken): boolean =>
  (words.title === '' || title === words.title.trim()) && content?.trim() === words.content.trim();

/** Why a taken item is not found as it was sent: on the board, and in the case that it is said to be in. */
const createFinding = ({ read }: Reader, rows: ReadonlyMap<string, Row>) => {
  const cases = new Map<string, Promise<ReadonlySet<string>>>();
  const itemsOf = (caseId: string): Promise<ReadonlySet<string>> => {
    const known =
      cases.get(caseId) ??
      read<CaseReply>(`/v1/cases/${caseId}`).then((reply) => new Set(reply?.items.map(keyOf)));
    cases.set(caseId, known);
    return known;
  };
  return async (taken: Taken): Promise<string[]> => {
    const key = keyOf(taken);
    const row = rows.get(key);
    if (row === undefined) return [`${key} is on no list`];
    if (row.outcome === 'inCase' && (row.case === null || !(await itemsOf(row.case)).has(key)))
      return [`${key} is in no case, and is said to be`];
    const path = `/v1/items/${encodeURIComponent(taken.feed)}/${encodeURIComponent(taken.id)}`;
    const item = await read<ItemReply>(path);
    if (item === undefined) return [`${key} cannot be read`];
    return saysAsSent(item, taken) ? [] : [`${key} does not say what its feed has said last`];
  };
};

/** Those of the refused that nobody can read at the desk. */
const lostAmong = (refused: readonly Refused[], rows: RefusedItemsReply['items']): string[] => {
  const wholes = rows.filter(({ why }) => why.code !== 'ITEM_INVALID').length;
  const wanted = refused.filter(({ expected }) => expected === undefined).length;
  const lost = refused.flatMap(({ feed, expected }) => {
    if (expected === undefined) return [];
    const { id, words } = expected;
    const isThere = rows.some(
      (row) =>
        row.feed === feed &&
        (id === undefined ? row.title === words.title.trim() : row.item !== null && id.startsWith(row.item)),
    );
    return isThere ? [] : [`refused ${feed} ${id ?? words.title} is kept nowhere`];
  });
  return wholes < wanted
    ? [...lost, `of ${wanted} pushes that were refused as a whole ${wholes} are kept`]
    : lost;
};

const countsOf = (rows: Iterable<Row>): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { outcome } of rows) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
};

/** Looks for everything that was sent, as a person at the desk would. Returns what is not found, and how many are where. */
export const findAll = async (
  traffic: Traffic,
  ledger: Ledger,
): Promise<{ faults: string[]; counts: Record<string, number> }> => {
  const reader = createReader(traffic);
  const faults = [...ledger.faults, ...(await waitForPending(reader))];
  const listed = await reader.walk<ItemListReply, Row>('/v1/items?limit=200', ({ items }) => items);
  const rows = new Map(listed.map((row) => [keyOf(row), row]));
  const find = createFinding(reader, rows);
  faults.push(...(await mapEach(ledger.taken(), find)).flat());
  const kept = await reader.walk<RefusedItemsReply, RefusedItemsReply['items'][number]>(
    '/v1/refused-items?became=all&limit=200',
    ({ items }) => items,
  );
  faults.push(...lostAmong(ledger.refused(), kept));
  return { faults, counts: { ...countsOf(rows.values()), refused: kept.length } };
};
