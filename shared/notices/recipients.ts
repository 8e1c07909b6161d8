import type { Person, Roster } from '../contracts/roster.ts';
import type { Regulation } from '../regulations/schema.ts';

export interface Recipients {
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
  const perUnit = regulation.roles.find(({ id }) => id === role)?.perUnit ?? false;
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

/** A role of the bureau, or of one of its units, that nobody available holds. */
export interface Gap {
  id: string;
  name: string;
  unit?: string;
}

/** Who is missing in a roster: messages to these go up the ladder, and to nobody when all above are missing too. */
export const gapsOf = (regulation: Regulation, roster: Roster): Gap[] =>
  regulation.roles
    .filter(({ kind }) => kind === 'internal')
    .flatMap(({ id, name, perUnit }) =>
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
