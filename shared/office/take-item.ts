import type { FeedItem } from '../contracts/items.ts';
import type { DispatchNotices } from '../notices/dispatch.ts';
import type { ItemRecord, Items } from '../records/items.ts';
import type { StoryMatch } from '../records/stories/stories.ts';
import { levelOf } from '../regulations/lookup.ts';
import type { Regulation } from '../regulations/schema.ts';
import { becameOf, isWaiting } from '../rules/items/judging.ts';
import { graveDoubts, isDoubtedAnew } from '../rules/items/signs.ts';
import { createPlaceOf, type Placed, suspectedById, underShortId } from './item-ids.ts';
import { type Entry, recordOf, saidBy } from './item-record.ts';
import type { ItemResult } from './items/item-result.ts';
import { createTakeAgain } from './items/take-again.ts';
import { createNeedsAlert } from './routine-items.ts';
import { isSecretItem, itemShown } from './secret-items.ts';
import { createStoryCases, type StoryDependencies } from './story-case.ts';

export interface ItemDependencies extends StoryDependencies {
  items: Items;
  dispatch: DispatchNotices;
}
const ATTEMPTS = 5;

/**
 * What a push makes of an item that owes no case. What somebody had judged, and what says something else since, is told of as if it had just
 * come; so is what has something grave in it now that nobody could read.
 */
const uncased = (regulation: Regulation, known: ItemRecord | undefined, record: ItemRecord): ItemRecord => {
  const item: ItemRecord = { ...record, outcome: known?.outcome === 'watched' ? 'watched' : 'routine' };
  const isNews =
    known !== undefined &&
    isWaiting(known) &&
    becameOf(regulation, item) === 'open' &&
    (becameOf(regulation, known) !== 'open' || isDoubtedAnew(known, item));
  if (!isNews) return item;
  const { alert: _, ...fresh } = item;
  return { ...fresh, outcome: 'routine' };
};

/** What a push makes of an item that owes a case: its case is told of, and something grave in it that nobody could read besides. */
const cased = (known: ItemRecord | undefined, { alert, ...record }: ItemRecord): ItemRecord => {
  const isOwed = alert === 'owed' && graveDoubts(record).length > 0;
  return {
    ...record,
    outcome: 'pending',
    ...(isOwed || isDoubtedAnew(known, record) ? { alert: 'owed' } : {}),
  };
};

/** Who is on duty hears once of an item that waits for no case; of 疑似复燃 at once, which waits for no digest. */
const createAlerted = (dependencies: ItemDependencies, storyCases: ReturnType<typeof createStoryCases>) => {
  const needsAlert = createNeedsAlert(dependencies);
  return async (item: ItemRecord, at: string, matches: readonly StoryMatch[]): Promise<ItemRecord> => {
    if (item.outcome !== 'routine' || item.alert !== undefined) return item;
    const isUrgent = await needsAlert(item, at);
    const formerCase = await storyCases.formerly(item, matches);
    if (formerCase !== undefined) return { ...item, alert: 'owed', formerCase };
    return isUrgent ? { ...item, alert: 'owed' } : item;
  };
};

/** What tells the same, or perhaps does; with what is 涉密 nothing is compared. */
const createMatchesOf =
  ({ stories }: ItemDependencies) =>
  async (item: ItemRecord, at: string): Promise<StoryMatch[]> =>
    isSecretItem(item) ? [] : stories.find(item, at);

/**
 * Remembers which case tells an item, if one does. What tells the same as an item that a person parted from a case is parted from it with
 * that one, and so is what tells the same as this.
 */
const createRemember =
  ({ stories, now }: ItemDependencies) =>
  async (item: ItemRecord, matches: readonly StoryMatch[], caseId?: string): Promise<void> => {
    if (caseId !== undefined) await stories.note(caseId, item, now());
    const parted = matches.filter(({ comparison }) => comparison.ground === 'parted');
    const from = parted.flatMap((match) => match.caseId ?? []);
    if (from.length > 0 && !isSecretItem(item)) await stories.part(item, { from, caseId }, now());
  };

const createPut =
  ({ items, dispatch }: ItemDependencies) =>
  /** `replaced`: what it stands in the place of. */
  async (item: ItemRecord, replaced?: ItemRecord): Promise<boolean> => {
    const isWritten = await items.put(item, replaced);
    // Should this be cut off, the next minute looks too.
    if (isWritten && item.alert === 'owed') await dispatch().catch(() => undefined);
    return isWritten;
  };

