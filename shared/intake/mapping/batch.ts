import { MAX_ITEMS } from '../../contracts/items.ts';
import { saysNothing } from '../nothing.ts';
import { type Words, withoutNumbers, wordsIn } from '../unread-words.ts';
import { applyMapping } from './apply.ts';
import type { Mapping } from './mapping.ts';
import { type Found, FROM_BODY, follow, pathsIn } from './paths.ts';

const listsIn = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return [value];
  const inside = Object.values(value);
  // A list for each source; else one entry that a program has taken out of its list.
  return inside.length > 0 && inside.every((each) => Array.isArray(each)) ? inside.flat() : [value];
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const WORDS = ['title', 'content'] as const;
/** What of an item something has: an id, words. */
const partsOf = (mapping: Mapping, item: unknown): { hasId: boolean; hasWords: boolean } => {
  const mapped = isRecord(item) ? applyMapping(mapping, { item, around: item }) : undefined;
  const has = (target: 'id' | (typeof WORDS)[number]): boolean => {
    const found = mapped?.get(target)?.found;
    return found !== undefined && !found.isBlocked;
  };
  return { hasId: has('id'), hasWords: WORDS.some(has) };
};

/**
 * The items of a body that has a list of its own called `items`. What has words itself is an item as well; where nothing in the list is like
 * one, the list is a part of it: its pictures, its sources.
 */
const withOwn = (mapping: Mapping, body: unknown): unknown => {
  if (!isRecord(body) || !Array.isArray(body.items)) return body;
  const { items, ...own } = body;
  const { hasId, hasWords } = partsOf(mapping, own);
  if (!hasWords) return body;
  const isOfItems = items.some((each) => {
    const parts = partsOf(mapping, each);
    return parts.hasId || parts.hasWords;
  });
  if (!isOfItems) return [body];
  return hasId && items.length < MAX_ITEMS ? [...items, own] : body;
};

/** Where a mapping says that the items are; undefined: nothing is there. */
const listAt = ({ items: way }: Mapping, body: unknown): Found | undefined => {
  const found = way === undefined ? undefined : follow({ item: body, around: body }, way);
  return found === undefined || found.isBlocked || saysNothing(found.value) ? undefined : found;
};

/** The list of items in a body, where its mapping says that it is; the body itself where nothing is there. */
export const batchIn = (mapping: Mapping, body: unknown): unknown => {
  if (mapping.items === undefined) return withOwn(mapping, body);
  const found = listAt(mapping, body);
  return found === undefined ? body : listsIn(found.value);
};

/** What a body says in words beside its list of items, where nobody reads it. */
export const wordsBeside = (mapping: Mapping, body: unknown): Words[] => {
  const found = listAt(mapping, body);
  // What is an item itself is read as one.
  const isItem = found === undefined && batchIn(mapping, body) !== body;
  if (!isRecord(body) || isItem) return [];
  const path = found?.path ?? (Array.isArray(body.items) ? 'items' : undefined);
  if (path === undefined) return [];
  const read = Object.values(mapping.fields).flatMap((way) =>
    typeof way === 'string' ? pathsIn(way).filter((each) => each.startsWith(FROM_BODY)) : [],
  );
  const known = new Set([path, ...read.map((each) => each.slice(FROM_BODY.length))].map(withoutNumbers));
  return wordsIn(body, (each) => known.has(withoutNumbers(each)));
};
