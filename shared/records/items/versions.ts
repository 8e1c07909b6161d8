import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { versionOf } from '../../case/item-version.ts';
import { MASKED } from '../../case/secret.ts';
import type { Key, Table } from '../table.ts';

/** What of an item says which version of it is which. */
interface Versioned {
  feed: string;
  id: string;
  title: string;
  content?: string | undefined;
  revision: number;
  versions?: readonly { version: number }[] | undefined;
}

/** How an item is written, without its key, and read again; `contentAt`: where its content lies, if not in it. */
interface Form<Item> {
  pack: (item: Item, contentAt: string | undefined) => object;
  unpack: (record: object) => { item: Item; contentAt?: string | undefined };
}

const VERSION = 'VERSION#';
const SAID = 'SAID#';
/** A record holds 400 KB, and the fields that we do not know may take most of it. */
const LARGEST_BYTES_BESIDE = 32 * 1024;
const Said = z.object({ content: z.string() });
const digits = (number: number): string => String(number).padStart(6, '0');
const placeOf = (version: number): string => `${VERSION}${digits(version)}#`;

/**
 * What an item said before it said something else, whole, in the partition of the item. A version is written just before the
 * next takes its place, under the revision that it had: of a write that somebody else overtook something may be left, and the
 * highest revision is what was replaced.
 */
export const createItemVersions = <Item extends Versioned>(
  table: Pick<Table, 'get' | 'list' | 'put' | 'remove'>,
  partitionOf: (item: Pick<Item, 'feed' | 'id'>) => string,
  { pack, unpack }: Form<Item>,
) => ({
  /** Keeps an item as it stands before `next` takes its place, if that says something else. A repeat changes nothing. */
  keep: async (item: Item | undefined, next: Item): Promise<void> => {
    if (item === undefined || versionOf(next) === versionOf(item)) return;
    // Of what is 涉密 nothing is kept.
    if (item.title === MASKED || next.title === MASKED) return;
    const pk = partitionOf(item);
    const { content = '' } = item;
    const isLarge = Buffer.byteLength(content) > LARGEST_BYTES_BESIDE;
    const contentAt = isLarge ? `${SAID}${createHash('sha256').update(content).digest('hex')}` : undefined;
    if (contentAt !== undefined) await table.put({ pk, sk: contentAt, content }, { absent: true });
    const sk = `${placeOf(versionOf(item))}${digits(item.revision)}`;
    await table.put({ pk, sk, ...pack(item, contentAt) }, { absent: true });
  },
  /** An earlier version as it stood last; undefined when none is kept. */
  find: async (item: Pick<Item, 'feed' | 'id'>, version: number): Promise<Item | undefined> => {
    const pk = partitionOf(item);
    const record = (await table.list(pk, placeOf(version))).at(-1);
    if (record === undefined) return undefined;
    const { item: found, contentAt } = unpack(record);
    if (contentAt === undefined) return found;
    return { ...found, content: Said.parse(await table.get({ pk, sk: contentAt })).content };
  },
  /** Removes all of them once it is 涉密. */
  forgetSecret: async (item: Item): Promise<void> => {
    if (item.title !== MASKED || item.revision === 1) return;
    const pk = partitionOf(item);
    const kept: Key[] = [...(await table.list(pk, VERSION)), ...(await table.list(pk, SAID))];
    await Promise.all(kept.map(({ sk }) => table.remove({ pk, sk })));
  },
});
