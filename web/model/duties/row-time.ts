import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { left, overdueBy, passed, type Run } from '../duration.ts';
import { softWords } from '../soft-words.ts';
import { spoken } from '../spoken.ts';
import { dayNumber, millisecondsOf, momentOf } from '../wall-clock.ts';
import { isImmediate, isOverdue, lawOf } from './task.ts';

/** What stands at the beginning of a row: how long, large; by when, small. */
export interface RowTime {
  runs: Run[];
  at: string;
  /** `late`: a number of the law is broken; `warn`: it should be done now. */
  tone: 'late' | 'warn' | '';
}

/** 持续, 及时, 随时: the law's own word is short enough to stand for a time. */
const LONGEST_WORD = 6;
const NO_WORD = '未规定时限';

const withoutLimit = ({ since, limitText }: TaskReply, now: number): RowTime => {
  const word = limitText === null || limitText === NO_WORD ? '' : spoken(limitText);
  const said = word.length > LONGEST_WORD ? '' : word;
  return {
    runs: [{ text: '未定时限', isCount: false }],
    at: since === null ? said : `${momentOf(since, now)}起`,
    tone: '',
  };
};

/** Why a limit cannot be broken: the weightiest reason. */
export const softOf = (task: TaskReply): string[] => {
  const { breachable, provisional, byReference } = task;
  if (breachable) return [];
  // Of the law it is not sure yet: what it counts from is not done.
  const isOwn = lawOf(task) === undefined;
  return softWords({ isTentative: provisional || (!byReference && !isOwn), byReference, isOwn }).slice(0, 1);
};
const noteOf = (task: TaskReply): string =>
  softOf(task)
    .map((word) => `，${word}`)
    .join('');

const withLimit = (task: TaskReply, due: string, now: number): RowTime => {
  const away = millisecondsOf(due) - now;
  const moment = momentOf(due, now, true);
  const notes = noteOf(task);
  if (isOverdue(task, now)) return { runs: overdueBy(-away), at: `应于${moment}前`, tone: 'late' };
  if (away >= 0) return { runs: left(away), at: `${moment}前${notes}`, tone: '' };
  return { runs: passed(-away), at: `应于${moment}前${notes}`, tone: 'warn' };
};

const MINUTE = 60_000;
/**
 * Something that changes whenever the time of a task may read otherwise: each minute from its instant, in the last and the first of them
 * each second, and each day. Much cheaper to find than the words.
 */
export const stepOf = (instant: number | null, now: number): string => {
  const day = dayNumber(now);
  if (instant === null) return String(day);
  const away = instant - now;
  const isNear = Math.abs(away) < MINUTE;
  return `${day} ${isNear ? Math.floor(away / 1000) : Math.trunc(away / MINUTE)} ${isNear}`;
};
/** From which instant the time of a task is counted. */
export const countedFrom = ({ due, since }: TaskReply): number | null => {
  const time = due ?? since;
  return time === null ? null : millisecondsOf(time);
};

/** The time of a task as it stands `now`. */
export const rowTime = (task: TaskReply, now: number): RowTime => {
  const { since, due } = task;
  if (isImmediate(task) && since !== null) {
    const note = task.provisional ? '，暂定' : '';
    return {
      runs: passed(Math.max(0, now - millisecondsOf(since))),
      at: `${momentOf(since, now)}起${note}`,
      tone: 'warn',
    };
  }
  return due === null ? withoutLimit(task, now) : withLimit(task, due, now);
};
