import { TransferInput } from '../../shared/contracts/workflow.ts';
import { type Office, SYSTEM_ACTOR } from '../../shared/office/office.ts';
import { CaseNotFound, type Cases } from '../../shared/records/cases.ts';
import { type PartsOf, task } from '../lambda.ts';

/**
 * Starts the execution that goes on with a case: at its new level, or at the same one when the history fills up. The
 * name comes from the log, so a repeat starts nothing twice. A level without clocks has no machine.
 */
const createTransferCase =
  ({ cases, office }: { cases: Cases; office: Office }) =>
  async ({ caseId, generation, reason }: TransferInput): Promise<void> => {
    if (reason === 'history')
      await office.carryOut(caseId, SYSTEM_ACTOR, {
        type: 'ContinueClock',
        from: generation,
        reason: '流程记录将满,转入新的流程',
      });
    const state = await cases.load(caseId);
    if (state === null) throw new CaseNotFound(caseId);
    await office.clocks.start(state);
  };

export const transferCase = (parts: PartsOf<typeof createTransferCase>) =>
  task(TransferInput, createTransferCase(parts));
