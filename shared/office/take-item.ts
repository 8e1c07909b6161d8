import type { FeedItem } from '../contracts/items.ts';
import type { DispatchNotices } from '../notices/dispatch.ts';
import type { ItemRecord, Items } from '../records/items.ts';
import type { StoryMatch } from '../records/stories.ts';
import { levelOf } from '../regulations/lookup.ts';
import { type Entry, recordOf, saidBy } from './item-record.ts';
import { createNeedsAlert } from './routine-items.ts';
import { itemShown } from './secret-items.ts';
import { createStoryCases, type StoryDependencies } from './story-case.ts';

export interface ItemDependencies extends StoryDependencies {
  items: Items;
  dispatch: DispatchNotices;
}
export interface ItemResult {
  status: 'accepted' | 'duplicate';
  item: ItemRecord;
  /** The story that this item turned out to tell, if another item had told it. */
  joined?: StoryMatch;
}

const ATTEMPTS = 5;

/** Who is on duty hears once of an item that waits for no case; of 疑似复燃 at once, which waits for no digest. */
const createAlerted = (dependencies: ItemDependencies, storyCases: ReturnType<typeof createStoryCases>) => {
  const needsAlert = createNeedsAlert(dependencies);
  return async (item: ItemRecord, at: string, matches: readonly StoryMatch[]): Promise<ItemRecord> => {
    if (item.outcome !== 'routine' || item.alert !== undefined) return item;
    const isAlert = (await needsAlert(item, at)) || (await storyCases.formerly(item, matches)) !== undefined;
    return isAlert ? { ...item, alert: 'owed' } : item;
  };
};

/**
 * Takes items in: stored first, then graded into a case of their own, into the open case that tells the same story, or
 * kept as 常规. Cut off in between, an item stays `pending` and the sweep calls `finish`.
 */
export const createItemIntake = (dependencies: ItemDependencies) => {
  const { items, stories, dispatch, regulation, now } = dependencies;
  const storyCases = createStoryCases(dependencies);
  const alerted = createAlerted(dependencies, storyCases);

  /** `replaced`: what it stands in the place of. */
  const put = async (item: ItemRecord, replaced?: ItemRecord): Promise<boolean> => {
    const isWritten = await items.put(item, replaced);
    // Should this be cut off, the next minute looks too.
    if (isWritten && item.alert === 'owed') await dispatch().catch(() => undefined);
    return isWritten;
  };

  /** Brings a pending item into its case. A repeat changes nothing. */
  const finish = async (
    item: ItemRecord,
    matches: readonly StoryMatch[],
  ): Promise<{ item: ItemRecord; joined?: StoryMatch }> => {
    const joined = await storyCases.find(item, matches);
    if (joined === undefined && !levelOf(regulation, item.grade.handling).clocked) {
      // The case it was to join was concluded meanwhile.
      const routine = await alerted(
        { ...item, outcome: 'routine', revision: item.revision + 1 },
        now(),
        matches,
      );
      await put(routine);
      return { item: routine };
    }
    const state = joined && (await storyCases.attach(joined.caseId, item));
    const caseId = state?.caseId ?? (await storyCases.open(item, await storyCases.formerly(item, matches)));
    if (caseId === undefined) return { item };
    const shown = itemShown(item, state);
    // By its words nothing is found again of which no word is kept.
    if (shown === item) await stories.note(caseId, item, now());
    const done: ItemRecord = { ...shown, outcome: 'inCase', caseId, revision: item.revision + 1 };
    await items.put(done);
    return { item: done, ...(joined === undefined ? {} : { joined }) };
  };

  /** `entry`: of what a person enters in the place of its feed. */
  const take = async (feed: string, input: FeedItem, entry?: Entry): Promise<ItemResult> => {
    // Nearly every item is new, so it is written as one; only a clash shows the record that is there.
    let known: ItemRecord | undefined;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const at = now();
      const matches = await stories.find(input, at);
      const said = recordOf(regulation, { feed, item: input, known, at, entry });
      const unchanged = known !== undefined && saidBy(known) === saidBy(said);
      if (unchanged && known?.outcome !== 'pending') return { status: 'duplicate', item: known! };
      const record = unchanged ? known! : said;
      const owesCase =
        levelOf(regulation, record.grade.handling).clocked ||
        (await storyCases.find(record, matches)) !== undefined;
      const outcome = owesCase ? 'pending' : known?.outcome === 'watched' ? 'watched' : 'routine';
      const item = await alerted({ ...record, outcome }, at, matches);
      if (!unchanged && !(await put(item, known))) {
        known = await items.find(feed, input.id);
        continue;
      }
      if (!owesCase && !unchanged) return { status: 'accepted', item };
      return { status: 'accepted', ...(await finish(item, matches)) };
    }
    throw new Error(`Item ${feed}/${input.id} is being written by too many at once`);
  };

  return {
    take,
    /** For the sweep: an item whose case is still owed. */
    finishPending: async (feed: string, id: string): Promise<void> => {
      const item = await items.find(feed, id);
      if (item?.outcome !== 'pending') return;
      await finish(item, await stories.find(item, now()));
    },
  };
};
export type ItemIntake = ReturnType<typeof createItemIntake>;
