import { describe, expect, it } from 'vitest';
import { clientsAmong, functionsIn, plausible } from '../../../infra/local/bench/functions-assembly.ts';
import { bareSource } from '../../../infra/local/bench/functions-bare.ts';
import { ratioOf, reportOf } from '../../../infra/local/bench/functions-report.ts';
import { buildLocalArn } from '../../../infra/local/local-names.ts';

const template = {
  Resources: {
    Table: { Type: 'AWS::DynamoDB::Table' },
    Topic: { Type: 'AWS::SNS::Topic' },
    Desk: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        FunctionName: 'leizhou-serve-desk',
        Handler: 'index.handler',
        Runtime: 'nodejs24.x',
        Environment: {
          Variables: {
            TABLE_NAME: { Ref: 'Table' },
            SMS_TOPIC_ARN: { Ref: 'Topic' },
            MACHINE_ARNS: {
              'Fn::Join': ['', ['{"red":"arn:', { Ref: 'AWS::Partition' }, ':states:…:red"}']],
            },
          },
        },
      },
      Metadata: { 'aws:asset:path': 'asset.1' },
    },
    // Without a bundle of the assembly, such as one of the CDK's own.
    Helper: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'x', Runtime: 'nodejs24.x' } },
  },
};

describe('the functions of an assembly', () => {
  it('are read with their bundle and a complete environment', () => {
    expect(functionsIn(template, '/out')).toEqual([
      {
        name: 'serve-desk',
        runtime: 'nodejs24.x',
        bundle: '/out/asset.1/index.mjs',
        environment: {
          TABLE_NAME: 'Table',
          SMS_TOPIC_ARN: buildLocalArn('sns', 'Topic'),
          MACHINE_ARNS: '{"red":"arn:aws:states:…:red"}',
        },
      },
    ]);
  });

  it('are refused when a value of the template cannot be guessed', () => {
    expect(() => plausible({ 'Fn::ImportValue': 'x' }, {})).toThrow('Fn::ImportValue');
  });

  it('name the clients in their bundle by its source map', () => {
    const at = '../../node_modules/@aws-sdk';
    expect(
      clientsAmong([
        `${at}/client-sfn/dist-es/SFNClient.js`,
        `${at}/client-dynamodb/dist-es/a.js`,
        `${at}/client-dynamodb/dist-es/b.js`,
        `${at}/nested-clients/dist-es/sts.js`,
        '../../functions/system.ts',
      ]),
    ).toEqual(['client-dynamodb', 'client-sfn']);
  });
});

describe('the bare handler', () => {
  it('builds the clients and nothing else', () => {
    const source = bareSource(['client-dynamodb', 'client-sns']);
    expect(source).toContain('new DynamoDBClient()');
    expect(source).toContain('DynamoDBDocumentClient.from(');
    expect(source).toContain('new SNSClient()');
    expect(source).not.toContain('SFNClient');
  });

  it('is not made with a client that nobody told the bench of', () => {
    expect(() => bareSource(['client-s3'])).toThrow('client-s3');
  });
});

describe('the report', () => {
  const measured = {
    name: 'serve-desk',
    clients: ['client-dynamodb', 'client-sfn'],
    bytes: 826_400,
    gzipped: 238_000,
    starts: [130, 260, 500],
    bareStarts: [100, 200, 200],
  };

  it('compares each start with the bare one beside it', () => {
    expect(ratioOf(measured)).toBe(1.3);
  });

  it('says whether the aim is met, which includes the aim itself', () => {
    const [, met, missed] = reportOf([measured, { ...measured, starts: [132, 262, 500] }]);
    expect(met!.split(/\s{2,}/)).toEqual([
      'serve-desk',
      'dynamodb sfn',
      '826 kB',
      '238 kB',
      '260 ms',
      '200 ms',
      '1.30',
      'met',
    ]);
    expect(missed!.trim().endsWith('missed')).toBe(true);
  });
});
