import type { Person, Roster } from '../../contracts/roster.ts';
import { isPerUnit } from '../../regulations/lookup.ts';
import { personOf } from '../persons.ts';
import { isToDo } from '../tasks/duty-tasks.ts';
import { isAtTelephone } from '../tasks/office-tasks.ts';
import { holds, type TaskCase } from '../tasks/task.ts';
import { isOfBureau, postsWith, type Reading } from './cases.ts';

/** A number as whoever need not dial it sees it: 138****0001. Of any other no more than its last two digits, in whatever words it stands. */
export const maskNumber = (number: string): string =>
  number
    .replace(/^\+86(?=1\d{10}$)/, '')
    .replaceAll(/\d+/g, (digits) =>
      /^1\d{10}$/.test(digits)
        ? `${digits.slice(0, 3)}****${digits.slice(-4)}`
        : `${'*'.repeat(Math.max(digits.length - 2, 1))}${digits.length > 2 ? digits.slice(-2) : ''}`,
    );

const masked = (person: Person): Person => ({
  ...person,
  mobile: maskNumber(person.mobile),
  ...(person.landline === undefined ? {} : { landline: maskNumber(person.landline) }),
});

/** Whether he sees everybody's number. */
export const readsNumbers = (reading: Reading): boolean => postsWith(reading, 'ReadNumbers').length > 0;

/**
 * Whom he has to call for what is his to do now (办法第十六条: the unit calls the leaders): the receivers of his open duties that
 * were not reached yet, and of the telephone tasks of whoever is at the telephone. By their ids.
 */
export const peopleToCall = (
  { regulation, roster, who }: Reading,
  cases: readonly TaskCase[],
): ReadonlySet<string> => {
  const ids = cases.flatMap((of) => {
    const mine = of.duties.filter((scheduled) => {
      const { responsible, unit = of.state.unit } = scheduled;
      // What is a unit's, its head and its liaison may do alike.
      const isUnits = isPerUnit(regulation, responsible) && who.posts.some((post) => post.unit === unit);
      return isToDo(scheduled) && (isUnits || holds(who, of, responsible, unit));
    });
    const tasks = isAtTelephone(of, who) ? Object.values(of.state.telephoneTasks) : [];
    const roles = [
      ...mine.flatMap(({ missingReceivers }) => missingReceivers.flat()),
      ...tasks.map(({ role }) => role),
    ];
    return [...new Set(roles)].flatMap((role) =>
      (roster.roles[role] ?? [])
        .filter(({ unit }) => !isPerUnit(regulation, role) || unit === of.state.unit)
        .map(({ id }) => id),
    );
  });
  return new Set(ids);
};

/** Whether he reads the whole roster, and not only his unit's lines. */
export const readsWholeRoster = (reading: Reading): boolean =>
  postsWith(reading, 'ReadRoster').some((post) => isOfBureau(reading, post));

/** The lines of a roster (that of now, or an older one) that are his to read, `toCall` among them, with the numbers that are. */
export const rosterFor = (
  reading: Reading,
  toCall: ReadonlySet<string>,
  roster: Roster = reading.roster,
): Roster => {
  const { who } = reading;
  const posts = postsWith(reading, 'ReadRoster');
  const all = readsWholeRoster(reading);
  const numbers = readsNumbers(reading);
  const own = personOf(roster, who.actor.id);
  const isNear = (person: Person): boolean =>
    toCall.has(person.id) || (own !== undefined && personOf(roster, person.id) === own);
  const isOfUnit = ({ unit }: Person): boolean =>
    unit !== undefined && posts.some((post) => post.unit === unit);
  const lines = Object.entries(roster.roles).map(([role, people]): [string, Person[]] => [
    role,
    people
      .filter((person) => all || isOfUnit(person) || isNear(person))
      .map((person) => (numbers || isNear(person) ? person : masked(person))),
  ]);
  return { roles: Object.fromEntries(lines.filter(([, people]) => all || people.length > 0)) };
};
