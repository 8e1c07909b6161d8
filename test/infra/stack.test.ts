import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Match } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { FunctionName } from '../../infra/settings/function-names.ts';
import {
  BridgeEnvironment,
  DEFAULT_CLAIMS,
  DeskEnvironment,
  Environment,
  IntakeEnvironment,
  ReceiptsEnvironment,
  readEnvironment,
} from '../../shared/contracts/environment.ts';
import { lastTry } from '../../shared/notices/retry.ts';
import { FLIGHT_LASTS } from '../../shared/records/texts/mailboxes.ts';
import { clockedLevels } from '../../shared/regulations/lookup.ts';
import { lengthInDays } from '../../shared/time/instants.ts';
import { leizhou } from '../support/bureaus.ts';
import { DEPLOYMENTS, resolveEnvironment, synthesize } from './templates.ts';

const china = synthesize(DEPLOYMENTS['aws-cn, IAM, bridge']);
const commercial = synthesize(DEPLOYMENTS['aws, signature, direct']);
const template = china;
const LEVELS = clockedLevels(leizhou).map(({ id }) => id);

// The one namespace of SNS's XML (…/doc/…) is no address.
it('no source of ours names a partition', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const named = globSync('{infra,statemachines,functions,shared}/**/*.ts', { cwd: root }).filter((path) =>
    /arn:aws[a-z-]*:|amazonaws\.com(?!\/doc\/)/.test(
      readFileSync(root + path, 'utf8').replaceAll(/'\w+\.amazonaws\.com'/g, ''),
    ),
  );
  expect(named).toEqual([]);
});

it('keeps the records by key, with the index of the board', () => {
  template.hasResource('AWS::DynamoDB::Table', {
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    Properties: {
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      GlobalSecondaryIndexes: [
        {
          IndexName: 'board',
          KeySchema: [
            { AttributeName: 'board', KeyType: 'HASH' },
            { AttributeName: 'boardAt', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['caseId', 'version'] },
        },
      ],
    },
  });
});

it('runs every function on Node 24, x86_64, with a log of its own', () => {
  const functions = Object.values(template.findResources('AWS::Lambda::Function'));
  expect(functions.map(({ Properties }) => Properties.FunctionName).sort()).toEqual(
    FunctionName.options.map((name) => `leizhou-${name}`).sort(),
  );
  for (const { Properties } of functions) {
    expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['x86_64'] });
    expect(Properties.LoggingConfig.LogGroup).toBeDefined();
    expect(Properties.Environment.Variables).toMatchObject({
      REGULATION_ID: 'leizhou',
      NOTIFY_FUNCTION: 'leizhou-notify-people',
    });
  }
});

it('gives each function an environment that it can read', () => {
  for (const { Properties } of [china, commercial].flatMap((each) =>
    Object.values(each.findResources('AWS::Lambda::Function')),
  )) {
    const environment = resolveEnvironment(Properties);
    const name: string = Properties.FunctionName;
    const schema = name.endsWith('intake-items')
      ? IntakeEnvironment
      : name.endsWith('bridge-sms')
        ? BridgeEnvironment
        : name.endsWith('take-receipts')
          ? ReceiptsEnvironment
          : name.endsWith('serve-desk')
            ? DeskEnvironment
            : Environment;
    expect(() => readEnvironment(schema, environment), name).not.toThrow();
  }
});

it('tells the desk alone which claims of a token say who somebody is', () => {
  const claims = Object.values(china.findResources('AWS::Lambda::Function')).flatMap(({ Properties }) => {
    const { CLAIMS } = Properties.Environment.Variables;
    return CLAIMS === undefined ? [] : [[Properties.FunctionName, JSON.parse(CLAIMS)]];
  });
  expect(claims).toEqual([['leizhou-serve-desk', DEFAULT_CLAIMS]]);
});