interface Parts {
  put: ReturnType<typeof createPut>;
  storyCases: ReturnType<typeof createStoryCases>;
  alerted: ReturnType<typeof createAlerted>;
  remember: ReturnType<typeof createRemember>;
}
const createFinish = ({ cases, regulation, now }: ItemDependencies, parts: Parts) => {
  const { put, storyCases, alerted, remember } = parts;
  /** Brings a pending item into its case. A repeat changes nothing. */
  return async (
    item: ItemRecord,
    matches: readonly StoryMatch[],
  ): Promise<{ item: ItemRecord; joined?: StoryMatch }> => {
    const found = await storyCases.find(item, matches);
    if (found === undefined && !levelOf(regulation, item.grade.handling).clocked) {
      // The case it was to join was concluded meanwhile.
      const uncasedNow: ItemRecord = { ...item, outcome: 'routine', revision: item.revision + 1 };
      const routine = await alerted(uncasedNow, now(), matches);
      await put(routine);
      return { item: routine };
    }
    const state = found && (await storyCases.attach(found.caseId, item));
    const formerCase = state === undefined ? await storyCases.formerly(item, matches) : undefined;
    const opened =
      state === undefined
        ? await storyCases.open(item, formerCase)
        : { caseId: state.caseId, item, joined: found };
    if (opened === undefined) return { item };
    const { caseId, joined } = opened;
    const isFlaringUp = formerCase !== undefined && joined === undefined;
    const shown = itemShown(opened.item, state ?? (await cases.load(caseId)));
    // By its words nothing is found again of which no word is kept.
    if (shown === opened.item) await remember(item, matches, caseId);
    const done: ItemRecord = {
      ...shown,
      ...(isFlaringUp && shown === opened.item && { formerCase }),
      outcome: 'inCase',
      caseId,
      revision: item.revision + 1,
    };
    await put(done);
    return { item: done, ...(joined === undefined ? {} : { joined }) };
  };
};

/**
 * Takes items in: stored first, then graded into a case of their own, into the open case that tells the same story, or
 * kept as 常规. Cut off in between, an item stays `pending` and the sweep calls `finish`.
 */
export const createItemIntake = (dependencies: ItemDependencies) => {
  const { items, regulation, now } = dependencies;
  const put = createPut(dependencies);
  const placeOf = createPlaceOf(items);
  const matchesOf = createMatchesOf(dependencies);
  const storyCases = createStoryCases(dependencies);
  const alerted = createAlerted(dependencies, storyCases);
  const remember = createRemember(dependencies);
  const finish = createFinish(dependencies, { put, storyCases, alerted, remember });

  /** `entry`: of what its feed had brought before in vain, or a person enters in its place. */
  const take = async (feed: string, input: FeedItem, entry?: Entry): Promise<ItemResult> => {
    // Nearly every item is new, so it is written as one; only a clash shows the record that is there.
    let { item: named, known, others }: Placed = { item: underShortId(input), known: undefined };
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const at = now();
      const said = recordOf(regulation, { feed, item: named, known, at, entry });
      const told = named === input ? {} : { warnings: named.warnings };
      const unchanged = known !== undefined && saidBy(known) === saidBy(said);
      if (unchanged && known?.outcome !== 'pending') return { ...told, status: 'duplicate', item: known! };
      const matches = [...(await matchesOf(said, at)), ...suspectedById(said, others)];
      const record = unchanged ? known! : { ...said, ...(await storyCases.suspect(said, matches)) };
      const owesCase =
        levelOf(regulation, record.grade.handling).clocked ||
        (await storyCases.find(record, matches)) !== undefined;
      const item = owesCase
        ? cased(known, record)
        : await alerted(uncased(regulation, known, record), at, matches);
      if (!unchanged && !(await put(item, known))) {
        ({ item: named, known, others } = await placeOf(feed, input));
        continue;
      }
      const isDone = !owesCase && !unchanged;
      if (isDone) await remember(item, matches);
      return { ...told, status: 'accepted', ...(isDone ? { item } : await finish(item, matches)) };
    }
    throw new Error(`Item ${feed}/${input.id} is being written by too many at once`);
  };

  const finishPending = async (feed: string, id: string): Promise<void> => {
    const item = await items.find(feed, id);
    if (item?.outcome !== 'pending') return;
    await finish(item, await matchesOf(item, now()));
  };

  return {
    take,
    takeAgain: createTakeAgain({ ...dependencies, placeOf, take, finishPending }),
    /** For the sweep: an item whose case is still owed. */
    finishPending,
  };
};
export type ItemIntake = ReturnType<typeof createItemIntake>;
