import type { Actor } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import type { Roster } from '../../contracts/roster.ts';
import type { ScheduledDuty } from '../../deadlines/scheduled-duty.ts';
import { giversOf } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import type { Post } from '../persons.ts';

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
  /** Somebody else's, late or chased, and come up to me. */
  | 'climbed'
  /** Waits for a second person, or for the one whom it was entered for. */
  | 'confirm'
  /** A draft to be signed. */
  | 'sign'
  /** To be told by telephone. */
  | 'telephone'
  /** Something that a case lacks, or that is in doubt. */
  | 'complete';

/** One thing that somebody has to do. Texts are plain Chinese. */
export interface Task {
  caseId: string;
  title: string;
  kind: TaskKind;
  text: string;
  /** By when: a limit, or the office's own target; null: at once, or without a number. */
  due: string | null;
  /** The duty that it is about, with the time that it is owed. */
  duty?: string;
  occurrence?: string;
  /** The log entry that is to be confirmed, signed or filled in. */
  act?: number;
  /** The telephone task's own key. */
  notice?: string;
  overdue?: boolean;
  provisional?: boolean;
  /** Before everything else, and saying no more: of a 涉密 case. */
  isPaper?: boolean;
  /** 参照: the office's own limit. */
  byReference?: boolean;
}

/** Whether one of these posts is the role, in that unit (as a rule the case's) where the role is a unit's. */
export const holds = (
  { posts }: TaskPerson,
  { regulation, state }: Pick<TaskCase, 'regulation' | 'state'>,
  role: string,
  unit: string | null = state.unit,
): boolean => {
  const isUnits = regulation.roles.some(({ id, perUnit }) => id === role && perUnit);
  return posts.some((post) => post.role === role && (!isUnits || post.unit === unit));
};

/** Whether the regulation lets one of these posts give the command at the case's level. */
export const mayGive = (who: TaskPerson, of: TaskCase, command: string): boolean =>
  giversOf(of.regulation, command, of.state.handlingLevel).some((role) => holds(who, of, role));
