import { ArnFormat, type Stack } from 'aws-cdk-lib';
import type { CfnSecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { clockedLevelsOf } from '../../../shared/regulations/index.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { machineName } from '../../../statemachines/state-names.ts';
import { type FunctionName, functionName } from '../../settings/function-names.ts';

// ARNs made from names: the machines call functions that start machines, and references would go in a circle.

export const functionArn = (stack: Stack, bureau: string, name: FunctionName): string =>
  stack.formatArn({
    service: 'lambda',
    resource: 'function',
    resourceName: functionName(bureau, name),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

const statesArn = (stack: Stack, resource: string, resourceName: string): string =>
  stack.formatArn({
    service: 'states',
    resource,
    resourceName,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

/** Level → ARN of its state machine, for the levels of every version of the regulation. */
export const machineArns = (stack: Stack, bureau: string, regulation: Regulation): Record<string, string> =>
  Object.fromEntries(
    clockedLevelsOf(regulation.id).map(({ level: { id } }) => [
      id,
      statesArn(stack, 'stateMachine', machineName(bureau, id)),
    ]),
  );

/** The same in as few characters as a function's environment has room for: the levels → one ARN, `*` in the place of the level. */
export const machineArnsInShort = (
  stack: Stack,
  bureau: string,
  regulation: Regulation,
): Record<string, string> => {
  const levels = Object.keys(machineArns(stack, bureau, regulation));
  const ANY = 'x';
  return {
    [levels.join(' ')]: statesArn(
      stack,
      'stateMachine',
      machineName(bureau, ANY).replace(new RegExp(`${ANY}$`), '*'),
    ),
  };
};

/** Every execution of every level's machine, as a policy names them. */
export const executionArns = (stack: Stack, bureau: string, regulation: Regulation): string[] =>
  clockedLevelsOf(regulation.id).map(({ level: { id } }) =>
    statesArn(stack, 'execution', `${machineName(bureau, id)}:*`),
  );

/** A secret's whole ARN as its attribute: the same as its reference on AWS, which the emulator takes for the name. */
export const secretArn = (secret: Secret): string => (secret.node.defaultChild as CfnSecret).attrId;
