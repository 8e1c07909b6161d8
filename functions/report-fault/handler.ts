import { FaultInput } from '../../shared/contracts/workflow.ts';
import { type Office, SYSTEM_ACTOR } from '../../shared/office/office.ts';
import { type PartsOf, task } from '../lambda.ts';

const LONGEST = 500;

/** 时钟故障: puts the fault into the case’s file and tells whom the data name for it; the sweep restarts the clock. */
const createReportFault =
  ({ office }: { office: Office }) =>
  async ({ caseId, execution, error, cause }: FaultInput): Promise<void> => {
    await office.carryOut(caseId, SYSTEM_ACTOR, {
      type: 'RecordFault',
      execution,
      error: `${error} ${cause}`.trim().slice(0, LONGEST),
    });
  };

export const reportFault = (parts: PartsOf<typeof createReportFault>) =>
  task(FaultInput, createReportFault(parts));
