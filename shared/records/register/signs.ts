import * as z from 'zod/mini';
import type { Table } from '../table.ts';

/** What a sweep did. */
const Sweep = z.object({
  /** When it began, and how long it took. */
  at: z.string(),
  milliseconds: z.int(),
  cases: z.int(),
  /** Executions that were missing, those that had died, and schedules that were woken. */
  started: z.int(),
  restarted: z.int(),
  woken: z.int(),
  /** Cases, and parts of it, that could not be looked after. */
  failed: z.int(),
  /** Notices of which a text was not taken and is still tried, and those that somebody has to be called about. */
  notTaken: z.int(),
  calls: z.int(),
});
export type Sweep = z.infer<typeof Sweep>;

/** A push whose signature was wrong, and how many there were in a row. */
const Unsigned = z.object({ count: z._default(z.int(), 0), last: z._default(z.string(), '') });
/** A feed's last push that was let in, with how many items of it were taken, and the last that was not. */
const FeedSign = z.object({
  accepted: z.optional(z.object({ at: z.string(), items: z.int() })),
  refused: z.optional(z.object({ at: z.string(), code: z.string(), message: z.string() })),
});
export type FeedSign = z.infer<typeof FeedSign> & { feed: string };

const PARTITION = 'HEALTH';
const SWEEP = { pk: PARTITION, sk: 'SWEEP' };
const PROBE = { pk: PARTITION, sk: 'HEALTH' };
const FEED = 'FEED#';
const UNSIGNED = 'UNSIGNED#';
const DEAD = 'DEAD#';
const Probe = z.object({ unsweptSince: z.optional(z.string()) });
const DeadClocks = z.object({ count: z.int(), last: z.optional(z.string()) });

const unsignedOf = (feed: string) => ({ pk: PARTITION, sk: `${UNSIGNED}${feed}` });

/** The last signs of life, beside all cases: nothing is decided from them, and each is a record or a few that are written over. */
export const createSigns = (table: Table) => ({
  /**
   * Whether the store takes something and gives it again; throws StoreUnavailable when it does not. Returns since when it is
   * known that there has been no sweep.
   */
  probe: async (at: string): Promise<string | undefined> => {
    await table.set(PROBE, 'at', at);
    return Probe.parse((await table.get(PROBE)) ?? {}).unsweptSince;
  },
  noteUnswept: (at: string): Promise<void> => table.set(PROBE, 'unsweptSince', at),
  noteSweep: (sweep: Sweep): Promise<void> => table.set(SWEEP, 'sweep', sweep),
  lastSweep: async (): Promise<Sweep | undefined> => {
    const record = await table.get(SWEEP);
    return record === undefined ? undefined : Sweep.parse(record.sweep);
  },
  /** A clock was found that had stopped by itself; one record a day. */
  noteDeadClock: async (at: string): Promise<void> => {
    const key = { pk: PARTITION, sk: `${DEAD}${at.slice(0, 10)}` };
    await table.increment(key, 'count');
    await table.set(key, 'last', at);
  },
  /** How many were found since, and when the last. */
  deadClocks: async (since: string): Promise<{ count: number; last: string | null }> => {
    const days = (await table.list(PARTITION, DEAD, `${DEAD}${since.slice(0, 10)}`)).map((record) =>
      DeadClocks.parse(record),
    );
    return { count: days.reduce((sum, { count }) => sum + count, 0), last: days.at(-1)?.last ?? null };
  },
  noteFeed: (feed: string, sign: FeedSignPart): Promise<void> => {
    const key = { pk: PARTITION, sk: `${FEED}${feed}` };
    return 'accepted' in sign
      ? table.set(key, 'accepted', sign.accepted)
      : table.set(key, 'refused', sign.refused);
  },
  feeds: async (): Promise<FeedSign[]> =>
    (await table.list(PARTITION, FEED)).map((record) => ({
      ...FeedSign.parse(record),
      feed: record.sk.slice(FEED.length),
    })),
  /** One more push in a row had a wrong signature; returns how many there are. */
  noteUnsigned: async (feed: string, at: string): Promise<number> => {
    const count = await table.increment(unsignedOf(feed), 'count');
    await table.set(unsignedOf(feed), 'last', at);
    return count;
  },
  /** A push was signed: the row is broken. */
  noteSigned: async (feed: string): Promise<void> => {
    if ((await table.get(unsignedOf(feed))) !== undefined) await table.remove(unsignedOf(feed));
  },
  /** Feed → how many pushes in a row had a wrong signature, and when the last came. */
  unsigned: async (): Promise<Map<string, { count: number; at: string }>> =>
    new Map(
      (await table.list(PARTITION, UNSIGNED)).map((record) => {
        const { count, last } = Unsigned.parse(record);
        return [record.sk.slice(UNSIGNED.length), { count, at: last }];
      }),
    ),
});
export type Signs = ReturnType<typeof createSigns>;
export type FeedSignPart =
  | { accepted: NonNullable<FeedSign['accepted']> }
  | { refused: NonNullable<FeedSign['refused']> };
