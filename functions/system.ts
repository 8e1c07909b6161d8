import type { Environment } from '../shared/contracts/environment.ts';
import { createLambdaDispatch, type DispatchNotices } from '../shared/notices/dispatch.ts';
import { createSnsSms, createTopicSms, type Sms } from '../shared/notices/sms.ts';
import { createNumbering } from '../shared/office/numbering.ts';
import { createOffice } from '../shared/office/office.ts';
import { createItemIntake } from '../shared/office/take-item.ts';
import { createAnswers } from '../shared/records/answers.ts';
import { createCases } from '../shared/records/cases.ts';
import { createDynamoTable } from '../shared/records/dynamo-table.ts';
import { createItems } from '../shared/records/items.ts';
import { createNumbers } from '../shared/records/numbers/numbers.ts';
import { createRefusals } from '../shared/records/refusals.ts';
import { createRosters } from '../shared/records/roster.ts';
import { createStories } from '../shared/records/stories.ts';
import type { LogTable, Table } from '../shared/records/table.ts';
import { createDeliveries } from '../shared/records/texts/deliveries.ts';
import { createMailboxes } from '../shared/records/texts/mailboxes.ts';
import { createSentTexts } from '../shared/records/texts/sent-texts.ts';
import { createWatches } from '../shared/records/watches.ts';
import { regulationInForce } from '../shared/regulations/index.ts';
import type { Regulation } from '../shared/regulations/schema.ts';
import { createSfnWorkflows, type Workflows } from '../shared/workflows/executions.ts';
import { logProblem } from './log-problem.ts';

/** What the case files rest on. */
interface FilePorts {
  regulation: Regulation;
  /** All but the logs of the cases. */
  table: Table;
  log: LogTable;
  now: () => string;
  onProblem: (what: string, error: unknown) => void;
}
/** Beside them, what wakes the clocks. */
interface ClockPorts extends FilePorts {
  workflows: Workflows;
}
/** And what a command of the office sets going. */
interface OfficePorts extends ClockPorts {
  dispatch: DispatchNotices;
  /** See createChangeCase. */
  pause?: (milliseconds: number) => Promise<void>;
}
/** What reaches outside: everything else of the system is built on these. */
export interface Ports extends OfficePorts {
  sms: Sms;
  /** Asks for a look into the mailboxes at an instant; where they are looked into every minute anyhow, nothing need be asked. */
  wakeAt: (at: string) => void;
}

// The system is wired in layers, each upon the one before: a function is bundled with, and builds, only the layers below
// its own, and the system has them all.
const buildFiles = <P extends FilePorts>(ports: P) => ({
  ...ports,
  cases: createCases({ ...ports, records: ports.table }),
  watches: createWatches(ports.table),
});

const buildOffice = <P extends OfficePorts>(ports: P) => {
  const files = { ...buildFiles(ports), rosters: createRosters(ports.table) };
  const office = createOffice({
    ...files,
    onLostEffect: (caseId, effect, error) => files.onProblem(`${caseId} ${effect}`, error),
  });
  return {
    ...files,
    office,
    numbering: createNumbering({ ...files, office, numbers: createNumbers(files.table) }),
  };
};

const buildTexts = (table: Table) => ({
  deliveries: createDeliveries(table),
  mailboxes: createMailboxes(table),
});
/** Everything about texts but the sending. */
const buildBridge = <P extends OfficePorts & Pick<Ports, 'wakeAt'>>(ports: P) => ({
  ...buildOffice(ports),
  ...buildTexts(ports.table),
  sentTexts: createSentTexts(ports.table),
});

const buildTexting = <P extends Ports>(ports: P) => ({
  ...buildOffice(ports),
  items: createItems(ports.table, ports.onProblem),
  ...buildTexts(ports.table),
});

const buildIntake = <P extends OfficePorts>(ports: P) => {
  const { table } = ports;
  const below = {
    ...buildOffice(ports),
    items: createItems(table, ports.onProblem),
    stories: createStories(table, ports.regulation),
    refusals: createRefusals(table),
    answers: createAnswers(table),
    mailboxes: createMailboxes(table),
  };
  return { ...below, intake: createItemIntake(below) };
};

/** The parts that the functions share, wired once. */
export const buildSystem = (ports: Ports) => ({
  ...buildIntake(ports),
  ...buildTexts(ports.table),
});
export type System = ReturnType<typeof buildSystem>;

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