it('makes a secret for each feed that signs, which no template has seen, and gives it to the intake alone', () => {
  const secrets = Object.values(commercial.findResources('AWS::SecretsManager::Secret'));
  expect(secrets.map(({ Properties }) => Properties.Name).sort()).toEqual([
    'leizhou/feeds/demo',
    'leizhou/feeds/other',
  ]);
  for (const { Properties, DeletionPolicy } of secrets) {
    expect(Properties.SecretString).toBeUndefined();
    expect(Properties.GenerateSecretString).toMatchObject({
      GenerateStringKey: 'current',
      PasswordLength: 44,
    });
    expect(DeletionPolicy).toMatch(/^Retain/);
  }
  const holders = Object.values(commercial.findResources('AWS::Lambda::Function')).filter(
    ({ Properties }) => Properties.Environment.Variables.INTAKE !== undefined,
  );
  expect(holders.map(({ Properties }) => Properties.FunctionName)).toEqual(['leizhou-intake-items']);
});

it('takes texts over topic, bridge and gateway where SNS has no SMS, and keeps what failed', () => {
  china.hasResourceProperties('AWS::SNS::Topic', {
    TopicName: 'leizhou-sms',
    KmsMasterKeyId: Match.anyValue(),
  });
  china.hasResourceProperties('AWS::SNS::Subscription', {
    Protocol: 'lambda',
    RedrivePolicy: Match.anyValue(),
  });
  china.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
    MaximumRetryAttempts: 2,
    DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
  });
  china.hasResourceProperties('AWS::SQS::Queue', { QueueName: 'leizhou-sms-dead-letters' });
  const names = Object.values(commercial.findResources('AWS::Lambda::Function')).map(
    ({ Properties }) => Properties.FunctionName,
  );
  expect(names).not.toContain('leizhou-bridge-sms');
  expect(names).not.toContain('leizhou-take-receipts');
});

it('tries a text for 72 hours out of its mailbox, which has it back before Lambda or the topic gives it up', () => {
  const first = '2026-03-02T02:00:00.000Z';
  const hours = (until: string): number => (Date.parse(until) - Date.parse(first)) / 3_600_000;
  expect(hours(lastTry(first))).toBe(72);
  const seconds = (lengthInDays(FLIGHT_LASTS) * 86_400).toFixed();
  // What Lambda still has by then is not sent; the look of every minute sends it in another text.
  china.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
    FunctionName: { Ref: Match.stringLikeRegexp('bridgesms') },
    MaximumEventAgeInSeconds: Number(seconds),
    MaximumRetryAttempts: 2,
  });
  china.hasResourceProperties('AWS::Events::Rule', {
    ScheduleExpression: 'rate(1 minute)',
    State: 'ENABLED',
    Targets: [Match.objectLike({ Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('notifypeople'), 'Arn'] } })],
  });
  const queues = Object.values(china.findResources('AWS::SQS::Queue'));
  const letters = queues.find(({ Properties }) => Properties.QueueName === 'leizhou-sms-dead-letters');
  // Operators find there what happened in the whole time of an outage.
  expect(letters?.Properties.MessageRetentionPeriod / 3600).toBeGreaterThan(72);
});

it('gives the gateway a secret of its own to sign receipts with, or a policy where the API asks for SigV4', () => {
  const signed = synthesize(DEPLOYMENTS['aws-cn, signature, bridge, own key']);
  const names = (template: typeof china): string[] =>
    Object.values(template.findResources('AWS::SecretsManager::Secret')).map(
      ({ Properties }) => Properties.Name,
    );
  expect(names(signed)).toContain('leizhou/sms-receipts');
  expect(names(china)).not.toContain('leizhou/sms-receipts');
  expect(names(commercial)).not.toContain('leizhou/sms-receipts');
  china.hasResourceProperties('AWS::IAM::ManagedPolicy', { ManagedPolicyName: 'leizhou-sms-receipts' });
  const policies = Object.values(signed.findResources('AWS::IAM::ManagedPolicy'));
  expect(policies).toEqual([]);
});

