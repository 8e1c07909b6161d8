import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { millisecondsOf } from '../wall-clock.ts';

/** An open case, by what is pending in it. */
export interface Pending {
  case: string;
  /** Of its next limit; where none has one, of anything that is pending. */
  task: TaskReply;
}
const MOST = 5;

/** What presses: a limit that is ahead before one that is behind, and any before none. */
const placeOf = ({ due }: TaskReply, now: number): number => {
  if (due === null) return Number.POSITIVE_INFINITY;
  const at = millisecondsOf(due);
  return at >= now ? at : Number.MAX_SAFE_INTEGER;
};

/** The cases in which anything is pending, the gravest first and of one level the most pressing; five at most. */
export const gravestOf = (
  tasks: readonly TaskReply[],
  rankOf: (level: string) => number,
  now: number,
): Pending[] => {
  const byCase = new Map<string, TaskReply>();
  for (const task of tasks) {
    const known = byCase.get(task.case);
    if (known === undefined || placeOf(task, now) < placeOf(known, now)) byCase.set(task.case, task);
  }
  return [...byCase.values()]
    .sort((one, other) => {
      const grave = rankOf(other.handlingLevel.id) - rankOf(one.handlingLevel.id);
      const [first, second] = [placeOf(one, now), placeOf(other, now)];
      return grave === 0 ? Number(first > second) - Number(first < second) : grave;
    })
    .slice(0, MOST)
    .map((task) => ({ case: task.case, task }));
};
