import type { Person, Roster } from '../../shared/contracts/roster.ts';

/** A person in one of his posts, as he can be reached there. */
const placesIn = ({ roles }: Roster) =>
  Object.entries(roles).flatMap(([role, people]) =>
    people.map((person) => ({
      person,
      place: `${role}#${person.unit ?? ''}#${person.id}#${person.mobile}#${person.available}`,
    })),
  );

/** Who is told that a roster was changed: whoever stands otherwise in it than before, at his number of before and of now. */
export const toldOfChange = (before: Roster, after: Roster): Person[] => {
  const [was, is] = [placesIn(before), placesIn(after)];
  const known = (places: typeof was): Set<string> => new Set(places.map(({ place }) => place));
  const [old, now] = [known(was), known(is)];
  const changed = [
    ...was.filter(({ place }) => !now.has(place)),
    ...is.filter(({ place }) => !old.has(place)),
  ];
  return [...new Map(changed.map(({ person }) => [person.mobile, person])).values()];
};
