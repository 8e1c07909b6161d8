import type { DeskPeople } from '../../../../shared/contracts/desk/config.ts';
import type { Roster } from '../../../../shared/contracts/roster.ts';
import { nameIn, roleName } from '../../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../../shared/regulations/schema.ts';
import type { Payload } from '../../../../shared/rules/identity/claims.ts';
import type { Post } from '../../../../shared/rules/persons.ts';

/** Who can be chosen: an id of the roster, with the posts that it holds there. */
export interface Person {
  id: string;
  name: string;
  posts: readonly [Post, ...Post[]];
}
export type People = readonly Person[];

/** Everybody in the roster, in its order of posts. */
export const peopleOf = (roster: Roster): People => {
  const found = new Map<string, Person>();
  for (const [role, people] of Object.entries(roster.roles))
    for (const { id, name, unit } of people) {
      const post: Post = { role, ...(unit === undefined ? {} : { unit }) };
      const known = found.get(id);
      found.set(id, { id, name, posts: known === undefined ? [post] : [...known.posts, post] });
    }
  return [...found.values()];
};

/** What a token says of somebody: one post as a text, several as a list. */
export const claimsAbout = ({ name, posts }: Person): Payload => {
  const roles = [...new Set(posts.map(({ role }) => role))];
  const units = [...new Set(posts.flatMap(({ unit }) => unit ?? []))];
  return {
    name,
    role: roles.length === 1 ? roles[0] : roles,
    ...(units.length === 0 ? {} : { unit: units.length === 1 ? units[0] : units }),
  };
};

/** 食品安全监管股 舆情联络员、值班员. */
export const postsText = (regulation: Regulation, { posts }: Person): string =>
  posts
    .map(({ role, unit }) =>
      unit === undefined
        ? roleName(regulation, role)
        : `${nameIn(regulation.units, unit)} ${roleName(regulation, role)}`,
    )
    .join('、');

/** The same people for the desk's own login page. */
export const deskPeople = (regulation: Regulation, people: People): DeskPeople =>
  people.map((person) => ({ id: person.id, name: person.name, posts: postsText(regulation, person) }));
