import canonicalize from 'canonicalize';
import type { ItemReference } from '../case/events.ts';
import { versionOf } from '../case/item-version.ts';
import type { FeedItem } from '../contracts/items.ts';
import { grade } from '../grading/grade.ts';
import { handlingLevel } from '../grading/handling.ts';
import { publisherOf } from '../grading/publisher-of.ts';
import { meant } from '../intake/names.ts';
import type { ItemRecord } from '../records/items.ts';
import { settingsOf } from '../regulations/lookup.ts';
import type { Regulation } from '../regulations/schema.ts';
import type { AttachItem } from '../rules/acts/attach-item.ts';
import { maskNumbersIn } from '../rules/reading/numbers.ts';
import { timesOf, warningsOf } from './item-times.ts';
import { versionsAfter } from './items/versions.ts';
import { isSecretItem, withoutContent } from './secret-items.ts';

/** When a feed had brought an item in vain, and who enters it in its place, if the feed has not brought it again itself. */
export interface Entry {
  by?: { id: string; name: string; role: string };
  cameAt: string;
}
/** One push of an item by a feed, and what was known of it before. */
export interface Push {
  feed: string;
  item: FeedItem;
  known: ItemRecord | undefined;
  at: string;
  entry?: Entry | undefined;
}

/** What is counted of an item: of each counter what was said of it last. */
export const countersOf = (readings: ItemRecord['readings']): ItemRecord['readings'][number]['counters'] =>
  Object.assign({}, ...readings.map(({ counters }) => counters));

/** What a push says, apart from when it came: a push that says the same again is a repeat. */
export const saidBy = (item: ItemRecord): string | undefined => {
  const { readings, grade: _, outcome: __, caseId: ___, revision: ____, alert: _____, ...rest } = item;
  const {
    enteredBy: ______,
    judgements: _______,
    suspected: ________,
    formerCase: _________,
    outOf: __________,
    ...said
  } = rest;
  return canonicalize({ ...said, counters: countersOf(readings) });
};
/** Of a type that was kept before, as it came. */
const mediaTypeId = ({ mediaTypes }: Regulation, value: unknown): string | undefined =>
  typeof value === 'string' ? meant(mediaTypes, value) : undefined;
const earlier = (one: string | undefined, other: string): string =>
  one !== undefined && one < other ? one : other;

/** Fields that the newest push leaves out are kept, as long as item and fields fit into one record. */
const KEPT_EXTRA_BYTES = 64 * 1024;
const mergeExtra = (known: ItemRecord | undefined, { extra: fresh, told }: FeedItem) => {
  if (known === undefined || Buffer.byteLength(JSON.stringify(known.extra)) > KEPT_EXTRA_BYTES) return fresh;
  // What nobody could read then, and this push says again, is no longer kept beside it.
  const again = (known.warnings ?? []).flatMap(({ as, field }) =>
    told.includes(as) ? [field.split('.')[0]!] : [],
  );
  const kept = Object.entries(known.extra).filter(([name]) => !again.includes(name));
  return { ...Object.fromEntries(kept), ...fresh };
};

const sourceFrom = (
  given: FeedItem['source'],
  known: ItemRecord | undefined,
  { at, entry }: Pick<Push, 'at' | 'entry'>,
) => {
  if (given === undefined) return known?.source;
  const before = known?.source;
  const isSame = before?.kind === given.kind && before.reference === given.reference;
  // 收到 is when it first came: a repeat without an instant moves nothing.
  const receivedAt = given.receivedAt ?? (isSame ? before.receivedAt : undefined) ?? entry?.cameAt;
  return { ...given, receivedAt: earlier(receivedAt, at) };
};

/** The fields that are there; the record has no field without a value. */
const given = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

/** What a push says of an item. What a later one leaves out is unknown, not gone. */
const said = ({ zone }: Regulation, { item, known, at, entry }: Push) => {
  const { later, ...times } = timesOf(item, known, zone);
  const warnings = [...later, ...warningsOf(item, known)];
  return {
    ...given({
      content: item.content ?? known?.content,
      url: item.url ?? known?.url,
      mediaTier: item.mediaTier ?? known?.mediaTier,
      hotSearch: item.hotSearch ?? known?.hotSearch,
      source: sourceFrom(item.source, known, { at, entry }),
      unit: item.unit ?? known?.unit,
      warnings: warnings.length === 0 ? undefined : warnings,
    }),
    ...times,
    title: item.title,
    flags: [...new Set([...(known?.flags ?? []), ...(item.flags ?? [])])],
  };
};

