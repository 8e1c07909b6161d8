import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { FunctionName } from '../../settings/function-names.ts';
import {
  buildLocalArn,
  LOCAL_ACCOUNT,
  LOCAL_PARTITION,
  LOCAL_REGION,
  LOCAL_URL_SUFFIX,
} from '../local-names.ts';

/** As much of a template as is read here. */
const Template = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.record(z.string(), z.unknown()).optional(),
      Metadata: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
});
export type Template = z.infer<typeof Template>;
type Resources = Template['Resources'];

/** A function as it is deployed. */
export interface DeployedFunction {
  /** Without the bureau's name. */
  name: string;
  runtime: string;
  bundle: string;
  environment: Readonly<Record<string, string>>;
}

const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::Partition': LOCAL_PARTITION,
  'AWS::Region': LOCAL_REGION,
  'AWS::AccountId': LOCAL_ACCOUNT,
  'AWS::URLSuffix': LOCAL_URL_SUFFIX,
};
/** What `Ref` gives of these is an ARN; of others it is a name. */
const REFERRED_BY_ARN = new Set(['AWS::SNS::Topic', 'AWS::SecretsManager::Secret']);

const arnOf = (id: string, type = 'AWS::Other::Thing'): string =>
  buildLocalArn(type.split('::')[1]!.toLowerCase(), id);

/** The text of a template's value, with plausible names where the deployment would put real ones. */
export const plausible = (value: unknown, resources: Resources): string => {
  if (typeof value === 'string') return value;
  const [intrinsic, argument] = Object.entries((value ?? {}) as Record<string, unknown>)[0] ?? [];
  if (intrinsic === 'Ref' && typeof argument === 'string') {
    const type = resources[argument]?.Type;
    if (type === 'AWS::SQS::Queue') return `https://queue.example.invalid/${argument}`;
    return PSEUDO[argument] ?? (REFERRED_BY_ARN.has(type ?? '') ? arnOf(argument, type) : argument);
  }
  if (intrinsic === 'Fn::GetAtt' && Array.isArray(argument))
    return argument[1] === 'Arn' ? arnOf(argument[0], resources[argument[0]]?.Type) : argument.join('.');
  if (intrinsic === 'Fn::Join' && Array.isArray(argument))
    return (argument[1] as unknown[]).map((part) => plausible(part, resources)).join(String(argument[0]));
  throw new Error(`No plausible value for ${JSON.stringify(value)}`);
};

/** Without the bureau's name, which may hold hyphens itself; a name that is none of ours stays whole. */
const shortNameOf = (name: string): string =>
  FunctionName.options.find((each) => name.endsWith(`-${each}`)) ?? name;

/** The functions of a template whose code is a bundle of the assembly in `folder`. */
export const functionsIn = (template: unknown, folder: string): DeployedFunction[] => {
  const { Resources } = Template.parse(template);
  return Object.values(Resources).flatMap(({ Type, Properties = {}, Metadata = {} }) => {
    const asset = Metadata['aws:asset:path'];
    if (Type !== 'AWS::Lambda::Function' || typeof asset !== 'string') return [];
    const variables = (Properties.Environment as { Variables?: Record<string, unknown> })?.Variables ?? {};
    return {
      name: shortNameOf(plausible(Properties.FunctionName, Resources)),
      runtime: String(Properties.Runtime),
      // `index.handler`: the bundle is ESM.
      bundle: join(folder, asset, `${String(Properties.Handler).split('.')[0]}.mjs`),
      environment: Object.fromEntries(
        Object.entries(variables).map(([key, value]) => [key, plausible(value, Resources)]),
      ),
    };
  });
};

/** The SDK's clients that a bundle carries, by its source map: `client-dynamodb` … */
export const clientsIn = (bundle: string): string[] => {
  const { sources } = z
    .object({ sources: z.array(z.string()) })
    .parse(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')));
  return clientsAmong(sources);
};
export const clientsAmong = (sources: readonly string[]): string[] =>
  [
    ...new Set(
      sources.flatMap((source) => /node_modules\/@aws-sdk\/(client-[a-z-]+)\//.exec(source)?.[1] ?? []),
    ),
  ].sort();
