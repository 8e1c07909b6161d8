import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Table } from '../table.ts';

/**
 * Who has a number. `claim` changes whenever it is taken, or held anew; `caseId`: whose log is to name it, where it is not the
 * number's own; `isUsed`: a log has been seen that names it.
 */
const Holder = z.object({
  key: z.string(),
  claim: z.string(),
  at: z.string(),
  caseId: z.optional(z.string()),
  isUsed: z.optional(z.boolean()),
});
export type Taken = z.infer<typeof Holder> & { number: number };
const Named = z.object({ number: z.int() });
/** How many are taken, and up to which it is known that each is in a log. */
const Counter = z.object({ count: z.int(), settled: z.int() });
export type Counter = z.infer<typeof Counter>;

type Taker = Pick<Taken, 'key' | 'at' | 'caseId'>;

const TAKEN = 'TAKEN#';
const sortKey = (number: number): string => `${TAKEN}${String(number).padStart(8, '0')}`;
const COUNTER = 'COUNTER';

/** The records of one yearly series. Of a number its own record says whose it is, of a key the record of the key. */
export const createSeries = (table: Table, pk: string) => {
  const takenAt = async (number: number): Promise<Taken | undefined> => {
    const record = await table.get({ pk, sk: sortKey(number) });
    return record === undefined ? undefined : { ...Holder.parse(record), number };
  };
  const namedBy = async (key: string): Promise<number | undefined> => {
    const record = await table.get({ pk, sk: `FOR#${key}` });
    return record === undefined ? undefined : Named.parse(record).number;
  };
  const ownOf = async (key: string): Promise<Taken | undefined> => {
    const number = await namedBy(key);
    const taken = number === undefined ? undefined : await takenAt(number);
    return taken?.key === key ? taken : undefined;
  };
  const record = (number: number, taker: Taker) => ({
    pk,
    sk: sortKey(number),
    ...taker,
    claim: randomUUID(),
  });

  return {
    takenAt,
    /** The number that the key has. */
    ownOf,
    /** The numbers after this one that are taken, the first so many. */
    takenAfter: async (number: number, most: number): Promise<Taken[]> =>
      (await table.list(pk, TAKEN, sortKey(number), most)).map((found) => ({
        ...Holder.parse(found),
        number: Number(found.sk.slice(TAKEN.length)),
      })),
    /** False when somebody else has taken it. */
    take: (number: number, taker: Taker): Promise<boolean> =>
      table.put(record(number, taker), { absent: true }),
    /** Takes a number over, or holds one's own anew; false when somebody else did. */
    takeOver: ({ number, claim }: Taken, taker: Taker): Promise<boolean> =>
      table.put(record(number, taker), { attribute: 'claim', equals: claim }),
    /** Keeps that a log names it; false when somebody took it over meanwhile. */
    markUsed: ({ number, ...holder }: Taken): Promise<boolean> =>
      table.put(
        { pk, sk: sortKey(number), ...holder, isUsed: true },
        { attribute: 'claim', equals: holder.claim },
      ),
    /** Gives the key its number, unless another was quicker with another number: then that is it. */
    name: async (key: string, number: number): Promise<number | undefined> => {
      const named = { pk, sk: `FOR#${key}`, number };
      if (await table.put(named, { absent: true })) return number;
      const own = await ownOf(key);
      if (own !== undefined) return own.number;
      // The number that it had went to somebody else.
      const lost = await namedBy(key);
      const isNamed = lost !== undefined && (await table.put(named, { attribute: 'number', equals: lost }));
      return isNamed ? number : undefined;
    },
    counter: async (): Promise<Counter> =>
      Counter.parse((await table.get({ pk, sk: COUNTER })) ?? { count: 0, settled: 0 }),
    countTo: (counter: Counter): Promise<boolean> =>
      table.put({ pk, sk: COUNTER, ...counter }, { attribute: 'count', below: counter.count }),
  };
};
export type Series = ReturnType<typeof createSeries>;
