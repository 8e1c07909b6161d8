import type { Actor } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import type { Roster } from '../../contracts/roster.ts';
import type { ScheduledDuty } from '../../deadlines/scheduled-duty.ts';
import { giversOf, isPerUnit } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { isSamePerson, type Post } from '../persons.ts';
import type { CommandFor } from './command-for.ts';

/** Whose list it is: who he is to the roster (whom it does not know confirms nothing), and every post that he holds. */
export interface TaskPerson {
  actor: Actor;
  posts: readonly Post[];
}

/** A case with the regulation that it was opened under. */
export interface TaskCase {
  regulation: Regulation;
  state: CaseState;
  duties: readonly ScheduledDuty[];
}

/** What a list is made from. */
export interface TaskSetting {
  who: TaskPerson;
  roster: Roster;
  now: string;
}

export type TaskKind =
  /** Mine to do. */
  | 'duty'
  /** Mine to do at once: 立即, which has no number. */
  | 'immediate'
  /** Somebody else's, late or chased, and come up to me. */
  | 'climbed'
  /** Waits for a second person, or for the one whom it was entered for. */
  | 'confirm'
  /** A draft to be signed. */
  | 'sign'
  /** A case that its unit has yet to sign for. */
  | 'acknowledge'
  /** To be told by telephone. */
  | 'telephone'
  /** Something that a case lacks, or that is in doubt. */
  | 'complete';

/** Whose a task is: whoever holds one of the posts, and these people. */
export interface Addressees {
  posts: readonly Post[];
  people: readonly Actor[];
  /** By whom it was done: it needs another person, and one whom the roster knows. */
  second?: Actor;
  /** Those who have it in another way already. */
  besides?: Addressees;
}

/** What kind of entry waits for somebody's word: 代录, an opinion of a body outside, 补录, one made before anything known of the case. */
export type EntryKind = 'relayed' | 'countersign' | 'lateEntry' | 'doubtful';

/** What was entered and waits for another's word, as whoever entered it is told of it. */
export interface Entered {
  /** Absent where the state of a case does not keep it: the entry `act` of its log names him. */
  by?: Actor;
  at: string;
  text: string;
}

/** One thing that somebody has to do. Texts are plain Chinese. */
export interface Task {
  caseId: string;
  title: string;
  kind: TaskKind;
  /** Which of the case's tasks of this kind. */
  key: string;
  text: string;
  to: Addressees;
  /** Its place among all tasks: by when it is to be done, or since when it waits. */
  at: string;
  /** By when: a limit, or the office's own target; null: at once, or without a number. */
  due: string | null;
  /** The duty that it is about, with the time that it is owed. */
  duty?: string;
  occurrence?: string;
  /** The log entry that is to be confirmed, signed or filled in. */
  act?: number;
  /** Which kind of entry is to be confirmed. */
  entryKind?: EntryKind;
  /** What it is about that another has entered: `text` speaks to whose word it is, this to whoever waits for it. */
  entered?: Entered;
  /** The commands of which any does it. */
  commands: readonly CommandFor[];
  /** The telephone task's own key. */
  notice?: string;
  /** Its limit can be broken: after `due` it is overdue. */
  breachable?: boolean;
  /** Before this instant it is nobody's yet. */
  notBefore?: string;
  /** Of a duty whose it is: the law's, or the bureau's own. */
  basis?: ScheduledDuty['basis'];
  /** 暂定: `due` may still move. */
  provisional?: boolean;
  /** 参照: the office's own limit. */
  byReference?: boolean;
}

/** What stands before every instant: to be told by telephone, of a 涉密 case first; and behind: no instant is known. */
export const FIRST_OF_ALL = '0';
export const AT_ONCE = '1';
export const SOME_TIME = '9999';

/** The posts of these roles, in that unit (as a rule the case's) where a role is a unit's; none while there is no unit. */
export const postsIn = (
  { regulation, state }: Pick<TaskCase, 'regulation' | 'state'>,
  roles: readonly string[],
  unit: string | null = state.unit,
): Post[] =>
  roles.flatMap((role): Post[] => {
    if (!isPerUnit(regulation, role)) return [{ role }];
    return unit === null ? [] : [{ role, unit }];
  });

const isHeldBy = ({ posts }: TaskPerson, { role, unit }: Post): boolean =>
  posts.some((post) => post.role === role && (unit === undefined || post.unit === unit));

/** Whether a task is this person's. */
export const isFor = (setting: Pick<TaskSetting, 'who' | 'roster'>, to: Addressees): boolean => {
  const { who, roster } = setting;
  const { posts, people, second, besides } = to;
  const isAddressed =
    posts.some((post) => isHeldBy(who, post)) ||
    people.some((person) => isSamePerson({ roster }, person, who.actor));
  const isSecond =
    second === undefined || (who.actor.person !== undefined && !isSamePerson({ roster }, second, who.actor));
  return isAddressed && isSecond && (besides === undefined || !isFor(setting, besides));
};

/** Whether what waits is this person's own entry; `author`: who entered it, by the log, where the state does not keep it. */
export const isEnteredBy = (
  { who, roster }: Pick<TaskSetting, 'who' | 'roster'>,
  { entered }: Task,
  author: Actor | undefined,
): boolean => {
  const by = entered?.by ?? author;
  return entered !== undefined && by !== undefined && isSamePerson({ roster }, by, who.actor);
};

/** Whether one of these posts is the role, in that unit (as a rule the case's) where the role is a unit's. */
export const holds = (
  who: TaskPerson,
  of: Pick<TaskCase, 'regulation' | 'state'>,
  role: string,
  unit: string | null = of.state.unit,
): boolean => postsIn(of, [role], unit).some((post) => isHeldBy(who, post));

/** The posts that the regulation lets give the command at the case's level; of a unit's, those in that unit. */
export const giversIn = (of: TaskCase, command: string, unit: string | null = of.state.unit): Post[] =>
  postsIn(of, giversOf(of.regulation, command, of.state.handlingLevel), unit);

/** The posts that may record an action themselves: of an approval, whose it is. */
export const recordersOf = (
  { regulation, state }: Pick<TaskCase, 'regulation' | 'state'>,
  action: string,
): string[] => {
  const { by } = regulation.actions.find(({ id }) => id === action) ?? {};
  return giversOf(regulation, 'RecordAction', state.handlingLevel).filter(
    (role) => by?.includes(role) ?? true,
  );
};
