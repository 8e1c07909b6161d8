import type { Settings } from '../shared/contracts/settings.ts';
import { createSnsSms, createTopicSms, type Sms } from '../shared/notices/sms.ts';
import { createCases } from '../shared/records/cases.ts';
import { createDeliveries } from '../shared/records/deliveries.ts';
import { createDynamoTable } from '../shared/records/dynamo-table.ts';
import { createItems } from '../shared/records/items.ts';
import { createNumbers } from '../shared/records/numbers.ts';
import { createRefusals } from '../shared/records/refusals.ts';
import { createRosters } from '../shared/records/roster.ts';
import { createStories } from '../shared/records/stories.ts';
import type { Table } from '../shared/records/table.ts';
import { createWatches } from '../shared/records/watches.ts';
import { regulations } from '../shared/regulations/index.ts';
import type { Regulation } from '../shared/regulations/schema.ts';
import { createLambdaDispatch, type DispatchNotices } from '../shared/workflows/dispatch.ts';
import { createOffice } from '../shared/workflows/office.ts';
import { createItemDesk } from '../shared/workflows/take-item.ts';
import { createSfnWorkflows, type Workflows } from '../shared/workflows/workflows.ts';

/** What reaches outside: everything else of the system is built on these. */
export interface Ports {
  regulation: Regulation;
  table: Table;
  workflows: Workflows;
  dispatch: DispatchNotices;
  sms: Sms;
  now: () => string;
  onProblem: (what: string, error: unknown) => void;
}

/** The parts that the functions share, wired once. */
export const buildSystem = (ports: Ports) => {
  const { regulation, table, workflows, dispatch, now, onProblem } = ports;
  const stored = {
    cases: createCases(table, (caseId, error) => onProblem(`${caseId} head`, error)),
    watches: createWatches(table),
    items: createItems(table),
    stories: createStories(table, regulation),
    numbers: createNumbers(table),
    rosters: createRosters(table),
    deliveries: createDeliveries(table),
    refusals: createRefusals(table),
  };
  const office = createOffice({
    ...stored,
    workflows,
    dispatch,
    regulation,
    now,
    onLostEffect: (caseId, effect, error) => onProblem(`${caseId} ${effect}`, error),
  });
  const desk = createItemDesk({ ...stored, office, regulation, now });
  return { ...ports, ...stored, office, desk };
};
export type System = ReturnType<typeof buildSystem>;

/** The system on AWS, from a function's settings. Throws when the regulation is unknown. */
export const systemFrom = (settings: Settings): System => {
  const regulation = regulations[settings.REGULATION_ID];
  if (regulation === undefined) throw new Error(`No regulation ${settings.REGULATION_ID}`);
  return buildSystem({
    regulation,
    table: createDynamoTable(settings.TABLE_NAME),
    workflows: createSfnWorkflows(settings.MACHINE_ARNS),
    dispatch: createLambdaDispatch(settings.NOTIFY_FUNCTION),
    sms: settings.SMS_TOPIC_ARN === undefined ? createSnsSms() : createTopicSms(settings.SMS_TOPIC_ARN),
    now: () => new Date().toISOString(),
    onProblem: (what, error) =>
      console.error(
        JSON.stringify({
          what,
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        }),
      ),
  });
};
