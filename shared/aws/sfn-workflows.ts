import {
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  IncludedData,
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { executionPage } from '../workflows/consoles.ts';
import { type ExecutionInput, executionName, type Workflows } from '../workflows/executions.ts';
import { readHistory } from './sfn-history.ts';

/** Who asks whether it answers does not wait longer. */
const ANSWERS_WITHIN_MILLISECONDS = 3_000;

/** `machineArns`: level → ARN of its state machine. */
export const createSfnWorkflows = (
  machineArns: Readonly<Record<string, string>>,
  client: SFNClient = new SFNClient(),
): Workflows => {
  const machineOf = (level: string): string => {
    const arn = machineArns[level];
    if (arn === undefined) throw new Error(`No state machine for level ${level}`);
    return arn;
  };
  const arnOf = (input: ExecutionInput): string =>
    `${machineOf(input.level).replace(':stateMachine:', ':execution:')}:${executionName(input)}`;
  /** Undefined where there is none. */
  const describe = async (input: ExecutionInput) => {
    try {
      return await client.send(new DescribeExecutionCommand({ executionArn: arnOf(input) }));
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return undefined;
      throw error;
    }
  };
  return {
    start: async (input) => {
      try {
        await client.send(
          new StartExecutionCommand({
            stateMachineArn: machineOf(input.level),
            name: executionName(input),
            input: JSON.stringify(input),
          }),
        );
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
    },
    signal: async (token, change) => {
      try {
        await client.send(
          new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify({ change }) }),
        );
        return true;
      } catch (error) {
        if (
          error instanceof TaskTimedOut ||
          error instanceof TaskDoesNotExist ||
          error instanceof InvalidToken
        )
          return false;
        throw error;
      }
    },
    describe: async (input) => (await describe(input))?.status ?? 'NONE',
    look: async (input) => {
      const found = await describe(input);
      if (found?.status === undefined || found.startDate === undefined) return undefined;
      return {
        status: found.status,
        startedAt: found.startDate.toISOString(),
        stoppedAt: found.stopDate?.toISOString() ?? null,
        error: found.error ?? null,
        page: executionPage(arnOf(input)),
      };
    },
    history: (input) => readHistory(client, arnOf(input)),
    isUp: async () => {
      const [stateMachineArn] = Object.values(machineArns);
      try {
        const { status } = await client.send(
          new DescribeStateMachineCommand({ stateMachineArn, includedData: IncludedData.METADATA_ONLY }),
          { abortSignal: AbortSignal.timeout(ANSWERS_WITHIN_MILLISECONDS) },
        );
        return status === 'ACTIVE';
      } catch {
        return false;
      }
    },
  };
};

/** For the sweep: many cases meet the quota of DescribeExecution, and it has the time to wait for its turn. */
export const createPatientClient = (): SFNClient => new SFNClient({ retryMode: 'adaptive', maxAttempts: 5 });
