import { mapEach } from '../some-at-once.ts';
import type { Key, Table } from '../table.ts';
import { newestFirst } from './lines.ts';

/** What of an item says where it is listed. */
interface Listed {
  feed: string;
  id: string;
  unit?: string | undefined;
  readings: readonly { at: string }[];
  detectedAt: string;
}

/** The lists of items, the newest first. */
export const itemsOf = (list: string): string => `LIST#ITEMS#${list}`;
/** Which item stands at a place. */
export const readItemPlace = (place: string): { feed: string; id: string } => {
  const [, feed = '', ...id] = place.split('#');
  return { feed, id: id.join('#') };
};
const linesOf = ({ feed, id, unit, readings, detectedAt }: Listed) =>
  ['all', `feed:${feed}`, ...(unit === undefined ? [] : [`unit:${unit}`])].map((list) => ({
    pk: itemsOf(list),
    sk: `${newestFirst(readings[0]?.at ?? detectedAt)}#${feed}#${id}`,
  }));

/** Which item a record is; undefined: it is none. */
export const itemNamed = ({ pk, sk }: Key): { feed: string; id: string } | undefined => {
  const [kind, feed = '', ...id] = pk.split('#');
  return kind === 'ITEM' && sk === 'ITEM' ? { feed, id: id.join('#') } : undefined;
};

/** Writes the lines of an item; they never change. A repeat changes nothing. */
export const createItemLines =
  (table: Pick<Table, 'put'>) =>
  (item: Listed): Promise<unknown> =>
    mapEach(linesOf(item), (line) => table.put(line, { absent: true }));
