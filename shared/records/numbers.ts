import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Table } from './table.ts';

const Claim = z.object({ number: z.int() });
/** A sort key holds 1024 bytes; item ids and reasons may be longer. */
const LONGEST_KEY_BYTES = 256;
const shorten = (key: string): string =>
  Buffer.byteLength(key) <= LONGEST_KEY_BYTES
    ? key
    : `sha256:${createHash('sha256').update(key).digest('base64url')}`;

/** Yearly numbers (办法第三十三条 ②: 统一编号归档). The same key gets the same number, so that a retry burns none. */
export const createNumbers = (table: Table) => {
  const keyOf = (series: string, year: number, key: string) => ({
    pk: `NUMBER#${series}#${year}`,
    sk: `FOR#${shorten(key)}`,
  });
  const find = async (series: string, year: number, key: string): Promise<number | undefined> => {
    const record = await table.get(keyOf(series, year, key));
    return record === undefined ? undefined : Claim.parse(record).number;
  };
  return {
    find,
    allocate: async (series: string, year: number, key: string): Promise<number> => {
      const known = await find(series, year, key);
      if (known !== undefined) return known;
      const claim = keyOf(series, year, key);
      const number = await table.increment({ pk: claim.pk, sk: 'COUNTER' }, 'count');
      if (await table.put({ ...claim, number }, { absent: true })) return number;
      return (await find(series, year, key))!;
    },
  };
};
export type Numbers = ReturnType<typeof createNumbers>;
