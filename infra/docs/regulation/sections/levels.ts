import { shortNames } from '../../../../shared/contracts/regulation-view/names.ts';
import type {
  LevelView,
  RegulationView,
  ScaleView,
} from '../../../../shared/contracts/regulation-view/view.ts';
import { type Row, type Section, section, tableOf } from '../../text/section.ts';

const clockText = ({ clocked, withoutLimit, unlimited, basis, overlay }: LevelView): string =>
  [
    clocked ? '计时' : '不计时',
    basis === 'bureau' ? '本局设置,不是制度规定' : '',
    overlay === null ? '' : `其间各案卷带标记“${overlay.name}”`,
    withoutLimit ?? '',
    unlimited ?? '',
  ]
    .filter((text) => text !== '')
    .join(';');

const levelRow = (level: LevelView): Row => ({
  cells: [
    level.short === level.name ? level.name : `${level.name}(${level.short})`,
    clockText(level),
    level.lead === null ? '—' : shortNames([level.lead]),
    level.definition,
  ],
  clauses: level.clauses,
});

const USES: Record<ScaleView['use'], string> = {
  handling: '案卷按它处置,时限随级别而定',
  response: '应急响应级别,由人确定,不带时限',
  rating: '与上面的级别并列,由人评定,有的职责以它为条件',
  standing: '不是舆情,由人立案,按期办理',
};

const defaultsText = ({ defaults, name }: ScaleView): string[] =>
  defaults.map(
    ({ when, level, reason, clauses }) =>
      `未评定时:${when}的,${name}视为${level.name}(${reason};${[...new Set(clauses.map(({ name }) => name))].join('、')})`,
  );

const scaleSection = (scale: ScaleView): Section =>
  section(`${scale.name}(${USES[scale.use]})`, {
    depth: 3,
    paragraphs: defaultsText(scale),
    table: tableOf(['级别', '是否计时', '牵头', '定义'], scale.levels.map(levelRow), { hasQuotes: false }),
  });

/** The scales: the handling one first, matters that are no 舆情 last. */
export const levelSections = ({ scales }: RegulationView): Section[] => [
  section('级别', { paragraphs: ['由低到高。“计时”的级别有时限流程,其余只登记、关注。'] }),
  ...scales.map(scaleSection),
];