/** The item as it is recorded after a push: what is known of it now, graded. `at`: now. */
export const recordOf = (regulation: Regulation, push: Push): ItemRecord => {
  const { feed, item, known, at, entry } = push;
  const now = said(regulation, push);
  const { title, content, publishedAt, mediaTier, hotSearch, source, flags } = now;
  const readings = [...(known?.readings ?? []), { at, counters: item.metrics ?? {} }];
  const mediaType = item.mediaType ?? mediaTypeId(regulation, known?.extra.mediaType);
  const judged = grade(regulation, {
    ...given({
      publishedAt: publishedAt === undefined ? undefined : earlier(publishedAt, at),
      mediaTier,
      mediaType,
      hotSearch,
    }),
    ...publisherOf(item.extra, known?.extra ?? {}),
    text: `${title}\n${content ?? ''}`,
    counters: countersOf(readings),
    observations: known?.readings ?? [],
    observedAt: at,
    flags,
  });
  const handling = handlingLevel(regulation, {
    warningLevel: judged.level,
    sources: source === undefined ? [] : [source],
    flags,
    settings: settingsOf(regulation),
  }).level;
  const record: ItemRecord = {
    ...now,
    ...given({
      caseId: known?.caseId,
      alert: known?.alert,
      judgements: known?.judgements,
      formerCase: known?.formerCase,
      outOf: known?.outOf,
      enteredBy: entry?.by === undefined ? known?.enteredBy : { at, ...entry.by },
    }),
    feed,
    id: item.id,
    // 发现 is its arrival: when the sender collected it, the bureau knew nothing.
    detectedAt: earlier(entry?.cameAt, known?.detectedAt ?? at),
    readings,
    extra: mergeExtra(known, item),
    grade: { ...judged, handling },
    outcome: 'routine',
    revision: (known?.revision ?? 0) + 1,
  };
  const versions = versionsAfter(known, record, at);
  const whole = versions === undefined ? record : { ...record, versions };
  // A feed that says so is taken at its word; it is graded by its words, and none of them is kept.
  return isSecretItem(whole) ? withoutContent(whole) : whole;
};

/** What a case is called after an item: everybody reads it, also in texts, so that nobody's number stands in it. */
export const caseTitleOf = ({ title }: Pick<ItemRecord, 'title'>): string => maskNumbersIn(title);

/** As many characters of what an item says as its case keeps: an article of several pages. */
const KEPT_TEXT = 10_000;

/** So much of what could not be read is kept of a mark. */
const KEPT_MARK = 60;
/** What its feed gave as marks, or where one may be, that could not be read and may be grave; as it was written. */
const unreadMarkOf = ({ warnings = [] }: ItemRecord): string | undefined => {
  const grave = warnings.filter(({ as, isGrave = false }) => as === 'flags' && isGrave);
  const text = grave.map(({ value }) => value).join('、');
  return text === '' ? undefined : text.slice(0, KEPT_MARK).toWellFormed();
};

/** The item as a case takes it in: what it said then, where and when. */
export const referenceOf = (item: ItemRecord): ItemReference => {
  const { feed, id, title, url, content, publishedAt, eventAt, detectedAt, dateOnly, estimated } = item;
  const { suspected, outOf } = item;
  const version = versionOf(item);
  return {
    feed,
    id,
    title,
    ...given({
      url,
      text: content?.slice(0, KEPT_TEXT).toWellFormed(),
      publishedAt,
      arrivedAt: detectedAt,
      dateOnly: dateOnly?.includes('publishedAt') ? true : undefined,
      estimated: estimated?.includes('publishedAt') ? true : undefined,
      eventAt,
      eventDateOnly: dateOnly?.includes('eventAt') ? true : undefined,
      version: version === 1 ? undefined : version,
      suspected,
      outOf,
      unreadMark: unreadMarkOf(item),
    }),
  };
};

/** What brings an item into a case that is there already. */
export const attaching = (item: ItemRecord): AttachItem => ({
  type: 'AttachItem',
  item: referenceOf(item),
  grade: item.grade,
  flags: item.grade.flags,
  readings: item.readings,
  ...given({ source: item.source }),
});
