import type { CaseState } from '../../case/state.ts';
import type { Roster } from '../../contracts/roster.ts';
import { levelOf } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import type { Context } from '../context.ts';
import { nameOfPerson, personOf, personUnder, whoIs } from '../persons.ts';
import { type Addressees, giversIn, isFor, type Task } from './task.ts';
import { tasksIn } from './tasks-of.ts';

/** Somebody's word that a case waits for. `roles`: the posts from which it may come; none where it is one person's own, who is then named. */
export interface AwaitedWord {
  text: string;
  roles: string[];
  person: string | null;
  /** Somebody in the roster can give it. */
  isThere: boolean;
}

interface Asked {
  text: string;
  to: Addressees;
}
/** Of what somebody has entered: what waits for a leader's own step by itself is no word about it. */
const isWord = ({ kind, entered }: Task): boolean =>
  kind === 'sign' || (kind === 'confirm' && entered !== undefined);
/** The words that everybody's lists ask for in this case. */
const askedIn = (regulation: Regulation, state: CaseState): Asked[] =>
  tasksIn(regulation, state).filter(isWord);

/** 定级, where the level is only proposed and was not, or was another. */
const determination = (regulation: Regulation, before: CaseState | null, state: CaseState): Asked[] => {
  const isKnown = before?.provisional === true && before.warningLevel === state.warningLevel;
  if (!state.provisional || isKnown) return [];
  const text = `请研判定级(初判${levelOf(regulation, state.warningLevel).short})`;
  const posts = giversIn({ regulation, state, duties: [] }, 'ConfirmGrade');
  return [{ text, to: { posts, people: [] } }];
};

/** Whether it is anybody's in the roster: as a rule one of the first who stand in it. */
const isAnybodys = (roster: Roster, to: Addressees): boolean => {
  const seen = new Set<string>();
  for (const { id } of Object.values(roster.roles).flat()) {
    const person = personOf(roster, id)!;
    if (seen.has(person)) continue;
    seen.add(person);
    if (isFor({ who: whoIs(roster, personUnder(person)), roster }, to)) return true;
  }
  return false;
};

/**
 * The words of others that `after` waits for and `before` did not (null: there was no case): of a second person, of whom something was
 * entered for, of who determines the level; each with whose it may be.
 */
export const newlyAwaited = (
  { regulation, roster }: Context,
  before: CaseState | null,
  after: CaseState,
): AwaitedWord[] => {
  const known = new Set(before === null ? [] : askedIn(regulation, before).map(({ text }) => text));
  const asked = askedIn(regulation, after).filter(({ text }) => !known.has(text));
  return [...determination(regulation, before, after), ...asked].map(({ text, to }) => {
    const roles = [...new Set(to.posts.map(({ role }) => role))];
    const [own] = roles.length === 0 ? to.people : [];
    return {
      text,
      roles,
      person: own === undefined ? null : (nameOfPerson(roster, own.id) ?? null),
      isThere: isAnybodys(roster, to),
    };
  });
};
