import { z } from 'zod';
import type { Table } from './table.ts';

const Claim = z.object({ number: z.int() });

/** Yearly numbers (办法第三十三条 ②: 统一编号归档). The same key gets the same number, so that a retry burns none. */
export const createNumbers = (table: Table) => ({
  allocate: async (series: string, year: number, key: string): Promise<number> => {
    const claimKey = { pk: `NUMBER#${series}#${year}`, sk: `FOR#${key}` };
    const read = async (): Promise<number | undefined> => {
      const record = await table.get(claimKey);
      return record === undefined ? undefined : Claim.parse(record).number;
    };
    const known = await read();
    if (known !== undefined) return known;
    const number = await table.increment({ pk: claimKey.pk, sk: 'COUNTER' }, 'count');
    if (await table.put({ ...claimKey, number }, { absent: true })) return number;
    return (await read())!;
  },
});
export type Numbers = ReturnType<typeof createNumbers>;
