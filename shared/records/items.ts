import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { OutOf, SuspectedCase } from '../case/events/parts.ts';
import { ItemWarning } from '../contracts/items.ts';
import { createItemVersions } from './items/versions.ts';
import { createItemLines } from './lists/item-lines.ts';
import { mapEach } from './some-at-once.ts';
import { type BoardPart, RecordDamaged, type Table } from './table.ts';

const Counters = z.strictObject({
  reposts: z.optional(z.number()),
  views: z.optional(z.number()),
  comments: z.optional(z.number()),
  likes: z.optional(z.number()),
});
/** What somebody has said of it: of which version, and how grave it was then; of `notSame` in relation to which case. */
const Judgement = z.strictObject({
  as: z.enum(['read', 'notOurs', 'notSame', 'takenBack']),
  case: z.optional(z.string()),
  at: z.string(),
  by: z.strictObject({ id: z.string(), name: z.string(), role: z.string() }),
  reason: z.optional(z.string()),
  version: z.int(),
  level: z.string(),
  isGrave: z.boolean(),
});
const Reading = z.strictObject({ at: z.string(), counters: Counters });

export const ItemRecord = z.strictObject({
  feed: z.string(),
  id: z.string(),
  title: z.string(),
  content: z.optional(z.string()),
  url: z.optional(z.string()),
  publishedAt: z.optional(z.string()),
  detectedAt: z.string(),
  /** When the feed says that it first had it. */
  collectedAt: z.optional(z.string()),
  eventAt: z.optional(z.string()),
  /** Instants of which only the day was given: they stand as its end, and start nothing. */
  dateOnly: z.optional(z.array(z.string())),
  /** Instants that were said from another (3小时前): they stand as the earliest that was meant. */
  estimated: z.optional(z.array(z.string())),
  /** What is to be said of its fields: what could not be read, as it came, and what was read otherwise than it stood. */
  warnings: z.optional(z.array(ItemWarning)),
  mediaTier: z.optional(z.string()),
  hotSearch: z.optional(z.string()),
  /** Every reading of the counters, oldest first: growth is judged on them. */
  readings: z.array(Reading),
  source: z.optional(
    z.strictObject({
      kind: z.string(),
      receivedAt: z.optional(z.string()),
      reference: z.optional(z.string()),
      regardedAs: z.optional(z.string()),
    }),
  ),
  flags: z.array(z.string()),
  unit: z.optional(z.string()),
  /** Fields that we do not know, kept as they came. */
  extra: z.record(z.string(), z.unknown()),
  grade: z.strictObject({
    level: z.string(),
    handling: z.string(),
    score: z.nullable(z.number()),
    values: z.record(z.string(), z.nullable(z.number())),
    flags: z.array(z.string()),
    reasons: z.array(
      z.strictObject({ text: z.string(), cite: z.array(z.string()), ground: z.optional(z.boolean()) }),
    ),
  }),
  /** `routine`: 常规, not yet pushed; `watched`: pushed; `pending`: a case is owed but not yet there, the sweep finishes it. */
  outcome: z.enum(['routine', 'watched', 'pending', 'inCase']),
  /** Who is on duty is told of it at once, and not only with the digest: still owed, or done. */
  alert: z.optional(z.enum(['owed', 'told'])),
  caseId: z.optional(z.string()),
  /** The open cases that perhaps tell the same matter, when it was taken in. */
  suspected: z.optional(z.array(SuspectedCase)),
  /** 疑似复燃: a concluded case that had told the same matter, of an item that owes no case. */
  formerCase: z.optional(z.string()),
  outOf: z.optional(OutOf),
  /** Who has entered it in the place of its feed, which had brought it in a way that was refused. */
  enteredBy: z.optional(
    z.strictObject({ at: z.string(), id: z.string(), name: z.string(), role: z.string() }),
  ),
  /** What each later version has changed of what it says, oldest first; absent: it says what it said at first. */
  versions: z.optional(
    z.array(z.strictObject({ version: z.int(), at: z.string(), changed: z.array(z.string()) })),
  ),
  /** All that was said of it, oldest first; nothing is taken out again. */
  judgements: z.optional(z.array(Judgement)),
  revision: z.int(),
});
export type ItemRecord = z.infer<typeof ItemRecord>;

/** Unknown fields are stored as text: their depth, numbers and names need not be what the table can hold. */
const Extra = z.pipe(
  z.string(),
  z.transform((text) => JSON.parse(text) as Record<string, unknown>),
);
const Stored = z.object({
  item: z.extend(ItemRecord, { extra: Extra }),
  /** Where its content lies, when that has no room beside the rest. */
  contentAt: z.optional(z.string()),
});
const StoredContent = z.object({ content: z.string() });
const BOARDS = { routine: 'ROUTINE', alert: 'ALERT', pending: 'PENDING' } as const;
type Board = keyof typeof BOARDS;
const boardOf = ({ outcome, alert }: ItemRecord): Board | undefined => {
  if (outcome === 'pending') return 'pending';
  if (alert === 'owed') return 'alert';
  return outcome === 'routine' ? 'routine' : undefined;
};
/** As many readings as growth over 48 hours needs, every half hour. */
const KEPT_READINGS = 100;

