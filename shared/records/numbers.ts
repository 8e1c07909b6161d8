import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Table } from './table.ts';

const Claim = z.object({ number: z.int() });
const Holder = z.object({ key: z.string() });
/** A sort key holds 1024 bytes; item ids and reasons may be longer. */
const LONGEST_KEY_BYTES = 256;
const shorten = (key: string): string =>
  Buffer.byteLength(key) <= LONGEST_KEY_BYTES
    ? key
    : `sha256:${createHash('sha256').update(key).digest('base64url')}`;

/**
 * Yearly numbers without gaps (办法第三十三条 ②: 统一编号归档). The same key gets the same number. A number is taken by its
 * own record; whoever finds one taken finishes what its taker may have left undone, so a crash loses none.
 */
export const createNumbers = (table: Table) => {
  const partition = (series: string, year: number): string => `NUMBER#${series}#${year}`;
  const findIn = async (pk: string, key: string): Promise<number | undefined> => {
    const record = await table.get({ pk, sk: `FOR#${key}` });
    return record === undefined ? undefined : Claim.parse(record).number;
  };
  const take = async (pk: string, number: number, key: string): Promise<string> => {
    const taken = { pk, sk: `TAKEN#${String(number).padStart(8, '0')}` };
    if (await table.put({ ...taken, key }, { absent: true })) return key;
    return Holder.parse(await table.get(taken)).key;
  };
  return {
    find: (series: string, year: number, key: string) => findIn(partition(series, year), shorten(key)),
    allocate: async (series: string, year: number, given: string): Promise<number> => {
      const [pk, key] = [partition(series, year), shorten(given)];
      const counter = { pk, sk: 'COUNTER' };
      for (;;) {
        // In this order: a number below the counter has its key's record.
        const number = Number((await table.get(counter))?.count ?? 0) + 1;
        const known = await findIn(pk, key);
        if (known !== undefined) return known;
        const holder = await take(pk, number, key);
        await table.put({ pk, sk: `FOR#${holder}`, number }, { absent: true });
        await table.put({ ...counter, count: number }, { attribute: 'count', below: number });
        if (holder === key) return number;
      }
    },
  };
};
export type Numbers = ReturnType<typeof createNumbers>;
