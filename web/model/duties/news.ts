import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { shortNumber } from '../case-number.ts';
import { left, textOf } from '../duration.ts';
import { isOverdue } from '../limit-marks.ts';
import { millisecondsOf, yearAt } from '../wall-clock.ts';
import { rowTime } from './row-time.ts';
import { isOfWord, keyOf } from './task.ts';
import { confirmWords, whatOf } from './words.ts';

// What has come since somebody looked, and what is said of it aloud: changes of state, never the ticking of a number.

/** From here on it is said that a limit is near. */
const NEAR_MILLISECONDS = 15 * 60_000;

/** Those that were not among `known`. */
export const newAmong = (tasks: readonly TaskReply[], known: ReadonlySet<string>): TaskReply[] =>
  tasks.filter((task) => !known.has(keyOf(task)));

const nameOf = (task: TaskReply): string => {
  if (!isOfWord(task)) return whatOf(task).name;
  const { label, what } = confirmWords(task);
  return `${label}${what}`;
};

/** `新待办：电话报告湛江市局，0007某食品厂…，01:50前`; of several how many. */
export const newsText = (fresh: readonly TaskReply[], now: number): string => {
  const [task] = fresh;
  if (task === undefined) return '';
  if (fresh.length > 1) return `有${fresh.length}件新待办`;
  const time = rowTime(task, now).at;
  const number = shortNumber(task.case, yearAt(now));
  return `新待办：${nameOf(task)}，${number}${task.title}${time === '' ? '' : `，${time}`}`;
};

/** What has become near or overdue after `before` and by `now`, with what is left by then: `0007电话报告湛江市局剩15分`. */
export const passedText = (tasks: readonly TaskReply[], before: number, now: number): string => {
  const said = tasks.flatMap((task) => {
    if (task.due === null) return [];
    const limit = millisecondsOf(task.due);
    const name = `${shortNumber(task.case, yearAt(now))}${whatOf(task).name}`;
    const has = (instant: number): boolean => before < instant && instant <= now;
    // A device may have slept past both.
    if (limit < now) return has(limit + 1) && isOverdue(task, now) ? [`${name}已逾期`] : [];
    return has(limit - NEAR_MILLISECONDS) ? [`${name}${textOf(left(limit - now))}`] : [];
  });
  return said.length > 3 ? `${said.slice(0, 3).join('；')}；等${said.length}件` : said.join('；');
};
