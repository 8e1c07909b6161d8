import type { Call } from '../../../shared/contracts/replies/parts.ts';
import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { isOverdue } from '../limit-marks.ts';
import { millisecondsOf, momentOf } from '../wall-clock.ts';
import { rowTime } from './row-time.ts';
import { isImmediate } from './task.ts';
import { ownersOf, whatOf } from './words.ts';

/** An open case, by what is pending in it at others. */
export interface Pending {
  case: string;
  /** The most pressing first, some at most. */
  tasks: TaskReply[];
  /** How many more there are. */
  more: number;
}
const MOST_CASES = 5;
const MOST_TASKS = 3;

/** What is broken, then what holds at once, then by its limit, then what has none. */
const pressingOf = (task: TaskReply, now: number): number => {
  if (isOverdue(task, now)) return 0;
  if (isImmediate(task)) return 1;
  return task.due === null ? 3 : 2;
};
const placeOf = ({ due, since }: TaskReply): number => {
  const time = due ?? since;
  return time === null ? Number.MAX_SAFE_INTEGER : millisecondsOf(time);
};
/** One after another in which anything is to be done: what has climbed is somebody's already. */
const isDuty = ({ kind }: TaskReply): boolean => kind !== 'climbed';

/** Some of them, in their order: were the next limit not among them, nobody would see it until it is over. */
const someOf = (tasks: readonly TaskReply[], now: number): TaskReply[] => {
  const first = tasks.slice(0, MOST_TASKS);
  const isAhead = ({ due }: TaskReply): boolean => due !== null && millisecondsOf(due) > now;
  const next = tasks.find(isAhead);
  return next === undefined || first.includes(next) ? first : [...first.slice(0, MOST_TASKS - 1), next];
};

/** The cases in which anything is pending, the gravest first and of one level the most pressing. */
export const gravestOf = (
  tasks: readonly TaskReply[],
  rankOf: (level: string) => number,
  now: number,
): Pending[] => {
  const order = (one: TaskReply, other: TaskReply): number =>
    pressingOf(one, now) - pressingOf(other, now) || placeOf(one) - placeOf(other);
  const byCase = new Map<string, TaskReply[]>();
  for (const task of tasks.filter(isDuty)) byCase.set(task.case, [...(byCase.get(task.case) ?? []), task]);
  return [...byCase.values()]
    .map((inside) => inside.sort(order))
    .sort(([one], [other]) => {
      const grave = rankOf(other!.handlingLevel.id) - rankOf(one!.handlingLevel.id);
      return grave || order(one!, other!);
    })
    .slice(0, MOST_CASES)
    .map((inside) => ({
      case: inside[0]!.case,
      tasks: someOf(inside, now),
      more: Math.max(0, inside.length - MOST_TASKS),
    }));
};

/** `局办公室负责人：召开紧急会议`, and `10:35起应立即办，尚未登记`. */
export const pendingWords = (task: TaskReply, now: number): { what: string; state: string } => {
  const who = ownersOf(task);
  // Who owes it is named with his unit.
  const what = whatOf({ ...task, dutyUnit: null }).name;
  const { at } = rowTime(task, now);
  const state = isImmediate(task)
    ? `${task.since === null ? '' : `${momentOf(task.since, now)}起`}应立即办，尚未登记`
    : `${at === '' ? '未定时限' : at}，尚未登记`;
  return { what: who === '' ? what : `${who}：${what}`, state };
};

/** Whom to ring about it: the number that the reader may see, since it has come up to him or to his post. */
export const toPress = (task: TaskReply, tasks: readonly TaskReply[]): Call[] =>
  tasks
    .filter(
      ({ kind, case: id, duty, occurrence }) =>
        kind === 'climbed' && id === task.case && duty === task.duty && occurrence === task.occurrence,
    )
    .flatMap(({ call }) => call)
    .filter(
      ({ masked }, index, all) =>
        !masked && all.findIndex((each) => each.name === all[index]!.name) === index,
    );
