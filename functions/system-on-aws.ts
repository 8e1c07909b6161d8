import { createDynamoTable } from '../shared/aws/dynamo-table.ts';
import { createLambdaDispatch } from '../shared/aws/lambda-dispatch.ts';
import { createSfnWorkflows } from '../shared/aws/sfn-workflows.ts';
import { createSnsSms, createTopicSms } from '../shared/aws/sns-sms.ts';
import type { Environment } from '../shared/contracts/environment.ts';
import { createRefusals } from '../shared/records/register/refusals.ts';
import { regulationInForce } from '../shared/regulations/index.ts';
import { logProblem } from './log-problem.ts';
import {
  buildBridge,
  buildFiles,
  buildIntake,
  buildOffice,
  buildSystem,
  buildTexting,
  type ClockPorts,
  type FilePorts,
  type OfficePorts,
  type Ports,
  type System,
} from './system.ts';

const filePorts = (environment: Environment): FilePorts => {
  return {
    regulation: regulationInForce(environment.REGULATION_ID, environment.REGULATION_SETTINGS),
    table: createDynamoTable(environment.TABLE_NAME),
    log: createDynamoTable(environment.LOG_TABLE_NAME),
    now: () => new Date().toISOString(),
    onProblem: logProblem,
  };
};
const clockPorts = (environment: Environment): ClockPorts => ({
  ...filePorts(environment),
  workflows: createSfnWorkflows(environment.MACHINE_ARNS),
});
const officePorts = (environment: Environment): OfficePorts => ({
  ...clockPorts(environment),
  dispatch: createLambdaDispatch(environment.NOTIFY_FUNCTION),
});
/** A rule of EventBridge looks every minute (infra/constructs/sweep-schedule.ts). */
const wakeAt = (): void => undefined;
const ports = (environment: Environment): Ports => ({
  ...officePorts(environment),
  sms: environment.SMS_TOPIC_ARN === undefined ? createSnsSms() : createTopicSms(environment.SMS_TOPIC_ARN),
  wakeAt,
});

// On AWS, from a function's environment. Each throws when the regulation is unknown.

/** The case files. Client: DynamoDB. */
export const filesFrom = (environment: Environment) => buildFiles(filePorts(environment));
/** The case files and the clocks. Clients: DynamoDB, Step Functions. */
export const clocksFrom = (environment: Environment) => buildFiles(clockPorts(environment));
/** What carries commands into a case. Clients: DynamoDB, Step Functions, Lambda. */
export const officeFrom = (environment: Environment) => buildOffice(officePorts(environment));
/** The office and what takes items in. Its clients. */
export const intakeFrom = (environment: Environment) => buildIntake(officePorts(environment));
/** The office and what sends texts. Its clients and SNS. */
export const textingFrom = (environment: Environment) => buildTexting(ports(environment));
/** The office, and what becomes of texts once the gateway has answered. The office's clients. */
export const bridgeFrom = (environment: Environment) => buildBridge({ ...officePorts(environment), wakeAt });
/** The office, and what finds the case that a receipt is about. The office's clients. */
export const receiptsFrom = (environment: Environment) => {
  const system = bridgeFrom(environment);
  return { ...system, refusals: createRefusals(system.table) };
};
/** Everything. */
export const systemFrom = (environment: Environment): System => buildSystem(ports(environment));
