import type { Regulation } from '../../../../shared/regulations/schema.ts';
import { readVersion } from '../../../../shared/regulations/version.ts';
import type { Problem } from '../problem.ts';
import { isRecord, walk } from '../walk.ts';

const repeated = (ids: readonly string[]): string[] => [
  ...new Set(ids.filter((id, index) => ids.indexOf(id) !== index)),
];
const again = (path: string, id: string): Problem => ({
  path,
  clauses: [],
  fault: `“${id}”出现了不止一次`,
  mend: '请保留一个,其余改名或删除',
});

/** One floor may set a count for each kind of medium, so its counters may repeat. */
const MAY_REPEAT = /^grading\.floors\[[^\]]*\]\.counters$/;

const repeatedInLists = (regulation: Regulation): Problem[] =>
  [...walk({ ...regulation, clauses: {} })].flatMap(({ path, value }) => {
    if (!Array.isArray(value) || MAY_REPEAT.test(path)) return [];
    const ids = value.flatMap((each) => (isRecord(each) && typeof each.id === 'string' ? [each.id] : []));
    return repeated(ids).map((id) => again(`${path}[${id}]`, id));
  });

/** A level is asked for by its id alone, whichever scale it is of. */
const repeatedLevels = ({ scales }: Regulation): Problem[] =>
  scales.flatMap(({ id, levels }, index) => {
    const before = scales.slice(0, index).flatMap((scale) => scale.levels.map((level) => level.id));
    return levels
      .filter((level) => before.includes(level.id))
      .map((level) => again(`scales[${id}].levels[${level.id}]`, level.id));
  });

const repeatedInforms = ({ informs }: Regulation): Problem[] =>
  informs.flatMap(({ clause }, index) =>
    informs.findIndex((each) => each.clause === clause) < index
      ? [again(`informs[${index}].clause`, clause)]
      : [],
  );

/** What a regulation says whose text has no date; of a bureau's versions it comes first. */
export const UNDATED = '未注明';
const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);
export const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

/** What names files, machines, executions and case numbers, which take no Chinese. */
const names = ({ id, version, effectiveOn, zone, numbering }: Regulation): Problem[] => {
  const { own } = readVersion(version);
  const rules: [isRight: boolean, path: string, fault: string, mend: string][] = [
    [
      /^[a-z](-?[a-z0-9]){1,29}$/.test(id),
      'id',
      `“${id}”不能用作文件名和流程名`,
      '请用2至30个小写字母、数字或单个横线,以字母开头',
    ],
    [
      /^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(own),
      'version',
      `“${own}”不能用作版本号`,
      '请用字母、数字、点和横线,如 2024-05-30',
    ],
    [
      isDay(effectiveOn) || effectiveOn === UNDATED,
      'effectiveOn',
      `“${effectiveOn}”不是日期`,
      `请按“2024-05-30”的写法填写施行日期;原文没有的写“${UNDATED}”`,
    ],
    [isZone(zone), 'zone', `没有时区“${zone}”`, '中国各地请填 Asia/Shanghai'],
    [
      /^[A-Za-z][A-Za-z0-9]{0,9}$/.test(numbering.case),
      'numbering.case',
      `案卷编号的字头“${numbering.case}”不能用作流程名`,
      '请用1至10个英文字母或数字,以字母开头,如 LZ',
    ],
  ];
  return rules
    .filter(([isRight]) => !isRight)
    .map(([, path, fault, mend]) => ({ path, clauses: [], fault, mend }));
};

/** Ids that name two things, and names that could not be used. */
export const idProblems = (regulation: Regulation): Problem[] =>
  [names, repeatedInLists, repeatedLevels, repeatedInforms].flatMap((check) => check(regulation));
