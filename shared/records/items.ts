import * as z from 'zod';
import type { Table } from './table.ts';

const Counters = z.strictObject({
  reposts: z.number().optional(),
  views: z.number().optional(),
  comments: z.number().optional(),
});
const Reading = z.strictObject({ at: z.string(), counters: Counters });

export const ItemRecord = z.strictObject({
  feed: z.string(),
  id: z.string(),
  title: z.string(),
  content: z.string().optional(),
  url: z.string().optional(),
  publishedAt: z.string().optional(),
  detectedAt: z.string(),
  occurredAt: z.string().optional(),
  mediaTier: z.string().optional(),
  hotSearch: z.string().optional(),
  /** Every reading of the counters, oldest first: growth is judged on them. */
  readings: z.array(Reading),
  source: z
    .strictObject({
      kind: z.string(),
      receivedAt: z.string().optional(),
      reference: z.string().optional(),
      regardedAs: z.string().optional(),
    })
    .optional(),
  flags: z.array(z.string()),
  unit: z.string().optional(),
  /** Fields that we do not know, kept as they came. */
  extra: z.record(z.string(), z.unknown()),
  grade: z.strictObject({
    level: z.string(),
    handling: z.string(),
    score: z.number(),
    values: z.record(z.string(), z.number().nullable()),
    flags: z.array(z.string()),
    reasons: z.array(z.strictObject({ text: z.string(), cite: z.array(z.string()) })),
  }),
  /** `routine`: 常规, not yet pushed; `watched`: pushed; `pending`: a case is owed but not yet there, the sweep finishes it. */
  outcome: z.enum(['routine', 'watched', 'pending', 'inCase']),
  caseId: z.string().optional(),
  revision: z.int(),
});
export type ItemRecord = z.infer<typeof ItemRecord>;

/** Unknown fields are stored as text: their depth, numbers and names need not be what the table can hold. */
const Extra = z.string().transform((text) => JSON.parse(text) as Record<string, unknown>);
const Stored = z.object({ item: ItemRecord.extend({ extra: Extra }) });
const BOARDS = { routine: 'ROUTINE', watched: undefined, pending: 'PENDING', inCase: undefined } as const;
/** As many readings as growth over 48 hours needs, every half hour. */
const KEPT_READINGS = 100;

/** Items, conditional on feed + item id; each later reading is a revision of the same record. */
export const createItems = (table: Table) => {
  const write = (item: ItemRecord) => {
    const board = BOARDS[item.outcome];
    const readings = item.readings.slice(-KEPT_READINGS);
    // When it came in, not when the feed says it found it: the next push or sweep must not have passed already.
    const arrivedAt = (item.outcome === 'pending' ? readings.at(-1) : readings[0])?.at ?? item.detectedAt;
    return {
      ...itemKey(item.feed, item.id),
      item: { ...item, readings, extra: JSON.stringify(item.extra) },
      revision: item.revision,
      ...(board === undefined ? {} : { board, boardAt: arrivedAt }),
    };
  };
  return {
    /** False when this item, or this revision of it, is there already. */
    put: (item: ItemRecord): Promise<boolean> =>
      table.put(
        write(item),
        item.revision === 1 ? { absent: true } : { attribute: 'revision', equals: item.revision - 1 },
      ),
    find: async (feed: string, id: string): Promise<ItemRecord | undefined> => {
      const record = await table.get(itemKey(feed, id));
      return record === undefined ? undefined : Stored.parse(record).item;
    },
    /** Keys of items on a board, oldest first: `routine` = not yet pushed to the office's people, `pending` = no case yet. */
    onBoard: async (board: 'routine' | 'pending', upTo?: string): Promise<{ feed: string; id: string }[]> =>
      (await table.byBoard(BOARDS[board], upTo)).map(({ pk }) => {
        const [, feed = '', ...id] = pk.split('#');
        return { feed, id: id.join('#') };
      }),
  };
};
export type Items = ReturnType<typeof createItems>;

export const itemKey = (feed: string, id: string) => ({ pk: `ITEM#${feed}#${id}`, sk: 'ITEM' });
export const readItem = (record: unknown): ItemRecord => Stored.parse(record).item;
