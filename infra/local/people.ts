import { readFileSync } from 'node:fs';
import type { Actor } from '../../shared/case/events.ts';
import { Roster } from '../../shared/contracts/roster.ts';
import { regulations } from '../../shared/regulations/index.ts';
import type { Regulation, Role } from '../../shared/regulations/schema.ts';

const LEIZHOU = new URL('./roster.example.json', import.meta.url);
/** Role names without what they say in brackets, which is long. */
const shortName = (name: string): string => name.replace(/[(\uff08].*$/, '');

/** One invented person for each post of the bureau and of each of its units, with numbers that nobody has. */
const inventRoster = ({ roles, units }: Regulation): Roster => {
  let number = 0;
  const invent = (id: string, name: string, unit?: string) => {
    number += 1;
    return {
      id,
      name,
      mobile: `+8613800000${String(number).padStart(3, '0')}`,
      ...(unit === undefined ? {} : { unit }),
    };
  };
  const holders = ({ id, name, perUnit }: Role) =>
    perUnit
      ? units.map((unit) =>
          invent(`${id}-${unit.id}`, `${unit.name}·${shortName(name)}`.slice(0, 40), unit.id),
        )
      : [invent(`${id}-1`, shortName(name).slice(0, 40))];
  const internal = roles.filter(({ kind }) => kind === 'internal');
  const invented = Object.fromEntries(internal.map((role) => [role.id, holders(role)]));
  // A group decides through its head: it is the same person, with one number.
  for (const { id, heads } of internal)
    for (const person of invented[id] ?? []) {
      const [head] = invented[heads?.[0] ?? ''] ?? [];
      if (head !== undefined) person.mobile = head.mobile;
    }
  return Roster.parse({ roles: invented });
};

/** A bureau's example roster. 雷州's, which the examples and tests speak of by name, is written out. */
export const exampleRoster = (regulation: Regulation = regulations.leizhou!): Roster =>
  regulation.id === 'leizhou'
    ? Roster.parse(JSON.parse(readFileSync(LEIZHOU, 'utf8')))
    : inventRoster(regulation);

/** The posts that stand in the roster, one person each: a unit's post by the first of its people. */
export const examplePeople = (roster: Roster): Actor[] =>
  Object.keys(roster.roles).map((role) => personFor(roster, role));

/** One person for each role of the roster, as a token would name them; `unit` picks a unit's own. */
export const personFor = (roster: Roster, role: string, unit?: string): Actor => {
  const person = (roster.roles[role] ?? []).find((each) => unit === undefined || each.unit === unit);
  if (person === undefined) throw new Error(`名册中没有人任 ${role}${unit === undefined ? '' : `(${unit})`}`);
  return {
    id: person.id,
    name: person.name,
    role,
    ...(person.unit === undefined ? {} : { unit: person.unit }),
  };
};
