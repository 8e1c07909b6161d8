import { incompleteActs } from '../parts/incomplete.ts';
import { isSamePerson } from '../persons.ts';
import { mayGive, type Task, type TaskCase, type TaskSetting } from './task.ts';

/** 要件待补: for whoever entered the act, and for the office, which may fill in for others. */
export const partsTasks = (of: TaskCase, { who, roster }: TaskSetting): Task[] => {
  const { regulation, state } = of;
  const isOffice = mayGive(who, of, 'CompleteForOthers');
  return incompleteActs(regulation, state)
    .filter(({ by }) => isOffice || isSamePerson({ roster }, by, who.actor))
    .map(({ act, name, missing }) => ({
      caseId: state.caseId,
      title: state.title,
      kind: 'complete' as const,
      text: `请补齐“${name}”:缺${missing.join('、')}`,
      due: null,
      act,
    }));
};
