import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { instantOf, millisecondsOf } from '../../time/instants.ts';
import type { Key, Table } from '../table.ts';

/** A push as its sender names it. */
export interface Push {
  feed: string;
  /** The sender's id of it (`webhook-id`), the same when it is sent again. */
  id: string;
  /** What it says, whether it came packed or not. */
  body: string;
}
export interface Begun {
  /** When the same push first came; absent: it had not come before. */
  since?: string;
  /** Its id came with another body before. */
  reused: boolean;
}

const KEPT_MILLISECONDS = 72 * 3_600_000;
const BOARD = 'PUSH';
const Stored = z.object({ at: z.string(), body: z.string(), boardAt: z.string() });

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** The pushes of the last 72 hours, each by its feed, its id and what it said: whether one is a repeat, and of when. */
export const createPushes = (table: Table) => {
  /** Writes it down, or tells of the one that is there; what is older than 72 hours is written over. */
  const note = async (key: Key, body: string, now: string): Promise<z.infer<typeof Stored> | undefined> => {
    const boardAt = instantOf(millisecondsOf(now) + KEPT_MILLISECONDS);
    const record = { ...key, at: now, body, board: BOARD, boardAt };
    if (await table.put(record, { absent: true })) return undefined;
    const there = Stored.parse(await table.get(key));
    if (now < there.boardAt) return there;
    // Who was quicker has written the same hour: it is as if both had come at once.
    await table.put(record, { attribute: 'at', equals: there.at });
    return undefined;
  };
  return {
    /** Notes that a push has come, before anything is taken of it: what is cut off is known when it comes again. */
    begin: async ({ feed, id, body: said }: Push, now: string): Promise<Begun> => {
      const pk = `PUSH#${digest(JSON.stringify([feed, id]))}`;
      const body = digest(said);
      const first = await note({ pk, sk: 'PUSH' }, body, now);
      if (first === undefined) return { reused: false };
      if (first.body === body) return { since: first.at, reused: false };
      const own = await note({ pk, sk: `PUSH#${body}` }, body, now);
      return { ...(own === undefined ? {} : { since: own.at }), reused: true };
    },
    /** Forgets those that are older than 72 hours, at most so many at a time. */
    forget: async (now: string, most: number): Promise<void> => {
      for (const { pk, sk } of await table.byBoard(BOARD, { upTo: now, most }))
        await table.remove({ pk, sk });
    },
  };
};
export type Pushes = ReturnType<typeof createPushes>;
