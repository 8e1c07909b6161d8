import { unitIn, unitsToAcknowledge } from '../../case/units.ts';
import { giversIn, SOME_TIME, type Task, type TaskCase } from './task.ts';

/**
 * 签收: each unit signs for the case that it has got; whoever is no unit's signs for himself alone, which nobody waits for. The 主办's
 * task is there once, under its own key; that of a 会办 bears its name.
 */
export const unitTasks = (of: TaskCase): Task[] => {
  const { state } = of;
  return unitsToAcknowledge(state).flatMap((unit): Task[] => {
    const posts = giversIn(of, 'Acknowledge', unit).filter((post) => post.unit === unit);
    if (posts.length === 0) return [];
    return [
      {
        caseId: state.caseId,
        title: state.title,
        kind: 'acknowledge',
        key: unit === state.unit ? 'acknowledge' : `acknowledge-${unit}`,
        text: unit === state.unit ? '请签收案卷' : '请签收案卷(会办)',
        to: { posts, people: [] },
        at: unitIn(state, unit)?.assignedAt ?? SOME_TIME,
        due: null,
        commands: [{ type: 'Acknowledge', carries: {} }],
      },
    ];
  });
};
