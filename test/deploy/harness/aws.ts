import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { IAMClient } from '@aws-sdk/client-iam';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import {
  DescribeExecutionCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Context } from './context.ts';

/** The emulated services of a Region as the account's owner sees them. */
export const createAws = ({ endpoint, environment }: Context, region: string) => {
  const settings = {
    endpoint,
    region,
    credentials: {
      accessKeyId: environment.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: environment.AWS_SECRET_ACCESS_KEY ?? '',
    },
  };
  const states = new SFNClient(settings);
  const lambda = new LambdaClient(settings);
  const logs = new CloudWatchLogsClient(settings);
  return {
    states,
    stacks: new CloudFormationClient(settings),
    events: new EventBridgeClient(settings),
    iam: new IAMClient(settings),
    secrets: new SecretsManagerClient(settings),
    queues: new SQSClient(settings),
    tables: new DynamoDBClient(settings),
    /** Runs a function; rejects with its error. */
    invoke: async (name: string, payload: unknown): Promise<unknown> => {
      const answer = await lambda.send(
        new InvokeCommand({ FunctionName: name, Payload: Buffer.from(JSON.stringify(payload)) }),
      );
      const text = Buffer.from(answer.Payload ?? []).toString('utf8');
      if (answer.FunctionError !== undefined) throw new Error(`${name}: ${text}`);
      return JSON.parse(text);
    },
    /** A machine's executions, each with its input and status. */
    executions: async (machine: string) => {
      const { stateMachines = [] } = await states.send(new ListStateMachinesCommand({}));
      const stateMachineArn = stateMachines.find(({ name }) => name === machine)?.stateMachineArn;
      if (stateMachineArn === undefined) throw new Error(`No machine ${machine}`);
      const { executions = [] } = await states.send(new ListExecutionsCommand({ stateMachineArn }));
      return Promise.all(
        executions.map(({ executionArn }) => states.send(new DescribeExecutionCommand({ executionArn }))),
      );
    },
    /** What a function logged. */
    logOf: async (name: string): Promise<string> => {
      const { events = [] } = await logs.send(
        new FilterLogEventsCommand({ logGroupName: `/aws/lambda/${name}` }),
      );
      return events.map(({ message }) => message).join('\n');
    },
  };
};
export type Aws = ReturnType<typeof createAws>;