/** A record holds 400 KB; fields that we do not know may take most of it. */
const LARGEST_BYTES_BESIDE = 32 * 1024;
const CONTENT = 'CONTENT#';
/** Its own for each revision and each content: who loses the race for a revision has overwritten nothing. */
const placeOf = ({ content = '', revision }: ItemRecord): string | undefined =>
  Buffer.byteLength(content) <= LARGEST_BYTES_BESIDE
    ? undefined
    : `${CONTENT}${revision}#${createHash('sha256').update(content).digest('hex')}`;
/** A content that is gone was replaced while its item was read. */
const READ_AGAIN = 5;

const itemKey = (feed: string, id: string) => ({ pk: `ITEM#${feed}#${id}`, sk: 'ITEM' });
const pack = (item: ItemRecord, contentAt: string | undefined) => ({
  item: {
    ...item,
    ...(contentAt === undefined ? {} : { content: undefined }),
    readings: item.readings.slice(-KEPT_READINGS),
    extra: JSON.stringify(item.extra),
  },
  contentAt,
});
const recordOf = (item: ItemRecord, contentAt: string | undefined) => {
  const board = boardOf(item);
  const packed = pack(item, contentAt);
  const { readings } = packed.item;
  // When it came in, not when the feed says it found it: the next push or sweep must not have passed already.
  const arrivedAt = (item.outcome === 'pending' ? readings.at(-1) : readings[0])?.at ?? item.detectedAt;
  return {
    ...itemKey(item.feed, item.id),
    ...packed,
    revision: item.revision,
    ...(board === undefined ? {} : { board: BOARDS[board], boardAt: arrivedAt }),
  };
};
/**
 * Items, conditional on feed + item id; each later reading is a revision of the same record. What an item said before it said
 * something else lies beside it.
 */
export const createItems = (
  table: Table,
  onProblem: (what: string, error: unknown) => void = () => undefined,
) => {
  const find = async (feed: string, id: string): Promise<ItemRecord | undefined> => {
    const key = itemKey(feed, id);
    for (let attempt = 0; attempt < READ_AGAIN; attempt += 1) {
      const record = await table.get(key);
      if (record === undefined) return undefined;
      const { item, contentAt } = Stored.parse(record);
      if (contentAt === undefined) return item;
      const beside = await table.get({ pk: key.pk, sk: contentAt });
      if (beside !== undefined) return { ...item, content: StoredContent.parse(beside).content };
    }
    throw new RecordDamaged([key]);
  };
  const putLines = createItemLines(table);
  const versions = createItemVersions<ItemRecord>(table, ({ feed, id }) => itemKey(feed, id).pk, {
    pack,
    unpack: (record) => Stored.parse(record),
  });
  /** Removes what earlier revisions had beside them. */
  const removeBefore = async (pk: string, revision: number): Promise<void> => {
    const beside = await table.list(pk, CONTENT);
    const earlier = beside.filter(({ sk }) => Number(sk.split('#')[1]) < revision);
    await Promise.all(earlier.map((key) => table.remove(key)));
  };
  return {
    /** False when this item, or this revision of it, is there already. `replaced`: what it stands in the place of, by its feed. */
    put: async (item: ItemRecord, replaced?: ItemRecord): Promise<boolean> => {
      await versions.keep(replaced, item);
      const contentAt = placeOf(item);
      const { pk } = itemKey(item.feed, item.id);
      if (contentAt !== undefined)
        await table.put({ pk, sk: contentAt, content: item.content }, { absent: true });
      // What is listed and is not there is passed over; what is there and is not listed, nobody would find.
      await putLines(item, item.revision === 1);
      const isWritten = await table.put(
        recordOf(item, contentAt),
        item.revision === 1 ? { absent: true } : { attribute: 'revision', equals: item.revision - 1 },
      );
      const isBare = item.content === undefined && item.revision > 1;
      if (isWritten && (contentAt !== undefined || isBare)) await removeBefore(pk, item.revision);
      if (isWritten) await versions.forgetSecret(item);
      return isWritten;
    },
    find,
    /** An earlier version of an item, as it stood when the next came; undefined when there is none. */
    findVersion: (feed: string, id: string, version: number): Promise<ItemRecord | undefined> =>
      versions.find({ feed, id }, version),
    /** Writes the lists of an item anew. False when there is no such item. */
    list: async (feed: string, id: string): Promise<boolean> => {
      const item = await find(feed, id);
      if (item !== undefined) await putLines(item);
      return item !== undefined;
    },
    /** Those of them that are there; one that cannot be read is told, and does not keep the others back. */
    findEach: async (keys: readonly { feed: string; id: string }[]): Promise<ItemRecord[]> => {
      const found = await mapEach(keys, async ({ feed, id }) => {
        try {
          return await find(feed, id);
        } catch (error) {
          if (!(error instanceof RecordDamaged)) throw error;
          onProblem(`item ${feed}/${id}`, error);
          return undefined;
        }
      });
      return found.flatMap((item) => item ?? []);
    },
    /**
     * Keys of items on a board, with when they came: `alert` = who is on duty has not heard of it, `routine` = not
     * yet in a digest, `pending` = no case yet.
     */
    onBoard: async (board: Board, part?: BoardPart): Promise<{ feed: string; id: string; at: string }[]> =>
      (await table.byBoard(BOARDS[board], part)).map(({ pk, boardAt = '' }) => {
        const [, feed = '', ...id] = pk.split('#');
        return { feed, id: id.join('#'), at: boardAt };
      }),
  };
};
export type Items = ReturnType<typeof createItems>;
