import type { CaseState } from '../../shared/case/state.ts';
import { type Clock, EnforceInput, NO_CLOCK, requireKnownContract } from '../../shared/contracts/workflow.ts';
import { isStillOwed, type Schedule, scheduleCase } from '../../shared/deadlines/schedule.ts';
import type { ScheduledDuty } from '../../shared/deadlines/scheduled-duty.ts';
import type { Numbering } from '../../shared/office/numbering.ts';
import { type Office, SYSTEM_ACTOR } from '../../shared/office/office.ts';
import { CaseNotFound, type Cases } from '../../shared/records/cases.ts';
import { regulationOfCase } from '../../shared/regulations/index.ts';
import { clockOf, clockOfBranch, earliestClock, waitingOutside } from '../clock-of.ts';
import { type PartsOf, task } from '../lambda.ts';

interface Dependencies {
  cases: Cases;
  numbering: Numbering;
  office: Office;
  now: () => string;
}

const scheduleOf = (state: CaseState): Schedule => scheduleCase(regulationOfCase(state), state);

/**
 * What is due of the duty whose branch asks, or of every duty without a branch: re-reads the log, does what is still to
 * be done and returns what the branch waits for next. A stage that somebody else enforced, or whose duty is met, does
 * nothing. Throws CaseNotFound, CaseBusy, ContractUnknown.
 */
const createEnforceDuty = ({ cases, numbering, office, now }: Dependencies) => {
  /** One stage of one duty. Returns the case after it. */
  const carryOut = async (state: CaseState, scheduled: ScheduledDuty, clock: Clock): Promise<CaseState> => {
    const { duty, next, current } = scheduled;
    if (next === null || clock.stage === 'none') return state;
    const { occurrence, stage, index, due } = clock;
    const command = { type: 'EnforceStage' as const, duty, occurrence, stage, index, due };
    const changed = await office.carryOut(
      state.caseId,
      SYSTEM_ACTOR,
      next.orders
        ? await numbering.withOrder(state, SYSTEM_ACTOR, command, `${duty}#${current.occurrence}`)
        : command,
    );
    return changed.state;
  };

  const enforceOne = async (state: CaseState, duty: string, clock: Clock): Promise<Clock> => {
    const scheduled = scheduleOf(state).duties.find(
      (each) => each.duty === duty && each.current.occurrence === clock.occurrence,
    );
    const after = scheduled === undefined ? state : await carryOut(state, scheduled, clock);
    return clockOfBranch(duty, scheduleOf(after));
  };

  const enforceOthers = async (state: CaseState, branches: readonly string[]): Promise<Clock> => {
    const waitingIn = (current: CaseState) => waitingOutside(branches, scheduleOf(current));
    let current = state;
    for (const { duty, current: owed } of waitingIn(state)) {
      // What was done for one duty may have met or moved the next.
      const scheduled = waitingIn(current).find(
        (each) => each.duty === duty && each.current.occurrence === owed.occurrence,
      );
      if (scheduled !== undefined && scheduled.next.at <= now())
        current = await carryOut(current, scheduled, clockOf(scheduled));
    }
    return earliestClock(waitingIn(current));
  };

  return async (input: EnforceInput): Promise<Clock> => {
    requireKnownContract(input);
    const { caseId, generation, duty, branches, clock } = input;
    const state = await cases.load(caseId);
    if (state === null) throw new CaseNotFound(caseId);
    const isOver = !isStillOwed(regulationOfCase(state), state);
    if (isOver || state.generation !== generation || clock.stage === 'none') return NO_CLOCK;
    return duty === undefined ? enforceOthers(state, branches) : enforceOne(state, duty, clock);
  };
};

export const enforceDuty = (parts: PartsOf<typeof createEnforceDuty>) =>
  task(EnforceInput, createEnforceDuty(parts));
