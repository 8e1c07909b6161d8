import { unitToAcknowledge } from '../../case/state.ts';
import { giversIn, SOME_TIME, type Task, type TaskCase } from './task.ts';

/** 签收: a unit signs for the case that it has got; whoever is no unit's signs for himself alone, which nobody waits for. */
export const unitTasks = (of: TaskCase): Task[] => {
  const { state } = of;
  const unit = unitToAcknowledge(state);
  const posts = giversIn(of, 'Acknowledge').filter((post) => post.unit !== undefined && post.unit === unit);
  if (posts.length === 0) return [];
  return [
    {
      caseId: state.caseId,
      title: state.title,
      kind: 'acknowledge',
      key: 'acknowledge',
      text: '请签收案卷',
      to: { posts, people: [] },
      at: state.unitSince ?? SOME_TIME,
      due: null,
      commands: [{ type: 'Acknowledge', carries: {} }],
    },
  ];
};
