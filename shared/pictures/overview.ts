import { type Box, frame, line, type Point, picture, text } from './svg.ts';

const WIDTH = 960;
const HEIGHT = 372;
const TINTS = {
  outside: '#f1f3f4',
  step: '#e8f0fe',
  clock: '#fff4e0',
  truth: '#e6f4ea',
} as const;

interface Station extends Box {
  title: string;
  /** What stands under the title, a line each. */
  notes: readonly string[];
  tint: keyof typeof TINTS;
}

const SIZE = { width: 152, height: 84 } as const;
const COLUMN = 196;
const ROWS = [40, 254] as const;

const station = (
  [column, row]: readonly [number, 0 | 1],
  tint: Station['tint'],
  title: string,
  notes: Station['notes'],
): Station => ({ x: 12 + COLUMN * column, y: ROWS[row], ...SIZE, tint, title, notes });

const FEEDS = station([0, 0], 'outside', '监测系统', ['feeds push items,', 'signed, over HTTP']);
const GRADING = station([1, 0], 'step', '接入、初判', ['intake, grading:', 'proposal with reasons']);
const CASE = station([2, 0], 'step', '案卷', ['a case: commands', 'decide, events follow']);
const CLOCKS = station([3, 0], 'clock', '级别流程', ['Step Functions wait', 'out every limit']);
const TEXTS = station([4, 0], 'outside', '短信、电话', ['remind, check,', 'escalate up the ladder']);
const PEOPLE = station([1, 1], 'outside', '值班员、股室、领导', [
  'desk and HTTP:',
  'determine, report, calm',
]);
const LOG = station([2, 1], 'truth', '案卷日志', ['append-only, chained:', 'the truth']);
const GUARD = station([4, 1], 'clock', '巡检、时钟守护', ['find what died,', 'make it good']);
const RULES = station([0, 1], 'truth', '办法、预案', ['the regulation:', 'one data file a bureau']);
const INSPECTOR = station([3, 1], 'outside', '督查、复盘', ['who knew what when,', 'by which clause']);

const drawStation = ({ title, notes, tint, ...box }: Station): string =>
  [
    frame(box, TINTS[tint]),
    text(title, [box.x + box.width / 2, box.y + 27], { size: 14, weight: 'bold' }),
    ...notes.map((note, index) =>
      text(note, [box.x + box.width / 2, box.y + 49 + 17 * index], { size: 11.5, fill: '#3c4043' }),
    ),
  ].join('\n');

const rightOf = ({ x, y, width, height }: Box): Point => [x + width, y + height / 2];
const leftOf = ({ x, y, height }: Box): Point => [x, y + height / 2];
const below = ({ x, y, width, height }: Box, aside = 0): Point => [x + width / 2 + aside, y + height];
const above = ({ x, y, width }: Box, aside = 0): Point => [x + width / 2 + aside, y];
const between = (one: Box, other: Box): string => line([rightOf(one), leftOf(other)]);
const said = (words: string, at: Point): string => text(words, at, { size: 11, fill: '#5f6368' });

/** What the system is, from left to right: items become cases, clocks run, people are told, the log keeps it all. */
export const drawOverview = (): string =>
  picture({ width: WIDTH, height: HEIGHT }, { title: '时限:从舆情信息到案卷日志' }, [
    between(FEEDS, GRADING),
    between(GRADING, CASE),
    between(CASE, CLOCKS),
    between(CLOCKS, TEXTS),
    between(LOG, INSPECTOR),
    line([above(PEOPLE, 40), [PEOPLE.x + 116, 190], [444, 190], below(CASE, -36)]),
    line([below(CASE), above(LOG)]),
    line([above(LOG, 56), below(CASE, 56)]),
    said('every event in,', [592, 222]),
    said('read at each instant', [604, 237]),
    line([above(GUARD, 30), below(TEXTS, 30)]),
    line([above(GUARD, -30), [GUARD.x + 46, 190], [676, 190], below(CLOCKS)]),
    line([above(RULES), [88, 190], [244, 190], below(GRADING, -40)]),
    said('levels, duties, limits, who may:', [188, 212]),
    said('each with its clause', [158, 227]),
    ...[FEEDS, GRADING, CASE, CLOCKS, TEXTS, RULES, PEOPLE, LOG, GUARD, INSPECTOR].map(drawStation),
  ]);
