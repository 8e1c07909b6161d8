import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import * as z from 'zod/mini';
import type { CaseState } from '../../case/state.ts';

/**
 * Which state a log leads to is a matter of the program that folds it: raised whenever the same log leads to another state
 * (test/upgrades/recorded-logs.test.ts finds it). What an earlier program wrote of the state is not compared then.
 */
export const STATE_FORMAT = 7;

/** What an entry says of the state that follows it. */
export const StateMark = z.strictObject({ format: z.int(), hash: z.string() });
export type StateMark = z.infer<typeof StateMark>;

declare const BARE: unique symbol;
/** A state as the log proves it: `{ saltedHash }` stands where people's texts are. */
export type BareState = CaseState & { readonly [BARE]: true };

const digests = new WeakMap<object, string>();
/** SHA-256 of the canonical JSON (RFC 8785) of a field. States share what has not changed between them: the next one costs only what has. */
const digestOf = (field: object): string => {
  const digest = digests.get(field) ?? hash('sha256', canonicalize(field) ?? '');
  digests.set(field, digest);
  return digest;
};
const standing = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null ? `{"sha256":"${digestOf(value)}"}` : canonicalize(value);

/**
 * SHA-256 of the canonical JSON of a state, in which `{ sha256 }` stands for each field that is a list or a record; without the hash
 * of its last entry, which holds this one.
 */
export const stateHashOf = ({ lastHash: _, ...state }: BareState): string => {
  const fields = Object.entries(state).flatMap(([name, value]) => {
    const text = standing(value);
    return text === undefined ? [] : [`${JSON.stringify(name)}:${text}`];
  });
  // The quote that ends a name sorts before every letter: they come in the order of their names.
  return hash('sha256', `{${fields.sort().join(',')}}`);
};
export const markOf = (state: BareState): StateMark => ({ format: STATE_FORMAT, hash: stateHashOf(state) });
