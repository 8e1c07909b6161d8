import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { CreateTopicCommand, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type AwsEndpoints,
  type OnSms,
  type Sms,
  startAwsEndpoints,
} from '../../../../infra/local/endpoints/aws-endpoints.ts';
import { buildStateMachineArn } from '../../../../infra/local/local-names.ts';
import { callbackTask, createRig, DAY, instant, machine, named, type Rig, START } from '../support.ts';

const stateMachineArn = buildStateMachineArn('m');
const definition = machine({
  等待: callbackTask('watch', { Next: '再等' }),
  再等: { Type: 'Wait', TimestampPath: '$.at', End: true },
});

let rig: Rig;
let server: AwsEndpoints;
let sfn: SFNClient;
let sns: SNSClient;
let lambda: LambdaClient;
let onSms: OnSms;
const failures: string[] = [];

beforeEach(async () => {
  failures.length = 0;
  rig = createRig(definition, {
    echo: (payload) => ({ echoed: payload }),
    nothing: () => undefined,
    broken: () => {
      throw named('CaseNotFound', 'no such case');
    },
  });
  server = await startAwsEndpoints({
    engine: rig.engine,
    clock: rig.clock,
    onSms: (sms) => onSms(sms),
    functionNames: new Set(['echo', 'nothing', 'broken']),
    onEventFailure: (name, error) => failures.push(`${name}: ${(error as Error).name}`),
  });
  const settings = {
    endpoint: server.endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  };
  [sfn, sns, lambda] = [new SFNClient(settings), new SNSClient(settings), new LambdaClient(settings)];
});

afterEach(async () => {
  rig.engine.stopAll();
  await server.close();
});

const begin = async (name = 'one', input: object = { case: '甲' }) => {
  const started = await sfn.send(
    new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }),
  );
  await rig.engine.idle();
  return started;
};

const lastToken = (): string => (rig.calls.at(-1)!.payload as { token: string }).token;
const rejects = (promise: Promise<unknown>, name: string) => expect(promise).rejects.toMatchObject({ name });

describe('the Step Functions endpoint', () => {
  it('starts, describes, answers, lists and shows the history of an execution', async () => {
    const { executionArn, startDate } = await begin();
    expect(startDate).toEqual(new Date(START));
    await sfn.send(
      new SendTaskSuccessCommand({ taskToken: lastToken(), output: JSON.stringify({ at: instant(60) }) }),
    );
    await rig.goTo(60);
    const described = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    expect(described).toMatchObject({
      executionArn,
      stateMachineArn,
      name: 'one',
      status: 'SUCCEEDED',
      input: '{"case":"甲"}',
      output: JSON.stringify({ at: instant(60) }),
      stopDate: new Date(START + 60_000),
    });
    const listed = await sfn.send(new ListExecutionsCommand({ stateMachineArn, statusFilter: 'SUCCEEDED' }));
    expect(listed.executions).toMatchObject([{ name: 'one', status: 'SUCCEEDED' }]);
    const history = await sfn.send(
      new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, maxResults: 2 }),
    );
    expect(history.events).toMatchObject([
      { id: 10, type: 'ExecutionSucceeded' },
      { id: 9, type: 'WaitStateExited', stateExitedEventDetails: { name: '再等' } },
    ]);
    const next = new GetExecutionHistoryCommand({
      executionArn,
      reverseOrder: true,
      nextToken: history.nextToken,
    });
    expect((await sfn.send(next)).events).toHaveLength(8);
  });

  it('fails and stops executions with error and cause', async () => {
    const failed = await begin('failed');
    await sfn.send(new SendTaskFailureCommand({ taskToken: lastToken(), error: 'Withdrawn', cause: '撤回' }));
    await rig.engine.idle();
    const { executionArn } = failed;
    expect(await sfn.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'FAILED',
      error: 'Withdrawn',
      cause: '撤回',
    });
    const history = await sfn.send(new GetExecutionHistoryCommand({ executionArn }));
    expect(history.events?.find((event) => event.type === 'TaskFailed')?.taskFailedEventDetails).toEqual({
      error: 'Withdrawn',
      cause: '撤回',
    });
    const stopped = await begin('stopped');
    const stop = await sfn.send(
      new StopExecutionCommand({ executionArn: stopped.executionArn, error: 'Replaced' }),
    );
    expect(stop.stopDate).toEqual(new Date(START));
    expect(
      await sfn.send(new DescribeExecutionCommand({ executionArn: stopped.executionArn })),
    ).toMatchObject({
      status: 'ABORTED',
      error: 'Replaced',
    });
  });

  it('answers a repeated start as AWS does', async () => {
    const first = await begin();
    expect((await begin()).executionArn).toBe(first.executionArn);
    await rejects(begin('one', { case: '乙' }), 'ExecutionAlreadyExists');
  });

  it('gives every refusal the name that the SDK knows', async () => {
    await begin();
    const taskToken = lastToken();
    const answer = (token: string, output = '{}') =>
      sfn.send(new SendTaskSuccessCommand({ taskToken: token, output }));
    await rejects(answer(taskToken, '{'), 'InvalidOutput');
    await answer(taskToken);
    await rejects(answer(taskToken), 'TaskTimedOut');
    await rejects(answer('nonsense'), 'InvalidToken');
    await rejects(sfn.send(new SendTaskFailureCommand({ taskToken })), 'TaskTimedOut');
    const unknownMachine = buildStateMachineArn('other');
    await rejects(
      sfn.send(new StartExecutionCommand({ stateMachineArn: unknownMachine })),
      'StateMachineDoesNotExist',
    );
    await rejects(
      sfn.send(new ListExecutionsCommand({ stateMachineArn: unknownMachine })),
      'StateMachineDoesNotExist',
    );
    await rejects(sfn.send(new StartExecutionCommand({ stateMachineArn: 'nonsense' })), 'InvalidArn');
    await rejects(sfn.send(new StartExecutionCommand({ stateMachineArn, name: 'a b' })), 'InvalidName');
    await rejects(
      sfn.send(new StartExecutionCommand({ stateMachineArn, input: '{' })),
      'InvalidExecutionInput',
    );
    const unknown = { executionArn: 'unknown' };
    await rejects(sfn.send(new DescribeExecutionCommand(unknown)), 'ExecutionDoesNotExist');
    await rejects(sfn.send(new StopExecutionCommand(unknown)), 'ExecutionDoesNotExist');
    await rejects(sfn.send(new GetExecutionHistoryCommand(unknown)), 'ExecutionDoesNotExist');
    await rejects(sfn.send(new ListStateMachinesCommand({})), 'UnknownOperationException');
  });
});

