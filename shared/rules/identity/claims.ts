import type { ClaimNames } from '../../contracts/environment.ts';
import { hasHidden } from '../../contracts/plain-text.ts';
import { isPerUnit, postsOf } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { called } from '../names.ts';
import type { Post } from '../persons.ts';

export type Payload = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Payload =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A claim by its name; names with dots exist too (`https://office.example/role`), and come first. */
const claimAt = (payload: Payload, name: string): unknown => {
  if (Object.hasOwn(payload, name)) return payload[name];
  let value: unknown = payload;
  for (const part of name.split('.')) {
    if (!isRecord(value) || !Object.hasOwn(value, part)) return undefined;
    value = value[part];
  }
  return value;
};

const LONGEST = 128;
/** A word of a claim; undefined for what is none. Issuers write staff numbers as numbers, too. */
const wordOf = (value: unknown): string | undefined => {
  const word = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return word === '' || word.length > LONGEST || hasHidden(word) ? undefined : word;
};
/** Words of a claim that holds one or a list of them. */
const wordsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((each) => wordOf(each) ?? []);

/** The person's id in the roster as the token has it, unchecked; empty where it has none. */
export const personIn = (payload: Payload, names: ClaimNames): string =>
  wordOf(claimAt(payload, names.person)) ?? '';

/** What the person is called, as the token has it, unchecked: his id where it says no more. */
export const personNameIn = (payload: Payload, names: ClaimNames): string =>
  wordOf(claimAt(payload, names.name)) ?? personIn(payload, names);

/** Whom a token names: his id in the roster, his name, and the posts that the issuer gives him. */
export interface Identity {
  id: string;
  name: string;
  /** Those that the bureau has; where there are none, the first word as it stands. */
  posts: readonly [Post, ...Post[]];
}

const postsIn = (regulation: Regulation, roles: readonly string[], units: readonly string[]): Post[] => {
  const known = roles.flatMap((word) => called(postsOf(regulation), word)?.id ?? []);
  return [...new Set(known)].flatMap((role): Post[] => {
    if (!isPerUnit(regulation, role)) return [{ role }];
    return units.length === 0 ? [{ role }] : units.map((unit) => ({ role, unit }));
  });
};

/**
 * Who a verified token's payload says somebody is, by the bureau's own ids or names of posts and units; words that the bureau does
 * not have (an issuer's own roles) count for nothing beside one that it has. Undefined where person or role is missing.
 */
export const identityIn = (
  regulation: Regulation,
  names: ClaimNames,
  payload: Payload,
): Identity | undefined => {
  const id = personIn(payload, names);
  const roles = wordsOf(claimAt(payload, names.role));
  if (id === '' || roles.length === 0) return undefined;
  const given = wordsOf(claimAt(payload, names.unit));
  const units = given.flatMap((word) => called(regulation.units, word)?.id ?? []);
  // A unit that the bureau does not have stays what it is: nobody holds a post there.
  const posts = postsIn(regulation, roles, units.length === 0 ? given : [...new Set(units)]);
  const [first = { role: roles[0]! }, ...others] = posts;
  return { id, name: personNameIn(payload, names), posts: [first, ...others] };
};
