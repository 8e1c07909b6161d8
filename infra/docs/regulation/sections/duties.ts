import { shortNames } from '../../../../shared/contracts/regulation-view/names.ts';
import type { DutyView } from '../../../../shared/contracts/regulation-view/parts.ts';
import type { RegulationView } from '../../../../shared/contracts/regulation-view/view.ts';
import { lengthInChinese } from '../../../../shared/deadlines/limits.ts';
import { filled, type Row, type Section, section, tableOf } from '../../text/section.ts';
import { isSaidIn } from '../../views/condition-text.ts';

const HEADER = ['级别', '职责', '时限', '起算', '责任', '报送', '形式', '怎样算办结'];
const LIMIT = 2;

const clockText = ({ clock, when }: DutyView): string =>
  when === null || isSaidIn(clock.text, when) ? clock.text : `${clock.text};条件:${when}`;

const receiversText = ({ receivers, copies }: DutyView): string => {
  const to = shortNames(receivers);
  return copies.length === 0 ? to : `${to}${to === '' ? '' : ';'}抄送${shortNames(copies)}`;
};

const RECURS: Record<DutyView['recurs'], string[]> = {
  once: [],
  eachLevel: ['每次定级、提级另办'],
  eachOutbreak: ['每次发酵另办'],
  eachUnit: ['每个责任单位各办一次'],
  eachReceipt: ['每次收到另办'],
  eachAsking: ['每次提请另办'],
};
const doneText = ({ fulfilledBy, recurs, survivesConclusion, holdable, isOff }: DutyView): string =>
  [
    fulfilledBy.join('、或'),
    ...RECURS[recurs],
    ...(survivesConclusion ? ['结报后仍须办理'] : []),
    ...(isOff ? ['按现设置不适用'] : []),
    ...(holdable ? ['可说明理由暂缓'] : []),
  ].join(';');

/** What the clause is quoted for: the number or the word. */
const focusOf = ({ limit }: DutyView): string => {
  const length = limit.within ?? limit.every;
  return length === null ? (limit.word ?? '') : lengthInChinese(length);
};

const dutyRow = (view: DutyView): Row => ({
  cells: [
    view.levels
      .map(({ short }) => short)
      .join(view.levels.every(({ short }) => short.length === 1) ? '' : '、'),
    view.name,
    view.limit.text,
    clockText(view),
    shortNames([view.responsible]),
    receiversText(view) || '—',
    view.forms.join('、'),
    doneText(view),
  ],
  clauses: view.clauses,
  focus: focusOf(view),
  ...(view.limit.isNumeric ? { strong: LIMIT } : {}),
});
const dutyTable = (duties: readonly DutyView[]) => tableOf(HEADER, duties.map(dutyRow), { hasQuotes: true });

const standingLevels = ({ scales }: RegulationView): Set<string> =>
  new Set(scales.filter(({ use }) => use === 'standing').flatMap(({ levels }) => levels.map(({ id }) => id)));
/** The duties at some levels only, with those levels alone. */
const atLevels = (duties: readonly DutyView[], has: (level: string) => boolean): DutyView[] =>
  duties
    .map((duty) => ({ ...duty, levels: duty.levels.filter(({ id }) => has(id)) }))
    .filter(({ levels }) => levels.length > 0);

const KINDS: readonly (readonly [string, readonly DutyView['limit']['kind'][]])[] = [
  ['有数字的时限', ['within', 'every']],
  ['立即(无数字,一经起算即催办)', ['immediate']],
  ['由其他规定确定时限(人工录入后计时)', ['external']],
  ['及时、随时(无数字,只列出)', ['prompt', 'ongoing']],
];
const byKind = (duties: readonly DutyView[]): Section[] =>
  KINDS.map(([title, kinds]) =>
    section(title, {
      depth: 3,
      table: dutyTable(kinds.flatMap((kind) => duties.filter(({ limit }) => limit.kind === kind))),
    }),
  );

const fallbackNote = (view: RegulationView): string =>
  view.instants.some(({ fallback }) => fallback.length > 0) ? '由其他时点代替的标为“估算”。' : '';

/** What the law says, by the kind of limit; then the standing matters; then what the office has set itself. */
export const dutySections = (view: RegulationView): Section[] => {
  const standing = standingLevels(view);
  const law = atLevels(view.duties, (level) => !standing.has(level));
  const matters = atLevels(view.duties, (level) => standing.has(level));
  return [
    ...(law.length === 0
      ? []
      : [
          section(`${view.called}规定的职责`, {
            paragraphs: [
              `日、周按${view.zone}日历计,小时按实际经过计,节假日、夜间不顺延;写明工作日或非工作时间顺延的除外。${fallbackNote(view)}`,
            ],
          }),
        ]),
    ...filled(byKind(law)),
    ...filled([
      section('常设事项的职责(不是舆情)', { table: dutyTable(matters) }),
      section(`本局自设的提示(不是${view.called}规定)`, { table: dutyTable(view.ownPrompts) }),
    ]),
  ];
};
