import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { LogEntry } from '../case/events.ts';
import type { CaseState } from '../case/state.ts';
import { type Evidence, GENESIS, hashOf, purgedIn, StoredEntry } from './chain.ts';
import { createContentRecords } from './content/content-records.ts';
import { hashesOf, putBack, takeOut } from './content/salted-texts.ts';
import { casePartition, type Table } from './table.ts';

const sortKey = (version: number): string => `LOG#${String(version).padStart(6, '0')}`;
const Stored = z.object({ entry: StoredEntry });

/** What one command adds to the log of a case; the rest of an entry follows from where it stands. */
export type Addition = Pick<LogEntry, 'at' | 'actor' | 'command' | 'request' | 'events' | 'rearms'>;

/** The entry with its texts, as everything but the chain reads it. */
export const entryOf = ({ stored, texts }: Evidence): LogEntry =>
  LogEntry.parse({ ...stored, events: putBack(stored.events, texts) });

/**
 * The logs: nothing in them is ever changed. What people wrote lies beside them and may be purged when an entry orders it.
 * `announce` is told of a case before its first entry is written.
 */
export const createCaseLog = (table: Table, announce: (caseId: string, at: string) => Promise<unknown>) => {
  const contents = createContentRecords(table);
  return {
    /** The entries after that version, oldest first, each with those of its texts that are there and may be read. */
    read: async (caseId: string, after = 0): Promise<Evidence[]> => {
      const records = await table.list(
        casePartition(caseId),
        'LOG#',
        after === 0 ? undefined : sortKey(after),
      );
      const entries = records.map((record) => Stored.parse(record).entry);
      const hashes = entries.map(({ events }) => hashesOf(events));
      // Read after the log: the content of an entry was there before it.
      const found = hashes.some(({ length }) => length > 0)
        ? await contents.read(caseId, after)
        : new Map<number, never>();
      // What is ordered to be purged is not read any more, even while it is still there.
      const purged = purgedIn(entries);
      return entries.map((stored, index) => {
        const { version } = stored;
        const texts = purged.has(version) ? undefined : found.get(version);
        const own = hashes[index]!.flatMap((hash) => {
          const salted = texts?.[hash];
          return salted === undefined ? [] : [[hash, salted] as const];
        });
        return { stored, texts: Object.fromEntries(own) };
      });
    },
    /**
     * Appends to the log of a case whose newest state is `before` (null: the case is opened). Null when somebody else was
     * quicker: then nothing is written. The content goes first: what is left of it by a crash belongs to no entry.
     */
    append: async (
      caseId: string,
      before: CaseState | null,
      addition: Addition & Pick<LogEntry, 'purges'>,
    ): Promise<LogEntry | null> => {
      const version = (before?.version ?? 0) + 1;
      const { events, texts } = takeOut(addition.events);
      const content = { caseId, version, ...addition, previousHash: before?.lastHash ?? GENESIS };
      const hash = hashOf({ ...content, events });
      const entry: LogEntry = LogEntry.parse({ ...content, hash });
      if (before === null) await announce(caseId, entry.at);
      const key = { pk: casePartition(caseId), sk: sortKey(version) };
      const write = randomUUID();
      const written = await contents.write({ caseId, version, write }, texts);
      let failure: unknown;
      try {
        if (await table.put({ ...key, write, entry: { ...entry, events } }, { absent: true })) return entry;
      } catch (error) {
        failure = error;
      }
      // The answer to a try may have been lost: then what stands there is ours.
      const standing = await table.get(key);
      if (standing?.write === write) return entry;
      // Ours can never stand any more once another's does; nobody reads what could not be removed.
      if (standing !== undefined) await contents.remove(written).catch(() => undefined);
      if (failure !== undefined) throw failure;
      return null;
    },
    removeContent: contents.removeAll,
  };
};
