import * as z from 'zod/mini';
import { Problem } from '../../contracts/errors.ts';
import { newestFirst } from '../lists/newest-first.ts';
import { type BoardPart, RecordDamaged, type Table } from '../table.ts';
import { createRefusedNames } from './refused-names.ts';

/** What a registered feed brought and what was not taken: an item, or a whole push that could not be read. */
export const RefusedItem = z.strictObject({
  /** Its id: the same again from the same feed is the same. */
  refused: z.string(),
  feed: z.string(),
  /** When it came first. */
  at: z.string(),
  code: z.string(),
  problems: z.array(Problem),
  /** Its place in its batch; absent: the push was refused as a whole. */
  index: z.optional(z.int()),
  /** The id that the feed gave it, as far as it can be read. */
  item: z.optional(z.string()),
  title: z.optional(z.string()),
  /** As it came, as text; cut where it is longer than is kept. Empty of one that its feed marks 涉密. */
  raw: z.string(),
  /** Of the whole. */
  bytes: z.int(),
  sha256: z.string(),
  isSecret: z.optional(z.literal(true)),
  /** By what it is known when its feed brings it again. */
  names: z.optional(z.array(z.string())),
  /** What its words alone would be graded; absent: there are none. */
  grade: z.optional(z.strictObject({ level: z.string(), handling: z.string() })),
  /** When the office hears of it: at once, or with the digest; and whether it is still owed. */
  told: z.enum(['atOnce', 'digest']),
  isOwed: z.boolean(),
  /** What became of it: who entered it by hand, as which item. */
  entered: z.optional(
    z.strictObject({
      at: z.string(),
      by: z.strictObject({ id: z.string(), name: z.string(), role: z.string() }),
      item: z.string(),
    }),
  ),
  /** All that was said of it, oldest first: that it needs no entry, or does after all. `wasOwed`: nobody had heard of it by then. */
  judgements: z.optional(
    z.array(
      z.strictObject({
        as: z.enum(['notNeeded', 'takenBack']),
        at: z.string(),
        by: z.strictObject({ id: z.string(), name: z.string(), role: z.string() }),
        reason: z.optional(z.string()),
        wasOwed: z.boolean(),
      }),
    ),
  ),
  /** Under which id its feed has brought it since, where it was refused without one that could be used. */
  mendedAs: z.optional(z.string()),
  revision: z.int(),
});
export type RefusedItem = z.infer<typeof RefusedItem>;

const Stored = z.object({ refusal: RefusedItem });
const LIST = 'UNTAKEN#LIST';
const BOARDS = { kept: 'UNTAKEN', atOnce: 'UNTAKEN-NOW', digest: 'UNTAKEN-DIGEST' } as const;
const keyOf = (refused: string) => ({ pk: `UNTAKEN#${refused}`, sk: 'UNTAKEN' });
/** How many were kept of a feed on a day (UTC). */
const countOf = (feed: string, at: string) => ({ pk: `UNTAKEN#COUNT#${feed}`, sk: at.slice(0, 10) });

/** The list of them, the newest first. */
export const REFUSED_ITEMS = LIST;
/** Where one stands in it. */
export const refusedPlaceOf = ({ at, refused }: Pick<RefusedItem, 'at' | 'refused'>): string =>
  `${newestFirst(at)}#${refused}`;
/** Which one stands at a place. */
export const readRefusedPlace = (place: string): string => place.split('#')[1] ?? '';

/** What was refused of registered feeds, each with all that it says, until it is cleared. */
export const createRefusedItems = (
  table: Table,
  onProblem: (what: string, error: unknown) => void = () => undefined,
) => {
  const names = createRefusedNames(table);
  const recordOf = (refusal: RefusedItem) => ({
    ...keyOf(refusal.refused),
    refusal,
    revision: refusal.revision,
    ...(refusal.isOwed ? { board: BOARDS[refusal.told], boardAt: refusal.at } : {}),
  });
  const find = async (refused: string): Promise<RefusedItem | undefined> => {
    const record = await table.get(keyOf(refused));
    return record === undefined ? undefined : Stored.parse(record).refusal;
  };
  /** Undefined also for one that cannot be read: that is told, and does not keep the others back. */
  const tryToFind = async (refused: string): Promise<RefusedItem | undefined> => {
    try {
      return await find(refused);
    } catch (error) {
      if (!(error instanceof RecordDamaged)) throw error;
      onProblem(`refused item ${refused}`, error);
      return undefined;
    }
  };
  return {
    find,
    tryToFind,
    names,
    /** Whether something of a feed was refused in the time for which that is kept. */
    hasAny: async (feed: string): Promise<boolean> =>
      (await table.list(countOf(feed, '').pk, '', undefined, 1)).length > 0,
    /** Counts one more of a feed on a day; returns how many there are. */
    count: ({ feed, at }: Pick<RefusedItem, 'feed' | 'at'>): Promise<number> =>
      table.increment(countOf(feed, at), 'count'),
    /** False when this one, or this revision of it, is there already. */
    put: async (refusal: RefusedItem): Promise<boolean> => {
      const isNew = refusal.revision === 1;
      // What is listed and is not there is passed over; what is there and is not listed, nobody would find or clear.
      if (isNew) {
        const line = { pk: LIST, sk: refusedPlaceOf(refusal), board: BOARDS.kept, boardAt: refusal.at };
        await table.put(line, { absent: true });
      }
      return table.put(
        recordOf(refusal),
        isNew ? { absent: true } : { attribute: 'revision', equals: refusal.revision - 1 },
      );
    },
    /** Those of which somebody has still to hear, the oldest first. An index, which may lag. */
    owed: async (how: RefusedItem['told'], part?: BoardPart): Promise<RefusedItem[]> => {
      const keys = await table.byBoard(BOARDS[how], part);
      const found = await Promise.all(keys.map(({ pk }) => tryToFind(pk.slice('UNTAKEN#'.length))));
      return found.flatMap((refusal) => (refusal?.isOwed === true && refusal.told === how ? [refusal] : []));
    },
    /** Clears those that came by then, at most so many at a time. */
    clear: async (by: string, most: number): Promise<void> => {
      for (const { sk, boardAt = '' } of await table.byBoard(BOARDS.kept, { upTo: by, most })) {
        const refused = readRefusedPlace(sk);
        const refusal = await tryToFind(refused);
        if (refusal?.at === boardAt) await names.forget(refusal.feed, refusal.names ?? [], refused);
        // One that came again when it had been cleared stands elsewhere; one that cannot be read goes as well.
        if (refusal?.at === boardAt) await table.remove(countOf(refusal.feed, boardAt));
        if (refusal === undefined || refusal.at === boardAt) await table.remove(keyOf(refused));
        await table.remove({ pk: LIST, sk });
      }
    },
  };
};
export type RefusedItems = ReturnType<typeof createRefusedItems>;
