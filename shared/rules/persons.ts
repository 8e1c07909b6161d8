import type { Actor } from '../case/events.ts';
import type { Person, Roster } from '../contracts/roster.ts';
import type { Context } from './context.ts';
import { type Refusal, refuse } from './refusal.ts';

// A person is an entry of the roster. He may stand in it under several ids, one a post: one telephone is one person.

/** A post of a person: the role, and the unit where the role is a unit's. */
export interface Post {
  role: string;
  unit?: string;
}

const everybody = ({ roles }: Roster): Person[] => Object.values(roles).flat();

/** All ids of the person who has this one, sorted; none when the roster does not know it. */
const idsOf = (roster: Roster, id: string): string[] => {
  const people = everybody(roster);
  const known = people.find((person) => person.id === id);
  return people
    .filter(({ mobile }) => mobile === known?.mobile)
    .map((person) => person.id)
    .sort();
};

/** Every id by which somebody may be looked for: all of his, or the one that is given where the roster does not know it. */
export const idsUnder = (roster: Roster, id: string): string[] => {
  const known = idsOf(roster, id);
  return known.length === 0 ? [id] : known;
};

/** The one id of the person who stands in the roster under `id`; undefined when nobody does. */
export const personOf = (roster: Roster, id: string): string | undefined => idsOf(roster, id)[0];

/** The posts of a person, whichever of his ids is given. */
export const rolesOf = (roster: Roster, id: string): Post[] => {
  const ids = idsOf(roster, id);
  return Object.entries(roster.roles).flatMap(([role, people]) =>
    people
      .filter((person) => ids.includes(person.id))
      .map(({ unit }) => ({ role, ...(unit === undefined ? {} : { unit }) })),
  );
};

/** What the roster calls an id; undefined when it does not know it. */
export const nameOfPerson = (roster: Roster, id: string): string | undefined =>
  everybody(roster).find((person) => person.id === id)?.name;

/**
 * The giver with his person and his name, as the roster has them at this moment; without a person when it does not know him. What
 * somebody calls himself in a token is no line of a file.
 */
export const identified = (roster: Roster, { person: _, ids: __, ...actor }: Actor): Actor => {
  const ids = idsOf(roster, actor.id);
  const [person] = ids;
  if (person === undefined) return actor;
  const name = nameOfPerson(roster, actor.id) ?? actor.name;
  return { ...actor, name, person, ...(ids.length > 1 ? { ids } : {}) };
};

/** Whoever stands in the roster under an id, as somebody to compare with. */
export const personUnder = (id: string, role = ''): Actor => ({ id, person: id, name: '', role });

/** Every id by which an actor was known when he acted or is known now: a roster changed in between splits nobody. */
const namesOf = (roster: Roster, { id, person = id, ids = [] }: Actor): string[] => [
  id,
  person,
  ...ids,
  ...idsOf(roster, id),
  ...idsOf(roster, person),
];

/** Whether one human being stands behind both, whatever post or id either acted under. */
export const isSamePerson = ({ roster }: Pick<Context, 'roster'>, one: Actor, other: Actor): boolean => {
  const names = namesOf(roster, other);
  return namesOf(roster, one).some((name) => names.includes(name));
};

/** Who is not in the roster confirms nothing, approves nothing as a second person, and signs nothing. */
export const refuseUnknownPerson = ({ actor }: Pick<Context, 'actor'>): Refusal | undefined =>
  actor.person === undefined
    ? refuse('PERSON_UNKNOWN', '登录的人员不在名册,不能确认(审批、签发);请先在名册中登记')
    : undefined;

/** Who is not in the roster has no business here, where the bureau has not said otherwise: it is the office's own list. */
export const refuseUnlisted = ({ person }: Pick<Actor, 'person'>): Refusal | undefined =>
  person === undefined
    ? refuse('PERSON_UNKNOWN', '登录的人员不在名册,不能查阅和办理;请先在名册中登记')
    : undefined;

/** Nobody acts in a post that he does not hold by the roster, or holds no more, whatever his token says. */
export const refusePostNotHeld = (actor: Actor, posts: readonly Post[]): Refusal | undefined =>
  posts.some(({ role, unit }) => role === actor.role && unit === actor.unit)
    ? undefined
    : refuse('POST_NOT_HELD', '按名册,你不任登录的岗位,不能以此岗位办理;名册有误的,请先更正');

/** Where a second person is asked for: not the `first` under any of his ids, and somebody whom the roster knows. */
export const refuseSecondPerson = (
  context: Pick<Context, 'actor' | 'roster'>,
  first: Actor,
  message: string,
): Refusal | undefined =>
  isSamePerson(context, first, context.actor)
    ? refuse('SECOND_PERSON_REQUIRED', message)
    : refuseUnknownPerson(context);

const postOf = ({ role, unit }: Actor): Post => ({ role, ...(unit === undefined ? {} : { unit }) });

/** Whose list a token opens: all posts of its person; of whom the roster does not know, those that it claims. */
export const whoIs = (
  roster: Roster,
  given: Actor,
  claimed: readonly Post[] = [postOf(given)],
): { actor: Actor; posts: readonly Post[] } => {
  const actor = identified(roster, given);
  return { actor, posts: actor.person === undefined ? claimed : rolesOf(roster, actor.id) };
};
