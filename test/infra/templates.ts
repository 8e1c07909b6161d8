import { readFileSync } from 'node:fs';
import { App, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { exampleSettings } from '../../infra/settings/example-settings.ts';
import { FunctionName } from '../../infra/settings/function-names.ts';
import type { Settings } from '../../infra/settings/settings.ts';
import { ShixianStack } from '../../infra/shixian-stack.ts';
import { TEMPLATE_ONLY } from '../../infra/synthesize-template.ts';

export type More = Parameters<typeof exampleSettings>[0];
const DIRECT: More = { sms: { channel: 'sns-direct' } };
const SIGNED: More = { intake: { authorization: 'signature', feeds: ['demo', 'other'] } };

/** One deployment of each kind: three partitions, two ways to push, two ways to text, two owners of the key. */
export const DEPLOYMENTS: Readonly<Record<string, More>> = {
  'aws-cn, IAM, bridge': { region: 'cn-north-1' },
  'aws-cn, signature, bridge, own key': { region: 'cn-northwest-1', ...SIGNED, tableKey: 'customer' },
  'aws, signature, direct': { region: 'us-east-1', ...SIGNED, ...DIRECT },
  'aws, IAM, bridge, own key': { region: 'eu-central-1', tableKey: 'customer' },
  'aws-us-gov, signature, direct': { region: 'us-gov-west-1', ...SIGNED, ...DIRECT },
  'aws-us-gov, IAM, bridge': { region: 'us-gov-east-1' },
};

/** And one of each bureau beside 雷州. */
export const BUREAU_DEPLOYMENTS: Readonly<Record<string, More>> = {
  nanning: { region: 'cn-north-1', bureau: 'nanning', regulation: 'nanning' },
  hohhot: { region: 'cn-north-1', bureau: 'hohhot', regulation: 'hohhot' },
  petition: {
    region: 'cn-north-1',
    bureau: 'petition',
    regulation: 'petition',
    regulationSettings: { riskReviewEvery: 'P4W' },
  },
  yinzhou: { region: 'cn-north-1', bureau: 'yinzhou', regulation: 'yinzhou' },
};

const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));

export const build = (settings: Settings) => {
  const app = new App({ ...TEMPLATE_ONLY, context: { ...context, ...TEMPLATE_ONLY.context } });
  return { app, stack: new ShixianStack(app, 'Test', { settings }) };
};

const synthesized = new Map<string, Template>();
/** The template of a deployment, synthesized once; nobody changes it. */
export const synthesize = (more: More = {}): Template => {
  const key = JSON.stringify(more);
  const found = synthesized.get(key) ?? Template.fromStack(build(exampleSettings(more)).stack);
  synthesized.set(key, found);
  return found;
};

/** Synthesizes under cdk-nag as the CDK's CLI does; throws what stays unacknowledged. */
export const synthesizeChecked = (more: More = {}): void => {
  const { app } = build(exampleSettings(more));
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  app.synth();
};

export interface Statement {
  Effect: string;
  Action: string | string[];
  Resource?: unknown;
  NotResource?: unknown;
  Condition?: Readonly<Record<string, Readonly<Record<string, string | string[]>>>>;
}

/** The function's statements, by its name without the bureau, as the template grants them. */
export const statementsByFunction = (template: Template): Map<FunctionName, Statement[]> => {
  const policies = Object.values(template.findResources('AWS::IAM::Policy'));
  return new Map(
    Object.values(template.findResources('AWS::Lambda::Function')).map(({ Properties }) => {
      const role = Properties.Role['Fn::GetAtt'][0];
      const own = policies.filter((policy) =>
        policy.Properties.Roles.some((each: { Ref: string }) => each.Ref === role),
      );
      return [
        FunctionName.options.find((name) => String(Properties.FunctionName).endsWith(`-${name}`))!,
        own.flatMap((policy) => policy.Properties.PolicyDocument.Statement as Statement[]),
      ];
    }),
  );
};

/** A function's environment as it sees it: references are ARNs and names by then. */
export const resolveEnvironment = (properties: Record<string, unknown>): Record<string, string> => {
  const resolve = (value: unknown): string => {
    if (typeof value === 'string') return value;
    const [[intrinsic, argument]] = Object.entries(value as Record<string, unknown>) as [[string, unknown]];
    if (intrinsic === 'Fn::Join') return (argument as [string, unknown[]])[1].map(resolve).join('');
    if (argument === 'AWS::Region') return 'ap-southeast-1';
    if (argument === 'AWS::AccountId') return '000000000000';
    if (argument === 'AWS::Partition') return 'aws-us-gov';
    if (/DeadLetters/.test(String(argument))) return 'https://queue.example.invalid/dead-letters';
    return `arn:partition:service:a-region-name:000000000000:${JSON.stringify(argument).replaceAll('"', '')}`;
  };
  const { Variables } = properties.Environment as { Variables: Record<string, unknown> };
  return Object.fromEntries(Object.entries(Variables).map(([name, value]) => [name, resolve(value)]));
};
