import type { CaseEvent, LogEntry } from '../../../../shared/case/events.ts';
import type { CaseState } from '../../../../shared/case/state.ts';
import { type Cases, createCases } from '../../../../shared/records/cases.ts';
import { listingOf } from '../../../../shared/rules/listing/listing.ts';
import { openDataFile } from '../../store/data-file.ts';
import { markFolder } from '../../store/data-folder.ts';
import { BUREAU } from '../bench-bureau.ts';
import { inTurns } from '../measure.ts';
import { openCases } from '../opening.ts';

const AT_ONCE = 64;
const FIRST_YEAR = 2016;
const HOUR = 3_600_000;
/** Titles of which some words are everywhere and some are rare. */
const PLACES = ['某市场', '某超市', '某餐馆', '某药店', '某学校', '某景区', '某加油站', '某小区'];
const MATTERS = [
  '过期食品',
  '价格欺诈',
  '虚假宣传',
  '计量不准',
  '无证经营',
  '假冒商标',
  '电梯困人',
  '疫苗冷链',
];
const titleOf = (number: number): string =>
  number % 9973 === 17
    ? `幼儿园冰淇淋${number}`
    : `市场监管:${PLACES[number % 8]}${MATTERS[(number * 5) % 8]}反映${number}`;

/** The events of an opening, as another matter of another day. */
const asOther = (events: readonly CaseEvent[], caseId: string, number: number): CaseEvent[] =>
  events.map((event) => (event.type === 'CaseOpened' ? { ...event, caseId, title: titleOf(number) } : event));

type Addition = Parameters<Cases['append']>[2];
/** Entries of a case that was opened, concluded and archived, years ago: by those who opened one of today's. */
const entriesOf = (opening: LogEntry, caseId: string, number: number, at: number): Addition[] => {
  const shared = { actor: opening.actor, rearms: false };
  const instant = (hours: number): string => new Date(at + hours * HOUR).toISOString();
  return [
    { ...shared, at: instant(0), command: 'OpenCase', events: asOther(opening.events, caseId, number) },
    {
      ...shared,
      at: instant(1),
      actor: number % 7 === 0 ? { id: 'head-1', name: '负责人', role: 'officeHead' } : opening.actor,
      command: 'Conclude',
      events: [{ type: 'CaseConcluded', summary: '已经处置完毕', unmet: [] }],
    },
    { ...shared, at: instant(2), command: 'Archive', events: [{ type: 'CaseArchived' }] },
  ];
};

const writeCase = async (
  cases: Cases,
  entries: ReturnType<typeof entriesOf>,
  caseId: string,
): Promise<void> => {
  let state: CaseState | null = null;
  for (const entry of entries) state = (await cases.append(caseId, state, entry))!.state;
  await cases.follow(state!);
};

/** Fills a new data folder with so many archived cases of ten years, upon openings of each level that the product made. */
export const seedArchive = async (folder: string, count: number): Promise<void> => {
  const file = openDataFile({ folder, bureau: BUREAU, isNew: true });
  const opened = await openCases(file, 4);
  const now = new Date().toISOString();
  const cases = createCases({
    ...file,
    listingOf,
    now: () => now,
    onProblem: (what, error) => console.error(what, error),
  });
  const openings = await Promise.all(opened.map(async (caseId) => (await cases.log(caseId))[0]!));
  const first = Date.UTC(FIRST_YEAR, 0, 1);
  const step = (Date.now() - first) / count;
  await inTurns(count, AT_ONCE, (number) => {
    const at = Math.floor(first + number * step);
    const caseId = `LZ${new Date(at).getUTCFullYear()}-${String(number + 1000).padStart(6, '0')}`;
    return writeCase(cases, entriesOf(openings[number % openings.length]!, caseId, number, at), caseId);
  });
  file.close();
  markFolder(folder, BUREAU);
};
