import type { LogEntry } from '../../../shared/case/events.ts';
import type { CaseState } from '../../../shared/case/state.ts';
import { caseIdOf } from '../../../shared/office/numbering.ts';
import { type Cases, createCases } from '../../../shared/records/cases.ts';
import { createNumbers } from '../../../shared/records/numbers/numbers.ts';
import type { Table } from '../../../shared/records/table.ts';
import { regulationInForce } from '../../../shared/regulations/index.ts';
import { listingOf } from '../../../shared/rules/listing/listing.ts';
import { yearOf } from '../../../shared/time/instants.ts';
import { openDataFile } from '../store/data-file.ts';
import { markFolder } from '../store/data-folder.ts';
import { BUREAU } from './bench-bureau.ts';
import { inTurns } from './measure.ts';
import { openCases } from './opening.ts';

/** So many are played; beyond, each is one of these once more under an id of its own. */
const PLAYED = 64;
const AT_ONCE = 64;

/** Appends what stands in another case's log to that of a new case, as the product appends. */
const copyCase = async (cases: Cases, entries: readonly LogEntry[], caseId: string): Promise<void> => {
  let state: CaseState | null = null;
  for (const { at, actor, command, events, rearms } of entries) {
    const own = events.map((event) => (event.type === 'CaseOpened' ? { ...event, caseId } : event));
    const appended = await cases.append(caseId, state, { at, actor, command, events: own, rearms });
    if (appended === null) throw new Error(`${caseId} is there already`);
    state = appended.state;
  }
  if (state === null) throw new Error('nothing to copy');
  await cases.follow(state);
};

/** Ids for so many new cases, from the series itself. */
const numbersFor = async (records: Table, count: number, now: string): Promise<string[]> => {
  const numbers = createNumbers(records);
  const regulation = regulationInForce(BUREAU);
  const year = yearOf(now, regulation.zone);
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const use = { now, isUsed: async () => false };
    ids.push(caseIdOf(regulation, year, await numbers.allocate('case', year, `copy-${number}`, use)));
  }
  return ids;
};

/**
 * Fills a new data folder with open cases of all levels, made by the real handlers and machines: `most` of them played. What is owed
 * at once is done in all of them, so that what falls due later is what a measure lets fall due.
 */
export const seedCases = async (folder: string, count: number, most = PLAYED): Promise<void> => {
  const file = openDataFile({ folder, bureau: BUREAU, isNew: true });
  const played = await openCases(file, Math.min(count, most), true);
  const now = new Date().toISOString();
  const cases = createCases({
    listingOf,
    ...file,
    now: () => now,
    onProblem: (what, error) => console.error(what, error),
  });
  const logs = await Promise.all(played.map((caseId) => cases.log(caseId)));
  const ids = await numbersFor(file.records, count - played.length, now);
  await inTurns(ids.length, AT_ONCE, (number) => copyCase(cases, logs[number % logs.length]!, ids[number]!));
  file.close();
  markFolder(folder, BUREAU);
};
