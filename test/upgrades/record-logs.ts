import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { loadDefinitions } from '../../infra/local/definitions/load.ts';
import { rehearse } from '../../infra/local/rehearsal/run.ts';
import { readScenario } from '../../infra/local/rehearsal/scenario.ts';
import { createCaseLog } from '../../shared/records/log/case-log.ts';
import type { Evidence } from '../../shared/records/log/chain.ts';
import { entryOf } from '../../shared/records/log/chain.ts';
import {
  COMES_LATER,
  eventTypesOf,
  logSchema,
  logsFolder,
  outcomeOf,
  readEvidence,
  recordings,
} from './recorded-logs.ts';
import { playLogStory } from './stories/log-story.ts';
import { playOfficeStory } from './stories/log-story-office.ts';
import { playRearrangedStory } from './stories/log-story-rearranged.ts';
import { playSecretStory } from './stories/log-story-secret.ts';

// `node test/upgrades/record-logs.ts` writes the present schema of the log down, with logs that have every event.
// `… --outcomes` writes anew what the recorded logs come to, after a rule was mended; the logs stay as they are.
const write = (path: string, text: string): void => writeFileSync(`${path}.json`, `${text}\n`);
const writeOutcome = (recording: number, name: string, evidence: Evidence[]): void =>
  write(
    `${logsFolder(recording)}/outcomes/${name}`,
    JSON.stringify(outcomeOf(evidence.map(entryOf)), null, 1),
  );

/** These show every event that rehearsals show at all. */
const REHEARSALS = [
  'gateway-and-crash',
  // A rating and documents; an extension; a deadline of another rule's.
  'hohhot-major-relapse',
  'nanning-netizen',
  // A limit of a year without its list, settled by hand.
  'nanning-new-year',
  'petition-larger-met',
  'nobody-answers',
  'pushed-item-grows',
  'rekindled',
  'second-person',
  'secret',
  'yellow-city-prompt',
];
const machines = await loadDefinitions('leizhou');
const playRehearsal = async (name: string): Promise<Evidence[]> => {
  const text = readFileSync(new URL(`../../rehearsals/${name}.json`, import.meta.url), 'utf8');
  const scenario = readScenario(text, name);
  const { cases, system } = await rehearse(scenario, await loadDefinitions(scenario.bureau));
  // As it is stored, also of a 涉密 case.
  const log = createCaseLog(system.log, system.table, async () => undefined);
  return log.read(Object.values(cases)[0]!);
};

const record = async (): Promise<void> => {
  const schema = logSchema();
  if (isDeepStrictEqual(schema, recordings.at(-1)?.schema))
    throw new Error('There is nothing new to record.');
  const { merged, taking } = await playRearrangedStory(machines);
  const logs = new Map<string, Evidence[]>([
    ['whole-file', await playLogStory(machines)],
    ['second-file', await playOfficeStory(machines)],
    ['cleared-file', await playSecretStory(machines)],
    ['merged-file', merged],
    ['taking-file', taking],
  ]);
  for (const name of REHEARSALS) logs.set(`rehearsal-${name}`, await playRehearsal(name));
  const shown = new Set(
    [...logs.values()].flat().flatMap(({ stored: { events } }) => events.map(({ type }) => type as string)),
  );
  const missing = eventTypesOf(schema).filter((type) => !shown.has(type) && !COMES_LATER.includes(type));
  if (missing.length > 0)
    throw new Error(`test/upgrades/stories/log-story.ts has to show ${missing.join(', ')}.`);
  const recording = recordings.length + 1;
  for (const part of ['entries', 'outcomes'])
    mkdirSync(`${logsFolder(recording)}/${part}`, { recursive: true });
  write(`${logsFolder(recording)}/schema`, JSON.stringify(schema, null, 1));
  for (const [name, entries] of logs) {
    const lines = entries.map((entry) => JSON.stringify(entry));
    write(`${logsFolder(recording)}/entries/${name}`, `[\n${lines.join(',\n')}\n]`);
    writeOutcome(recording, name, entries);
  }
};

if (process.argv.includes('--outcomes'))
  for (const { recording, logs } of recordings)
    for (const { name, entries } of logs) writeOutcome(recording, name, entries.map(readEvidence));
else await record();
