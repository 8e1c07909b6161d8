import { type CaseState, isSecret } from '../../case/state.ts';
import { hasCase } from '../../case/units.ts';
import type { Person, Roster } from '../../contracts/roster.ts';
import { authoritiesFor, cited, giversOf, isPerUnit, postsOf } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { isAsked, unitWords } from '../authority.ts';
import { namesOf } from '../names.ts';
import { isCharged } from '../orders/sign.ts';
import { type Post, personOf } from '../persons.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { TaskPerson } from '../tasks/task.ts';

/** Who wants to read, under whose regulation, as the roster stands. */
export interface Reading {
  regulation: Regulation;
  roster: Roster;
  who: TaskPerson;
  /** Who is on duty now: whom a message to that post reaches. */
  onDuty: readonly Person[];
}
/** What is read by a right of its own. */
export const READING_RIGHTS = [
  'ReadCases',
  'ReadSecretCases',
  'ReadRoster',
  'ReadNumbers',
  'ReadRefusals',
] as const;
type Right = (typeof READING_RIGHTS)[number];

/** The reader's posts that have the right, at a level where it is about a case; one of a unit has it for its unit. */
export const postsWith = ({ regulation, who }: Reading, right: Right, level?: string): Post[] => {
  const roles = giversOf(regulation, right, level);
  return who.posts.filter(({ role }) => roles.includes(role));
};
export const isOfBureau = ({ regulation }: Reading, { role }: Post): boolean => !isPerUnit(regulation, role);

/** Why somebody is nobody here: his token has no post that is one of the bureau's. */
export const refuseStranger = ({ regulation, who }: Reading): Refusal | undefined => {
  const posts = postsOf(regulation);
  return posts.some(({ id }) => id === who.actor.role)
    ? undefined
    : refuse('ROLE_UNKNOWN', `登录的岗位不是本局制度规定的岗位;本局岗位:${namesOf(posts)}`);
};

/** Why somebody has no such right at all; undefined when one of his posts has it. */
export const refuseReading = (reading: Reading, right: Right): Refusal | undefined => {
  const stranger = refuseStranger(reading);
  if (stranger !== undefined || postsWith(reading, right).length > 0) return stranger;
  const clause = cited(reading.regulation, authoritiesFor(reading.regulation, right)[0]?.cite);
  return refuse('NOT_YOURS_TO_READ', `不在你的知悉范围内${clause}`);
};

const isOnDuty = ({ roster, who, onDuty }: Reading): boolean => {
  const person = personOf(roster, who.actor.id);
  return person !== undefined && onDuty.some(({ id }) => personOf(roster, id) === person);
};

/**
 * Why somebody may not read a case (办法第十五条 ④; readings R26, R31): the office and the leaders read all, a unit what it handles
 * or was asked about; of a 涉密 case only who is on duty, the units that handle it and whom the table names know that there is
 * one: to all others its number does not exist (CASE_UNKNOWN). Undefined when he may.
 */
export const refuseCase = (reading: Reading, state: CaseState): Refusal | undefined => {
  const { regulation, roster, who } = reading;
  // Who is charged with signing reads what he signs, and whoever a 批示 asks what it is about.
  const isNamed =
    isCharged({ roster, actor: who.actor }, state) ||
    state.instructions.some(({ role, unit }) =>
      who.posts.some((post) => post.role === role && post.unit === unit),
    );
  const refused = refuseReading(reading, 'ReadCases');
  if (refused !== undefined) return isNamed ? refuseStranger(reading) : refused;
  const posts = postsWith(reading, 'ReadCases', state.handlingLevel);
  const handles =
    isNamed ||
    posts.some(
      (post) => !isOfBureau(reading, post) && (hasCase(state, post.unit) || isAsked(state, post.unit)),
    );
  if (isSecret(state))
    return handles || postsWith(reading, 'ReadSecretCases').length > 0 || isOnDuty(reading)
      ? undefined
      : refuse('CASE_UNKNOWN', '没有这个案卷');
  if (handles || posts.some((post) => isOfBureau(reading, post))) return undefined;
  const clause = cited(regulation, authoritiesFor(regulation, 'ReadCases')[0]?.cite);
  const [own] = posts;
  if (own === undefined) return refuse('NOT_YOURS_TO_READ', `这一级别的案卷不在你的知悉范围内${clause}`);
  const { is, you } = unitWords(regulation, state, own.unit);
  return refuse('NOT_YOUR_UNIT', `${is},不在${you}的知悉范围内${clause}`);
};

/** Whether somebody reads all cases but 涉密 ones, and not only his unit's, or those of a level. */
export const readsAll = (reading: Reading): boolean => {
  const everywhere = authoritiesFor(reading.regulation, 'ReadCases').filter(
    ({ levels }) => levels === undefined,
  );
  const roles = everywhere.flatMap((each) => each.roles);
  return reading.who.posts.some((post) => roles.includes(post.role) && isOfBureau(reading, post));
};

/** Whether he may know of a case of which nothing can be read, not even whether it is 涉密. */
export const readsLost = (reading: Reading): boolean =>
  readsAll(reading) && (postsWith(reading, 'ReadSecretCases').length > 0 || isOnDuty(reading));

/** Whether what belongs to this unit (undefined: to none yet) is his to read. */
export const readsOf = (reading: Reading, unit: string | undefined): boolean =>
  readsAll(reading) ||
  (unit !== undefined && postsWith(reading, 'ReadCases').some((post) => post.unit === unit));
