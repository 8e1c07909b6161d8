import { levelOf } from '../../regulations/lookup.ts';
import { isToDo } from './duty-tasks.ts';
import { giversIn, type Task, type TaskCase } from './task.ts';

/** 定级 of a case that is open at a proposed level whose duties do not ask for it, such as 常规: it stands in a list until somebody has said it. */
export const gradeTasks = (of: TaskCase): Task[] => {
  const { regulation, state, duties } = of;
  const isAsked = duties.some(
    (duty) => isToDo(duty) && duty.ways.some(({ act }) => act === 'gradeConfirmed'),
  );
  if (state.status !== 'open' || !state.provisional || isAsked) return [];
  return [
    {
      caseId: state.caseId,
      title: state.title,
      kind: 'confirm',
      key: 'grade',
      text: `请研判定级:初判为${levelOf(regulation, state.warningLevel).name},尚未由人工定级`,
      to: { posts: giversIn(of, 'ConfirmGrade'), people: [] },
      at: state.gradedAt,
      due: null,
      commands: [{ type: 'ConfirmGrade', carries: {} }],
    },
  ];
};
