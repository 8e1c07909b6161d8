import { instantOf } from '../../../shared/time/instants.ts';
import { type ExecutionInput, executionName, type Workflows } from '../../../shared/workflows/executions.ts';
import { isTold, TOLD_EVENTS } from '../../../shared/workflows/looking.ts';
import { machineName } from '../../../statemachines/state-names.ts';
import type { Engine, ExecutionDescription } from '../engine/engine.ts';
import { buildExecutionArn } from '../local-names.ts';

const isNamed = (error: unknown, ...names: string[]): boolean =>
  error instanceof Error && names.includes(error.name);

/** The clocks straight on an embedded engine, without the network: what a rehearsal uses. */
export const createEngineWorkflows = (bureau: string, engineNow: () => Engine): Workflows => {
  const machineOf = ({ level }: ExecutionInput): string => machineName(bureau, level);
  const arnOf = (input: ExecutionInput): string => buildExecutionArn(machineOf(input), executionName(input));
  /** Undefined where there is none. */
  const describe = (input: ExecutionInput): ExecutionDescription | undefined => {
    try {
      return engineNow().describeExecution(arnOf(input));
    } catch (error) {
      if (isNamed(error, 'ExecutionDoesNotExist')) return undefined;
      throw error;
    }
  };
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
    describe: async (input) => describe(input)?.status ?? 'NONE',
    look: async (input) => {
      const found = describe(input);
      return (
        found && {
          status: found.status,
          startedAt: instantOf(found.startDate),
          stoppedAt: found.stopDate === undefined ? null : instantOf(found.stopDate),
          error: found.error ?? null,
          page: null,
        }
      );
    },
    history: async (input) => {
      const { inHand, events } = engineNow().getExecutionHistory(arnOf(input));
      return {
        active: inHand.map(({ stateName: state, type, since, input: given }) => ({
          ...{ state, type, input: given },
          since: instantOf(since),
        })),
        events: events
          .filter(({ type }) => isTold(type))
          .slice(-TOLD_EVENTS)
          .map(({ id, at, type, stateName, error }) => ({
            ...{ id, at: instantOf(at), type },
            state: stateName ?? null,
            error: error ?? null,
          })),
      };
    },
    isUp: async () => !engineNow().isStopped(),
  };
};
