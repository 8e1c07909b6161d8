/** The one place that says which partition, account and region the local machinery pretends to be in. */
export const LOCAL_PARTITION = 'aws';
export const LOCAL_REGION = 'local';
export const LOCAL_ACCOUNT = '000000000000';
export const LOCAL_URL_SUFFIX = 'localhost';

/** An ARN of a local resource: `arn:<partition>:<service>:<region>:<account>:<resource>`. */
export const buildLocalArn = (service: string, resource: string): string =>
  ['arn', LOCAL_PARTITION, service, LOCAL_REGION, LOCAL_ACCOUNT, resource].join(':');

export const buildStateMachineArn = (machine: string): string =>
  buildLocalArn('states', `stateMachine:${machine}`);

export const buildExecutionArn = (machine: string, name: string): string =>
  buildLocalArn('states', `execution:${machine}:${name}`);

/** The machine's name from any partition's `…:stateMachine:<name>`; undefined when it is not such an ARN. */
export const readMachineName = (arn: string): string | undefined => /:stateMachine:([^:]+)$/.exec(arn)?.[1];

/** A function's name from its name, `name:alias`, partial ARN or ARN. */
export const readFunctionName = (nameOrArn: string): string => {
  const fromArn = /(?:^|:)function:([^:]+)/.exec(nameOrArn)?.[1];
  return fromArn ?? nameOrArn.split(':')[0]!;
};
