import type { Regulation } from '../../../../shared/regulations/schema.ts';
import { circle } from '../circle.ts';
import type { Problem } from '../problem.ts';
import { walk } from '../walk.ts';

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

const noUnits = ({ units }: Regulation): Problem[] =>
  units.length > 0
    ? []
    : [{ path: 'units', clauses: [], fault: '没有任何股室,案卷无处转办', mend: '请列出本局的股室' }];

/** Who cannot be told, and who is told to do what he cannot. */
export const roleProblems = (regulation: Regulation): Problem[] =>
  [noUnits, roleClimbs, outsiders].flatMap((check) => check(regulation));
