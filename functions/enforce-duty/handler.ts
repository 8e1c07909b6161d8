import type { CaseState } from '../../shared/case/state.ts';
import {
  type Clock,
  type EnforceInput,
  NO_CLOCK,
  requireKnownContract,
} from '../../shared/contracts/workflow.ts';
import { type Schedule, type ScheduledDuty, scheduleCase } from '../../shared/deadlines/schedule.ts';
import { type Office, SYSTEM_ACTOR } from '../../shared/office/office.ts';
import { CaseNotFound, type Cases } from '../../shared/records/cases.ts';
import type { Numbers } from '../../shared/records/numbers.ts';
import { regulationOf } from '../../shared/regulations/index.ts';
import { issuesOrder } from '../../shared/rules/limits/enforce.ts';
import { yearOf } from '../../shared/time/instants.ts';
import { clockOf, earliestClock, waitingOutside } from '../clock-of.ts';

interface Dependencies {
  cases: Cases;
  numbers: Numbers;
  office: Office;
  now: () => string;
}

const regulationFor = ({ regulation: { id, version } }: CaseState) => regulationOf(id, version);
const scheduleOf = (state: CaseState): Schedule => scheduleCase(regulationFor(state), state);

/**
 * What is due of the duty whose branch asks, or of every duty without a branch: re-reads the log, does what is still to
 * be done and returns what the branch waits for next. A stage that somebody else enforced, or whose duty is met, does
 * nothing. Throws CaseNotFound, CaseBusy, ContractUnknown.
 */
export const createEnforceDuty = ({ cases, numbers, office, now }: Dependencies) => {
  /** One stage of one duty. Returns the case after it. */
  const carryOut = async (state: CaseState, scheduled: ScheduledDuty, clock: Clock): Promise<CaseState> => {
    const { caseId } = state;
    const { duty, next, current } = scheduled;
    if (next === null || clock.stage === 'none') return state;
    const regulation = regulationFor(state);
    const year = yearOf(now(), regulation.zone);
    const order = async (): Promise<string> => {
      const number = await numbers.allocate('supervision', year, `${caseId}#${duty}#${current.occurrence}`);
      return `${regulation.numbering.supervisionOrder}〔${year}〕${number}号`;
    };
    const isDue =
      next.stage === clock.stage &&
      next.index === clock.index &&
      current.occurrence === clock.occurrence &&
      next.at <= now();
    const changed = await office.carryOut(caseId, SYSTEM_ACTOR, {
      type: 'EnforceStage',
      duty,
      occurrence: clock.occurrence,
      stage: clock.stage,
      index: clock.index,
      due: clock.due,
      // A stage that has passed, or is still to come, must not burn a number.
      ...(isDue && issuesOrder(scheduled) ? { orderNumber: await order() } : {}),
    });
    return changed.state;
  };

  const enforceOne = async (state: CaseState, duty: string, clock: Clock): Promise<Clock> => {
    const dutyIn = (current: CaseState) => scheduleOf(current).duties.find((each) => each.duty === duty);
    const scheduled = dutyIn(state);
    if (scheduled === undefined || scheduled.next === null) return NO_CLOCK;
    return clockOf(dutyIn(await carryOut(state, scheduled, clock)));
  };

  const enforceOthers = async (state: CaseState, branches: readonly string[]): Promise<Clock> => {
    const waitingIn = (current: CaseState) => waitingOutside(branches, scheduleOf(current));
    let current = state;
    for (const { duty } of waitingIn(state)) {
      // What was done for one duty may have met or moved the next.
      const scheduled = waitingIn(current).find((each) => each.duty === duty);
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
    if (state.status !== 'open' || state.generation !== generation || clock.stage === 'none') return NO_CLOCK;
    return duty === undefined ? enforceOthers(state, branches) : enforceOne(state, duty, clock);
  };
};
