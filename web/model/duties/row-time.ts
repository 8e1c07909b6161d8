import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { left, overdueBy, passed, type Run } from '../duration.ts';

import { isOverdue, taskMarks, withMarks } from '../limit-marks.ts';
import { spoken } from '../spoken.ts';
import { dayNumber, millisecondsOf, momentOf } from '../wall-clock.ts';
import { isImmediate } from './task.ts';

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

const withLimit = (task: TaskReply, due: string, now: number): RowTime => {
  const away = millisecondsOf(due) - now;
  const moment = momentOf(due, now, true);
  const marks = taskMarks(task);
  if (away >= 0) return { runs: left(away), at: withMarks(`${moment}前`, marks), tone: '' };
  const by = withMarks(`应于${moment}前`, marks);
  return isOverdue(task, now)
    ? { runs: overdueBy(-away), at: by, tone: 'late' }
    : { runs: passed(-away), at: by, tone: 'warn' };
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
    return {
      runs: passed(Math.max(0, now - millisecondsOf(since))),
      at: withMarks(`${momentOf(since, now)}起`, taskMarks(task)),
      tone: 'warn',
    };
  }
  return due === null ? withoutLimit(task, now) : withLimit(task, due, now);
};
