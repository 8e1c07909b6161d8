import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import * as z from 'zod/mini';
import type { CaseState } from '../../case/state.ts';

/**
 * Which state a log leads to is a matter of the program that folds it: raised whenever the same log leads to another state
 * (test/upgrades/recorded-logs.test.ts finds it). What an earlier program wrote of the state is not compared then.
 */
export const STATE_FORMAT = 1;

/** What an entry says of the state that follows it. */
export const StateMark = z.strictObject({ format: z.int(), hash: z.string() });
export type StateMark = z.infer<typeof StateMark>;

declare const BARE: unique symbol;
/** A state as the log proves it: `{ saltedHash }` stands where people's texts are. */
export type BareState = CaseState & { readonly [BARE]: true };

const digests = new WeakMap<object, string>();
/** SHA-256 of the canonical JSON (RFC 8785) in which `{ sha256 }` stands for each list and record within. What is undefined is not there. */
const digestOf = (part: object): string => {
  const known = digests.get(part);
  if (known !== undefined) return known;
  const stands = Array.isArray(part)
    ? part.map(standing)
    : Object.fromEntries(
        Object.entries(part).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, standing(value)]],
        ),
      );
  const digest = createHash('sha256')
    .update(canonicalize(stands) ?? '')
    .digest('hex');
  // States share what has not changed between them: the next one costs only what has.
  digests.set(part, digest);
  return digest;
};
const standing = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? { sha256: digestOf(value) } : value;

/** The hash of a state, without that of its last entry, which holds this one. */
export const stateHashOf = ({ lastHash: _, ...state }: BareState): string => digestOf(state);
export const markOf = (state: BareState): StateMark => ({ format: STATE_FORMAT, hash: stateHashOf(state) });
