import type { Regulation, Role } from '../../../../shared/regulations/schema.ts';
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

/** The posts that the software itself speaks to, as a bureau may call them. */
const POSTS: Readonly<Record<string, string>> = {
  dutyOfficer: '值班员',
  officeHead: '办公室负责人',
  unitLiaison: '股室联络员',
  unitHead: '股室负责人',
  deputyLeader: '分管领导',
  chiefLeader: '主要领导',
  leadingGroup: '领导小组',
  operator: '系统运维',
};
const UNIT_POSTS = ['unitLiaison', 'unitHead'];
const HIGHEST = 'chiefLeader';

const postFault = ({
  id,
  kind,
  perUnit,
  above,
}: Role): [key: string, fault: string, mend: string] | undefined => {
  if (kind !== 'internal')
    return ['kind', `“${id}”是系统要通知的岗位,须为本局角色`, '请写 "kind": "internal"'];
  if (perUnit !== UNIT_POSTS.includes(id))
    return UNIT_POSTS.includes(id)
      ? ['perUnit', `“${id}”由每个股室各设一人`, '请写 "perUnit": true']
      : ['perUnit', `“${id}”由全局设置,不分股室`, '请删去 perUnit'];
  if (above === undefined && id !== HIGHEST && !perUnit)
    return ['above', `“${id}”没有上级,无人任职时通知无处可去`, '请填写 above'];
  return undefined;
};

const posts = ({ roles }: Regulation): Problem[] =>
  Object.entries(POSTS).flatMap(([id, name]) => {
    const role = roles.find((each) => each.id === id);
    if (role === undefined)
      return [
        {
          path: 'roles',
          clauses: [],
          fault: `缺少系统要通知的岗位“${id}”(${name})`,
          mend: '请在 roles 中以本局的名称设置;制度没有这一岗位的,写最接近的岗位',
        },
      ];
    const fault = postFault(role);
    if (fault === undefined) return [];
    const [key, what, mend] = fault;
    return [{ path: `roles[${id}].${key}`, clauses: role.cite ?? [], fault: what, mend }];
  });

const noUnits = ({ units }: Regulation): Problem[] =>
  units.length > 0
    ? []
    : [{ path: 'units', clauses: [], fault: '没有任何股室,案卷无处转办', mend: '请列出本局的股室' }];

/** Who cannot be told, and who is told to do what he cannot. */
export const roleProblems = (regulation: Regulation): Problem[] =>
  [posts, noUnits, roleClimbs, outsiders].flatMap((check) => check(regulation));
