import { actsOfEntry } from '../../case/standing.ts';
import { incompleteActs } from '../parts/incomplete.ts';
import { giversIn, type Task, type TaskCase } from './task.ts';

/** 要件待补: for whoever entered the act, and for the office, which may fill in for others. */
export const partsTasks = (of: TaskCase): Task[] => {
  const { regulation, state } = of;
  return incompleteActs(regulation, state).map(({ act, name, missing, by, madeAt }) => ({
    caseId: state.caseId,
    title: state.title,
    kind: 'complete' as const,
    key: `parts#${act}`,
    text: `请补齐“${name}”:缺${missing.join('、')}`,
    to: { posts: giversIn(of, 'CompleteForOthers'), people: [by] },
    at: actsOfEntry(state, act)[0]?.recordedAt ?? madeAt,
    due: null,
    act,
    commands: [{ type: 'CompleteAct' as const, carries: { act } }],
  }));
};
