import type { Level, Regulation, Scale } from '../../../../shared/regulations/schema.ts';
import { levelNames } from '../people/givers.ts';
import type { Problem } from '../problem.ts';
import { isRecord, walk } from '../walk.ts';

const at = ({ id }: Scale, key: string): string => `scales[${id}].${key}`;

const uses = ({ scales }: Regulation): Problem[] =>
  scales
    .filter(({ use }, index) => (use === 'handling') !== (index === 0))
    .map((scale) => ({
      path: at(scale, 'use'),
      clauses: scale.cite,
      fault: scale.use === 'handling' ? '只有第一个分级可以是 handling' : '第一个分级决定时限,须为 handling',
      mend:
        scale.use === 'handling'
          ? '请把它移到最前,或改为 rating、response、standing'
          : '请写 "use": "handling",或把 handling 的分级移到最前',
    }));

const ranks = ({ scales }: Regulation): Problem[] =>
  scales.flatMap((scale) =>
    scale.levels.flatMap(({ id, name, rank, cite }, index) => {
      const same = scale.levels.slice(0, index).find((each) => each.rank === rank);
      const fault = `“${name}”与“${same?.name}”的 rank 都是 ${rank},不分高低`;
      return same === undefined
        ? []
        : [{ path: at(scale, `levels[${id}].rank`), clauses: cite, fault, mend: '请改为不同的数,越重越大' }];
    }),
  );

const clocks = ({ scales }: Regulation): Problem[] =>
  scales
    .filter(({ use }) => use === 'rating' || use === 'response')
    .flatMap((scale) =>
      scale.levels
        .filter(({ clocked }) => clocked)
        .map(({ id, name, cite }) => ({
          path: at(scale, `levels[${id}].clocked`),
          clauses: cite,
          fault: `案卷不按“${name}”办理,这个级别不能计时`,
          mend: '请写 "clocked": false,或改用 standing 分级',
        })),
    );

const overlays = ({ scales }: Regulation): Problem[] =>
  scales
    .filter(({ use }) => use !== 'standing')
    .flatMap((scale) =>
      scale.levels
        .filter(({ overlay }) => overlay !== undefined)
        .map(({ id, name, cite }) => ({
          path: at(scale, `levels[${id}].overlay`),
          clauses: cite,
          fault: `“${name}”不是长期事项(standing),不能给其他案卷加标记`,
          mend: '请删去 overlay,或把该级别移入 standing 分级',
        })),
    );

/** A level without duties must say why: whoever reads the regulation would look for the clock. */
const emptyLevels = ({ scales, duties }: Regulation): Problem[] => {
  const owed = new Set(duties.flatMap(({ terms }) => terms.flatMap(({ levels }) => levels)));
  const isEmpty = ({ id, clocked, unlimited }: Level) => clocked && unlimited === undefined && !owed.has(id);
  return scales.flatMap((scale) =>
    scale.levels.filter(isEmpty).map(({ id, name, cite }) => ({
      path: at(scale, `levels[${id}]`),
      clauses: cite,
      fault: `级别“${id}”(${name})没有任何职责,也没有说明原因`,
      mend: '请在 duties 中写明职责;制度确未规定的,在 unlimited 中写明',
    })),
  );
};

const defaults = ({ scales }: Regulation): Problem[] =>
  scales.flatMap((scale) => {
    const { use, levels, defaults: rules } = scale;
    if (use !== 'rating' && rules.length > 0)
      return [
        {
          path: at(scale, 'defaults'),
          clauses: scale.cite,
          fault: '只有 rating 分级有默认级别',
          mend: '请删去 defaults',
        },
      ];
    return rules.flatMap(({ level, cite }, index) =>
      levels.some(({ id }) => id === level)
        ? []
        : [
            {
              path: at(scale, `defaults[${index}].level`),
              clauses: cite,
              fault: `级别“${level}”不属于“${scale.name}”`,
              mend: `可填:${levels.map(({ id }) => id).join('、')}`,
            },
          ],
    );
  });

/** Conditions on a scale beside the first: it must be one that a case is rated on, and the level one of its own. */
const ratings = (regulation: Regulation): Problem[] =>
  [...walk({ ...regulation, clauses: {} })].flatMap(({ path, clauses, value }): Problem[] => {
    if (!isRecord(value) || typeof value.rating !== 'string') return [];
    const scale = regulation.scales.find(({ id }) => id === value.rating);
    if (scale === undefined) return [];
    if (scale.use !== 'rating')
      return [
        {
          path: `${path}.rating`,
          clauses,
          fault: `“${scale.name}”(${scale.use})不由人评定`,
          mend: '请改为 rating 分级;按办理级别区分的写在 levels 中',
        },
      ];
    const key = 'is' in value ? 'is' : 'atLeast';
    const level = String(value[key]);
    if (scale.levels.some(({ id }) => id === level)) return [];
    const mend = `可填:${scale.levels.map(({ id }) => id).join('、')}`;
    return [{ path: `${path}.${key}`, clauses, fault: `级别“${level}”不属于“${scale.name}”`, mend }];
  });

/** Media are told apart only where a count of one kind raises the level. */
const media = ({ mediaTypes, grading: { floors } }: Regulation): Problem[] => {
  const isCounted = floors.some(({ counters }) => counters.some((each) => each.mediaTypes !== undefined));
  if (mediaTypes.length === 0 || isCounted) return [];
  const fault = '没有按媒体类型计数的规则,这些类型不起作用';
  return [{ path: 'mediaTypes', clauses: [], fault, mend: '请写 [];列举媒体的条款列入 informs' }];
};

/** Grading and reference put a case on the first scale only. */
const handled = (regulation: Regulation): Problem[] => {
  const own = regulation.scales[0]!.levels.map(({ id }) => id);
  return [...walk({ grading: regulation.grading, handling: regulation.handling })].flatMap(
    ({ path, key, clauses, value }) => {
      const isLevel =
        ['level', 'handleAs', 'unlessRegardedAs', 'onlyRegardedAs'].includes(key) ||
        /^grading\.floors.*\.atLeast$/.test(path);
      if (!isLevel || typeof value !== 'string' || own.includes(value)) return [];
      if (!regulation.scales.some(({ levels }) => levels.some(({ id }) => id === value))) return [];
      const fault = `${levelNames(regulation, [value])}不是“${regulation.scales[0]!.name}”的级别`;
      return [{ path, clauses, fault, mend: `可填:${own.join('、')}` }];
    },
  );
};

const bands = ({ grading: { bands: all, cite } }: Regulation): Problem[] => {
  const wrong = all.findIndex(({ below }, index) => {
    if (index === all.length - 1) return below !== null;
    return below === null || below <= (all[index - 1]?.below ?? Number.NEGATIVE_INFINITY);
  });
  if (all.length > 0 && wrong < 0) return [];
  return [
    {
      path: all.length === 0 ? 'grading.bands' : `grading.bands[${wrong}].below`,
      clauses: cite,
      fault: '分数段没有从低到高排到头',
      mend: '请按 below 从小到大排列,最后一段写 "below": null',
    },
  ];
};

/** Scales and levels that a case could not be put on, or that could not be told apart. */
export const scaleProblems = (regulation: Regulation): Problem[] =>
  [uses, ranks, clocks, overlays, emptyLevels, defaults, ratings, handled, bands, media].flatMap((check) =>
    check(regulation),
  );
