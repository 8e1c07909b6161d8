import * as z from 'zod/mini';
import type { Table } from '../table.ts';

/** A notice that a text told, and to which of its numbers: by it a receipt finds its way into the case's file. */
const SentText = z.strictObject({
  caseId: z.string(),
  notice: z.string(),
  role: z.string(),
  address: z.string(),
  person: z.string(),
  /** Masked. */
  mobile: z.string(),
  tries: z.int(),
});
export type SentText = z.infer<typeof SentText>;
const Stored = z.object({ texts: z.array(SentText) });

const keyOf = (key: string) => ({ pk: `TEXT#${key}`, sk: 'SENT' });

/** What was handed to the gateway, by the key that it was given with each: written before the gateway can answer. */
export const createSentTexts = (table: Table) => ({
  /** A repeat changes nothing. */
  note: (key: string, texts: readonly SentText[]): Promise<boolean> =>
    table.put({ ...keyOf(key), texts: [...texts] }, { absent: true }),
  /** Undefined when no text was handed over by this key. */
  find: async (key: string): Promise<SentText[] | undefined> => {
    const record = await table.get(keyOf(key));
    return record === undefined ? undefined : Stored.parse(record).texts;
  },
});
export type SentTexts = ReturnType<typeof createSentTexts>;
