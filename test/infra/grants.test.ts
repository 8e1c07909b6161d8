import { describe, expect, it } from 'vitest';
import { BRIDGED, FunctionName } from '../../infra/settings/function-names.ts';
import { DEPLOYMENTS, type Statement, statementsByFunction, synthesize } from './templates.ts';

const LOG = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const CARRY_OUT = ['lambda:InvokeFunction', 'states:SendTaskSuccess', 'states:StartExecution'];
const QUEUE = ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'];

/** All that each function may call beside the tables (grants/tables.test.ts); a call that is added to one has to be added here, by somebody who means it. */
const ALLOWED: Readonly<Record<FunctionName, readonly string[]>> = {
  'intake-items': CARRY_OUT,
  'serve-desk': [
    ...CARRY_OUT,
    'states:DescribeExecution',
    'states:DescribeStateMachine',
    'states:GetExecutionHistory',
  ],
  'schedule-duties': [],
  'watch-case': ['states:SendTaskSuccess'],
  'enforce-duty': CARRY_OUT,
  'archive-case': CARRY_OUT,
  'transfer-case': CARRY_OUT,
  'report-fault': CARRY_OUT,
  'notify-people': [...CARRY_OUT, 'sns:Publish'],
  'sweep-cases': [...CARRY_OUT, 'sns:Publish', 'states:DescribeExecution'],
  'guard-clocks': [...CARRY_OUT, ...QUEUE, 'sns:Publish'],
  'bridge-sms': [...CARRY_OUT, ...QUEUE, 'secretsmanager:GetSecretValue'],
  'take-receipts': CARRY_OUT,
  'serve-files': [],
};
const KEY = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];
const TRACES = ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'];

const actionsOf = (statements: readonly Statement[]): string[] =>
  statements.flatMap(({ Action }) => Action).sort();

describe.each(Object.entries(DEPLOYMENTS))('a deployment of %s', (_, more) => {
  const template = synthesize(more);
  const byFunction = statementsByFunction(template);
  const statements = Object.values(template.findResources('AWS::IAM::Policy')).flatMap(
    ({ Properties }) => Properties.PolicyDocument.Statement as Statement[],
  );
  const isBridged = more?.sms?.channel !== 'sns-direct';
  const isSigned = more?.intake?.authorization === 'signature';
  const traces = !more?.region?.startsWith('cn-');

  it('allows each function its own calls and no other', () => {
    const names = FunctionName.options.filter((name) => !BRIDGED.includes(name) || isBridged);
    expect([...byFunction.keys()].sort()).toEqual([...names].sort());
    for (const name of names) {
      const expected = [
        ...ALLOWED[name],
        ...LOG,
        // Who asks the tables for nothing has no use for their key.
        ...(more?.tableKey === 'customer' && name !== 'serve-files' ? KEY : []),
        ...(traces ? TRACES : []),
        ...(['intake-items', 'take-receipts'].includes(name) && isSigned
          ? ['secretsmanager:GetSecretValue']
          : []),
      ];
      const actions = actionsOf(byFunction.get(name)!).filter((action) => !action.startsWith('dynamodb:'));
      expect(actions, name).toEqual(expected.sort());
    }
  });

  it('names every action, and every resource that AWS lets a policy name', () => {
    expect(actionsOf(statements).filter((action) => action.includes('*'))).toEqual([]);
    // AWS's service authorization reference has no resource types for these.
    const nameless =
      /^(states:SendTaskSuccess|xray:\w+|logs:(\w+LogDelivery|ListLogDeliveries|DescribeLogGroups|\w+ResourcePolic(y|ies)))$/;
    for (const { Action } of statements.filter((each) => [each.Resource].flat().includes('*')))
      expect([Action].flat().filter((action) => !nameless.test(action))).toEqual([]);
    for (const { Action, NotResource } of statements.filter(({ Resource }) => Resource === undefined)) {
      // A telephone has no ARN: everything but what has one.
      expect(Action).toBe('sns:Publish');
      expect(JSON.stringify(NotResource)).toContain(':sns:*:*:*');
    }
  });
});

it('keeps the functions of one bureau away from another’s', () => {
  const json = JSON.stringify([...statementsByFunction(synthesize({ bureau: 'hohhot' }))]);
  expect(json).toContain('hohhot-');
  expect(json).not.toContain('leizhou-');
});
