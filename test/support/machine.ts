import { CONTRACT_VERSION, type ScheduleOutput } from '../../shared/contracts/workflow.ts';
import { clockedDuties } from '../../shared/deadlines/clocks.ts';
import { leizhou } from './bureaus.ts';
import type { Office } from './office.ts';

/** Asks the functions of 雷州 what the first execution of a case asks at its level, without any engine. */
export const machineOf = ({ lambdas }: Office, caseId: string, level: string) => {
  const run = { contract: CONTRACT_VERSION, caseId, generation: 1 };
  return {
    schedule: async (): Promise<ScheduleOutput> =>
      (await lambdas.invoke('leizhou-schedule-duties', {
        ...run,
        level,
        branches: clockedDuties(leizhou, level).map(({ duty }) => duty.id),
        schedules: 0,
        enforcedBefore: 0,
      })) as ScheduleOutput,
    enforce: (duty: string, clock: unknown): Promise<unknown> =>
      lambdas.invoke('leizhou-enforce-duty', { ...run, duty, clock }),
  };
};
