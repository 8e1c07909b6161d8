import { IN_ENGLISH } from '../contracts/english.ts';
import type { Problem } from '../contracts/errors.ts';
import { type FeedItem, type ItemWarning, NeededFields, problemsIn } from '../contracts/items.ts';
import { publisherOf } from '../grading/publisher-of.ts';
import { isRaisedAtOnce, levelOfWords } from '../grading/words-alone.ts';
import { levelOf } from '../regulations/lookup.ts';
import type { Regulation } from '../regulations/schema.ts';
import { readCount } from './counts.ts';
import { leftOver, ownPaths, unreadWordsOf } from './left-over.ts';
import { applyMapping, type Mapped } from './mapping/apply.ts';
import type { Mapping } from './mapping/mapping.ts';
import { firstOn, type Place, silentAt, without } from './mapping/paths.ts';
import { readFlags, readUnit, readWords } from './read-names.ts';
import { readSource } from './read-source.ts';
import { readTimes } from './read-times.ts';
import { readUrl, readWordsOf } from './read-words.ts';
import { cannotRead, givenAs, type Reading, say, use } from './reading.ts';
import { titleOf, warning } from './warn.ts';

const COUNTERS = ['reposts', 'views', 'comments', 'likes'] as const;

const readMetrics = (reading: Reading): FeedItem['metrics'] => {
  const metrics: Partial<Record<(typeof COUNTERS)[number], number>> = {};
  for (const name of COUNTERS) {
    const target = `metrics.${name}` as const;
    const found = givenAs(reading, target);
    if (found === undefined) continue;
    const read = readCount(found.value);
    if ('fault' in read) {
      cannotRead(reading, target, `:${read.fault}`);
      continue;
    }
    metrics[name] = read.count;
    if (read.isRough)
      say(reading, target, {
        kind: 'estimated',
        message: `${titleOf(target)}不是确数,按${read.count}计`,
      });
    else use(reading, found);
  }
  return Object.keys(metrics).length === 0 ? undefined : metrics;
};

/** What stands where an object should: `metrics: []`. Once for each. */
const sayBlocked = (reading: Reading): void => {
  const said = new Set<string>();
  for (const [target, { found }] of reading.mapped) {
    if (!found.isBlocked || said.has(found.path)) continue;
    said.add(found.path);
    reading.warnings.push(
      warning(target.split('.')[0]!, {
        path: found.path,
        value: found.value,
        kind: 'unread',
        message: `${titleOf(target.split('.')[0]!)}类型不对,应为对象,按原样保存,视为未知`,
      }),
    );
  }
};

const sayFormer = (reading: Reading): void => {
  for (const [target, { formerly }] of reading.mapped)
    if (formerly !== undefined)
      say(reading, target, {
        kind: 'renamed',
        message: `已按${titleOf(target)}(${target})读取,请改用 ${target}`,
      });
};

/** Kept under our own name, whatever it was called: nothing is decided by it. */
const ASIDE = ['siteName', 'author', 'mediaType'] as const;
const asideOf = (reading: Reading): Record<string, unknown> =>
  Object.fromEntries(
    ASIDE.flatMap((target) => {
      const found = givenAs(reading, target);
      if (found === undefined) return [];
      use(reading, found);
      return [[target, found.value]];
    }),
  );

/** The most that is said of one item: two hundred of them have to fit into one answer. */
const MOST_WARNINGS = 12;
const inOrder = (warnings: readonly ItemWarning[]): ItemWarning[] =>
  [...warnings.filter(({ isGrave }) => isGrave), ...warnings.filter(({ isGrave }) => !isGrave)].slice(
    0,
    MOST_WARNINGS,
  );

const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/** The fields that have a value. */
const present = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

const problemsOf = (raw: unknown): Problem[] => {
  const parsed = NeededFields.safeParse(raw, IN_ENGLISH);
  return parsed.success ? [] : problemsIn(parsed.error);
};

/** What was given for a needed field, be it blank. */
const givenIn =
  ({ mapped }: Reading, { fields }: Mapping, place: Place) =>
  (target: 'id' | 'title'): unknown => {
    const way = fields[target];
    return mapped.get(target)?.found.value ?? (typeof way === 'string' ? firstOn(place, way) : undefined);
  };

