import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import * as mini from 'zod/mini';
import { LogEntry } from '../../shared/case/events.ts';
import { evolve } from '../../shared/case/evolve.ts';
import type { CaseState } from '../../shared/case/state.ts';
import { leadAcknowledgedAt } from '../../shared/case/units.ts';
import { scheduleCase } from '../../shared/deadlines/schedule.ts';
import type { ScheduledDuty } from '../../shared/deadlines/scheduled-duty.ts';
import { type Evidence, StoredEntry } from '../../shared/records/log/chain.ts';
import { Texts } from '../../shared/records/log/content/salted-texts.ts';
import { regulationOf } from '../../shared/regulations/index.ts';
import type { JsonSchema } from './contract-schema.ts';
import { FIXTURES } from './fixtures.ts';

export const logsFolder = (recording: number): string => `${FIXTURES}/logs-${recording}`;
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** What an entry is once its texts are put back. */
export const logSchema = (): JsonSchema => z.toJSONSchema(LogEntry, { io: 'output' }) as JsonSchema;
const Recorded = mini.strictObject({
  stored: StoredEntry,
  texts: Texts,
  isPurged: mini.optional(mini.boolean()),
});
/** An entry as it was recorded. Throws where it cannot be read any more. */
export const readEvidence = (recorded: unknown): Evidence => Recorded.parse(recorded);

/** The names of all events of a schema. */
/** Events that come only with a later program: nothing that runs now can show them. */
export const COMES_LATER: readonly string[] = ['HolidayListsLearned'];
export const eventTypesOf = (schema: JsonSchema): string[] =>
  (schema.properties?.events?.items?.oneOf ?? []).map(({ properties }) => `${properties?.type?.const}`);

/** What a log comes to. */
export interface Outcome {
  /** Version of the log → the duties whose clocks are then others than before. */
  duties: Record<string, Record<string, string>>;
  orders: CaseState['orders'];
  instants: Record<string, unknown>;
}

const lineOf = ({ status, current, next }: ScheduledDuty): string =>
  [
    status,
    current.occurrence,
    current.due ?? 'no due instant',
    current.outcome,
    ...(current.completedAt === null ? [] : [`at ${current.completedAt}`]),
    ...(next === null ? [] : [`then ${next.stage} ${next.index} at ${next.at}`]),
  ].join(' ');
const dutiesOf = (state: CaseState): Record<string, string> => {
  const schedule = scheduleCase(regulationOf(state.regulation.id, state.regulation.version), state);
  return Object.fromEntries([
    // Of what several units owe each has its own.
    ...schedule.duties.map(
      (each) =>
        [
          each.unit === undefined || each.isOfCase ? each.duty : `${each.duty} of ${each.unit}`,
          lineOf(each),
        ] as const,
    ),
    ...schedule.cancelled.map(({ duty }) => [duty, 'cancelled'] as const),
  ]);
};

/** The state of every version of a log, from the first on. */
export const statesOf = (entries: readonly LogEntry[]): CaseState[] => {
  let state: CaseState | null = null;
  return entries.map((entry) => {
    state = evolve(state, entry);
    return state;
  });
};

/** The duties, orders and instants that a case of this log has and had. */
export const outcomeOf = (entries: readonly LogEntry[]): Outcome => {
  const states = statesOf(entries);
  let before: Record<string, string> = {};
  const changes = states.map((state) => {
    const duties = dutiesOf(state);
    const changed = Object.entries(duties).filter(([duty, line]) => before[duty] !== line);
    before = duties;
    return [`${state.version}`, Object.fromEntries(changed)] as const;
  });
  const last = states.at(-1)!;
  const ownInstants = Object.entries(last).filter(([name]) => name.endsWith('At'));
  const { instants, recordedAt, segments, outbreaks, meetings } = last;
  return {
    duties: Object.fromEntries(changes.filter(([, changed]) => Object.keys(changed).length > 0)),
    orders: last.orders,
    instants: {
      ...Object.fromEntries(ownInstants),
      acknowledgedAt: leadAcknowledgedAt(last),
      ...instants,
      recordedAt,
      segments,
      outbreaks,
      meetings,
    },
  };
};

export interface RecordedLog {
  name: string;
  /** As they stood in the store, with the texts beside them: not yet read by any schema. */
  entries: unknown[];
  outcome: Outcome;
}
export interface Recording {
  recording: number;
  schema: JsonSchema;
  logs: RecordedLog[];
}

/** Every state of the log's schema that was deployed, with logs of that time, as `record-logs.ts` wrote them down. */
export const recordings: Recording[] = globSync('logs-*', { cwd: FIXTURES })
  .map((folder) => Number(folder.replace('logs-', '')))
  .sort((one, other) => one - other)
  .map((recording) => {
    const folder = logsFolder(recording);
    const logs = globSync('entries/*.json', { cwd: folder })
      .map((file) => basename(file, '.json'))
      .sort()
      .map((name) => ({
        name,
        entries: read(`${folder}/entries/${name}.json`) as unknown[],
        outcome: read(`${folder}/outcomes/${name}.json`) as Outcome,
      }));
    return { recording, schema: read(`${folder}/schema.json`) as JsonSchema, logs };
  });
