import * as z from 'zod/mini';
import type { Table } from '../table.ts';

const StoredTelling = z.object({
  title: z.string(),
  lead: z.string(),
  article: z.nullable(z.string()),
  publishedAt: z.optional(z.string()),
});
const Stored = z.object({
  sk: z.string(),
  at: z.string(),
  /** Whose telling it is, in short. */
  item: z.string(),
  /** The opening that claims the story. */
  owner: z.optional(z.string()),
  /** The case that tells it. */
  caseId: z.optional(z.string()),
  /** Null where its words are told by another entry of the item, or were cleared. */
  telling: z.nullable(StoredTelling),
  /** It was told by whoever opened the case, and by no item: what tells the same is only suspected to. */
  byHand: z.optional(z.literal(true)),
  /** A person said that its item is none of the matter of these cases, all of them; without a case it is in none. */
  parted: z.optional(z.array(z.string())),
});
/** One line of the ledger: an opening claims a story, a case tells it, or a person parted an item from cases. */
export type Entry = Omit<z.infer<typeof Stored>, 'sk'> & { number: number };

const PARTITION = 'STORIES';
const DAY = 'DAY#';
const ENTRY = 'ENTRY#';
const Day = z.object({ sk: z.string(), number: z.int() });

const keyOf = (number: number): string => `${ENTRY}${String(number).padStart(12, '0')}`;
const entryOf = (record: unknown): Entry => {
  const { sk, ...entry } = Stored.parse(record);
  return { ...entry, number: Number(sk.slice(ENTRY.length)) };
};

/**
 * Claims and tellings in one order that the store keeps: each has the number after the one before, and only one can have it. So whoever
 * adds an entry has seen all before it. Every day has a mark: the number from which on its entries stand.
 */
export const createStoryLedger = (table: Table) => {
  let marked: string | undefined;
  const mark = async (at: string, number: number): Promise<void> => {
    const day = at.slice(0, 10);
    if (day === marked) return;
    await table.put({ pk: PARTITION, sk: `${DAY}${day}`, number }, { absent: true });
    marked = day;
  };
  return {
    /** A number before every entry of this instant and later, and not long before. */
    before: async (at: string): Promise<number> => {
      const marks = (await table.list(PARTITION, DAY)).map((record) => Day.parse(record));
      const numbers = marks.filter(({ sk }) => sk >= `${DAY}${at.slice(0, 10)}`).map(({ number }) => number);
      return (
        (numbers.length > 0 ? Math.min(...numbers) : Math.max(1, ...marks.map(({ number }) => number))) - 1
      );
    },
    /** What stands after this number, in order: all, or the first `most`. */
    after: async (number: number, most?: number): Promise<Entry[]> =>
      (await table.list(PARTITION, ENTRY, number <= 0 ? undefined : keyOf(number), most)).map(entryOf),
    /** False when somebody else was quicker: then there is an entry that was not seen. */
    add: async ({ number, ...entry }: Entry): Promise<boolean> => {
      await mark(entry.at, number);
      return table.put({ pk: PARTITION, sk: keyOf(number), ...entry }, { absent: true });
    },
    /** Takes the words out of an entry. A repeat changes nothing. */
    clear: async ({ number, ...entry }: Entry): Promise<void> => {
      const cleared = { pk: PARTITION, sk: keyOf(number), ...entry, telling: null };
      await table.put(cleared, { attribute: 'at', equals: entry.at });
    },
    remove: (number: number): Promise<void> => table.remove({ pk: PARTITION, sk: keyOf(number) }),
  };
};
export type StoryLedger = ReturnType<typeof createStoryLedger>;
