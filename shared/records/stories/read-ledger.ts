import type { Regulation } from '../../regulations/schema.ts';
import { millisecondsOf, subtract } from '../../time/instants.ts';
import type { Table } from '../table.ts';
import { createTurns } from '../turns.ts';
import { createStoryLedger, type Entry } from './ledger.ts';
import { createMemory } from './memory.ts';

/** Within this time what others wrote is not read again where nothing is claimed. */
const FRESH_MILLISECONDS = 250;

/** The ledger as this process has read it. `pause`: before a claim is tried again, the first time 1. */
export const createReadLedger = (
  table: Table,
  regulation: Regulation,
  pause: (attempt: number) => Promise<void>,
) => {
  const ledger = createStoryLedger(table);
  const memory = createMemory(regulation);
  const inTurn = createTurns();
  let seen: number | undefined;
  let readAt: string | undefined;

  const read = async (now: string): Promise<void> => {
    const { window } = regulation.grading.sameStory;
    const from = seen ?? (await ledger.before(subtract(now, window, regulation.zone)));
    let last = from;
    for (const entry of await ledger.after(from)) {
      memory.note(entry);
      last = entry.number;
    }
    seen = Math.max(seen ?? 0, last);
    memory.forgetOld(now);
    readAt = now;
  };

  return {
    memory,
    ledger,
    read,
    /** The same, but not what others wrote in this very moment. */
    readOfLate: async (now: string): Promise<void> => {
      const isFresh =
        readAt !== undefined && Math.abs(millisecondsOf(now) - millisecondsOf(readAt)) < FRESH_MILLISECONDS;
      if (!isFresh) await read(now);
    },
    /** Adds an entry after all that were read; false when there is one that was not. */
    add: async (entry: Omit<Entry, 'number'>): Promise<boolean> => {
      const numbered = { ...entry, number: seen! + 1 };
      if (!(await ledger.add(numbered))) return false;
      memory.note(numbered);
      seen = Math.max(seen!, numbered.number);
      return true;
    },
    /** Reads all that is there and does what `work` says of it; undefined from it: somebody else was quicker, so once more. */
    onAll: <T>(now: string, work: () => Promise<T | undefined>): Promise<T> =>
      inTurn('ledger', async () => {
        for (let attempt = 1; ; attempt += 1) {
          await read(now);
          const done = await work();
          if (done !== undefined) return done;
          await pause(attempt);
        }
      }),
  };
};
export type ReadLedger = ReturnType<typeof createReadLedger>;