describe('the SNS endpoint', () => {
  const publish = () =>
    sns.send(
      new PublishCommand({
        PhoneNumber: '+8613800000000',
        Message: '【雷州】案卷 2026-001 & <红色> 3小时内',
        MessageAttributes: { 'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' } },
      }),
    );

  it('hands over the SMS with its attributes at the time of the clock', async () => {
    const taken: Sms[] = [];
    onSms = (sms) => void taken.push(sms);
    await rig.clock.advanceTo(START + DAY, rig.engine.idle);
    const { MessageId } = await publish();
    expect(taken).toEqual([
      {
        phoneNumber: '+8613800000000',
        message: '【雷州】案卷 2026-001 & <红色> 3小时内',
        attributes: { 'AWS.SNS.SMS.SMSType': 'Transactional' },
        messageId: MessageId,
        at: START + DAY,
      },
    ]);
  });

  it('plays a gateway that fails', async () => {
    onSms = () => {
      throw new Error('gateway is down');
    };
    await expect(publish()).rejects.toMatchObject({
      name: 'InternalErrorException',
      message: 'gateway is down',
    });
    onSms = () => {
      throw Object.assign(named('ThrottledException'), { statusCode: 429 });
    };
    await rejects(publish(), 'ThrottledException');
  });

  it('refuses what it cannot do', async () => {
    await rejects(sns.send(new PublishCommand({ TopicArn: 'x', Message: 'y' })), 'InvalidParameterException');
    await rejects(sns.send(new CreateTopicCommand({ Name: 'x' })), 'InvalidAction');
  });
});

describe('the Lambda endpoint', () => {
  const invoke = (FunctionName: string, more: object = {}) =>
    lambda.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify({ case: '甲' }), ...more }));
  const read = (payload: Uint8Array | undefined) => JSON.parse(Buffer.from(payload ?? []).toString());

  it('returns the result of a function, also by its ARN', async () => {
    const result = await invoke('echo');
    expect([result.StatusCode, result.FunctionError]).toEqual([200, undefined]);
    expect(read(result.Payload)).toEqual({ echoed: { case: '甲' } });
    const byArn = await invoke(
      ['arn', 'aws-cn', 'lambda', 'cn-north-1', '000000000000', 'function:echo'].join(':'),
    );
    expect(read(byArn.Payload)).toEqual({ echoed: { case: '甲' } });
    expect(read((await invoke('nothing')).Payload)).toBeNull();
  });

  it('marks the error of a function and refuses an unknown one', async () => {
    const result = await invoke('broken');
    expect(result.FunctionError).toBe('Unhandled');
    expect(read(result.Payload)).toEqual({ errorType: 'CaseNotFound', errorMessage: 'no such case' });
    await rejects(invoke('unknown'), 'ResourceNotFoundException');
  });

  it('runs an event in the background, counted until it is done', async () => {
    const accepted = await invoke('echo', { InvocationType: 'Event' });
    expect(accepted.StatusCode).toBe(202);
    await rig.engine.idle();
    expect(rig.calls.map((call) => call.functionName)).toEqual(['echo']);
    expect((await invoke('broken', { InvocationType: 'Event' })).StatusCode).toBe(202);
    await rig.engine.idle();
    expect(failures).toEqual(['broken: CaseNotFound']);
  });
});

describe('the server', () => {
  it('listens on the loopback only and ends when it is closed', async () => {
    expect(new URL(server.endpoint).hostname).toBe('127.0.0.1');
    expect((await fetch(`${server.endpoint}/anything`)).status).toBe(400);
    const extra = await startAwsEndpoints({ engine: rig.engine, clock: rig.clock, onSms: () => {} });
    await extra.close();
    await expect(fetch(extra.endpoint)).rejects.toThrow();
  });
});
