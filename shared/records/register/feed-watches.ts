import * as z from 'zod/mini';
import { FeedWatch } from '../../contracts/feeds/watch.ts';
import type { Table } from '../table.ts';

/** A registered feed as the last sweep found it, and what people were told of it. */
export const WatchedFeed = z.strictObject({
  feed: z.string(),
  /** How it is watched; null: it is not. */
  watch: z.nullable(FeedWatch),
  /** Since when. */
  since: z.string(),
  /** When people were last told that something is wrong with it. */
  toldAt: z.optional(z.string()),
  /** They have still to hear that it is well again. */
  owesWell: z.boolean(),
  revision: z.int(),
});
export type WatchedFeed = z.infer<typeof WatchedFeed>;

/** Beside their signs. */
const PARTITION = 'HEALTH';
const PREFIX = 'WATCHED#';
const Stored = z.object({ watched: WatchedFeed });
const keyOf = (feed: string) => ({ pk: PARTITION, sk: `${PREFIX}${feed}` });

/** The registered feeds, a record each, so that the desk knows of those too that have never brought anything. */
export const createFeedWatches = (table: Table) => ({
  list: async (): Promise<WatchedFeed[]> =>
    (await table.list(PARTITION, PREFIX)).map((record) => Stored.parse(record).watched),
  /** False when somebody else has written this revision. */
  put: (watched: WatchedFeed): Promise<boolean> =>
    table.put(
      { ...keyOf(watched.feed), watched, revision: watched.revision },
      watched.revision === 1 ? { absent: true } : { attribute: 'revision', equals: watched.revision - 1 },
    ),
  remove: (feed: string): Promise<void> => table.remove(keyOf(feed)),
});
export type FeedWatches = ReturnType<typeof createFeedWatches>;
