import { mapEach } from '../some-at-once.ts';
import type { Key, Table } from '../table.ts';
import { newestFirst } from './newest-first.ts';

/** What of an item says where it is listed. */
interface Listed {
  feed: string;
  id: string;
  unit?: string | undefined;
  /** When it came in; of its readings only the latest are kept. */
  detectedAt: string;
}

/** The lists of items, the newest first. */
export const itemsOf = (list: string): string => `LIST#ITEMS#${list}`;
/** Which item stands at a place. */
export const readItemPlace = (place: string): { feed: string; id: string } => {
  const [, feed = '', ...id] = place.split('#');
  return { feed, id: id.join('#') };
};
/** Where an item stands in each of its lists. */
export const itemPlaceOf = ({ feed, id, detectedAt }: Listed): string =>
  `${newestFirst(detectedAt)}#${feed}#${id}`;
type Line = { pk: string; sk: string };
const unitLine = (item: Listed): Line[] =>
  item.unit === undefined ? [] : [{ pk: itemsOf(`unit:${item.unit}`), sk: itemPlaceOf(item) }];
const linesOf = (item: Listed): Line[] => [
  ...['all', `feed:${item.feed}`].map((list) => ({ pk: itemsOf(list), sk: itemPlaceOf(item) })),
  ...unitLine(item),
];

/** Which item a record is; undefined: it is none. */
export const itemNamed = ({ pk, sk }: Key): { feed: string; id: string } | undefined => {
  const [kind, feed = '', ...id] = pk.split('#');
  return kind === 'ITEM' && sk === 'ITEM' ? { feed, id: id.join('#') } : undefined;
};

/** Writes the lines of an item; a repeat changes nothing. `isNew`: false where only its unit can have changed since. */
export const createItemLines =
  (table: Pick<Table, 'put'>) =>
  (item: Listed, isNew = true): Promise<unknown> =>
    mapEach(isNew ? linesOf(item) : unitLine(item), (line) => table.put(line, { absent: true }));
