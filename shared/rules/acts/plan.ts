import { type CaseState, isPlanRunning } from '../../case/state.ts';
import { tellRoles } from '../notices.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type Decide, withDate } from '../refusing.ts';
import { withWord } from './on-behalf.ts';

// 应急预案: asked for, started, ended.

export const refuseStart = (state: CaseState): Refusal | undefined =>
  isPlanRunning(state) ? refuse('PLAN_ALREADY_STARTED', '应急预案已经启动') : undefined;
export const refuseEnd = (state: CaseState): Refusal | undefined =>
  isPlanRunning(state) ? undefined : refuse('PLAN_NOT_STARTED', '应急预案没有启动');

export const requestPlan: Decide<'RequestPlan'> = (context, state, command) =>
  withWord(context, state, command, (word) =>
    withDate(context, word.at, (madeAt) => [
      { type: 'PlanRequested', reason: command.reason, madeAt, ...word.kept },
      tellRoles(context, state, 'planRequested'),
    ]),
  );

export const startPlan: Decide<'StartPlan'> = (context, state, command) =>
  withWord(context, state, command, (word) =>
    withDate(context, word.at ?? command.madeAt, (madeAt) => {
      const started = refuseStart(state);
      if (started !== undefined) return started;
      const { type: _, onBehalf: __, ...plan } = command;
      return [{ type: 'PlanStarted', ...plan, madeAt, ...word.kept }];
    }),
  );

export const endPlan: Decide<'EndPlan'> = (context, state, command) =>
  withWord(
    context,
    state,
    command,
    (word) => refuseEnd(state) ?? [{ type: 'PlanEnded', reason: command.reason, ...word.kept }],
  );
