import canonicalize from 'canonicalize';
import { versionOf } from '../../case/item-version.ts';
import { MASKED } from '../../case/secret.ts';
import { publisherOf } from '../../grading/publisher-of.ts';
import type { ItemRecord, Items } from '../../records/items.ts';

type Says = Pick<
  ItemRecord,
  | ('title' | 'content' | 'url' | 'publishedAt' | 'eventAt' | 'dateOnly' | 'estimated')
  | ('mediaTier' | 'hotSearch' | 'source' | 'flags' | 'unit' | 'extra')
>;
type Field = (typeof FIELDS)[number];
/** What an item says, by our names of it: all that it is graded by, or a clock may count from, but for what is counted. */
const FIELDS = [
  ...(['title', 'content', 'url', 'publishedAt', 'eventAt'] as const),
  ...(['mediaType', 'mediaTier', 'hotSearch', 'siteName', 'author', 'source', 'flags', 'unit'] as const),
];

const saidOf = (item: Says, field: Field): unknown => {
  if (field === 'publishedAt' || field === 'eventAt') {
    const isDay = item.dateOnly?.includes(field) === true;
    return [item[field] ?? null, isDay, item.estimated?.includes(field) === true];
  }
  // Of an author only the name is read: how many follow it changes daily.
  if (field === 'siteName' || field === 'author') return publisherOf(item.extra)[field];
  return field === 'mediaType' ? item.extra.mediaType : item[field];
};
const isSame = (one: Says, other: Says, field: Field): boolean =>
  canonicalize([saidOf(one, field) ?? null]) === canonicalize([saidOf(other, field) ?? null]);

/** What of that which an item says is another in one version than in another. */
export const changedIn = (known: Says, said: Says): Field[] =>
  FIELDS.filter((field) => !isSame(known, said, field));

/** As many as are listed; each that was replaced is kept. */
const LISTED = 100;

/**
 * The versions of an item after a push at `at`: one more where it says something else than before. What is counted (reposts, views)
 * is no version, nor is what we do not read; and what is 涉密 has none, since nothing of it is kept.
 */
export const versionsAfter = (
  known: ItemRecord | undefined,
  said: ItemRecord,
  at: string,
): ItemRecord['versions'] => {
  if (known === undefined || known.title === MASKED) return undefined;
  const changed = changedIn(known, said);
  if (changed.length === 0) return known.versions;
  return [...(known.versions ?? []), { version: versionOf(known) + 1, at, changed }].slice(-LISTED);
};

/** The versions in which an item stood at an instant or later, the newest first; one that is kept no more is left out. */
export async function* standingSince(
  items: Pick<Items, 'findVersion'>,
  item: ItemRecord,
  at: string,
): AsyncGenerator<ItemRecord> {
  yield item;
  for (const { version, at: replacedAt } of [...(item.versions ?? [])].reverse()) {
    if (replacedAt < at) return;
    const said = await items.findVersion(item.feed, item.id, version - 1);
    if (said !== undefined) yield said;
  }
}
