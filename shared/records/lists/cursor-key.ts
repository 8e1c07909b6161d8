import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import type { Table } from '../table.ts';

const KEY = { pk: 'CURSORS', sk: 'KEY' };
const BYTES = 32;
const Stored = z.object({ key: z.string() });

/** The key that cursors are sealed with: made when the first is, and the same for every process from then on. */
export const createCursorKey = (table: Pick<Table, 'get' | 'put'>): (() => Promise<Buffer>) => {
  const read = async (): Promise<Buffer | undefined> => {
    const stored = Stored.safeParse(await table.get(KEY));
    return stored.success ? Buffer.from(stored.data.key, 'base64url') : undefined;
  };
  const make = async (): Promise<Buffer> => {
    const key = randomBytes(BYTES);
    const isFirst = await table.put({ ...KEY, key: key.toString('base64url') }, { absent: true });
    return isFirst ? key : ((await read()) ?? key);
  };
  let known: Buffer | undefined;
  return async () => {
    known ??= (await read()) ?? (await make());
    return known;
  };
};
