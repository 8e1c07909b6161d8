import { type ExecutionInput, executionName, type Workflows } from '../../../shared/workflows/executions.ts';
import { machineName } from '../../../statemachines/state-names.ts';
import type { Engine } from '../engine/engine.ts';
import { buildExecutionArn } from '../local-names.ts';

const isNamed = (error: unknown, ...names: string[]): boolean =>
  error instanceof Error && names.includes(error.name);

/** The clocks straight on an embedded engine, without the network: what a rehearsal uses. */
export const createEngineWorkflows = (bureau: string, engineNow: () => Engine): Workflows => {
  const machineOf = ({ level }: ExecutionInput): string => machineName(bureau, level);
  return {
    start: async (input) => {
      try {
        engineNow().startExecution({ machine: machineOf(input), name: executionName(input), input });
      } catch (error) {
        if (!isNamed(error, 'ExecutionAlreadyExists')) throw error;
      }
    },
    signal: async (token, change) => {
      try {
        engineNow().sendTaskSuccess(token, { change });
        return true;
      } catch (error) {
        if (isNamed(error, 'TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken')) return false;
        throw error;
      }
    },
    describe: async (input) => {
      try {
        return engineNow().describeExecution(buildExecutionArn(machineOf(input), executionName(input)))
          .status;
      } catch (error) {
        if (isNamed(error, 'ExecutionDoesNotExist')) return 'NONE';
        throw error;
      }
    },
  };
};
