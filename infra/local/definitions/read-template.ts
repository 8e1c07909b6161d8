import type { AslDefinition } from '../asl.ts';
import {
  buildStateMachineArn,
  LOCAL_ACCOUNT,
  LOCAL_PARTITION,
  LOCAL_REGION,
  LOCAL_URL_SUFFIX,
} from '../local-names.ts';

/** As much of a CloudFormation template as is read here. */
export interface CloudFormationTemplate {
  readonly Resources?: Readonly<Record<string, CloudFormationResource>>;
}

interface CloudFormationResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

const PSEUDO_PARAMETERS: Readonly<Record<string, string>> = {
  'AWS::Partition': LOCAL_PARTITION,
  'AWS::Region': LOCAL_REGION,
  'AWS::AccountId': LOCAL_ACCOUNT,
  'AWS::URLSuffix': LOCAL_URL_SUFFIX,
  'AWS::StackName': 'local',
};

/**
 * The definitions of a template's named state machines: machine name → ASL. References to Lambda functions become
 * their FunctionName, references to state machines their local ARN, pseudo parameters fixed local values. Throws an
 * Error naming the machine and the intrinsic that cannot be resolved here.
 */
export const readDefinitions = (template: CloudFormationTemplate): Record<string, AslDefinition> => {
  const resources = template.Resources ?? {};
  const definitions: Record<string, AslDefinition> = {};
  for (const { Type: type, Properties: properties = {} } of Object.values(resources)) {
    const name = properties.StateMachineName;
    if (type !== 'AWS::StepFunctions::StateMachine' || name === undefined) continue;
    const machine = resolveText(name, resources);
    try {
      definitions[machine] = readDefinition(properties, resources);
    } catch (error) {
      throw new Error(`the definition of ${machine} cannot be read: ${(error as Error).message}`, {
        cause: error,
      });
    }
  }
  return definitions;
};

type Resources = NonNullable<CloudFormationTemplate['Resources']>;

const readDefinition = (
  properties: Readonly<Record<string, unknown>>,
  resources: Resources,
): AslDefinition => {
  const { DefinitionString: source, DefinitionSubstitutions: substitutions = {} } = properties;
  if (source === undefined) throw new Error('it has no DefinitionString');
  let text = resolveText(source, resources);
  for (const [key, value] of Object.entries(substitutions as object)) {
    text = text.replaceAll(`\${${key}}`, resolveText(value, resources));
  }
  return JSON.parse(text) as AslDefinition;
};

/** The text that an intrinsic stands for. */
const resolveText = (value: unknown, resources: Resources): string => {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  const [intrinsic, argument] = Object.entries((value ?? {}) as Record<string, unknown>)[0] ?? [];
  switch (intrinsic) {
    case 'Ref':
      return resolveReference(String(argument), undefined, resources);
    case 'Fn::GetAtt': {
      const [id, attribute] = Array.isArray(argument) ? argument : String(argument).split('.');
      return resolveReference(id, attribute, resources);
    }
    case 'Fn::Join': {
      const [separator, parts] = argument as [string, unknown[]];
      return parts.map((part) => resolveText(part, resources)).join(separator);
    }
    case 'Fn::Sub':
      return resolveSub(argument, resources);
    default:
      throw new Error(`no local value for ${JSON.stringify(value)}`);
  }
};

const resolveSub = (argument: unknown, resources: Resources): string => {
  const [text, variables] = (Array.isArray(argument) ? argument : [argument, {}]) as [
    string,
    Record<string, unknown>,
  ];
  return text.replace(/\$\{([^}]+)\}/g, (whole, key: string) => {
    if (key.startsWith('!')) return whole.replace('!', '');
    if (Object.hasOwn(variables, key)) return resolveText(variables[key], resources);
    const [id, attribute] = key.split('.');
    return resolveReference(id!, attribute, resources);
  });
};

const resolveReference = (id: string, attribute: string | undefined, resources: Resources): string => {
  const pseudo = PSEUDO_PARAMETERS[id];
  if (pseudo !== undefined && attribute === undefined) return pseudo;
  const resource = resources[id];
  const properties = resource?.Properties ?? {};
  if (
    resource?.Type === 'AWS::Lambda::Function' &&
    isNameOrArn(attribute) &&
    properties.FunctionName !== undefined
  ) {
    return resolveText(properties.FunctionName, resources);
  }
  const isMachine = resource?.Type === 'AWS::StepFunctions::StateMachine';
  if (isMachine && properties.StateMachineName !== undefined) {
    const name = resolveText(properties.StateMachineName, resources);
    return attribute === 'Name' ? name : buildStateMachineArn(name);
  }
  const reference = attribute === undefined ? { Ref: id } : { 'Fn::GetAtt': [id, attribute] };
  throw new Error(
    `no local value for ${JSON.stringify(reference)} (${resource?.Type ?? 'no such resource'})`,
  );
};

const isNameOrArn = (attribute: string | undefined): boolean =>
  attribute === undefined || attribute === 'Arn';
