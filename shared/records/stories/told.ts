import { createHash } from 'node:crypto';
import type { Telling } from '../../grading/stories/telling.ts';
import type { ItemRecord } from '../items.ts';

/** An item, as far as its story is compared. */
export type Told = Pick<ItemRecord, 'title' | 'content' | 'url' | 'publishedAt' | 'feed' | 'id'>;

const short = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);
/** What an item is called in the ledger. */
export const nameOf = ({ feed, id }: Pick<Told, 'feed' | 'id'>): string => short(`${feed}#${id}`);

export const saysTheSame = (one: Telling | null, other: Telling): boolean =>
  one?.title === other.title && one.lead === other.lead && one.article === other.article;
