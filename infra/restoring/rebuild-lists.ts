import { type Cases, createCases } from '../../shared/records/cases.ts';
import { createItems } from '../../shared/records/items.ts';
import { itemNamed } from '../../shared/records/lists/item-lines.ts';
import { isOfLists } from '../../shared/records/lists/lines.ts';
import { EntryUnreadable } from '../../shared/records/log/chain.ts';
import { casePartition, type Key, type LogTable, type Table } from '../../shared/records/table.ts';
import { listingOf } from '../../shared/rules/listing/listing.ts';

/** The records of a bureau, with every key of its two tables. */
export interface AllRecords {
  records: Table;
  log: LogTable;
  keys: (table: 'records' | 'log') => AsyncIterable<Key>;
}
/** What a rebuild has done. `damaged`: cases of which an entry cannot be read; they are listed nowhere. */
export interface Rebuilt {
  removed: number;
  cases: number;
  items: number;
  damaged: string[];
}

const PREFIX = casePartition('');
const FIRST_ENTRY = 'LOG#000001';

const listCase = async (cases: Cases, caseId: string): Promise<boolean> => {
  try {
    return (await cases.list(caseId)) !== null;
  } catch (error) {
    if (error instanceof EntryUnreadable) return false;
    throw error;
  }
};

/**
 * Makes every list anew from the logs and the items, whatever stands there. Nothing is decided from a list, and until it is there
 * again a case is only not found by it. It may be repeated, also after it was cut off.
 */
export const rebuildLists = async (
  { records, log, keys }: AllRecords,
  { now, onProblem }: { now: () => string; onProblem: (what: string, error: unknown) => void },
): Promise<Rebuilt> => {
  const cases = createCases({ records, log, now, listingOf, onProblem });
  const items = createItems(records, onProblem);
  const done: Rebuilt = { removed: 0, cases: 0, items: 0, damaged: [] };
  for await (const key of keys('records'))
    if (isOfLists(key)) {
      await records.remove(key);
      done.removed += 1;
    }
  for await (const { pk, sk } of keys('log')) {
    if (sk !== FIRST_ENTRY) continue;
    const caseId = pk.slice(PREFIX.length);
    if (await listCase(cases, caseId)) done.cases += 1;
    else done.damaged.push(caseId);
  }
  for await (const key of keys('records')) {
    const item = itemNamed(key);
    if (item !== undefined && (await items.list(item.feed, item.id))) done.items += 1;
  }
  return done;
};
