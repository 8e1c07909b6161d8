import type { Notice } from '../case/events.ts';
import type { Person, Roster } from '../contracts/roster.ts';
import { isPerUnit } from '../regulations/lookup.ts';
import type { Regulation } from '../regulations/schema.ts';
import { idsUnder } from '../rules/persons.ts';
import { numbersOf, recipientsOf } from './recipients.ts';

/** Whom a notice goes to, and by which numbers. */
export interface Addressed {
  addresses: { address: string; person: Person }[];
  /** The role that is reached, where nobody holds the notice's own. */
  reachedRole?: string;
  /** A unit's role is addressed, but no unit has the case yet. */
  unassigned?: true;
}

/** Who stands in the roster now, and what it was a day before, where a notice is for one person. */
export interface Rosters {
  roster: Roster;
  before: readonly Roster[];
}

/** The roster as if somebody did not stand in it, under any of his ids. */
const without = (roster: Roster, id: string): Roster => {
  const ids = idsUnder(roster, id);
  const roles = Object.entries(roster.roles).map(
    ([role, people]) => [role, people.filter((person) => !ids.includes(person.id))] as const,
  );
  return { ...roster, roles: Object.fromEntries(roles) };
};
/** Whoever holds the role but who asks: then those above it, and he himself only where there is nobody else at all. */
const ofRole = (regulation: Regulation, roster: Roster, { role, unit, notTo }: Notice) =>
  (notTo === undefined ? undefined : recipientsOf(regulation, without(roster, notTo), role, unit)) ??
  recipientsOf(regulation, roster, role, unit);

/** Undefined when nobody is left at all. */
export const addressesOf = (
  regulation: Regulation,
  { roster, before }: Rosters,
  notice: Notice,
): Addressed | undefined => {
  const recipients =
    (notice.person && numbersOf([roster, ...before], notice.role, notice.person)) ||
    ofRole(regulation, roster, notice);
  if (recipients === undefined) return undefined;
  const { people, reachedRole } = recipients;
  // Of one person the first number is today's.
  const addresses = people.map((person, index) => ({
    address: notice.person !== undefined && index > 0 ? `${person.id}#before` : person.id,
    person,
  }));
  return {
    addresses,
    ...(reachedRole === notice.role ? {} : { reachedRole }),
    ...(notice.unit === undefined && isPerUnit(regulation, notice.role) ? { unassigned: true as const } : {}),
  };
};
