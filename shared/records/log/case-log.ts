import { randomUUID } from 'node:crypto';
import { LogEntry } from '../../case/events.ts';
import { evolve } from '../../case/evolve.ts';
import { casePartition, type LogTable, type Table } from '../table.ts';
import { GENESIS, hashOf } from './chain.ts';
import { createContentRecords } from './content/content-records.ts';
import { takeOut } from './content/salted-texts.ts';
import { evolveBare, type Folded } from './fold.ts';
import { createLogReading, sortKey } from './log-reading.ts';
import { markOf } from './state-hash.ts';

/** What one command adds to the log of a case; the rest of an entry follows from where it stands. */
export type Addition = Pick<LogEntry, 'at' | 'clock' | 'actor' | 'command' | 'request' | 'events' | 'rearms'>;

/** What a log has become by one more entry. */
export interface Appended {
  entry: LogEntry;
  folded: Folded;
}

/**
 * The logs: nothing in them is ever changed. What people wrote lies beside them in the other table, and may be purged when an
 * entry orders it. `announce` is told of a case before its first entry is written.
 */
export const createCaseLog = (
  log: LogTable,
  records: Table,
  announce: (caseId: string, at: string) => Promise<unknown>,
) => {
  const contents = createContentRecords(records);

  return {
    ...createLogReading(log, contents),
    /**
     * Appends to the log of a case whose newest fold is `before` (null: the case is opened). Null when somebody else was
     * quicker: then nothing is written. The content goes first: what is left of it by a crash belongs to no entry.
     */
    append: async (
      caseId: string,
      before: Folded | null,
      addition: Addition & Pick<LogEntry, 'purges'>,
    ): Promise<Appended | null> => {
      const version = (before?.bare.version ?? 0) + 1;
      const { events, texts } = takeOut(addition.events);
      const content = { caseId, version, ...addition, previousHash: before?.bare.lastHash ?? GENESIS };
      const unsealed = { ...content, events, hash: '' };
      const follows = evolveBare(before?.bare ?? null, unsealed);
      const state = markOf(follows);
      const hash = hashOf({ ...content, events, state });
      const entry: LogEntry = LogEntry.parse({ ...content, hash });
      const appended = (): Appended => ({
        entry,
        folded: { bare: { ...follows, lastHash: hash }, state: evolve(before?.state ?? null, entry) },
      });
      if (before === null) await announce(caseId, entry.at);
      const key = { pk: casePartition(caseId), sk: sortKey(version) };
      const write = randomUUID();
      const written = await contents.write({ caseId, version, write }, texts);
      let failure: unknown;
      try {
        if (await log.put({ ...key, write, entry: { ...entry, events, state } }, { absent: true }))
          return appended();
      } catch (error) {
        failure = error;
      }
      // The answer to a try may have been lost: then what stands there is ours.
      const standing = await log.get(key);
      if (standing?.write === write) return appended();
      // Ours can never stand any more once another's does; nobody reads what could not be removed.
      if (standing !== undefined) await contents.remove(written).catch(() => undefined);
      if (failure !== undefined) throw failure;
      return null;
    },
    removeContent: contents.removeAll,
  };
};
