import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, ListRulesCommand, ListTargetsByRuleCommand } from '@aws-sdk/client-eventbridge';
import { IAMClient } from '@aws-sdk/client-iam';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import {
  DescribeExecutionCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import { FunctionName } from '../../../infra/settings/function-names.ts';
import type { Context } from './context.ts';

const LOG_CHARACTERS = 1_500;
/** How AWS says that a policy does not allow a call: in a log, and by the error's name in a case's file. */
export const DENIED = /AccessDenied|AuthorizationError|not authorized/;

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
  const events = new EventBridgeClient(settings);
  const queues = new SQSClient(settings);
  /** What a function logged. */
  const logOf = async (name: string): Promise<string> => {
    const { events: lines = [] } = await logs.send(
      new FilterLogEventsCommand({ logGroupName: `/aws/lambda/${name}` }),
    );
    return lines.map(({ message }) => message).join('\n');
  };
  return {
    states,
    stacks: new CloudFormationClient(settings),
    events,
    iam: new IAMClient(settings),
    secrets: new SecretsManagerClient(settings),
    queues,
    tables: new DynamoDBClient(settings),
    queueUrl: async (name: string): Promise<string> =>
      (await queues.send(new GetQueueUrlCommand({ QueueName: name }))).QueueUrl!,
    /** Runs a function; rejects with its error. */
    invoke: async (name: string, payload: unknown): Promise<unknown> => {
      const answer = await lambda.send(
        new InvokeCommand({ FunctionName: name, Payload: Buffer.from(JSON.stringify(payload)) }),
      );
      const text = Buffer.from(answer.Payload ?? []).toString('utf8');
      if (answer.FunctionError !== undefined) throw new Error(`${name}: ${text}`);
      return JSON.parse(text);
    },
    /** Runs a function asynchronously, as SNS and EventBridge do: with retries and, in the end, its failure destination. */
    invokeLater: async (name: string, payload: unknown): Promise<void> => {
      await lambda.send(
        new InvokeCommand({
          FunctionName: name,
          InvocationType: 'Event',
          Payload: Buffer.from(JSON.stringify(payload)),
        }),
      );
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
    logOf,
    /** Lines in which a function of a bureau was refused a call. Rejects when one of those that ran logged nothing. */
    deniedCalls: async (bureau: string, ran: readonly FunctionName[]): Promise<string[]> => {
      const all = await Promise.all(
        ran.map(async (name) => {
          const log = await logOf(`${bureau}-${name}`);
          if (!log.includes('START RequestId')) throw new Error(`${bureau}-${name} has logged nothing`);
          return log;
        }),
      );
      return all
        .flatMap((log) => log.split('\n'))
        .filter((line) => DENIED.test(line))
        .map((line) => line.slice(0, 400));
    },
    /** The scheduled rule that calls a bureau's sweep. */
    sweepRule: async (bureau: string) => {
      const { Rules = [] } = await events.send(new ListRulesCommand({}));
      for (const rule of Rules.filter(({ ScheduleExpression }) => ScheduleExpression !== undefined)) {
        const { Targets = [] } = await events.send(new ListTargetsByRuleCommand({ Rule: rule.Name }));
        if (Targets.some(({ Arn }) => Arn?.endsWith(`:${bureau}-sweep-cases`)))
          return { Name: rule.Name, ScheduleExpression: rule.ScheduleExpression, State: rule.State };
      }
      throw new Error(`No rule calls the sweep of ${bureau}`);
    },
  };
};
export type Aws = ReturnType<typeof createAws>;

/** For a test that failed: what the functions of a bureau logged last. */
export const printLogs = async ({ logOf }: Aws, bureau: string): Promise<void> => {
  for (const name of FunctionName.options) {
    const log = await logOf(`${bureau}-${name}`).catch(() => '');
    if (log !== '') console.log(`--- ${bureau}-${name}\n${log.slice(-LOG_CHARACTERS)}`);
  }
};