it('holds the one key of both tables itself when it is told to, and keeps that too', () => {
  const own = synthesize(DEPLOYMENTS['aws, IAM, bridge, own key']);
  own.hasResource('AWS::KMS::Key', {
    DeletionPolicy: 'Retain',
    Properties: { EnableKeyRotation: true },
  });
  own.resourceCountIs('AWS::KMS::Key', 1);
  own.resourcePropertiesCountIs(
    'AWS::DynamoDB::Table',
    { SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: Match.anyValue() } },
    2,
  );
  expect(Object.keys(china.findResources('AWS::KMS::Key'))).toEqual([]);
});

it('keeps every machine with its role and its log, which holds no data of the case', () => {
  const machines = template.findResources('AWS::StepFunctions::StateMachine');
  expect(Object.values(machines).map(({ Properties }) => Properties.StateMachineName)).toEqual(
    LEVELS.map((level) => `leizhou-${level}`),
  );
  for (const [id, { DeletionPolicy, Properties }] of Object.entries(machines)) {
    expect(DeletionPolicy).toBe('RetainExceptOnCreate');
    expect(Properties).toMatchObject({
      StateMachineType: 'STANDARD',
      LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
    });
    // Named after the level, whatever the order.
    expect(id).toContain(`Workflows${Properties.StateMachineName.replace('leizhou-', '')}Machine`);
    const role = Properties.RoleArn['Fn::GetAtt'][0];
    expect(template.toJSON().Resources[role].DeletionPolicy).toBe('RetainExceptOnCreate');
  }
});

it('sweeps every five minutes', () => {
  // Lambda itself would try a failed sweep twice more, beside the next one.
  template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
    FunctionName: { Ref: Match.stringLikeRegexp('sweepcases') },
    MaximumRetryAttempts: 0,
    MaximumEventAgeInSeconds: 300,
  });
  template.hasResourceProperties('AWS::Events::Rule', {
    ScheduleExpression: 'rate(5 minutes)',
    Targets: [Match.objectLike({ RetryPolicy: { MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 300 } })],
  });
});

it('looks every minute for texts that may be sent by then', () => {
  template.hasResourceProperties('AWS::Events::Rule', {
    ScheduleExpression: 'rate(1 minute)',
    Targets: [Match.objectLike({ Input: '{}', RetryPolicy: { MaximumRetryAttempts: 0 } })],
  });
});

it('sets concurrency aside where the settings say so', () => {
  const reserved = synthesize({ reservedConcurrency: { 'enforce-duty': 20 } });
  reserved.hasResourceProperties('AWS::Lambda::Function', {
    FunctionName: 'leizhou-enforce-duty',
    ReservedConcurrentExecutions: 20,
  });
  const others = Object.values(template.findResources('AWS::Lambda::Function'));
  expect(others.every(({ Properties }) => Properties.ReservedConcurrentExecutions === undefined)).toBe(true);
});

it('guards the clocks: every end of an execution that was not its own', () => {
  template.hasResourceProperties('AWS::Events::Rule', {
    EventPattern: {
      source: ['aws.states'],
      'detail-type': ['Step Functions Execution Status Change'],
      detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'], stateMachineArn: Match.anyValue() },
    },
    Targets: [Match.objectLike({ DeadLetterConfig: Match.anyValue() })],
  });
  template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
    FunctionName: { Ref: Match.stringLikeRegexp('guardclocks') },
    MaximumRetryAttempts: 2,
    DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
  });
});

it('tells where the API, the machines and the dashboard are', () => {
  const outputs = Object.keys(template.findOutputs('*'));
  expect(outputs.sort()).toEqual(
    ['ApiUrl', 'Dashboard', ...LEVELS.map((id) => `Console${id[0]!.toUpperCase()}${id.slice(1)}`)].sort(),
  );
  const urls = (each: typeof china) => JSON.stringify(each.findOutputs('ConsoleRed'));
  expect(urls(china)).toContain('https://console.amazonaws.cn/states/');
  expect(urls(commercial)).toContain('https://console.aws.amazon.com/states/');
});
