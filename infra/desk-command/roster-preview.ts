import type { Person, Roster } from '../../shared/contracts/roster.ts';
import { gapsOf } from '../../shared/notices/recipients.ts';
import { nameIn, roleName } from '../../shared/regulations/lookup.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';

/** A person in one post of his, under what he is compared. */
const placesIn = ({ roles }: Roster): Map<string, { role: string; person: Person }> =>
  new Map(
    Object.entries(roles).flatMap(([role, people]) =>
      people.map((person) => [`${role}#${person.unit ?? ''}#${person.id}`, { role, person }] as const),
    ),
  );

/** Mobile and landline as people write them. */
export const numbersOf = ({ mobile, landline }: Person): string =>
  [mobile.replace(/^\+86/, ''), landline ?? ''].filter((each) => each !== '').join('、');
const leave = ({ available }: Person): string => (available ? '' : ',不在岗');

/** A post with its unit. */
export const placeName = (regulation: Regulation, role: string, { unit }: Pick<Person, 'unit'>): string =>
  `${roleName(regulation, role)}${unit === undefined ? '' : `(${nameIn(regulation.units, unit)})`}`;

/** What a new roster changes, a line each; empty when it changes nothing. */
export const previewLines = (regulation: Regulation, before: Roster, after: Roster): string[] => {
  const [was, is] = [placesIn(before), placesIn(after)];
  const lines = [...is].flatMap(([place, { role, person }]) => {
    const old = was.get(place)?.person;
    const said = `${placeName(regulation, role, person)} ${person.name} ${numbersOf(person)}${leave(person)}`;
    if (old === undefined) return [`增加  ${said}`];
    const isSame =
      numbersOf(old) === numbersOf(person) && old.name === person.name && old.available === person.available;
    return isSame ? [] : [`变更  ${said}(原 ${old.name} ${numbersOf(old)}${leave(old)})`];
  });
  const gone = [...was].flatMap(([place, { role, person }]) =>
    is.has(place) ? [] : [`减少  ${placeName(regulation, role, person)} ${person.name} ${numbersOf(person)}`],
  );
  const known = new Set(gapsOf(regulation, before).map(({ id, name }) => `${id}${name}`));
  const empty = gapsOf(regulation, after)
    .filter(({ id, name }) => !known.has(`${id}${name}`))
    .map(({ name }) => `空缺  更改后无人在岗:${name}`);
  return [...lines, ...gone, ...empty];
};
