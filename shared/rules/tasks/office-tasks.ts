import { nameIn, receiversOf } from '../../regulations/lookup.ts';
import { holds, mayGive, type Task, type TaskCase, type TaskSetting } from './task.ts';

/** Who is told of a new case is at the telephone, and is asked what nobody else can say. */
const isOnDuty = (of: TaskCase, { who }: TaskSetting): boolean =>
  receiversOf(of.regulation, 'opened').some((role) => holds(who, of, role));

/** What no message may or could carry has to be told by telephone. */
export const telephoneTasks = (of: TaskCase, setting: TaskSetting): Task[] =>
  isOnDuty(of, setting)
    ? Object.values(of.state.telephoneTasks).map(({ key, role, duty, due }) => ({
        caseId: of.state.caseId,
        title: of.state.title,
        kind: 'telephone' as const,
        text: `请电话通知${nameIn(of.regulation.roles, role)}${duty === undefined ? '' : `:${of.duties.find((each) => each.duty === duty)?.name ?? nameIn(of.regulation.duties, duty)}`}`,
        due: due ?? null,
        notice: key,
      }))
    : [];

/** Times that start nothing until somebody has made sure of them. */
export const doubtTasks = (of: TaskCase, { who }: TaskSetting): Task[] => {
  const { state, regulation } = of;
  if (state.status !== 'open' || !mayGive(who, of, 'CorrectInstant')) return [];
  const ask = (text: string): Task => ({
    caseId: state.caseId,
    title: state.title,
    kind: 'complete',
    text,
    due: null,
  });
  const named = (id: string): string => nameIn(regulation.instants, id);
  return [
    ...Object.entries(state.unread).map(([id, text]) => ask(`请核实“${named(id)}”时间:原文为“${text}”`)),
    ...state.doubts.map((id) => ask(`请核实“${named(id)}”时间:存疑,未据以起算`)),
    ...state.items
      .filter(({ doubt }) => doubt !== undefined)
      .map(({ title }) => ask(`请核实信息“${title}”的公开时间:存疑,未据以起算`)),
  ];
};
