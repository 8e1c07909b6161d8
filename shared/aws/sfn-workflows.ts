import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { executionName, type Workflows } from '../workflows/executions.ts';

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
    describe: async (input) => {
      const executionArn = `${machineOf(input.level).replace(':stateMachine:', ':execution:')}:${executionName(input)}`;
      try {
        return (await client.send(new DescribeExecutionCommand({ executionArn }))).status ?? 'NONE';
      } catch (error) {
        if (error instanceof ExecutionDoesNotExist) return 'NONE';
        throw error;
      }
    },
  };
};

/** For the sweep: many cases meet the quota of DescribeExecution, and it has the time to wait for its turn. */
export const createPatientClient = (): SFNClient => new SFNClient({ retryMode: 'adaptive', maxAttempts: 5 });
