import { standingHold } from '../../deadlines/holds.ts';
import { receiversOf } from '../../regulations/lookup.ts';
import { giversIn, type Task, type TaskCase } from './task.ts';

/** 暂缓是否继续: once a text has asked, for those whom it asks, until the hold is given anew or ends. */
export const holdTasks = (of: TaskCase): Task[] => {
  const { regulation, state, duties } = of;
  if (state.status !== 'open') return [];
  return duties
    .filter(({ status }) => status === 'held')
    .flatMap(({ duty, name }): Task[] => {
      const at = state.asked[`holdAsked#${duty}`];
      const since = standingHold(state, duty)?.since;
      if (at === undefined || since === undefined || at <= since) return [];
      const asked = receiversOf(regulation, 'holdAsked');
      const posts = giversIn(of, 'HoldDuty').filter(({ role }) => asked.includes(role));
      return [
        {
          caseId: state.caseId,
          title: state.title,
          kind: 'confirm',
          key: `hold#${duty}`,
          text: `请确认“${name}”继续暂缓或恢复办理`,
          to: { posts, people: [] },
          at,
          due: null,
          commands: [
            { type: 'HoldDuty', carries: { duty } },
            { type: 'ResumeDuty', carries: { duty } },
          ],
        },
      ];
    });
};
