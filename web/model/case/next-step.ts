import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import type { DutyReply } from '../../../shared/contracts/replies/duty.ts';
import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { left, overdueBy, passed, type Run } from '../duration.ts';
import { firstToDo, groupsOf as inGroups } from '../duties/groups.ts';
import { confirmWords, foundLateOf } from '../duties/words.ts';
import { dutyMarks, isOverdue, taskMarks, withMarks } from '../limit-marks.ts';
import { postName, shortPost } from '../post-name.ts';
import { spoken } from '../spoken.ts';
import { millisecondsOf, momentOf } from '../wall-clock.ts';
import { groupsOf, limitOf } from './limits.ts';

// The one thing that comes next in a case: the reader's own, or somebody else's.

export interface NextStep {
  /** 下一步：电话报告湛江市局; 等责任股室负责人召开紧急会议，01:15报局主要负责人. */
  title: string;
  /** The figure beneath; empty where nothing is counted. */
  count: Run[];
  /** 01:50前. */
  until: string;
  tone: '' | 'late' | 'warn';
  /** 发现时已逾期, and what happens if it is not done; empty where nothing does. */
  otherwise: string;
  /** What the reader does; undefined: it is another's. */
  task: TaskReply | undefined;
  /** Whose limit it is, for the sum and the clause. */
  duty: DutyReply | undefined;
}

type Next = Pick<TaskReply, 'next'>['next'];

/** What its clock does next, if nobody acts; `own`: whose it is, whom a reminder does not climb to. */
export const otherwiseOf = (next: Next, own: readonly string[], now: number): string => {
  if (next === null) return '';
  const at = momentOf(next.at, now);
  if (own.indexOf(next.to.id) >= 0) return next.stage === 'remind' ? `${at}提醒` : `未办则${at}再提醒`;
  return `未办则${at}报${shortPost(next.to.name)}`;
};

interface Counted {
  due: string | null;
  since: string | null;
  isLate: boolean;
  marks: readonly string[];
}
const counted = (
  { due, since, isLate, marks }: Counted,
  now: number,
): Pick<NextStep, 'count' | 'until' | 'tone'> => {
  if (due !== null) {
    const rest = millisecondsOf(due) - now;
    const moment = momentOf(due, now, true);
    if (rest > 0) return { count: left(rest), until: withMarks(`${moment}前`, marks), tone: '' };
    return {
      count: isLate ? overdueBy(-rest) : passed(-rest),
      until: withMarks(`应于${moment}前`, marks),
      tone: isLate ? 'late' : 'warn',
    };
  }
  if (since === null) return { count: [], until: '', tone: '' };
  const lasts = Math.max(0, now - millisecondsOf(since));
  return { count: passed(lasts), until: withMarks(`${momentOf(since, now)}起`, marks), tone: 'warn' };
};

/** Of which the text says what there is to do. */
const NAMED_BY_ITS_TEXT: readonly TaskReply['kind'][] = [
  'duty',
  'immediate',
  'climbed',
  'complete',
  'acknowledge',
];

const titleOf = (task: TaskReply): string => {
  const { kind, kindText, text, commands } = task;
  if (NAMED_BY_ITS_TEXT.indexOf(kind) >= 0) return spoken(text);
  if (commands[0]?.type !== 'RecordAction') return `${spoken(kindText)}，${spoken(text)}`;
  const { label, what } = confirmWords(task);
  return `${label}${what}`;
};

const mine = (task: TaskReply, duties: readonly DutyReply[], now: number): NextStep => ({
  title: `下一步：${titleOf(task)}`,
  ...counted({ due: task.due, since: task.since, isLate: isOverdue(task, now), marks: taskMarks(task) }, now),
  otherwise: [
    confirmWords(task).after ?? '',
    foundLateOf(task),
    otherwiseOf(
      task.next,
      task.posts.map(({ id }) => id),
      now,
    ),
  ]
    .filter((each) => each !== '')
    .join('，'),
  task,
  duty: duties.find(({ duty, unit }) => duty === task.duty && unit?.id === task.dutyUnit?.id),
});

const others = (duty: DutyReply, now: number): NextStep => {
  const { responsible, next } = duty;
  const climbs = next !== null && next.to.id !== responsible.id;
  return {
    title: `等${postName(responsible.name, duty.unit)}${spoken(duty.name)}${climbs ? `，${momentOf(next.at, now)}报${shortPost(next.to.name)}` : ''}`,
    ...counted(
      {
        due: duty.limitKind === 'immediate' ? null : limitOf(duty),
        since: duty.due ?? duty.start?.at ?? null,
        isLate: isOverdue(duty, now),
        marks: dutyMarks(duty),
      },
      now,
    ),
    otherwise: spoken(duty.foundLate?.text ?? ''),
    task: undefined,
    duty,
  };
};

/** What the reader does first, in the order of his list; a call is made from there. */
const firstOf = (tasks: readonly TaskReply[], now: number): TaskReply | undefined =>
  firstToDo(inGroups(tasks, now, () => 0).filter(({ id }) => id !== 'telephone'));

/** `tasks`: the reader's own of this case. Undefined: nothing is open. */
export const nextStepOf = (
  { duties }: Pick<CaseReply, 'duties'>,
  tasks: readonly TaskReply[],
  now: number,
): NextStep | undefined => {
  const task = firstOf(tasks, now);
  if (task !== undefined) return mine(task, duties, now);
  const [first] = groupsOf(duties).open;
  return first === undefined ? undefined : others(first, now);
};
