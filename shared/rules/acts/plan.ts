import type { CaseState } from '../../case/state.ts';
import { tellRoles } from '../notices.ts';
import { type Decision, refuse } from '../refusal.ts';
import { type Decide, withDate } from '../refusing.ts';

// 应急预案: asked for, started, ended.

export const requestPlan: Decide<'RequestPlan'> = (context, state, { reason }) => [
  { type: 'PlanRequested', reason },
  tellRoles(context, state, 'planRequested'),
];

export const startPlan: Decide<'StartPlan'> = (context, state, command) =>
  withDate(context, command.madeAt, (madeAt) => {
    if (state.planStartedAt !== null && state.planEndedAt === null)
      return refuse('PLAN_ALREADY_STARTED', '应急预案已经启动');
    const { type: _, ...plan } = command;
    return [{ type: 'PlanStarted', ...plan, madeAt }];
  });

export const endPlan = (state: CaseState, reason: string): Decision =>
  state.planStartedAt === null || state.planEndedAt !== null
    ? refuse('PLAN_NOT_STARTED', '应急预案没有启动')
    : [{ type: 'PlanEnded', reason }];
