import type { Call } from '../../../shared/contracts/replies/parts.ts';
import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { postName } from '../post-name.ts';
import { spoken } from '../spoken.ts';

/** Whom to ring, and every post in which he is to be told. */
export type Rung = Call & { posts: string[] };
/** What is told in one call: somebody is rung once about a case, however many things he has to hear of it, in whatever posts. */
export interface PhoneCall {
  key: string;
  /** The first of them stands for all. */
  task: TaskReply;
  /** Any of them does. */
  people: Rung[];
  notices: string[];
  /** What to say, each thing once. */
  say: string[];
}

/** Whom a task asks to ring, by his number where it is to be seen; where nobody is known, whose post it is. */
const whomOf = ({ call, posts, people, text }: TaskReply): string => {
  const known = [
    ...call.map(({ name, role, unit, mobile, masked }) =>
      masked ? `${name}/${role.id}/${unit?.id ?? ''}` : mobile,
    ),
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

const add = <T>(list: T[], each: T): void => {
  if (list.indexOf(each) < 0) list.push(each);
};
/** The calls that telephone tasks come to, in their order. */
export const callsOf = (tasks: readonly TaskReply[]): PhoneCall[] => {
  const calls = new Map<string, PhoneCall>();
  for (const task of tasks) {
    const key = `${task.case}/${whomOf(task)}`;
    const people = task.call.map((each) => ({ ...each, posts: [] }));
    const call = calls.get(key) ?? { key, task, people, notices: [], say: [] };
    calls.set(key, call);
    if (task.notice !== undefined) call.notices.push(task.notice);
    // Who has the same numbers is the same, in the same order.
    for (const [index, { role, unit }] of task.call.entries())
      add(call.people[index]!.posts, postName(role.name, unit));
    add(call.say, said(task));
  }
  return [...calls.values()];
};

/** What all of several calls say, and nothing else, so that it is written once; undefined: each says its own. */
export const sharedSaying = (calls: readonly PhoneCall[]): string | undefined => {
  const [first = '', ...others] = [...new Set(calls.flatMap(({ say }) => say))];
  return calls.length > 1 && others.length === 0 && first !== '' ? first : undefined;
};

interface Reader {
  name: string;
  posts: readonly { role: { id: string }; unit: { id: string } | null }[];
}
/** Whether the reader is to be told himself: nobody rings his own number. */
export const isOwnCall = ({ people }: PhoneCall, reader: Reader | null): boolean =>
  reader !== null &&
  people.some(
    ({ name, role, unit }) =>
      name === reader.name &&
      reader.posts.some((post) => post.role.id === role.id && post.unit?.id === unit?.id),
  );
