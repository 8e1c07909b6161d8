import type { Actor } from '../../case/events.ts';
import type { Post } from '../persons.ts';
import { isOfBureau, postsWith, type Reading } from '../reading/cases.ts';

// Under what a task or a case is filed in the lists, for those who look for it.

/** Everybody's who reads all. */
export const ALL = 'all';
/** Of the cases that a unit handles or was asked about. */
export const ofUnit = (unit: string): string => `unit:${unit}`;
/** Of items: those of the cases that a unit sees, beside what came for the unit itself. */
export const ofCasesOf = (unit: string): string => `cases:${unit}`;
export const ofPost = ({ role, unit }: Post): string =>
  unit === undefined ? `post:${role}` : `post:${role}@${unit}`;
/** A person under one of his ids; he is looked for under each. */
export const ofPerson = (id: string): string => `person:${id}`;
export const idsOf = ({ id, person = id, ids = [] }: Actor): string[] => [...new Set([id, person, ...ids])];

/**
 * The scopes in which a reader finds all that he may read, and perhaps more: what he may not, is looked at in each case. The office and
 * the leaders look everywhere, also where they read the cases of some levels alone; a unit among what it handles or was asked
 * about, and everybody where he was named.
 */
export const scopesOf = (reading: Reading): string[] => {
  const posts = postsWith(reading, 'ReadCases');
  if (posts.some((post) => isOfBureau(reading, post))) return [ALL];
  const { actor, posts: held } = reading.who;
  return [
    ...posts.flatMap(({ unit }) => (unit === undefined ? [] : [ofUnit(unit)])),
    ...held.map(ofPost),
    ...idsOf(actor).map(ofPerson),
  ];
};
/** The scopes of what is his to do. */
export const ownScopes = ({ who }: Pick<Reading, 'who'>): string[] => [
  ...who.posts.map(ofPost),
  ...idsOf(who.actor).map(ofPerson),
];
