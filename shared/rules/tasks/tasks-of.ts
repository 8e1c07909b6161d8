import type { CaseState } from '../../case/state.ts';
import type { Roster } from '../../contracts/roster.ts';
import { scheduleCase } from '../../deadlines/schedule.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { earlyTasks, endingTasks, lateEntryTasks, loweringTasks, wordTasks } from './confirm-tasks.ts';
import { dutyTasks } from './duty-tasks.ts';
import { doubtTasks, telephoneTasks } from './office-tasks.ts';
import { partsTasks } from './parts-tasks.ts';
import type { Task, TaskCase, TaskPerson, TaskSetting } from './task.ts';

export type { Task, TaskKind, TaskPerson } from './task.ts';

/** Everything that can be somebody's to do. */
const SOURCES: readonly ((of: TaskCase, setting: TaskSetting) => Task[])[] = [
  dutyTasks,
  loweringTasks,
  wordTasks,
  lateEntryTasks,
  earlyTasks,
  endingTasks,
  telephoneTasks,
  doubtTasks,
  partsTasks,
];

/** The telephone tasks of 涉密 cases, then what is overdue, then by instant; what has none is at once, before what is due later. */
const inOrder = (one: Task, other: Task): number => {
  if (one.isPaper !== other.isPaper) return one.isPaper ? -1 : 1;
  if (one.overdue !== other.overdue) return one.overdue ? -1 : 1;
  const [first, second] = [one.due ?? '', other.due ?? ''];
  return first < second ? -1 : first > second ? 1 : 0;
};

/**
 * What `who` has to do in these cases at `now`: duties, confirmations, drafts to sign, telephone tasks, what has come up to
 * him. Pure: everything stands in the logs and the roster. The most pressing comes first.
 */
export const tasksOf = (
  who: TaskPerson,
  cases: readonly { regulation: Regulation; state: CaseState }[],
  { roster, now }: { roster: Roster; now: string },
): Task[] =>
  cases
    .map(({ regulation, state }) => ({
      regulation,
      state,
      duties: scheduleCase(regulation, state).duties,
    }))
    .flatMap((of) => SOURCES.flatMap((source) => source(of, { who, roster, now })))
    .sort(inOrder);
