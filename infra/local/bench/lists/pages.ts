import type { Table } from '../../../../shared/records/table.ts';
import { apiEvent, claimsOf } from '../../api-event.ts';
import { createRealClock } from '../../clock/real-clock.ts';
import { exampleRoster, personFor } from '../../people.ts';
import { openDataFile } from '../../store/data-file.ts';
import { BUREAU, openBureauOn } from '../bench-bureau.ts';
import { measure, seconds, timed } from '../measure.ts';
import { listTheOldWay } from './old-way.ts';

/** What a page was answered with, in how long, and what it cost of the store. */
interface PageRead {
  milliseconds: number;
  rows: number;
  isLast: boolean;
  lists: number;
  records: number;
}
type ReadPage = (path: string, query?: Record<string, string>) => Promise<PageRead>;

/** The bureau of a data folder as a process that has just started, and what its desk answers who is on duty. */
const openFolder = async (folder: string) => {
  const file = openDataFile({ folder, bureau: BUREAU, isNew: false });
  const cost = { lists: 0, records: 0 };
  const records: Table = {
    ...file.records,
    list: (...given) => {
      cost.lists += 1;
      return file.records.list(...given);
    },
    get: (key) => {
      cost.records += 1;
      return file.records.get(key);
    },
  };
  const { system, lambdas } = await openBureauOn({ records, log: file.log }, createRealClock());
  const claims = claimsOf(personFor(exampleRoster(), 'dutyOfficer'));
  const readPage: ReadPage = async (path, query = {}) => {
    Object.assign(cost, { lists: 0, records: 0 });
    const from = performance.now();
    const { statusCode, body = '' } = await lambdas.http(apiEvent({ method: 'GET', path, query, claims }));
    const milliseconds = performance.now() - from;
    if (statusCode !== 200) throw new Error(`${path} answered ${body}`);
    const read = JSON.parse(body) as { duties?: unknown[]; cases?: unknown[]; next: string | null };
    const rows = (read.duties ?? read.cases ?? []).length;
    return { milliseconds, rows, isLast: read.next === null, ...cost };
  };
  return { system, readPage, close: file.close };
};

const inWords = ({ milliseconds, rows, isLast, lists, records }: PageRead): string =>
  `${milliseconds.toFixed(0)} ms; ${rows} rows${isLast ? '' : ', more'}; ${lists} reads of lists, ${records} of records`;

/** The first page of what is to do and of the cases, by the lists and the old way, each in a process that has just started. */
export const benchPages = async (folder: string, cases: number, aim: string): Promise<void> => {
  for (const path of ['/v1/duties', '/v1/cases']) {
    const { readPage, close } = await openFolder(folder);
    await measure(`${path} on ${cases} open cases, first page`, aim, async () =>
      inWords(await readPage(path)),
    );
    await measure('the same again', '', async () => inWords(await readPage(path)));
    close();
  }
  const { system, close } = await openFolder(folder);
  await measure('the old way: every open case loaded and shown', '', async () =>
    seconds(await timed(() => listTheOldWay(system))),
  );
  close();
};

/** A page of each filter, and of the worst of them together. */
const FILTERS: readonly Record<string, string>[] = [
  {},
  { level: 'orange' },
  { unit: 'food' },
  { title: '过期食品' },
  { title: '市场监管' },
  { person: 'duty-1' },
  { number: 'LZ2026-0007' },
  { title: '市场监管', level: 'red', person: 'head-1' },
  { title: '幼儿园冰淇淋' },
  { from: '2020-03-01', to: '2020-03-31' },
];
/** Pages over what is concluded: their time and what they cost, whatever is asked. */
export const benchArchive = async (folder: string): Promise<void> => {
  const { readPage, close } = await openFolder(folder);
  for (const filter of FILTERS) {
    const asked = Object.entries(filter).map(([name, value]) => `${name}=${value}`);
    await measure(`  ${asked.join(' ') || 'without a filter'}`, '', async () =>
      inWords(await readPage('/v1/cases', { state: 'archived', ...filter })),
    );
  }
  close();
};
