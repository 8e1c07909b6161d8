import type { PlanInput, PlanOutput } from '../../shared/contracts/workflow.ts';
import { clockedDuties, mustContinue } from '../../shared/deadlines/clocks.ts';
import { planCase } from '../../shared/deadlines/plan.ts';
import { CaseNotFound, type Cases } from '../../shared/records/cases.ts';
import { regulationOf } from '../../shared/regulations/index.ts';
import { clockOf } from '../clock-of.ts';

/**
 * 排定时限: reads the log and says what every branch of the level's workflow waits for.
 * Decides nothing and writes nothing, so it may run any number of times. Throws CaseNotFound.
 */
export const createPlanDuties =
  ({ cases }: { cases: Cases }) =>
  async (input: PlanInput): Promise<PlanOutput> => {
    const state = await cases.load(input.caseId);
    if (state === null) throw new CaseNotFound(input.caseId);
    const regulation = regulationOf(state.regulation.id, state.regulation.version);
    const branches = clockedDuties(regulation, input.level);
    const planned = new Map(planCase(regulation, state).duties.map((each) => [each.duty, each]));
    const enforcedBefore = input.enforcedBefore < 0 ? state.enforcements : input.enforcedBefore;
    const plans = input.plans + 1;
    const isMine = state.handlingLevel === input.level && state.generation === input.generation;
    const isFull = mustContinue(branches.length, plans, state.enforcements - enforcedBefore);
    const outcome =
      state.status !== 'open' ? 'concluded' : !isMine ? 'transfer' : isFull ? 'continue' : 'handle';
    const duties = branches.map(({ duty }) => [duty.id, clockOf(planned.get(duty.id))] as const);
    return {
      ...input,
      plans,
      enforcedBefore,
      outcome,
      version: state.version,
      duties: Object.fromEntries(duties),
    };
  };
