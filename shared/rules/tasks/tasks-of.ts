import type { CaseState } from '../../case/state.ts';
import type { Roster } from '../../contracts/roster.ts';
import { scheduleCase } from '../../deadlines/schedule.ts';
import type { Regulation } from '../../regulations/schema.ts';
import {
  earlyTasks,
  endingTasks,
  lateEntryTasks,
  loweringTasks,
  mergeTasks,
  wordTasks,
} from './confirm-tasks.ts';
import { dutyTasks } from './duty-tasks.ts';
import { gradeTasks } from './grade-tasks.ts';
import { holdTasks } from './hold-tasks.ts';
import { doubtTasks, telephoneTasks } from './office-tasks.ts';
import { partsTasks } from './parts-tasks.ts';
import { planEndTasks, planTasks } from './plan-tasks.ts';
import { stepTasks } from './step-tasks.ts';
import { isFor, type Task, type TaskCase, type TaskPerson } from './task.ts';
import { unitTasks } from './unit-tasks.ts';

export type { Addressees, Task, TaskKind, TaskPerson } from './task.ts';

/** Everything that can be somebody's to do. */
const SOURCES: readonly ((of: TaskCase) => Task[])[] = [
  dutyTasks,
  unitTasks,
  gradeTasks,
  loweringTasks,
  planTasks,
  planEndTasks,
  stepTasks,
  holdTasks,
  wordTasks,
  lateEntryTasks,
  earlyTasks,
  endingTasks,
  mergeTasks,
  telephoneTasks,
  doubtTasks,
  partsTasks,
];

/** Nothing is to do there any more by anybody. */
const isClosed = ({ status }: CaseState): boolean => status === 'archived' || status === 'merged';

/** A state never changes, so what is to do in it is found once. */
const known = new WeakMap<CaseState, { regulation: Regulation; tasks: readonly Task[] }>();

/** What is to do in a case, and whose it is: pure, of its log alone, whoever asks and whenever. */
export const tasksIn = (regulation: Regulation, state: CaseState): readonly Task[] => {
  const found = known.get(state);
  if (found?.regulation === regulation) return found.tasks;
  const of: TaskCase = { regulation, state, duties: scheduleCase(regulation, state).duties };
  const tasks = isClosed(state) ? [] : SOURCES.flatMap((source) => source(of)).sort(inOrder);
  known.set(state, { regulation, tasks });
  return tasks;
};

/** By their place; of one case and instant as they are found, so that the order is always the same. */
export const inOrder = (one: Task, other: Task): number => {
  const placeOf = ({ at, caseId }: Task): string => `${at}#${caseId}`;
  const [first, second] = [placeOf(one), placeOf(other)];
  return first < second ? -1 : first > second ? 1 : 0;
};

/** Whether it is to be seen at `now`. */
export const isShownAt = ({ notBefore }: Task, now: string): boolean =>
  notBefore === undefined || notBefore <= now;
/** Whether its limit has passed at `now`, which can be broken. */
export const isTaskOverdue = ({ breachable, due }: Task, now: string): boolean =>
  breachable === true && due !== null && due < now;

/**
 * What `who` has to do in these cases at `now`: duties, confirmations, drafts to sign, telephone tasks, what has come up to
 * him. The telephone tasks of 涉密 cases come first, then by when each is to be done or since when it waits.
 */
export const tasksOf = (
  who: TaskPerson,
  cases: readonly { regulation: Regulation; state: CaseState }[],
  { roster, now }: { roster: Roster; now: string },
): Task[] =>
  cases
    .flatMap(({ regulation, state }) => tasksIn(regulation, state))
    .filter((task) => isShownAt(task, now) && isFor({ who, roster }, task.to))
    .sort(inOrder);
