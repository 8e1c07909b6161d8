import { createHash, randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { REFUSALS, type RefusalCode } from '../contracts/refusal-codes.ts';
import { instantOf, millisecondsOf } from '../time/instants.ts';
import type { Key, StoredRecord, Table } from './table.ts';

const Code = z.enum(Object.keys(REFUSALS) as RefusalCode[]);
/**
 * What a request came to, as far as it must be kept to be told again: where it stands and not what it says, so that
 * nothing is told here that was purged there. Only a refusal that is in no log is kept in its own words.
 */
export const Kept = z.discriminatedUnion('is', [
  /** The case as it stood after that entry of its log, shown as of `at`. */
  z.strictObject({
    is: z.literal('case'),
    status: z.int(),
    caseId: z.string(),
    version: z.int(),
    at: z.string(),
  }),
  z.strictObject({ is: z.literal('refusedInLog'), code: Code, caseId: z.string(), version: z.int() }),
  z.strictObject({ is: z.literal('refused'), code: Code, message: z.string() }),
  z.strictObject({ is: z.literal('roster'), version: z.int() }),
]);
export type Kept = z.infer<typeof Kept>;

const Stored = z.object({
  claim: z.string(),
  /** Until when it is being carried out; absent once it is answered. */
  until: z.optional(z.string()),
  salt: z.string(),
  fingerprint: z.string(),
  boardAt: z.string(),
  kept: z.optional(Kept),
});
type Stored = z.infer<typeof Stored>;

/** A request with a key of its own. */
interface Keyed {
  /** Whose key it is. */
  person: string;
  key: string;
  /** All that makes another request of it: method, path, body. */
  said: string;
}
/** The right to carry a request out. */
export interface Claim {
  /** Somebody began it before and may have come as far as the log. */
  again: boolean;
  keep: (kept: Kept, now: string) => Promise<void>;
  /** Gives it back: the same again may begin at once. */
  release: (now: string) => Promise<void>;
}
/** `other`: the key came with another request before. */
export type Claimed =
  | { is: 'claimed'; claim: Claim }
  | { is: 'kept'; kept: Kept }
  | { is: 'running' | 'other' };

const KEPT_MILLISECONDS = 24 * 3_600_000;
/** Longer than any function lives that carries out a request. */
const CLAIMED_MILLISECONDS = 60_000;
/** So much the clocks of several machines differ. */
const CLOCKS_DIFFER_MILLISECONDS = 60_000;
const BOARD = 'ANSWER';

const fingerprintOf = (salt: string, said: string): string =>
  createHash('sha256')
    .update(salt + said)
    .digest('base64url');
const keyOf = ({ person, key }: Keyed): Key => ({
  pk: `ANSWER#${createHash('sha256')
    .update(JSON.stringify([person, key]))
    .digest('base64url')}`,
  sk: 'ANSWER',
});
/** A clock may have jumped back: a claim that reaches further ahead than it can has ended; so has one of before `aloneSince`. */
const isRunning = ({ until }: Stored, now: string, aloneSince: string | undefined): boolean => {
  const left = until === undefined ? 0 : millisecondsOf(until) - millisecondsOf(now);
  if (until !== undefined && aloneSince !== undefined && until < later(aloneSince, CLAIMED_MILLISECONDS))
    return false;
  return left > 0 && left <= CLAIMED_MILLISECONDS + CLOCKS_DIFFER_MILLISECONDS;
};
const later = (now: string, milliseconds: number): string => instantOf(millisecondsOf(now) + milliseconds);

/**
 * The answers to requests that carry a key, each kept for 24 hours: the same request again gets the same answer. `aloneSince`: since when
 * one process alone works on the table; what was being carried out before has ended with the process before it.
 */
export const createAnswers = (table: Table, aloneSince?: string) => {
  const claimFor = (key: Key, own: Stored, again: boolean): Claim => {
    const write = async (now: string, more: Partial<Stored>): Promise<void> => {
      const record: StoredRecord = {
        ...key,
        ...own,
        until: undefined,
        ...more,
        board: BOARD,
        boardAt: later(now, KEPT_MILLISECONDS),
      };
      // Whoever has taken over meanwhile keeps his own answer.
      await table.put(record, { attribute: 'claim', equals: own.claim });
    };
    return {
      again,
      keep: (kept, now) => write(now, { kept }),
      release: (now) => write(now, { until: now }),
    };
  };

  return {
    /** Claims a request for whoever is the first with it, or tells what came of it. */
    claim: async (keyed: Keyed, now: string): Promise<Claimed> => {
      const key = keyOf(keyed);
      const salt = randomBytes(16).toString('hex');
      const own: Stored = {
        claim: randomUUID(),
        until: later(now, CLAIMED_MILLISECONDS),
        salt,
        fingerprint: fingerprintOf(salt, keyed.said),
        boardAt: later(now, KEPT_MILLISECONDS),
      };
      const record = { ...key, board: BOARD, ...own };
      if (await table.put(record, { absent: true }))
        return { is: 'claimed', claim: claimFor(key, own, false) };
      const found = await table.get(key);
      if (found === undefined) return { is: 'running' };
      const there = Stored.parse(found);
      const isKept = now < there.boardAt;
      if (isKept && there.fingerprint !== fingerprintOf(there.salt, keyed.said)) return { is: 'other' };
      if (isKept && there.kept !== undefined) return { is: 'kept', kept: there.kept };
      if (isKept && isRunning(there, now, aloneSince)) return { is: 'running' };
      return (await table.put(record, { attribute: 'claim', equals: there.claim }))
        ? { is: 'claimed', claim: claimFor(key, own, isKept) }
        : { is: 'running' };
    },
    /** Forgets answers that are older than 24 hours, at most so many at a time. */
    forget: async (now: string, most: number): Promise<void> => {
      for (const { pk, sk } of await table.byBoard(BOARD, { upTo: now, most }))
        await table.remove({ pk, sk });
    },
  };
};
export type Answers = ReturnType<typeof createAnswers>;
