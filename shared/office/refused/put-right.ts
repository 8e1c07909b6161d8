import type { FeedItem, ItemWarning } from '../../contracts/items.ts';
import { shown, titleOf, warning } from '../../intake/warn.ts';
import { rankOf } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { judgeWords } from './judge.ts';

// What a feed pushed and what a person fills in where it could not be read: nothing that could be read becomes less by it.

/** A refused item as its feed wrote it, as far as it can be read. */
export interface Pushed {
  item: FeedItem;
  /** It has an id that can be used, words of its own, a title that is not only the beginning of its content. */
  hasId: boolean;
  hasWords: boolean;
  hasTitle: boolean;
}

const isUnread = ({ warnings }: FeedItem, field: string): boolean =>
  warnings.some(({ as, kind }) => as === field && (kind === 'unread' || kind === 'doubted'));
const AS_PUSHED = [
  ...(['url', 'collectedAt', 'mediaType', 'mediaTier', 'hotSearch', 'unit'] as const),
  ...(['publishedAt', 'eventAt'] as const),
] as const;
type Field = (typeof AS_PUSHED)[number];

/** Whether what was pushed of a field stands. Of a day the instant may be filled in, but none after it. */
const stands = ({ item }: Pushed, given: FeedItem, field: Field): boolean => {
  if (item[field] === undefined) return false;
  if (field !== 'publishedAt' && field !== 'eventAt') return true;
  const [pushed, filled] = [item[field]!, given[field]];
  return pushed.isDay !== true || filled === undefined || filled.at > pushed.at;
};

/** An event that is filled in after the publication that was pushed would make that one doubtful: it is left out. */
const withoutLateEvent = (item: FeedItem, pushed: Pushed): FeedItem => {
  const { eventAt, ...rest } = item;
  const published = pushed.item.publishedAt;
  const isLate =
    pushed.item.eventAt === undefined &&
    eventAt !== undefined &&
    published !== undefined &&
    published.isDay !== true &&
    eventAt.at > published.at;
  return isLate ? rest : item;
};

const rankOfWords = (regulation: Regulation, { title, content }: FeedItem, now: string): number => {
  const level = judgeWords(regulation, { title, content: content ?? '' }, { now, isOne: true })?.handling;
  return level === undefined ? Number.NEGATIVE_INFINITY : rankOf(regulation, level);
};

/** The words as they stand: those that were pushed, with what is filled in beside them unless it would lower the level. */
const wordsOf = (
  regulation: Regulation,
  pushed: Pushed,
  given: FeedItem,
  now: string,
): Pick<FeedItem, 'title' | 'content'> => {
  const { item } = pushed;
  if (!pushed.hasWords) return given;
  const title = pushed.hasTitle && !isUnread(item, 'title') ? item.title : given.title;
  const hasContent = item.content !== undefined && !isUnread(item, 'content');
  const content = hasContent ? item.content : given.content;
  const both = { ...item, title, ...(content === undefined ? {} : { content }) };
  return rankOfWords(regulation, both, now) < rankOfWords(regulation, item, now) ? item : both;
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
/** What of the fields that were filled in is not used, for whoever reads the item. */
const unusedIn = (
  item: FeedItem,
  given: FeedItem,
  filled: Readonly<Record<string, unknown>>,
): ItemWarning[] =>
  Object.entries(filled).flatMap(([field, value]) => {
    const known = field as keyof FeedItem;
    const isPublisher = field === 'siteName' || field === 'author';
    const [is, was] = isPublisher ? [item.extra[field], given.extra[field]] : [item[known], given[known]];
    if (value === null || same(is, was)) return [];
    const message = `所填${titleOf(field)}“${shown(value)}”没有采用:推送的内容可以识别,以推送的为准`;
    return [warning(field, { path: field, value, kind: 'unused', message })];
  });

/**
 * The item that is taken for what was refused. `pushed`: as its feed wrote it; `given`: with the fields that a person filled in (`filled`) in
 * the place of the feed's. What could be read of the push stands, its times, its reach and its words above all.
 */
export const putRight = (
  regulation: Regulation,
  {
    pushed,
    given,
    filled,
    now,
  }: {
    pushed: Pushed;
    given: FeedItem;
    filled: Readonly<Record<string, unknown>>;
    now: string;
  },
): FeedItem => {
  const { item } = pushed;
  const fields = AS_PUSHED.filter((field) => stands(pushed, given, field));
  const { title, content } = wordsOf(regulation, pushed, given, now);
  const { content: _, ...rest } = withoutLateEvent(given, pushed);
  const metrics = { ...given.metrics, ...item.metrics };
  const flags = [...new Set([...(item.flags ?? []), ...(given.flags ?? [])])];
  const isPushed = (each: string): boolean => {
    const field = each.split('.')[0]!;
    return item[field as keyof FeedItem] !== undefined && !isUnread(item, each);
  };
  const taken: FeedItem = {
    ...rest,
    ...Object.fromEntries(fields.map((field) => [field, item[field]])),
    id: pushed.hasId ? item.id : given.id,
    title,
    ...(content === undefined ? {} : { content }),
    ...(Object.keys(metrics).length === 0 ? {} : { metrics }),
    ...(item.source === undefined ? {} : { source: { ...given.source, ...item.source } }),
    ...(flags.length === 0 ? {} : { flags }),
    extra: { ...given.extra, ...item.extra },
    warnings: [
      ...item.warnings.filter(({ as }) => isPushed(as)),
      ...given.warnings.filter(({ as }) => !isPushed(as)),
    ],
    told: [...new Set([...item.told, ...given.told])],
  };
  return { ...taken, warnings: [...taken.warnings, ...unusedIn(taken, given, filled)] };
};
