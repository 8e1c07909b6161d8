import type { FeedItem } from '../../shared/contracts/items.ts';
import type { ItemIntake, ItemResult } from '../../shared/office/take-item.ts';
import type { Items } from '../../shared/records/items.ts';

interface Dependencies {
  items: Pick<Items, 'find'>;
  intake: ItemIntake;
}

/**
 * Takes an item of a push. Of a push that comes again (`since`: when it first came), what has been stored of the item since then is
 * this push's own or a later one's, and stays as it is; what was not stored then is taken now.
 */
export const createTakeOnce =
  ({ items, intake }: Dependencies) =>
  async (feed: string, item: FeedItem, since: string | undefined): Promise<ItemResult> => {
    const known = since === undefined ? undefined : await intake.find(feed, item);
    const last = known?.readings.at(-1)?.at;
    if (known === undefined || last === undefined || last < since!) return intake.take(feed, item);
    if (known.outcome !== 'pending') return { status: 'duplicate', item: known };
    await intake.finishPending(feed, known.id);
    return { status: 'duplicate', item: (await items.find(feed, known.id)) ?? known };
  };
