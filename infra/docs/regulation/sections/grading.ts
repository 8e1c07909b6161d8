import { names } from '../../../../shared/contracts/regulation-view/names.ts';
import type { RegulationView } from '../../../../shared/contracts/regulation-view/view.ts';
import { filled, type Section, section, tableOf } from '../../text/section.ts';

type GradingView = RegulationView['grading'];
type FloorView = GradingView['floors'][number];

/** How much is shown of the lists of words. */
export type Detail = 'full' | 'short';
const FEW = 6;
const wordsText = (words: readonly string[], detail: Detail): string =>
  detail === 'full' || words.length <= FEW + 2
    ? words.join('、')
    : `${words.slice(0, FEW).join('、')}等${words.length}个词`;

const counterText = ({ name, atLeast, mediaTypes }: FloorView['counters'][number]): string =>
  `${mediaTypes === null ? '' : `${names(mediaTypes)}的`}${name}达到${atLeast}`;
const triggerText = ({ words, counters }: FloorView, detail: Detail): string =>
  [...counters.map(counterText), words.length === 0 ? '' : `文中出现:${wordsText(words, detail)}`]
    .filter((text) => text !== '')
    .join(';或') || '由人标记';
const flagsText = ({ flag, beside }: FloorView): string =>
  [flag, ...beside].map(({ name }) => name).join(' 且 ');

const floorTable = ({ floors }: GradingView, detail: Detail) =>
  tableOf(
    ['标记', '至少定为', '须人确认', '系统怎样提示', '理由'],
    floors.map((floor) => ({
      cells: [
        flagsText(floor),
        floor.atLeast.name,
        floor.needsConfirmation ? '是' : '否',
        triggerText(floor, detail),
        floor.reason,
      ],
      clauses: floor.clauses,
    })),
  );

const handlingTable = ({ handling }: GradingView) =>
  tableOf(
    ['情形', '参照处置', '除非', '理由'],
    handling.map(({ when, handleAs, unlessRegardedAs, reason, clauses }) => ({
      cells: [
        when ?? '一律',
        handleAs.name,
        unlessRegardedAs === null ? '—' : `来源单位自己认定为${unlessRegardedAs.name}`,
        reason,
      ],
      clauses,
    })),
  );

const criteriaTable = ({ criteria }: GradingView, detail: Detail) =>
  tableOf(
    ['指标', '权重', '分值', '理由', '词'],
    criteria.flatMap(({ name, weight, words, clauses }) =>
      words.length === 0
        ? [{ cells: [name, String(weight), '—', '—', '—'], clauses }]
        : words.map((each) => ({
            cells: [name, String(weight), String(each.value), each.reason, wordsText(each.words, detail)],
            clauses: each.clauses,
          })),
    ),
  );

const bandText = ({ bands }: GradingView): string =>
  bands
    .map(({ level, below }, index) => {
      const from = index === 0 ? 0 : bands[index - 1]!.below;
      return below === null ? `${from}分以上 ${level.name}` : `${from}至${below}分 ${level.name}`;
    })
    .join(';');
const bandLines = (grading: GradingView): string[] =>
  grading.bands.length > 1 ? [`按得分初判:${bandText(grading)}`] : [];

const counterLines = ({ counters }: GradingView): string[] =>
  counters
    .filter(({ steps }) => steps.length > 1)
    .map(
      ({ name, steps, basis }) =>
        `${name}分档:${steps.map((step, index) => `${step}(${basis[index] ?? '—'})`).join('、')}`,
    );

/** Said where a list has such a word: 几死几伤. */
const figureLines = ({ criteria, floors }: GradingView): string[] => {
  const words = [...criteria.flatMap((criterion) => criterion.words), ...floors].flatMap(
    (each) => each.words,
  );
  return words.some((word) => word.includes('几')) ? ['词中的“几”指任意数目(“几死几伤”即“3死7伤”等)。'] : [];
};

export const gradingSections = ({ grading }: RegulationView, detail: Detail): Section[] => [
  section('定级', {
    paragraphs: [
      `由${grading.decidedBy}定级${grading.requireHumanConfirm ? ',系统的初判须经人确认' : ''};依据:${[...new Set(grading.clauses.map(({ name }) => name))].join('、')}。`,
      '词表、权重、分数段和热度分档系本局暂定,可以修改。',
      ...figureLines(grading),
      ...bandLines(grading),
      ...counterLines(grading),
    ],
  }),
  ...filled([
    section('直接定级的情形', { depth: 3, table: floorTable(grading, detail) }),
    section('参照处置', { depth: 3, table: handlingTable(grading) }),
    section('计分指标', { depth: 3, table: criteriaTable(grading, detail) }),
  ]),
];
