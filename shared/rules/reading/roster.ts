import type { Person, Roster } from '../../contracts/roster.ts';
import { isPerUnit } from '../../regulations/lookup.ts';
import { type Post, personOf } from '../persons.ts';
import { isToDo, pressing } from '../tasks/duty-tasks.ts';
import { isAtTelephone } from '../tasks/office-tasks.ts';
import { holds, postsIn, type TaskCase } from '../tasks/task.ts';
import { isOfBureau, postsWith, type Reading } from './cases.ts';
import { maskNumber } from './numbers.ts';

/** A person whose numbers are nobody's to read. */
export const masked = (person: Person): Person => ({
  ...person,
  mobile: maskNumber(person.mobile),
  ...(person.landline === undefined ? {} : { landline: maskNumber(person.landline) }),
});

/** Whether he sees everybody's number. */
export const readsNumbers = (reading: Reading): boolean => postsWith(reading, 'ReadNumbers').length > 0;

/** The posts that he has to press, since what they owe has come up to him and is late. */
const toPress = (who: Reading['who'], of: TaskCase, now: string): Post[] =>
  of.duties.filter(isToDo).flatMap((scheduled) => {
    const pressed = pressing(of, scheduled);
    const isHis =
      pressed?.roles.some((role) => holds(who, of, role, scheduled.unit)) === true && pressed.since <= now;
    return isHis ? postsIn(of, [scheduled.responsible], scheduled.unit) : [];
  });

/**
 * Whom he has to call for what is his to do now (办法第十六条: the unit calls the leaders): the receivers of his open duties that
 * were not reached yet, those whom he has to press for what has come up to him, and of the telephone tasks of whoever is at the
 * telephone. By their ids.
 */
export const peopleToCall = (
  { regulation, roster, who }: Reading,
  cases: readonly TaskCase[],
  now: string,
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
    const called = [...postsIn(of, [...new Set(roles)]), ...toPress(who, of, now)];
    return called.flatMap((post) =>
      (roster.roles[post.role] ?? [])
        .filter(({ unit }) => post.unit === undefined || unit === post.unit)
        .map(({ id }) => id),
    );
  });
  return new Set(ids);
};

/** Whether he reads the whole roster, and not only his unit's lines. */
export const readsWholeRoster = (reading: Reading): boolean =>
  postsWith(reading, 'ReadRoster').some((post) => isOfBureau(reading, post));

/** Who is told apart from all others: whom he has to call, and he himself. */
const nearTo = ({ who }: Reading, toCall: ReadonlySet<string>, roster: Roster) => {
  const own = personOf(roster, who.actor.id);
  return (person: Person): boolean =>
    toCall.has(person.id) || (own !== undefined && personOf(roster, person.id) === own);
};

/** A person as he is shown: with his whole numbers, or masked. */
interface SeenPerson {
  person: Person;
  isMasked: boolean;
}
/** People of a roster (that of now, or an older one) with the numbers that are his to read; others are masked. */
export const showingNumbers = (
  reading: Reading,
  toCall: ReadonlySet<string>,
  roster: Roster = reading.roster,
): ((person: Person) => SeenPerson) => {
  const numbers = readsNumbers(reading);
  const isNear = nearTo(reading, toCall, roster);
  return (person) =>
    numbers || isNear(person) ? { person, isMasked: false } : { person: masked(person), isMasked: true };
};

/** The lines of a roster that are his to read, `toCall` among them, with all numbers: they are for comparing. */
export const linesFor = (reading: Reading, toCall: ReadonlySet<string>, roster: Roster): Roster => {
  const posts = postsWith(reading, 'ReadRoster');
  const all = readsWholeRoster(reading);
  const isNear = nearTo(reading, toCall, roster);
  const isOfUnit = ({ unit }: Person): boolean =>
    unit !== undefined && posts.some((post) => post.unit === unit);
  const lines = Object.entries(roster.roles).map(([role, people]): [string, Person[]] => [
    role,
    people.filter((person) => all || isOfUnit(person) || isNear(person)),
  ]);
  return { roles: Object.fromEntries(lines.filter(([, people]) => all || people.length > 0)) };
};

/** The lines of a roster (that of now, or an older one) that are his to read, `toCall` among them, with the numbers that are. */
export const rosterFor = (
  reading: Reading,
  toCall: ReadonlySet<string>,
  roster: Roster = reading.roster,
): Roster => {
  const show = showingNumbers(reading, toCall, roster);
  const { roles } = linesFor(reading, toCall, roster);
  return {
    roles: Object.fromEntries(
      Object.entries(roles).map(([role, people]) => [role, people.map((each) => show(each).person)]),
    ),
  };
};
