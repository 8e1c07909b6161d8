import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { createServeDesk } from '../../functions/serve-desk/handler.ts';
import { buildSystem, type Ports } from '../../functions/system.ts';
import { FUNCTIONS, FunctionName } from '../../infra/constructs/function-names.ts';
import { exampleSettings, readSettings } from '../../infra/settings.ts';
import { ShixianStack } from '../../infra/shixian-stack.ts';
import { createMemoryTable } from '../../shared/records/memory-table.ts';
import { leizhou } from '../../shared/regulations/leizhou.ts';

const synthesize = (region?: string): Template => {
  const app = new App({
    analyticsReporting: false,
    context: {
      ...JSON.parse(readFileSync('cdk.json', 'utf8')).context,
      'aws:cdk:bundling-stacks': [],
      'aws:cdk:disable-asset-staging': true,
    },
  });
  const env = region === undefined ? undefined : { account: '111122223333', region };
  return Template.fromStack(new ShixianStack(app, 'Test', { settings: exampleSettings(), env }));
};
const template = synthesize();
const text = JSON.stringify(template.toJSON());
interface Statement {
  Effect: string;
  Action: string | string[];
  Resource?: unknown;
  NotResource?: unknown;
}
const statements = Object.values(template.findResources('AWS::IAM::Policy')).flatMap(
  ({ Properties }) => Properties.PolicyDocument.Statement as Statement[],
);

describe.each([
  ['aws', 'eu-central-1'],
  ['aws-cn', 'cn-north-1'],
  ['aws-us-gov', 'us-gov-west-1'],
])('in %s', (partition, region) => {
  it('every ARN is of that partition', () => {
    const arns = [...JSON.stringify(synthesize(region).toJSON()).matchAll(/\barn:([a-z-]+):/g)];
    expect(new Set(arns.map(([, found]) => found))).toEqual(new Set([partition]));
  });
});

it('names no partition when it is not told one', () => {
  expect(text).not.toMatch(/arn:aws/);
});

// The one namespace of SNS's XML (…/doc/…) is no address.
it('no source of ours names a partition', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const named = globSync('{infra,statemachines,functions,shared}/**/*.ts', { cwd: root }).filter((path) =>
    /arn:aws[a-z-]*:|amazonaws\.com(?!\/doc\/)/.test(readFileSync(root + path, 'utf8')),
  );
  expect(named).toEqual([]);
});

it('keeps the table, its backups and its index', () => {
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

it('gives the feeds’ secrets to the intake alone, as a reference', () => {
  const holders = Object.values(template.findResources('AWS::Lambda::Function')).filter(
    ({ Properties }) => Properties.Environment.Variables.FEED_SECRETS !== undefined,
  );
  expect(holders.map(({ Properties }) => Properties.FunctionName)).toEqual(['leizhou-intake-items']);
  expect(JSON.stringify(holders)).toContain('resolve:secretsmanager');
});

it('keeps every machine with its role and its log, which holds no data of the case', () => {
  const machines = template.findResources('AWS::StepFunctions::StateMachine');
  expect(Object.values(machines).map(({ Properties }) => Properties.StateMachineName)).toEqual(
    ['blue', 'yellow', 'orange', 'red'].map((level) => `leizhou-${level}`),
  );
  for (const [id, { DeletionPolicy, Properties }] of Object.entries(machines)) {
    expect(DeletionPolicy).toBe('Retain');
    expect(Properties).toMatchObject({
      StateMachineType: 'STANDARD',
      LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
    });
    // Named after the level, whatever the order.
    expect(id).toContain(`Workflows${Properties.StateMachineName.replace('leizhou-', '')}Machine`);
    const role = Properties.RoleArn['Fn::GetAtt'][0];
    expect(template.toJSON().Resources[role].DeletionPolicy).toBe('Retain');
  }
});

describe('the grants', () => {
  const actions = statements.flatMap(({ Action }) => Action);

  it('name every action', () => {
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });

  it('are for named resources, but for log deliveries and telephones, which have none', () => {
    const wide = statements.filter(({ Resource }) => Resource === '*' || Resource === undefined);
    for (const { Action, NotResource } of wide) {
      if (NotResource === undefined)
        expect([Action].flat().every((each) => each.startsWith('logs:'))).toBe(true);
      else {
        expect(Action).toBe('sns:Publish');
        expect(JSON.stringify(NotResource)).toContain(':sns:*:*:*');
      }
    }
  });

  it('let only the notifier and the sweep send texts, and the planner write nothing', () => {
    expect(statements.filter(({ Action }) => Action === 'sns:Publish')).toHaveLength(2);
    expect(FUNCTIONS['plan-duties'].needs).toEqual([]);
  });
});

describe('the HTTP API', () => {
  const routes = Object.values(template.findResources('AWS::ApiGatewayV2::Route')).map(
    ({ Properties }) => Properties,
  );

  it('asks for a token on every route but the feeds’, whose signature the function checks, and the health', () => {
    const open = routes.filter(({ AuthorizationType }) => AuthorizationType !== 'JWT');
    expect(open.map(({ RouteKey }) => RouteKey).sort()).toEqual([
      'GET /v1/health',
      'POST /v1/feeds/{feed}/items',
    ]);
  });

  it('has exactly the routes that the functions serve', () => {
    const system = buildSystem({ regulation: leizhou, table: createMemoryTable() } as unknown as Ports);
    const served = createServeDesk(system).map(({ method, path }) => `${method} ${path}`);
    expect(routes.map(({ RouteKey }) => RouteKey).sort()).toEqual(
      [...served, 'POST /v1/feeds/{feed}/items'].sort(),
    );
  });

  it('takes tokens of the issuer that the settings name', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      AuthorizerType: 'JWT',
      JwtConfiguration: { Issuer: 'https://issuer.example.invalid/', Audience: ['example-audience'] },
    });
  });
});

it('sweeps every five minutes', () => {
  template.hasResourceProperties('AWS::Events::Rule', {
    ScheduleExpression: 'rate(5 minutes)',
    Targets: [Match.objectLike({ RetryPolicy: { MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 300 } })],
  });
});

describe('the settings', () => {
  const none = () => undefined;

  it('come from the context, else from the environment, else are the example', () => {
    const environment = { SHIXIAN_BUREAU: 'from-environment', SHIXIAN_JWT_AUDIENCE: 'one, two' };
    expect(readSettings(none, {}).bureau).toBe('leizhou');
    expect(readSettings(none, environment)).toMatchObject({
      bureau: 'from-environment',
      jwtAudience: ['one', 'two'],
    });
    expect(readSettings((key) => (key === 'bureau' ? 'from-context' : undefined), environment).bureau).toBe(
      'from-context',
    );
  });

  it.each([
    ['bureau', '雷州'],
    ['regulation', 'atlantis'],
    ['jwtIssuer', 'http://issuer.example.invalid/'],
    ['jwtAudience', ' '],
  ])('refuse a %s such as %j', (wrong, value) => {
    expect(() => readSettings((key) => (key === wrong ? value : undefined), {})).toThrow(wrong);
  });
});
