import type { Person, Roster } from '../contracts/roster.ts';
import { isPerUnit, postsOf } from '../regulations/lookup.ts';
import type { Regulation } from '../regulations/schema.ts';

interface Recipients {
  people: Person[];
  /** The role that is reached: `role` itself, or the first above it that somebody holds. */
  reachedRole: string;
}

const holders = (
  regulation: Regulation,
  roster: Roster,
  role: string,
  unit: string | undefined,
): Person[] => {
  const perUnit = isPerUnit(regulation, role);
  return (Object.hasOwn(roster.roles, role) ? roster.roles[role]! : []).filter(
    (person) => person.available && (!perUnit || (unit !== undefined && person.unit === unit)),
  );
};

/** Who is told when `role` is addressed. An empty role falls up the ladder; undefined when nobody is left at all. */
export const recipientsOf = (
  regulation: Regulation,
  roster: Roster,
  role: string,
  unit: string | undefined,
): Recipients | undefined => {
  const seen = new Set<string>();
  let current: string | undefined = role;
  while (current !== undefined && !seen.has(current)) {
    seen.add(current);
    const people = holders(regulation, roster, current, unit);
    if (people.length > 0) return { people, reachedRole: current };
    const asked: string = current;
    current = regulation.roles.find(({ id }) => id === asked)?.above;
  }
  return undefined;
};

/**
 * Where one person is told: under his number of now, and under the one that stood in the roster a day before, so that a number
 * changed for the purpose keeps nothing from him. Undefined when neither roster has him.
 */
export const numbersOf = (rosters: readonly Roster[], role: string, id: string): Recipients | undefined => {
  const found = rosters.flatMap(({ roles }) =>
    Object.values(roles)
      .flat()
      .filter((person) => person.id === id),
  );
  const people = [...new Map(found.map((person) => [person.mobile, person])).values()];
  return people.length === 0 ? undefined : { people, reachedRole: role };
};

/** Everybody whom these roles name, once: a unit's post means that of every unit. An empty role falls up the ladder. */
export const peopleFor = (regulation: Regulation, roster: Roster, roles: readonly string[]): Person[] => {
  const people = roles.flatMap((role) => {
    const units = isPerUnit(regulation, role) ? regulation.units.map(({ id }) => id) : [undefined];
    return units.flatMap((unit) => recipientsOf(regulation, roster, role, unit)?.people ?? []);
  });
  return [...new Map(people.map((person) => [person.mobile, person])).values()];
};

/** A role of the bureau, or of one of its units, that nobody available holds. */
interface Gap {
  id: string;
  name: string;
  unit?: string;
}

/** Who is missing in a roster: messages to these go up the ladder, and to nobody when all above are missing too. */
export const gapsOf = (regulation: Regulation, roster: Roster): Gap[] =>
  postsOf(regulation).flatMap(({ id, name, perUnit }) =>
    (perUnit ? regulation.units : [undefined]).flatMap((unit) =>
      holders(regulation, roster, id, unit?.id).length > 0
        ? []
        : [
            {
              id,
              name: unit === undefined ? name : `${unit.name}·${name}`,
              ...(unit && { unit: unit.id }),
            },
          ],
    ),
  );
