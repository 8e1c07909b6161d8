import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { left, textOf } from '../duration.ts';
import { bracketed, taskMarks } from '../limit-marks.ts';
import { millisecondsOf } from '../wall-clock.ts';
import { callsOf } from './calls.ts';
import { groupOf } from './groups.ts';
import { rowTime } from './row-time.ts';
import { whatOf } from './words.ts';

// The answer to what everybody asks when he opens the page: 逾期几件, 下一时限还剩多久.

const HOUR = 3_600_000;

interface Counts {
  late: number;
  /** Past a limit that nobody can break: 暂定, 参照, the office's own. */
  passed: number;
  immediate: number;
  confirm: number;
  telephone: number;
  unset: number;
  /** What is left until the next limit, in milliseconds, and what has to be known of it. */
  next: number | null;
  marks: string;
}
const countsOf = (tasks: readonly TaskReply[], now: number): Counts => {
  const counts: Counts = {
    ...{ late: 0, passed: 0, immediate: 0, confirm: 0, telephone: 0, unset: 0 },
    ...{ next: null, marks: '' },
  };
  for (const task of tasks) {
    const group = groupOf(task, now);
    if (group === 'hour' || group === 'today' || group === 'later') {
      const away = millisecondsOf(task.due!) - now;
      if (away < 0) counts.passed += 1;
      else if (counts.next === null || away < counts.next) {
        counts.next = away;
        counts.marks = bracketed(taskMarks(task));
      }
    } else counts[group] += 1;
  }
  // Whoever has to ring counts calls.
  const calls = callsOf(tasks.filter((task) => groupOf(task, now) === 'telephone'));
  return { ...counts, telephone: calls.length };
};

/** What is to be said, the most pressing first: for the heading and, in fewer signs, for the window's title. */
const saidOf = ({
  passed,
  immediate,
  confirm,
  telephone,
  unset,
  next,
  marks,
}: Counts): { long: string; short: string }[] => {
  const rest = next === null ? '' : `${textOf(left(next))}${marks}`;
  const limit = next === null ? [] : [{ long: `下一时限${rest}`, short: rest }];
  const counted = (count: number, long: string, short: string, unit = '件') =>
    count === 0 ? [] : [{ long: `${long}${count}${unit}`, short: `${count}${unit}${short}` }];
  return [
    ...(next !== null && next <= HOUR ? limit : []),
    ...counted(passed, '已过时限', '已过时限'),
    ...counted(confirm, '待你确认', '待确认'),
    ...counted(telephone, '待打电话', '待打电话', '个'),
    ...counted(immediate, '应立即办', '应立即办'),
    ...(next !== null && next > HOUR ? limit : []),
    ...counted(unset, '未定时限', '待办'),
  ];
};

const NOTHING = '目前没有待办';

/** The one thing that there is, by its name; null: there is more, or it has no time. */
const onlyOne = (tasks: readonly TaskReply[], now: number): string | null => {
  const [task] = tasks;
  if (task === undefined || tasks.length > 1) return null;
  const group = groupOf(task, now);
  if (group === 'telephone' || group === 'confirm' || group === 'unset') return null;
  return `${whatOf(task).name}${textOf(rowTime(task, now).runs)}${bracketed(taskMarks(task))}`;
};

/** The heading. `late` stands red in it, between `before` and `after`. */
export interface Answer {
  before: string;
  late: number;
  after: string;
}
export const answerOf = (tasks: readonly TaskReply[], now: number): Answer => {
  if (tasks.length === 0) return { before: NOTHING, late: 0, after: '' };
  const only = onlyOne(tasks, now);
  if (only !== null) return { before: only, late: 0, after: '' };
  const counts = countsOf(tasks, now);
  const said = saidOf(counts).map(({ long }) => long);
  if (counts.late === 0) return { before: said.slice(0, 2).join('，'), late: 0, after: '' };
  const [first] = said;
  return { before: '逾期', late: counts.late, after: `件${first === undefined ? '' : `，${first}`}` };
};

/** The title of the window: numbers only, since others may see it. */
export const titleOf = (tasks: readonly TaskReply[], now: number): string => {
  const counts = countsOf(tasks, now);
  const [first] = saidOf(counts);
  const late = counts.late === 0 ? '' : `（${counts.late}件逾期）`;
  return `${late}${first?.short ?? (late === '' ? NOTHING : '')}`;
};
