import { requireKnownContract, ScheduleInput, type ScheduleOutput } from '../../shared/contracts/workflow.ts';
import { clockedDuties } from '../../shared/deadlines/clocks.ts';
import { isStillOwed, scheduleCase } from '../../shared/deadlines/schedule.ts';
import { CaseNotFound, type Cases } from '../../shared/records/cases.ts';
import { regulationOfCase } from '../../shared/regulations/index.ts';
import { mustContinue } from '../../shared/workflows/history-bound.ts';
import { clockOfBranch, earliestClock, owedAgain, waitingOutside } from '../clock-of.ts';
import { type PartsOf, task } from '../lambda.ts';

/**
 * 排定时限: reads the log and says what every branch of the execution's definition waits for. The definition may have
 * been made from another version of the regulation than the case was opened under: a branch whose duty the case does
 * not have waits for nothing, and the duties without a branch wait together.
 * Decides nothing and writes nothing, so it may run any number of times. Throws CaseNotFound, ContractUnknown.
 */
const createScheduleDuties =
  ({ cases }: { cases: Cases }) =>
  async (input: ScheduleInput): Promise<ScheduleOutput> => {
    requireKnownContract(input);
    const state = await cases.load(input.caseId);
    if (state === null) throw new CaseNotFound(input.caseId);
    const regulation = regulationOfCase(state);
    const own = clockedDuties(regulation, input.level).map(({ duty }) => duty.id);
    const schedule = scheduleCase(regulation, state);
    const others = waitingOutside(input.branches, schedule);
    const running = {
      branches: input.branches.length + 1,
      duties: new Set([...own, ...others.map(({ duty }) => duty)]).size + owedAgain(schedule),
    };
    const enforcedBefore = input.enforcedBefore < 0 ? state.enforcements : input.enforcedBefore;
    const schedules = input.schedules + 1;
    const isMine = state.handlingLevel === input.level && state.generation === input.generation;
    const isFull = mustContinue(running, schedules, state.enforcements - enforcedBefore);
    const isOver = !isStillOwed(regulation, state);
    const outcome = isOver ? 'concluded' : !isMine ? 'transfer' : isFull ? 'continue' : 'handle';
    return {
      ...input,
      schedules,
      enforcedBefore,
      outcome,
      version: state.version,
      duties: Object.fromEntries(input.branches.map((id) => [id, clockOfBranch(id, schedule)])),
      others: earliestClock(others),
    };
  };

export const scheduleDuties = (parts: PartsOf<typeof createScheduleDuties>) =>
  task(ScheduleInput, createScheduleDuties(parts));
