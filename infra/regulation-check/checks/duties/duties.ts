import { giversOf } from '../../../../shared/regulations/lookup.ts';
import type { Regulation, Term } from '../../../../shared/regulations/schema.ts';
import { circle } from '../circle.ts';
import type { Problem } from '../problem.ts';
import { walk } from '../walk.ts';
import { termsOf } from './terms.ts';

const LENGTHS = ['within', 'soft', 'upTo', 'every', 'climbEvery', 'thenEvery', 'window'];
type Duty = Regulation['duties'][number];
/** Step Functions' limit for a state name; neither the CDK nor its validator looks at it. */
const longestStateName = 80;

const emptyDurations = (regulation: Regulation): Problem[] =>
  [...walk(regulation)].flatMap(({ path, key, clauses, value }) =>
    LENGTHS.includes(key) && typeof value === 'string' && !/[1-9]/.test(value)
      ? [{ path, clauses, fault: `时长“${value}”为零`, mend: '请填写大于零的时长' }]
      : [],
  );

const afterCircles = (regulation: Regulation): Problem[] => {
  const after = (id: string) =>
    (regulation.duties.find((duty) => duty.id === id)?.terms ?? []).flatMap(({ start }) =>
      start.flatMap((anchor) => ('after' in anchor ? [anchor.after] : [])),
    );
  return regulation.duties.flatMap(({ id, terms }) => {
    const found = circle(id, after);
    // Each circle is told once at each duty on it, not at duties that merely lead into it.
    if (found.at(-1) !== id) return [];
    return [
      {
        path: `duties[${id}].terms`,
        clauses: terms.flatMap(({ cite }) => cite),
        fault: `起算互相等待(${found.join(' → ')})`,
        mend: '请让其中一项从时点起算',
      },
    ];
  });
};

const endlessRepetitions = (regulation: Regulation): Problem[] =>
  termsOf(regulation).flatMap(({ term, path }): Problem[] => {
    const { limit, levels, start, cite: clauses } = term;
    if (limit.kind !== 'every') return [];
    const at = `${path}.limit`;
    if (start.some((anchor) => 'instant' in anchor && anchor.instant === limit.until)) {
      const fault = `重复从“${limit.until}”起算,又到“${limit.until}”为止`;
      return [{ path: at, clauses, fault, mend: '请改正起算时点或 until' }];
    }
    const command = limit.until === 'calmedAt' ? 'DeclareCalm' : 'Conclude';
    const ended = (level: string) => giversOf(regulation, command, level).length > 0;
    return levels
      .filter((level) => !ended(level))
      .map((level) => ({
        path: at,
        clauses,
        fault: `级别“${level}”上无人有权作出 ${command},重复不会结束`,
        mend: '请在 authorities 中写明由谁作出',
      }));
  });

const unclockedTerms = (regulation: Regulation): Problem[] => {
  const still = regulation.scales.flatMap(({ levels }) => levels).filter(({ clocked }) => !clocked);
  return termsOf(regulation).flatMap(({ term, path }) =>
    still
      .filter(({ id }) => term.levels.includes(id))
      .map(({ id, name }) => ({
        path: `${path}.levels`,
        clauses: term.cite,
        fault: `级别“${id}”(${name})不计时,这项职责永远不会到期`,
        mend: '请删去该级别,或将其设为 clocked',
      })),
  );
};

const spelled = (limit: Term['limit']): string => {
  if (limit.kind === 'within') return limit.within;
  if (limit.kind !== 'every') return limit.word;
  return typeof limit.every === 'string' ? limit.every : '';
};
const units = { W: '周', D: '日', H: '小时', M: '分钟', S: '秒' } as const;
/** The longest of a duty's state names, as `<duty>·等待时限(10日)`. */
const stateName = (duty: Duty, term: Term): string => {
  const limit = spelled(term.limit).replace(/[PT]/g, '');
  return `${term.name ?? duty.name}·等待时限(${limit.replace(/[WDHMS]/g, (unit) => units[unit as keyof typeof units])})`;
};

const stateNames = (regulation: Regulation): Problem[] => {
  const named = termsOf(regulation).map((place) => ({ ...place, name: place.term.name ?? place.duty.name }));
  const long = named.flatMap(({ duty, term, path }) => {
    const length = [...stateName(duty, term)].length;
    const fault = `名称太长,状态名将有 ${length} 个字,上限 ${longestStateName}`;
    return length > longestStateName
      ? [{ path: `${path}.name`, clauses: term.cite, fault, mend: '请缩短名称' }]
      : [];
  });
  const alike = named.flatMap(({ duty, term, path, name }, index) =>
    named
      .slice(0, index)
      .filter(
        (other) =>
          other.duty.id !== duty.id &&
          other.name === name &&
          other.term.levels.some((level) => term.levels.includes(level)),
      )
      .map((other) => ({
        path: `${path}.name`,
        clauses: term.cite,
        fault: `与 ${other.path} 在同一级别上同名“${name}”,状态名会重复`,
        mend: '请改名',
      })),
  );
  const longLevels = regulation.scales.flatMap((scale) =>
    scale.levels
      .filter(({ name }) => [...`移交新级别(${name})`].length > longestStateName)
      .map(({ id, cite }) => ({
        path: `scales[${scale.id}].levels[${id}].name`,
        clauses: cite,
        fault: '级别名称太长,状态名超过上限',
        mend: '请缩短名称',
      })),
  );
  return [...long, ...alike, ...longLevels];
};

/** What could not work in the duties' clocks and in the state machines built from them. */
export const dutyProblems = (regulation: Regulation): Problem[] =>
  [emptyDurations, afterCircles, endlessRepetitions, unclockedTerms, stateNames].flatMap((check) =>
    check(regulation),
  );
