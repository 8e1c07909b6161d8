import type { Actor } from '../../case/events.ts';
import { levelOf } from '../../regulations/lookup.ts';
import { isSamePerson } from '../persons.ts';
import { mayGive, type Task, type TaskCase, type TaskSetting } from './task.ts';

/** Whether the list's person may be the second one to what `first` has done. */
export const maySecond = ({ who, roster }: TaskSetting, first: Actor): boolean =>
  who.actor.person !== undefined && !isSamePerson({ roster }, first, who.actor);

/** A lowering that another person asked for, and that waits for a second one. */
export const loweringTasks = (of: TaskCase, setting: TaskSetting): Task[] => {
  const { state, regulation } = of;
  const { lowering } = state;
  if (lowering === null || !maySecond(setting, lowering.by)) return [];
  if (!mayGive(setting.who, of, 'ApproveLevelChange')) return [];
  const to = levelOf(regulation, lowering.to).short;
  const what = state.provisional ? `拟定级为${to}` : `申请降为${to}`;
  return [
    {
      caseId: state.caseId,
      title: state.title,
      kind: 'confirm',
      text: `${lowering.by.name}${what},请审批:${lowering.reason}`,
      due: null,
    },
  ];
};
