import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { LogEntry } from '../case/events.ts';
import type { CaseState } from '../case/state.ts';
import { GENESIS, hashOf } from './chain.ts';
import { casePartition, type Table } from './table.ts';

const sortKey = (version: number): string => `LOG#${String(version).padStart(6, '0')}`;
const StoredEntry = z.object({ entry: LogEntry });

/** What one command adds to the log of a case; the rest of an entry follows from where it stands. */
type Addition = Pick<LogEntry, 'at' | 'actor' | 'command' | 'request' | 'events' | 'rearms'>;

/** The logs: nothing in them is ever changed. `announce` is told of a case before its first entry is written. */
export const createCaseLog = (table: Table, announce: (caseId: string, at: string) => Promise<unknown>) => ({
  /** The entries after that version, oldest first. */
  read: async (caseId: string, after = 0): Promise<LogEntry[]> => {
    const records = await table.list(casePartition(caseId), 'LOG#', after === 0 ? undefined : sortKey(after));
    return records.map((record) => StoredEntry.parse(record).entry);
  },
  /**
   * Appends to the log of a case whose newest state is `before` (null: the case is opened). Null when somebody else was
   * quicker: then nothing is written.
   */
  append: async (caseId: string, before: CaseState | null, addition: Addition): Promise<LogEntry | null> => {
    const version = (before?.version ?? 0) + 1;
    const content = { caseId, version, ...addition, previousHash: before?.lastHash ?? GENESIS };
    const entry: LogEntry = { ...content, hash: hashOf(content) };
    if (before === null) await announce(caseId, entry.at);
    const key = { pk: casePartition(caseId), sk: sortKey(version) };
    const write = randomUUID();
    let failure: unknown;
    try {
      if (await table.put({ ...key, write, entry: LogEntry.parse(entry) }, { absent: true })) return entry;
    } catch (error) {
      failure = error;
    }
    // The answer to a try may have been lost: then what stands there is ours.
    if ((await table.get(key))?.write === write) return entry;
    if (failure !== undefined) throw failure;
    return null;
  },
});
