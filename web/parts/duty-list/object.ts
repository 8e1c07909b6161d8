import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { now } from '../../api/clock.ts';
import { shortNumber } from '../../model/case-number.ts';
import { whatOf } from '../../model/duties/words.ts';
import { yearAt } from '../../model/wall-clock.ts';

/** `0005`, as lists have it. */
export const numberOf = ({ case: caseId }: TaskReply): string => shortNumber(caseId, yearAt(now.peek()));
/** `0005 某幼儿园疑似食物中毒`. */
export const caseWords = (task: TaskReply): string => `${numberOf(task)} ${task.title}`;
/** What the act of a row says to whoever does not see the row: of what it is. */
export const objectOf = (task: TaskReply): string => `${whatOf(task).name}，${caseWords(task)}`;
