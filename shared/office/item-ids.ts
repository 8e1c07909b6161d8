import { createHash } from 'node:crypto';
import type { FeedItem } from '../contracts/items.ts';
import { saysOther, suspicionOf } from '../grading/stories/edits/says-other.ts';
import { tellingOf } from '../grading/stories/telling.ts';
import { warning } from '../intake/warn.ts';
import type { ItemRecord, Items } from '../records/items.ts';
import type { StoryMatch } from '../records/stories/stories.ts';
import { isSecretItem } from './secret-items.ts';

/** Where an item is kept: under its id, or where its feed has used that for another story before, under one with a number behind. */
export interface Placed {
  item: FeedItem;
  known: ItemRecord | undefined;
  /** The other stories that the feed has told under its id, the last first. */
  others?: readonly ItemRecord[];
}

/** So many stories a feed may tell under one id; what comes then is a later version of the last. */
const MOST = 50;
const numbered = (id: string, number: number): string =>
  number === 1 ? id : `${id.slice(0, LONGEST - 4)}~${number}`;

const isOther = (known: ItemRecord, item: FeedItem): boolean =>
  // Of what is 涉密 no word is kept that could be compared.
  !isSecretItem(known) &&
  saysOther(tellingOf(known), tellingOf({ ...item, publishedAt: item.publishedAt?.at }));

/** Keys, addresses and commands hold an id of so many characters. */
const LONGEST = 200;
const BEGINNING = 170;
/** An id that is too long as its beginning and a digest of the whole. */
const shortened = (id: string): string => {
  const digest = createHash('sha256').update(id).digest('base64url').slice(0, 22);
  return `${id.slice(0, BEGINNING).toWellFormed()}~${digest}`;
};

/** No address has these at its end. */
const NOWHERE = ['.', '..'];

/** The item under the id by which it is kept: its own, unless that is too long or no address can have it; then the whole id stands beside it. */
export const underShortId = (item: FeedItem): FeedItem => {
  const isLong = item.id.length > LONGEST;
  if (!isLong && !NOWHERE.includes(item.id)) return item;
  const id = shortened(item.id);
  return {
    ...item,
    id,
    extra: { ...item.extra, id: item.id },
    warnings: [
      ...item.warnings,
      warning('id', {
        path: 'id',
        value: item.id,
        kind: 'cut',
        message: `编号${isLong ? `超过${LONGEST}字` : '不能写入网址'},本条记为“${id}”,原编号完整保留`,
      }),
    ],
  };
};

const placedAt = (item: FeedItem, id: string): FeedItem =>
  id === item.id
    ? item
    : {
        ...item,
        id,
        warnings: [
          ...item.warnings,
          warning('id', {
            path: 'id',
            value: item.id,
            kind: 'doubted',
            message: `该编号已用于内容不同的另一条信息,两条都已保留,本条记为“${id}”;请给每条信息各取一个编号`,
          }),
        ],
      };

/** The cases of the other stories told under an item's id that are alike all the same: a person is to say whether they are one. */
export const suspectedById = (item: ItemRecord, others: readonly ItemRecord[] = []): StoryMatch[] =>
  others.flatMap((other) => {
    const { caseId } = other;
    if (caseId === undefined || isSecretItem(item) || isSecretItem(other)) return [];
    const comparison = suspicionOf(tellingOf(other), tellingOf(item));
    return comparison === undefined
      ? []
      : [{ caseId, by: 'text' as const, similarity: comparison.likeness, comparison }];
  });

/** Finds where an item is kept: one whose words are plainly others is another item, which neither overwrites the first nor is lost. */
export const createPlaceOf =
  (items: Pick<Items, 'find'>) =>
  async (feed: string, given: FeedItem): Promise<Placed> => {
    const item = underShortId(given);
    const others: ItemRecord[] = [];
    for (let number = 1; ; number += 1) {
      const id = numbered(item.id, number);
      const known = await items.find(feed, id);
      if (known === undefined || number === MOST || !isOther(known, item))
        return { item: placedAt(item, id), known, others };
      others.unshift(known);
    }
  };