/** The level that an item would be raised to by words that nobody reads, where that cannot wait; undefined: by nothing. */
const createRaisedBy = (reading: Reading, item: FeedItem) => {
  const { regulation, now } = reading;
  const { title, content = '', source, metrics = {}, publishedAt } = item;
  const own = `${title}\n${content}`;
  const known = {
    ...present({ mediaTier: item.mediaTier, mediaType: item.mediaType, hotSearch: item.hotSearch }),
    // Of a day its end, which may lie ahead.
    ...(publishedAt === undefined ? {} : { publishedAt: publishedAt.at < now ? publishedAt.at : now }),
    flags: item.flags ?? [],
    ...publisherOf(item.extra),
    counters: metrics,
    observedAt: now,
  };
  const sources = source === undefined ? [] : [source];
  const levelWith = (text: string): string => levelOfWords(regulation, { ...known, text }, sources).handling;
  let ownLevel: string | undefined;
  return (text: string): string | undefined => {
    ownLevel ??= levelWith(own);
    const level = levelWith(`${own}\n${text}`);
    return isRaisedAtOnce(regulation, ownLevel, level) ? levelOf(regulation, level).name : undefined;
  };
};
export interface Arrival {
  raw: unknown;
  /** The body that it came in. */
  around: unknown;
  /** When it is read. */
  now: string;
  /** When it first came, if that was before: what it says from its own now (刚刚) counts from there. */
  cameAt?: string;
}
export type ReadItem = { item: FeedItem; mapped: Mapped } | { problems: Problem[] };

/** The words of an item, whatever else is wrong with it. */
export const wordsOf = (
  regulation: Regulation,
  mapping: Mapping,
  { raw, around, now }: Arrival,
): ReturnType<typeof readWordsOf> => {
  if (!isRecord(raw)) return {};
  const mapped = applyMapping(mapping, { item: raw, around });
  return readWordsOf({ regulation, mapping, now, cameAt: now, mapped, used: new Set(), warnings: [] });
};

/**
 * An item as its feed's mapping finds it, read as far as it can be. Refused only for what is wrong with its id, or without words; whatever
 * else cannot be read is kept as it came, is unknown, and is told in `warnings`, the gravest first.
 */
export const readItem = (
  regulation: Regulation,
  mapping: Mapping,
  { raw, around, now, cameAt = now }: Arrival,
): ReadItem => {
  if (!isRecord(raw)) return { problems: problemsOf(raw) };
  const mapped = applyMapping(mapping, { item: raw, around });
  const reading: Reading = { regulation, mapping, now, cameAt, mapped, used: new Set(), warnings: [] };
  const words = readWordsOf(reading);
  const given = givenIn(reading, mapping, { item: raw, around });
  const needed = { id: given('id'), title: words.title ?? given('title') };
  const parsed = NeededFields.safeParse(needed, IN_ENGLISH);
  if (!parsed.success) return { problems: problemsIn(parsed.error) };
  use(reading, mapped.get('id')!.found);
  const { timeOf, ...times } = readTimes(reading);
  const read = {
    content: words.content,
    url: readUrl(reading),
    ...times,
    ...readWords(reading),
    metrics: readMetrics(reading),
    source: readSource(reading, timeOf),
    flags: readFlags(reading),
    unit: readUnit(reading),
  };
  sayBlocked(reading);
  sayFormer(reading);
  const aside = asideOf(reading);
  for (const path of silentAt(raw, ownPaths(mapping))) reading.used.add(path);
  const rest = without(raw, reading.used);
  const item: FeedItem = {
    ...present(read),
    ...parsed.data,
    title: parsed.data.title,
    extra: { ...rest, ...aside },
    warnings: [],
    told: [...mapped.keys()],
  };
  const unread = unreadWordsOf(mapping, rest, createRaisedBy(reading, item));
  const named = new Set(unread.map(({ field }) => field));
  const left = leftOver(reading, mapping, rest).filter(({ field }) => !named.has(field));
  return { item: { ...item, warnings: inOrder([...reading.warnings, ...unread, ...left]) }, mapped };
};
