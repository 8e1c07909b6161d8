import canonicalize from 'canonicalize';
import type { Actor, ItemReference, Source } from '../case/events.ts';
import type { FeedItem } from '../contracts/items.ts';
import { type Counters, grade } from '../grading/grade.ts';
import { handlingLevel } from '../grading/handling.ts';
import type { Cases } from '../records/cases.ts';
import type { ItemRecord, Items } from '../records/items.ts';
import type { Numbers } from '../records/numbers.ts';
import type { Stories, StoryMatch } from '../records/stories.ts';
import { levelOf, settingsOf } from '../regulations/lookup.ts';
import type { Regulation } from '../regulations/schema.ts';
import { yearOf } from '../time/instants.ts';
import type { Office } from './office.ts';

export interface ItemDependencies {
  cases: Cases;
  items: Items;
  stories: Stories;
  numbers: Numbers;
  office: Office;
  regulation: Regulation;
  now: () => string;
}
export interface ItemResult {
  status: 'accepted' | 'duplicate';
  item: ItemRecord;
  /** The story that this item turned out to tell, if another item had told it. */
  joined?: StoryMatch;
}

const ATTEMPTS = 5;
const FEED_ACTOR: Actor = { id: 'intake', name: '舆情接入', role: 'system' };

const countersOf = ({ metrics }: FeedItem): Counters =>
  Object.fromEntries(
    (['reposts', 'views', 'comments'] as const).flatMap((name) =>
      typeof metrics?.[name] === 'number' ? [[name, metrics[name]]] : [],
    ),
  );
/** What a push says, apart from when it came: a push that says the same again is a repeat. */
const saidBy = (item: ItemRecord): string | undefined => {
  const { readings, grade: _, outcome: __, caseId: ___, revision: ____, ...said } = item;
  return canonicalize({ ...said, counters: readings.at(-1)?.counters });
};
const mediaTypeId = ({ mediaTypes }: Regulation, value: unknown): string | undefined =>
  mediaTypes.find(({ id, name }) => id === value || name === value)?.id;
/** Feeds write ranks by id or by name; a word that the table does not know is no evidence. */
const rankId = (regulation: Regulation, rank: string, value: string | undefined): string | undefined =>
  regulation.grading.heat.ranks
    .find(({ id }) => id === rank)
    ?.values.find(({ id, name }) => id === value || name === value)?.id;
const earlier = (one: string | undefined, other: string): string =>
  one !== undefined && one < other ? one : other;

const KNOWN = new Set([
  'id',
  'title',
  'content',
  'url',
  'publishedAt',
  'collectedAt',
  'occurredAt',
  'mediaTier',
  'hotSearch',
  'metrics',
  'source',
  'flags',
  'unit',
]);

/** Unknown fields, also those among the counters. */
const extraOf = ({ metrics, ...item }: FeedItem): Record<string, unknown> => {
  const { reposts: _, views: __, comments: ___, ...others } = metrics ?? {};
  return {
    ...Object.fromEntries(Object.entries(item).filter(([name]) => !KNOWN.has(name))),
    ...(Object.keys(others).length === 0 ? {} : { metrics: others }),
  };
};
/** Fields that the newest push leaves out are kept, as long as item and fields fit into one record. */
const KEPT_EXTRA_BYTES = 64 * 1024;
const mergeExtra = (known: ItemRecord | undefined, fresh: Record<string, unknown>) =>
  known === undefined || Buffer.byteLength(JSON.stringify(known.extra)) > KEPT_EXTRA_BYTES
    ? fresh
    : { ...known.extra, ...fresh };

const sourceFrom = (given: FeedItem['source'], known: ItemRecord | undefined, now: string) => {
  if (given === undefined) return known?.source;
  const before = known?.source;
  const isSame = before?.kind === given.kind && before.reference === given.reference;
  // 收到 is when it first came: a repeat without an instant moves nothing.
  const receivedAt = given.receivedAt ?? (isSame ? before.receivedAt : undefined);
  return { ...given, receivedAt: earlier(receivedAt, now) };
};

