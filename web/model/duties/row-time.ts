import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { left, overdueBy, passed, type Run } from '../duration.ts';
import { spoken } from '../spoken.ts';
import { millisecondsOf, momentOf } from '../wall-clock.ts';
import { type At, isImmediate, isOverdue } from './task.ts';

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

const withLimit = (task: TaskReply, due: string, at: At): RowTime => {
  const away = millisecondsOf(due) - at.now;
  const moment = momentOf(due, at.now, true);
  const notes = `${task.provisional ? '，暂定' : ''}${task.byReference ? '，参照' : ''}`;
  if (isOverdue(task, at)) return { runs: overdueBy(-away), at: `应于${moment}前`, tone: 'late' };
  if (away >= 0) return { runs: left(away), at: `${moment}前${notes}`, tone: '' };
  return { runs: passed(-away), at: `应于${moment}前${notes}`, tone: 'warn' };
};

/** The time of a task as it stands `at.now`. */
export const rowTime = (task: TaskReply, at: At): RowTime => {
  const { since, due } = task;
  if (isImmediate(task) && since !== null) {
    const note = task.provisional ? '，暂定' : '';
    return {
      runs: passed(Math.max(0, at.now - millisecondsOf(since))),
      at: `${momentOf(since, at.now)}起${note}`,
      tone: 'warn',
    };
  }
  return due === null ? withoutLimit(task, at.now) : withLimit(task, due, at);
};
