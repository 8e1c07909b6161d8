import { readFileSync } from 'node:fs';
import type { Actor } from '../../shared/case/events.ts';
import { Roster } from '../../shared/contracts/roster.ts';

/** The example roster: invented people with numbers that nobody has. */
export const exampleRoster = (): Roster =>
  Roster.parse(JSON.parse(readFileSync(new URL('./roster.example.json', import.meta.url), 'utf8')));

/** One person for each role of the roster, as a token would name them; `unit` picks a unit's own. */
export const personFor = (roster: Roster, role: string, unit?: string): Actor => {
  const person = (roster.roles[role] ?? []).find((each) => unit === undefined || each.unit === unit);
  if (person === undefined)
    throw new Error(`Nobody in the roster is ${role}${unit === undefined ? '' : ` of ${unit}`}`);
  return {
    id: person.id,
    name: person.name,
    role,
    ...(person.unit === undefined ? {} : { unit: person.unit }),
  };
};
