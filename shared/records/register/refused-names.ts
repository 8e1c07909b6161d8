import * as z from 'zod/mini';
import type { Table } from '../table.ts';

const Stored = z.object({ refused: z.string() });
const keyOf = (feed: string, name: string) => ({ pk: `UNTAKEN#OF#${feed}#${name}`, sk: 'UNTAKEN' });

/** By what a feed is known to bring again what was refused: for each such name which refusal has it. */
export const createRefusedNames = (table: Table) => {
  const find = async (feed: string, name: string): Promise<string | undefined> => {
    const record = await table.get(keyOf(feed, name));
    return record === undefined ? undefined : Stored.parse(record).refused;
  };
  return {
    find,
    /** False when another has the name; `inPlaceOf`: unless it is that one. */
    note: (feed: string, name: string, refused: string, inPlaceOf?: string): Promise<boolean> =>
      table.put(
        { ...keyOf(feed, name), refused },
        inPlaceOf === undefined ? { absent: true } : { attribute: 'refused', equals: inPlaceOf },
      ),
    /** Clears the names that a refusal has. */
    forget: async (feed: string, names: readonly string[], refused: string): Promise<void> => {
      for (const name of names)
        if ((await find(feed, name)) === refused) await table.remove(keyOf(feed, name));
    },
  };
};
