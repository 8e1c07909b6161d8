import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { isOverdue } from '../limit-marks.ts';
import { daysUntil, midnightAfter, millisecondsOf } from '../wall-clock.ts';
import { isIdle, isImmediate, isOfWord, lawOf } from './task.ts';

// What stands under which heading, and in which order. DESIGN-DESK §8.1.

export type GroupId = 'telephone' | 'confirm' | 'late' | 'immediate' | 'hour' | 'today' | 'later' | 'unset';
export interface Group {
  id: GroupId;
  title: string;
  /** Why it stands apart, at the right of its heading. */
  note: string;
  tasks: TaskReply[];
}

const HOUR = 3_600_000;
const TITLES: Readonly<Record<GroupId, string>> = {
  telephone: '请打电话',
  confirm: '待你确认',
  late: '已逾期',
  immediate: '应立即办',
  hour: '一小时内',
  today: '今日',
  later: '以后',
  unset: '未定时限',
};
/** Of the same group, where a limit in it has passed that nobody can break. */
const PASSED_OR_SOON = '已过时限或一小时内';
const ORDER = Object.keys(TITLES) as GroupId[];

/** Under which heading a task stands at this instant. */
export const groupOf = (task: TaskReply, now: number): GroupId => {
  const { kind, due } = task;
  if (kind === 'telephone') return 'telephone';
  if (isOfWord(task)) return 'confirm';
  if (isOverdue(task, now)) return 'late';
  if (isImmediate(task)) return 'immediate';
  if (due === null) return 'unset';
  // What is past and cannot be broken is as pressing as what is about to be.
  if (millisecondsOf(due) - now <= HOUR) return 'hour';
  return daysUntil(due, now) === 0 ? 'today' : 'later';
};

/** Whether its limit has passed, which cannot be broken: 暂定, 参照, or the office's own. */
export const isPassed = (task: TaskReply, now: number): boolean =>
  groupOf(task, now) === 'hour' && millisecondsOf(task.due!) < now;

const titleOf = (id: GroupId, tasks: readonly TaskReply[], now: number): string =>
  id === 'hour' && tasks.some((task) => isPassed(task, now)) ? PASSED_OR_SOON : TITLES[id];

/** When it presses: its limit, or since when it waits; what has neither comes last. */
const placeOf = ({ due, since }: TaskReply): number => {
  const time = due ?? since;
  return time === null ? Number.POSITIVE_INFINITY : millisecondsOf(time);
};
const compare = (one: number, other: number): number => (one === other ? 0 : one < other ? -1 : 1);
/** Where nothing is left to run out: the graver matter first, however long the other has waited. */
const BY_LEVEL: readonly GroupId[] = ['late', 'immediate'];
/**
 * What is to be signed for, since a case begins with it; mine, then what has climbed to me; then by the minute, the graver of the
 * same minute first; what is overdue or to be done at once by level before the minute. What the reader can do nothing about comes
 * last, unless it is overdue.
 */
const orderIn =
  (id: GroupId, rankOf: (level: string) => number) =>
  (one: TaskReply, other: TaskReply): number => {
    const received = Number(other.kind === 'acknowledge') - Number(one.kind === 'acknowledge');
    if (received !== 0) return received;
    const climbed = Number(one.kind === 'climbed') - Number(other.kind === 'climbed');
    if (climbed !== 0) return climbed;
    const idle = id === 'late' ? 0 : Number(isIdle(one)) - Number(isIdle(other));
    if (idle !== 0) return idle;
    const grave = rankOf(other.handlingLevel.id) - rankOf(one.handlingLevel.id);
    const pressing = compare(placeOf(one), placeOf(other));
    return BY_LEVEL.indexOf(id) >= 0 ? grave || pressing : pressing || grave;
  };

/** `办法`: what the bureau calls its rules, as its duties say it. */
const calledIn = (tasks: readonly TaskReply[]): string | undefined => {
  for (const task of tasks) {
    const called = lawOf(task);
    if (called !== undefined) return called;
  }
  return undefined;
};
/** From here on one has to know in which order they stand. */
const MANY = 10;
const noteOf = (id: GroupId, tasks: readonly TaskReply[]): string => {
  if (id === 'telephone') return '照此告知';
  if (id === 'late' && tasks.length > MANY) return '按级别，再按时间';
  if (id !== 'immediate') return '';
  const called = calledIn(tasks);
  return called === undefined ? '' : `${called}没有写数字`;
};

/** The groups that have something, in their order. `rankOf`: how grave a level is; `tasks` in the server's order. */
export const groupsOf = (
  tasks: readonly TaskReply[],
  now: number,
  rankOf: (level: string) => number,
): Group[] => {
  const found = new Map<GroupId, TaskReply[]>();
  for (const task of tasks) {
    const id = groupOf(task, now);
    const inside = found.get(id);
    if (inside === undefined) found.set(id, [task]);
    else inside.push(task);
  }
  return ORDER.flatMap((id) => {
    const inside = found.get(id);
    if (inside === undefined) return [];
    const sorted = id === 'telephone' ? inside : [...inside].sort(orderIn(id, rankOf));
    return [{ id, title: titleOf(id, sorted, now), note: noteOf(id, sorted), tasks: sorted }];
  });
};

/** What the reader does first of these groups; where he can do nothing, what stands first. */
export const firstToDo = (groups: readonly Group[]): TaskReply | undefined => {
  const tasks = groups.flatMap((group) => group.tasks);
  return tasks.find((task) => !isIdle(task)) ?? tasks[0];
};

/** The next instant at which something changes its group, or a limit its colour; null: none is known. */
export const nextMove = (tasks: readonly TaskReply[], now: number): number | null => {
  let next: number | null = null;
  for (const { due } of tasks) {
    if (due === null) continue;
    const limit = millisecondsOf(due);
    if (limit < now) continue;
    for (const instant of [limit - HOUR, limit + 1, midnightAfter(now)])
      if (instant > now && (next === null || instant < next)) next = instant;
  }
  return next;
};
