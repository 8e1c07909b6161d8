import * as z from 'zod/mini';
import { casePartition, type LogTable, RecordDamaged } from '../table.ts';
import { EntryUnreadable, type Evidence, entryOf, purgedIn, StoredEntry } from './chain.ts';
import type { createContentRecords } from './content/content-records.ts';
import { hashesOf, type Texts } from './content/salted-texts.ts';

const PREFIX = 'LOG#';
/** Entries sort by their version. */
export const sortKey = (version: number): string => `${PREFIX}${String(version).padStart(6, '0')}`;
const versionOf = (sk: string): number => Number(sk.slice(PREFIX.length));
const Stored = z.object({ entry: StoredEntry });

/** An entry, or the number under which there is one that cannot be read. */
type Found = StoredEntry | { unreadable: number };
const isUnreadable = (found: Found): found is { unreadable: number } => 'unreadable' in found;

/** Whether it is an entry of ours, whatever its hash says: what it has in it can be folded. */
const isEntry = (evidence: Evidence): boolean => {
  try {
    entryOf(evidence);
    return true;
  } catch (error) {
    if (!(error instanceof EntryUnreadable)) throw error;
    return false;
  }
};

/** Each entry with those of its texts that are there and may be read: what is ordered to be purged is not, even while it is still there. */
const withTexts = (entries: readonly StoredEntry[], found: ReadonlyMap<number, Texts>): Evidence[] => {
  const purged = purgedIn(entries);
  return entries.map((stored) => {
    const isPurged = purged.has(stored.version);
    const texts = isPurged ? undefined : found.get(stored.version);
    const own = hashesOf(stored.events).flatMap((hash) => {
      const salted = texts?.[hash];
      return salted === undefined ? [] : [[hash, salted] as const];
    });
    return { stored, texts: Object.fromEntries(own), ...(isPurged ? { isPurged } : {}) };
  });
};

/** What stands in the logs, with the texts beside it. */
export const createLogReading = (log: LogTable, contents: ReturnType<typeof createContentRecords>) => {
  /** The records as they lie there; one of which a byte has changed is told by its key. */
  const lying = async (caseId: string, after: number) => {
    const from = after === 0 ? undefined : sortKey(after);
    try {
      return await log.list(casePartition(caseId), PREFIX, from);
    } catch (error) {
      if (!(error instanceof RecordDamaged)) throw error;
      return [...error.readable, ...error.keys].sort((one, other) => (one.sk < other.sk ? -1 : 1));
    }
  };
  /** The entries after that version, oldest first. */
  const find = async (caseId: string, after = 0): Promise<Found[]> =>
    (await lying(caseId, after)).map((record) => {
      const stored = Stored.safeParse(record);
      const version = versionOf(record.sk);
      const isOwn = stored.data?.entry.version === version && stored.data.entry.caseId === caseId;
      return isOwn ? stored.data!.entry : { unreadable: version };
    });

  /** Those that can be read. */
  const evidence = async (caseId: string, found: readonly Found[]): Promise<Evidence[]> => {
    const entries = found.filter((each) => !isUnreadable(each)) as StoredEntry[];
    const first = entries.find(({ events }) => hashesOf(events).length > 0);
    // Read after the log: the content of an entry was there before it.
    const texts =
      first === undefined ? new Map<number, Texts>() : await contents.read(caseId, first.version - 1);
    return withTexts(entries, texts);
  };

  return {
    /** Whether anything stands in it. */
    isThere: async (caseId: string): Promise<boolean> => {
      try {
        return (await log.list(casePartition(caseId), PREFIX, undefined, 1)).length > 0;
      } catch (error) {
        if (error instanceof RecordDamaged) return true;
        throw error;
      }
    },
    /** All of a log that can be read, and the numbers of the entries that are there and cannot be. */
    readAll: async (caseId: string): Promise<{ evidence: Evidence[]; unreadable: number[] }> => {
      const found = await find(caseId);
      const there = await evidence(caseId, found);
      const [whole, foreign] = [there.filter(isEntry), there.filter((each) => !isEntry(each))];
      const unreadable = [
        ...found.filter(isUnreadable).map((each) => each.unreadable),
        ...foreign.map(({ stored }) => stored.version),
      ];
      return { evidence: whole, unreadable: unreadable.sort((one, other) => one - other) };
    },
    /** The entries after that version, with their texts. Throws EntryUnreadable for the first that cannot be read. */
    read: async (caseId: string, after = 0): Promise<Evidence[]> => {
      const found = await find(caseId, after);
      const damaged = found.find(isUnreadable);
      if (damaged !== undefined) throw new EntryUnreadable(caseId, damaged.unreadable);
      return evidence(caseId, found);
    },
    /** All texts of a case but those of the entries that were ordered to be purged. */
    texts: async (caseId: string, purged: readonly number[]): Promise<Texts> => {
      const found = await contents.read(caseId, 0);
      return Object.assign(
        {},
        ...[...found].filter(([version]) => !purged.includes(version)).map(([, texts]) => texts),
      );
    },
  };
};
