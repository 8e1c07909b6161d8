import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { spoken } from '../spoken.ts';

/** What is told in one call: somebody is rung once about a case, however many things he has to hear of it. */
export interface PhoneCall {
  key: string;
  /** The first of them stands for all: whom to ring, of which case. */
  task: TaskReply;
  notices: string[];
  /** What to say, each thing once. */
  say: string[];
}

/** Whom a task asks to ring; where nobody is known, whose post it is. */
const whomOf = ({ call, posts, people, text }: TaskReply): string => {
  const known = [
    ...call.map(({ name, role, unit }) => `${name}/${role.id}/${unit?.id ?? ''}`),
    ...posts.map(({ id, unit }) => `${id}/${unit?.id ?? ''}`),
    ...people,
  ];
  return known.length === 0 ? text : known.join(',');
};

/** `text` of the task where nothing says it better: 请电话通知食品股负责人：召开紧急会议. */
const said = ({ say, text }: TaskReply): string => spoken(say ?? text);

const isCall = ({ kind }: TaskReply): boolean => kind === 'telephone';
/** How many things there are to do, where a call is one. */
export const countOf = (tasks: readonly TaskReply[]): number =>
  tasks.filter((task) => !isCall(task)).length + callsOf(tasks.filter(isCall)).length;

/** The calls that telephone tasks come to, in their order. */
export const callsOf = (tasks: readonly TaskReply[]): PhoneCall[] => {
  const calls = new Map<string, PhoneCall>();
  for (const task of tasks) {
    const key = `${task.case}/${whomOf(task)}`;
    const call = calls.get(key) ?? { key, task, notices: [], say: [] };
    calls.set(key, call);
    if (task.notice !== undefined) call.notices.push(task.notice);
    if (call.say.indexOf(said(task)) < 0) call.say.push(said(task));
  }
  return [...calls.values()];
};
