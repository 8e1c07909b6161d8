import { issuesOrder } from '../../shared/case/enforce.ts';
import { type Clock, type EnforceInput, NO_CLOCK } from '../../shared/contracts/workflow.ts';
import { yearOf } from '../../shared/deadlines/instants.ts';
import { type PlannedDuty, planCase } from '../../shared/deadlines/plan.ts';
import { CaseNotFound, type Cases } from '../../shared/records/cases.ts';
import type { Numbers } from '../../shared/records/numbers.ts';
import { regulationOf } from '../../shared/regulations/index.ts';
import { type Office, SYSTEM_ACTOR } from '../../shared/workflows/office.ts';
import { clockOf } from '../clock-of.ts';

interface Dependencies {
  cases: Cases;
  numbers: Numbers;
  office: Office;
  now: () => string;
}

/**
 * One stage of one duty: re-reads the log, does what is still to be done and returns what the branch waits for next.
 * A stage that somebody else enforced, or whose duty is met, does nothing. Throws CaseNotFound, CaseBusy.
 */
export const createEnforceDuty =
  ({ cases, numbers, office, now }: Dependencies) =>
  async ({ caseId, generation, duty, clock }: EnforceInput): Promise<Clock> => {
    const state = await cases.load(caseId);
    if (state === null) throw new CaseNotFound(caseId);
    if (state.status !== 'open' || state.generation !== generation || clock.stage === 'none') return NO_CLOCK;
    const regulation = regulationOf(state.regulation.id, state.regulation.version);
    const dutyIn = (current: typeof state): PlannedDuty | undefined =>
      planCase(regulation, current).duties.find((each) => each.duty === duty);
    const planned = dutyIn(state);
    if (planned === undefined || planned.next === null) return NO_CLOCK;
    const year = yearOf(now(), regulation.zone);
    const order = async (): Promise<string> => {
      const number = await numbers.allocate(
        'supervision',
        year,
        `${caseId}#${duty}#${planned.current.occurrence}`,
      );
      return `${regulation.numbering.supervisionOrder}〔${year}〕${number}号`;
    };
    const { next, current } = planned;
    const isDue =
      next.stage === clock.stage &&
      next.index === clock.index &&
      current.occurrence === clock.occurrence &&
      next.at <= now();
    const { state: after } = await office.carryOut(caseId, SYSTEM_ACTOR, {
      type: 'EnforceStage',
      duty,
      occurrence: clock.occurrence,
      stage: clock.stage,
      index: clock.index,
      due: clock.due,
      // A stage that has passed, or is still to come, must not burn a number.
      ...(isDue && issuesOrder(planned) ? { orderNumber: await order() } : {}),
    });
    return clockOf(dutyIn(after));
  };
