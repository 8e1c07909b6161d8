import { MAX_ITEMS } from '../../contracts/items.ts';
import { saysNothing } from '../nothing.ts';
import { type Words, withoutNumbers, wordsIn } from '../unread-words.ts';
import { applyMapping } from './apply.ts';
import type { Mapping } from './mapping.ts';
import { follow, pathsIn } from './paths.ts';

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

/** The list of items in a body, where its mapping says that it is; the body itself where nothing is there. */
export const batchIn = (mapping: Mapping, body: unknown): unknown => {
  const { items: way } = mapping;
  if (way === undefined) return withOwn(mapping, body);
  const found = follow({ item: body, around: body }, way);
  return found === undefined || found.isBlocked || saysNothing(found.value) ? body : listsIn(found.value);
};

/** What a body says in words beside its list of items, where nobody reads it; `items`: its batch. */
export const wordsBeside = (mapping: Mapping, body: unknown, items: readonly unknown[]): Words[] => {
  // Of what is an item itself the words are read with it.
  if (!isRecord(body) || items.includes(body)) return [];
  const found = mapping.items === undefined ? undefined : follow({ item: body, around: body }, mapping.items);
  const isOwn = mapping.items === undefined && items.length > (body.items as unknown[]).length;
  if (isOwn) return [];
  const read = Object.values(mapping.fields).flatMap((way) =>
    typeof way === 'string' ? pathsIn(way).filter((path) => path.startsWith('$.')) : [],
  );
  const known = new Set(
    [found?.path ?? 'items', ...read.map((path) => path.slice('$.'.length))].map(withoutNumbers),
  );
  return wordsIn(body, (path) => known.has(withoutNumbers(path)));
};
