import { dutyProblems } from './check-duties.ts';
import { circle } from './circle.ts';
import type { Problem } from './problem.ts';
import { unknownReferences } from './references.ts';
import type { Regulation } from './schema.ts';
import { walk } from './walk.ts';

const duplicates = (ids: readonly string[]): string[] => [
  ...new Set(ids.filter((id, index) => ids.indexOf(id) !== index)),
];

const repeatedIds = (regulation: Regulation): Problem[] => {
  const lists: Record<string, unknown> = {
    ...regulation,
    levels: regulation.scales.flatMap(({ levels }) => levels),
    authorities: [],
    informs: regulation.informs.map(({ clause }) => ({ id: clause })),
  };
  return Object.entries(lists).flatMap(([path, list]) => {
    const ids = Array.isArray(list) ? list.map((each) => (each as { id?: string }).id) : [];
    return duplicates(ids.filter((id) => id !== undefined)).map((id) => ({
      path,
      clauses: [],
      fault: `“${id}”出现了不止一次`,
      mend: '请保留一个,其余改名或删除',
    }));
  });
};

const roleClimbs = (regulation: Regulation): Problem[] => {
  const roles = new Map(regulation.roles.map((role) => [role.id, role]));
  const above = (id: string) => roles.get(id)?.above ?? [];
  return regulation.roles.flatMap(({ id, perUnit, above: upper, cite = [] }) => {
    const path = `roles[${id}].above`;
    const found = circle(id, (each) => [above(each)].flat());
    if (found.length > 0) {
      return [
        { path, clauses: cite, fault: `上级绕成了圈(${found.join(' → ')})`, mend: '请改正其中一个上级' },
      ];
    }
    // A unit may have nobody in the role: the notice must still reach somebody.
    if (!perUnit || upper !== undefined) return [];
    return [{ path, clauses: cite, fault: '股室角色没有上级,无人任职时通知无处可去', mend: '请填写 above' }];
  });
};

const emptyDurations = (regulation: Regulation): Problem[] =>
  [...walk(regulation)].flatMap(({ path, key, clauses, value }) =>
    ['within', 'every', 'climbEvery', 'thenEvery', 'window'].includes(key) &&
    // A period may be left to a setting.
    typeof value === 'string' &&
    !/[1-9]/.test(value)
      ? [{ path, clauses, fault: `时长“${value}”为零`, mend: '请填写大于零的时长' }]
      : [],
  );

const conditionSettings = (regulation: Regulation): Problem[] => {
  const values = new Map(regulation.settings.map(({ id, value }) => [id, value]));
  return [...walk(regulation)].flatMap(({ path, key, clauses, value }) => {
    // A period is looked up in a setting too (`every: { setting }`), which is no yes or no.
    if (
      key !== 'setting' ||
      /\.every\.setting$/.test(path) ||
      typeof values.get(String(value)) === 'boolean' ||
      !values.has(String(value))
    )
      return [];
    const fault = `条件所用的设置“${value}”不是“是/否”`;
    return [{ path, clauses, fault, mend: '请改用是/否设置' }];
  });
};

/** Duties, notices and commands are for the bureau's own people; others are only told. */
const outsiders = (regulation: Regulation): Problem[] => {
  const outside = new Map(
    regulation.roles.filter(({ kind }) => kind !== 'internal').map(({ id, name }) => [id, name]),
  );
  return [...walk(regulation)].flatMap(({ path, key, clauses, value }) => {
    const name = ['responsible', 'rungs', 'roles'].includes(key) && outside.get(String(value));
    return name ? [{ path, clauses, fault: `“${name}”不是本局角色`, mend: '请改为本局(internal)角色' }] : [];
  });
};

/** Everything in the data that could not work, or would work on nothing; empty when it is sound. */
export const problemsOf = (regulation: Regulation): Problem[] =>
  [
    repeatedIds,
    unknownReferences,
    roleClimbs,
    outsiders,
    emptyDurations,
    conditionSettings,
    dutyProblems,
  ].flatMap((check) => check(regulation));