const recordOf = (
  regulation: Regulation,
  feed: string,
  item: FeedItem,
  known: ItemRecord | undefined,
  now: string,
): ItemRecord => {
  const detectedAt = known?.detectedAt ?? earlier(item.collectedAt, now);
  const counters = countersOf(item);
  const readings = [...(known?.readings ?? []), { at: now, counters }];
  const mediaTier = rankId(regulation, 'mediaTier', item.mediaTier) ?? known?.mediaTier;
  // What a later push leaves out is unknown, not gone.
  const content = item.content ?? known?.content;
  const url = item.url ?? known?.url;
  const unit = item.unit ?? known?.unit;
  const occurredAt = item.occurredAt === undefined ? known?.occurredAt : earlier(item.occurredAt, now);
  const hotSearch = rankId(regulation, 'hotSearch', item.hotSearch);
  const flags = [...new Set([...(known?.flags ?? []), ...(item.flags ?? [])])];
  const publishedAt = item.publishedAt === undefined ? known?.publishedAt : earlier(item.publishedAt, now);
  const source = sourceFrom(item.source, known, now);
  const mediaType = mediaTypeId(regulation, item.mediaType ?? known?.extra.mediaType);
  const judged = grade(regulation, {
    text: `${item.title}\n${content ?? ''}`,
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(mediaTier === undefined ? {} : { mediaTier }),
    ...(mediaType === undefined ? {} : { mediaType }),
    ...(hotSearch === undefined ? {} : { hotSearch }),
    counters,
    observations: known?.readings ?? [],
    observedAt: now,
    flags,
  });
  const handling = handlingLevel(regulation, {
    warningLevel: judged.level,
    sources: source === undefined ? [] : [source],
    flags,
    settings: settingsOf(regulation),
  }).level;
  return {
    feed,
    id: item.id,
    title: item.title,
    ...(content === undefined ? {} : { content }),
    ...(url === undefined ? {} : { url }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    detectedAt,
    ...(occurredAt === undefined ? {} : { occurredAt }),
    ...(mediaTier === undefined ? {} : { mediaTier }),
    ...(hotSearch === undefined ? {} : { hotSearch }),
    readings,
    ...(source === undefined ? {} : { source }),
    flags,
    ...(unit === undefined ? {} : { unit }),
    extra: mergeExtra(known, extraOf(item)),
    grade: { ...judged, handling },
    outcome: 'routine',
    ...(known?.caseId === undefined ? {} : { caseId: known.caseId }),
    revision: (known?.revision ?? 0) + 1,
  };
};

export const referenceOf = ({ feed, id, title, url, publishedAt }: ItemRecord): ItemReference => ({
  feed,
  id,
  title,
  ...(url === undefined ? {} : { url }),
  ...(publishedAt === undefined ? {} : { publishedAt }),
});
const sourceOf = (item: ItemRecord): Source => item.source ?? { kind: 'monitored' };

/**
 * Takes items in: stored first, then graded into a case of their own, into the open case that tells the same story, or
 * kept as 常规. Cut off in between, an item stays `pending` and the sweep calls `finish`.
 */
export const createItemIntake = ({
  cases,
  items,
  stories,
  numbers,
  office,
  regulation,
  now,
}: ItemDependencies) => {
  const isOpen = async (caseId: string): Promise<boolean> => (await cases.load(caseId))?.status === 'open';

  const openCaseOf = async (
    item: ItemRecord,
    matches: readonly StoryMatch[],
  ): Promise<StoryMatch | undefined> => {
    if (item.caseId !== undefined && (await isOpen(item.caseId)))
      return { caseId: item.caseId, by: 'url', similarity: 1 };
    for (const match of matches) if (await isOpen(match.caseId)) return match;
    return undefined;
  };

  const attach = async (caseId: string, item: ItemRecord): Promise<void> => {
    await office.carryOut(caseId, FEED_ACTOR, {
      type: 'AttachItem',
      item: referenceOf(item),
      grade: item.grade,
      flags: item.grade.flags,
      ...(item.source === undefined ? {} : { source: item.source }),
    });
  };

  /** `isIn`: the case tells this item now. Otherwise somebody else is just opening the story's case. */
  const open = async (item: ItemRecord): Promise<{ caseId: string; isIn: boolean }> => {
    const year = yearOf(item.detectedAt, regulation.zone);
    const number = await numbers.allocate('case', year, `${item.feed}#${item.id}#${item.caseId ?? ''}`);
    const caseId = caseIdOf(regulation, year, number);
    for (let owner = await stories.claim(caseId, item, now()); owner !== caseId; ) {
      const theirs = await cases.load(owner);
      // Somebody opens the story's case in this very moment: the sweep joins it once it is there.
      if (theirs === null) return { caseId: owner, isIn: false };
      if (theirs.status === 'open') {
        await attach(owner, item);
        return { caseId: owner, isIn: true };
      }
      owner = await stories.claim(caseId, item, now(), owner);
    }
    // Opened by a try that was cut off: its head may never have been written.
    if ((await cases.refresh(caseId)) !== null) return { caseId, isIn: true };
    await office.carryOut(caseId, FEED_ACTOR, {
      type: 'OpenCase',
      caseId,
      title: item.title,
      how: 'feed',
      sources: [sourceOf(item)],
      instants: {
        ...(item.occurredAt === undefined ? {} : { occurredAt: item.occurredAt }),
        ...(item.publishedAt === undefined ? {} : { publishedAt: item.publishedAt }),
        detectedAt: item.detectedAt,
      },
      flags: item.grade.flags,
      ...(item.unit === undefined ? {} : { unit: item.unit }),
      items: [referenceOf(item)],
      grade: item.grade,
    });
    return { caseId, isIn: (await cases.load(caseId)) !== null };
  };

  /** Brings a pending item into its case. A repeat changes nothing. */
  const finish = async (
    item: ItemRecord,
    matches: readonly StoryMatch[],
  ): Promise<{ item: ItemRecord; joined?: StoryMatch }> => {
    const joined = await openCaseOf(item, matches);
    if (joined === undefined && !levelOf(regulation, item.grade.handling).clocked) {
      // The case it was to join was concluded meanwhile.
      const routine: ItemRecord = { ...item, outcome: 'routine', revision: item.revision + 1 };
      await items.put(routine);
      return { item: routine };
    }
    if (joined !== undefined) await attach(joined.caseId, item);
    const { caseId, isIn } = joined === undefined ? await open(item) : { caseId: joined.caseId, isIn: true };
    if (!isIn) return { item: { ...item, caseId } };
    await stories.note(caseId, item, now());
    const done: ItemRecord = { ...item, outcome: 'inCase', caseId, revision: item.revision + 1 };
    await items.put(done);
    return { item: done, ...(joined === undefined ? {} : { joined }) };
  };

  const take = async (feed: string, input: FeedItem): Promise<ItemResult> => {
    // Nearly every item is new, so it is written as one; only a clash shows the record that is there.
    let known: ItemRecord | undefined;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const at = now();
      const matches = await stories.find(input, at);
      const said = recordOf(regulation, feed, input, known, at);
      const unchanged = known !== undefined && saidBy(known) === saidBy(said);
      if (unchanged && known?.outcome !== 'pending') return { status: 'duplicate', item: known! };
      const record = unchanged ? known! : said;
      const owesCase =
        levelOf(regulation, record.grade.handling).clocked ||
        (await openCaseOf(record, matches)) !== undefined;
      const item: ItemRecord = {
        ...record,
        outcome: owesCase ? 'pending' : known?.outcome === 'watched' ? 'watched' : 'routine',
      };
      if (!unchanged && !(await items.put(item))) {
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

/** `LZ2026-0001`: ASCII, so that it can name executions. */
export const caseIdOf = (regulation: Regulation, year: number, number: number): string =>
  `${regulation.numbering.case}${year}-${String(number).padStart(4, '0')}`;
