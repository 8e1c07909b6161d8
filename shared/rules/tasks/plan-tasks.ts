import { type CaseState, calmedAtOf, isPlanRunning } from '../../case/state.ts';
import { nameIn } from '../../regulations/lookup.ts';
import { giversIn, type Task, type TaskCase } from './task.ts';

/** What was asked for since the plan was last started or ended; nothing while it runs. */
const openRequests = (state: CaseState): CaseState['planRequests'] => {
  if (state.status !== 'open' || isPlanRunning(state)) return [];
  const decided = Math.max(0, ...[...state.planStarts, ...state.planEnds].map(({ entry }) => entry));
  return state.planRequests.filter(({ entry }) => entry > decided);
};

/** 报请启动应急预案: waits for those who may start the plan. Who asked has it among what waits for others. */
export const planTasks = (of: TaskCase): Task[] => {
  const { state, regulation } = of;
  const posts = giversIn(of, 'StartPlan');
  if (posts.length === 0) return [];
  return openRequests(state).map(({ entry, by, recordedAt: at, reason }) => {
    const word = state.confirmations[entry];
    const asked = `${word === undefined ? '' : `代${nameIn(regulation.roles, word.role)}`}报请启动应急预案`;
    return {
      caseId: state.caseId,
      title: state.title,
      kind: 'confirm',
      key: `plan#${entry}`,
      text: `${by.name}${asked},请审批:${reason}`,
      to: { posts, people: [], besides: { posts: [], people: [by] } },
      at,
      due: null,
      act: entry,
      entered: { by, at, text: `${asked}待审批:${reason}` },
      commands: [{ type: 'StartPlan', carries: {} }],
    };
  });
};

/** 响应结束: once the matter is calm, whoever may end the plan declares it; 结报 waits for that. */
export const planEndTasks = (of: TaskCase): Task[] => {
  const { state } = of;
  const calm = state.outbreaks.at(-1)?.calm;
  if (state.status !== 'open' || !isPlanRunning(state) || calmedAtOf(state) === null || !calm) return [];
  return [
    {
      caseId: state.caseId,
      title: state.title,
      kind: 'confirm',
      key: 'planEnd',
      text: '已宣布平息,应急预案尚在执行,请宣布应急结束',
      to: { posts: giversIn(of, 'EndPlan'), people: [] },
      at: calm.recordedAt,
      due: null,
      commands: [{ type: 'EndPlan', carries: {} }],
    },
  ];
};
