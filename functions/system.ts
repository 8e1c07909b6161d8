import type { DispatchNotices } from '../shared/notices/dispatch.ts';
import type { Sms } from '../shared/notices/sms.ts';
import { createNumbering } from '../shared/office/numbering.ts';
import { createOffice } from '../shared/office/office.ts';
import { createDetaching } from '../shared/office/rearrange/detaching.ts';
import { createMerging } from '../shared/office/rearrange/merging.ts';
import { createTendMerges } from '../shared/office/rearrange/tend-merges.ts';
import { createItemIntake } from '../shared/office/take-item.ts';
import { createAnswers } from '../shared/records/answers.ts';
import { createCases } from '../shared/records/cases.ts';
import { createItems } from '../shared/records/items.ts';
import { createNumbers } from '../shared/records/numbers/numbers.ts';
import { createFeedWatches } from '../shared/records/register/feed-watches.ts';
import { createPushes } from '../shared/records/register/pushes.ts';
import { createReads } from '../shared/records/register/reads.ts';
import { createRefusals } from '../shared/records/register/refusals.ts';
import { createRefusedItems } from '../shared/records/register/refused-items.ts';
import { createSigns } from '../shared/records/register/signs.ts';
import { createRosters } from '../shared/records/roster.ts';
import { createStories } from '../shared/records/stories/stories.ts';
import type { LogTable, Table } from '../shared/records/table.ts';
import { createDeliveries } from '../shared/records/texts/deliveries.ts';
import { createMailboxes } from '../shared/records/texts/mailboxes.ts';
import { createSentTexts } from '../shared/records/texts/sent-texts.ts';
import { createWatches } from '../shared/records/watches.ts';
import type { Regulation } from '../shared/regulations/schema.ts';
import { listingOf } from '../shared/rules/listing/listing.ts';
import type { Workflows } from '../shared/workflows/executions.ts';

/** What the case files rest on. */
export interface FilePorts {
  regulation: Regulation;
  /** All but the logs of the cases. */
  table: Table;
  log: LogTable;
  now: () => string;
  onProblem: (what: string, error: unknown) => void;
}
/** Beside them, what wakes the clocks. */
export interface ClockPorts extends FilePorts {
  workflows: Workflows;
}
/** And what a command of the office sets going. */
export interface OfficePorts extends ClockPorts {
  dispatch: DispatchNotices;
  /** See createChangeCase. */
  pause?: (milliseconds: number) => Promise<void>;
  /** See createAnswers. */
  aloneSince?: string;
}
/** What reaches outside: everything else of the system is built on these. */
export interface Ports extends OfficePorts {
  sms: Sms;
  /** Asks for a look into the mailboxes at an instant; where they are looked into every minute anyhow, nothing need be asked. */
  wakeAt: (at: string) => void;
}

// The system is wired in layers, each upon the one before: a function is bundled with, and builds, only the layers below
// its own, and the system has them all.
export const buildFiles = <P extends FilePorts>(ports: P) => ({
  ...ports,
  cases: createCases({ ...ports, records: ports.table, listingOf }),
  watches: createWatches(ports.table),
});

export const buildOffice = <P extends OfficePorts>(ports: P) => {
  const files = {
    ...buildFiles(ports),
    rosters: createRosters(ports.table),
    signs: createSigns(ports.table),
  };
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
export const buildBridge = <P extends OfficePorts & Pick<Ports, 'wakeAt'>>(ports: P) => ({
  ...buildOffice(ports),
  ...buildTexts(ports.table),
  sentTexts: createSentTexts(ports.table),
});

export const buildTexting = <P extends Ports>(ports: P) => ({
  ...buildOffice(ports),
  items: createItems(ports.table, ports.onProblem),
  refusedItems: createRefusedItems(ports.table, ports.onProblem),
  ...buildTexts(ports.table),
});

const SHORTEST_PAUSE_MILLISECONDS = 5;
const LONGEST_PAUSE_MILLISECONDS = 500;
const realPause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
/** Before a try after a clash: longer from try to try, and for each process another time. */
const pauseOf =
  ({ pause = realPause }: Pick<OfficePorts, 'pause'>) =>
  (attempt: number): Promise<void> =>
    pause(Math.random() * Math.min(LONGEST_PAUSE_MILLISECONDS, SHORTEST_PAUSE_MILLISECONDS * 2 ** attempt));

export const buildIntake = <P extends OfficePorts>(ports: P) => {
  const { table } = ports;
  const below = {
    ...buildOffice(ports),
    items: createItems(table, ports.onProblem),
    stories: createStories(table, ports.regulation, { pause: pauseOf(ports) }),
    pushes: createPushes(table),
    refusals: createRefusals(table),
    refusedItems: createRefusedItems(table, ports.onProblem),
    feedWatches: createFeedWatches(table),
    reads: createReads(table),
    answers: createAnswers(table, ports.aloneSince),
    mailboxes: createMailboxes(table),
  };
  const merging = createMerging(below);
  return {
    ...below,
    intake: createItemIntake(below),
    detaching: createDetaching(below),
    merging,
    tendMerges: createTendMerges({ ...below, merging }),
  };
};

/** The parts that the functions share, wired once. */
export const buildSystem = (ports: Ports) => ({
  ...buildIntake(ports),
  ...buildTexts(ports.table),
});
export type System = ReturnType<typeof buildSystem>;
