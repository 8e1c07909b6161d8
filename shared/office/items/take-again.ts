import type { FeedItem } from '../../contracts/items.ts';
import type { ItemRecord, Items } from '../../records/items.ts';
import type { Regulation } from '../../regulations/schema.ts';
import type { Placed } from '../item-ids.ts';
import { type Entry, recordOf } from '../item-record.ts';
import { isSecretItem } from '../secret-items.ts';
import type { ItemResult } from './item-result.ts';
import { saidAgain } from './said-again.ts';
import { changedIn, standingSince } from './versions.ts';

interface Dependencies {
  items: Pick<Items, 'find' | 'findVersion'>;
  regulation: Regulation;
  now: () => string;
  placeOf: (feed: string, item: FeedItem) => Promise<Placed>;
  take: (feed: string, item: FeedItem, entry?: Entry) => Promise<ItemResult>;
  finishPending: (feed: string, id: string) => Promise<void>;
}
/** When the push had come that is sent again, and when the feed had first brought the item, if that was earlier still. */
interface Came {
  since: string;
  cameAt: string;
}

/**
 * Takes what a feed sends again, in a push that had come before. What has been stored of it since then stays; what was not stored then is
 * taken now, and is older than what has come meanwhile.
 */
export const createTakeAgain = (dependencies: Dependencies) => {
  const { items, regulation, now, placeOf, take, finishPending } = dependencies;
  /** Whether an item said this then or has said it since. Of what is 涉密 nothing is kept that could tell. */
  const hasSaid = async (known: ItemRecord, item: FeedItem, since: string): Promise<boolean> => {
    if (isSecretItem(known)) return true;
    for await (const said of standingSince(items, known, since)) {
      const again = recordOf(regulation, { feed: known.feed, item, known: said, at: now() });
      if (changedIn(said, again).length === 0) return true;
    }
    return false;
  };
  /** What had come before the item said what it says now is a version of it, and graded as one; what is said now stands. */
  const takeLate = async (known: ItemRecord, given: FeedItem, cameAt: string): Promise<ItemResult> => {
    const { feed } = known;
    // What was counted then is no news.
    const { metrics: _, ...item } = given;
    const late = await take(feed, item, { cameAt });
    const there = await items.find(feed, late.item.id);
    // Unless something newer has come in this moment.
    if (there === undefined || there.readings.length !== late.item.readings.length) return late;
    const { item: standing } = await take(feed, saidAgain(known));
    return { ...late, item: standing };
  };
  return async (feed: string, item: FeedItem, { since, cameAt }: Came): Promise<ItemResult> => {
    const { item: named, known } = await placeOf(feed, item);
    const last = known?.readings.at(-1)?.at;
    if (known === undefined || last === undefined || last < since) return take(feed, item, { cameAt });
    if (!(await hasSaid(known, named, since))) return takeLate(known, item, cameAt);
    if (known.outcome !== 'pending') return { status: 'duplicate', item: known };
    await finishPending(feed, known.id);
    return { status: 'duplicate', item: (await items.find(feed, known.id)) ?? known };
  };
};
