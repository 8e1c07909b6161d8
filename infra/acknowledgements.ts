import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { FeedSecrets } from './constructs/feed-secrets.ts';
import type { SweepSchedule } from './constructs/sweep-schedule.ts';
import type { Alarms } from './constructs/watching/alarms.ts';
import type { Watched } from './constructs/watching/watched.ts';
import { type Caller, FUNCTIONS, type FunctionName } from './settings/function-names.ts';

/** What a deployment consists of, as its findings are judged. */
interface Parts extends Watched {
  readonly traces: boolean;
  readonly alarms: Alarms;
  readonly sweep: SweepSchedule;
  readonly feedSecrets: FeedSecrets | undefined;
}

/** Findings of cdk-nag that stay, each for the reason given: rules → reason, for one construct and what is in it. */
const acknowledge = (construct: IConstruct, rules: readonly string[], reason: string): void => {
  for (const id of rules) Validations.of(construct).acknowledge({ id, reason });
};

/** Why no function has a dead-letter queue of Lambda's own kind: by who calls it, and for each that nobody waits for. */
const WAITED_FOR: Readonly<Record<Exclude<Caller, 'event'>, string>> = {
  http: 'Called synchronously by the HTTP API: a failure is the answer, and the caller repeats it.',
  clock: 'Called synchronously by Step Functions, which retries for two minutes and then ends in 时钟故障.',
};
const NO_DEAD_LETTERS: Partial<Record<FunctionName, string>> = {
  'notify-people':
    'What it must send stands in the case log until its hand-over is recorded; the sweep calls it again for that.',
  'sweep-cases': 'The next sweep does all that a failed one left; silence and failures each have an alarm.',
  'guard-clocks':
    'It never throws, and has an on-failure destination for what Lambda could not run; EventBridge has the same queue.',
  'bridge-sms': 'It has an on-failure destination, the successor of the dead-letter setting, with an alarm.',
};
const whyNoDeadLetters = (name: FunctionName): string => {
  const { calledBy } = FUNCTIONS[name];
  const reason = calledBy === 'event' ? NO_DEAD_LETTERS[name] : WAITED_FOR[calledBy];
  if (reason === undefined) throw new Error(`${name} needs a dead-letter queue, or a reason for none`);
  return reason;
};

/** To be called when everything of the stack is built. */
export const acknowledgeFindings = (parts: Parts): void => {
  acknowledgeQueues(parts);
  acknowledgeFunctions(parts);
  acknowledgeWatching(parts);
  acknowledgeGateways(parts);
  if (!parts.traces) acknowledgeMissingTraces(parts);
};

const acknowledgeQueues = ({ guard, bridge }: Parts): void => {
  for (const queue of [guard.deadLetters, ...(bridge === undefined ? [] : [bridge.deadLetters])])
    acknowledge(
      queue,
      ['AwsSolutions-SQS3', 'Serverless-SQSRedrivePolicy'],
      'It is a dead-letter queue itself, of Lambda, SNS or EventBridge, which this rule does not see; an alarm watches it.',
    );
};

const acknowledgeFunctions = ({ bureau, functions, workflows }: Parts): void => {
  for (const [name, each] of functions.entries())
    acknowledge(each, ['Serverless-LambdaDLQ'], whyNoDeadLetters(name));
  acknowledge(
    functions,
    workflows.byLevel.map(({ level }) => `AwsSolutions-IAM5[Resource::${executionsOf(bureau, level.id)}]`),
    'Executions are named after cases, which are not known at deployment; the name of the machine is fixed.',
  );
  acknowledge(
    functions,
    ['AwsSolutions-IAM5[Resource::*]'],
    'states:SendTaskSuccess and the traces to X-Ray know no resources; a task token cannot be guessed.',
  );
  acknowledge(
    workflows,
    ['AwsSolutions-IAM5[Resource::*]'],
    'AWS lets no policy name the log deliveries and traces of a state machine; the functions it calls are named one by one.',
  );
};

const acknowledgeWatching = ({ functions, sweep, alarms }: Parts): void => {
  acknowledge(
    functions.get('sweep-cases'),
    ['Serverless-LambdaAsyncFailureDestination'],
    'A sweep that failed is not tried again: the next one does all that it left, and failures have an alarm.',
  );
  acknowledge(
    sweep,
    ['Serverless-EventBusDLQ'],
    'A sweep that did not start is replaced by the next one after five minutes; silence has an alarm.',
  );
  acknowledge(
    alarms,
    ['Serverless-SNSRedrivePolicy'],
    'Alarm mails: the alarm itself stays in CloudWatch and on the dashboard, so a lost mail loses nothing.',
  );
};

const acknowledgeGateways = ({ bridge, feedSecrets, api }: Parts): void => {
  if (bridge !== undefined)
    acknowledge(
      bridge.secret,
      ['AwsSolutions-SMG4'],
      'The gateway issues this secret; only its operator can replace it. The way is in docs/operations.md.',
    );
  if (bridge?.receiptsSecret !== undefined)
    acknowledge(
      bridge.receiptsSecret,
      ['AwsSolutions-SMG4'],
      'The gateway must be told each new secret by hand; two are valid meanwhile. The way is in docs/operations.md.',
    );
  if (feedSecrets === undefined) return;
  acknowledge(
    feedSecrets,
    ['AwsSolutions-SMG4'],
    'The vendor must be told each new secret by hand; two are valid meanwhile. The way is in docs/operations.md.',
  );
  acknowledge(
    api,
    ['AwsSolutions-APIG4', 'Serverless-APIGWAuthorization'],
    'The routes of feeds and receipts are signed (Standard Webhooks), which the functions check over the raw body; the health, the contract and its page tell nothing of a case and of no person.',
  );
};

const acknowledgeMissingTraces = ({ workflows, functions }: Parts): void => {
  acknowledge(
    workflows,
    ['AwsSolutions-SF2', 'Serverless-StepFunctionStateMachineXray'],
    'The China partition has no X-Ray integration for Lambda; half a trace would mislead. Logs are on level ALL.',
  );
  acknowledge(
    functions,
    ['Serverless-LambdaTracing'],
    'The China partition has no X-Ray integration for Lambda.',
  );
};

const executionsOf = (bureau: string, level: string): string =>
  `arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:${bureau}-${level}:*`;
