import { receiversOf } from '../../../../shared/regulations/lookup.ts';
import type { Occasion, Regulation, Role } from '../../../../shared/regulations/schema.ts';
import { mayNeedHolidayLists } from '../duties/days.ts';
import type { Problem } from '../problem.ts';

/** What each notice tells, and the command that it follows; without one the system tells it of its own accord. */
interface Told {
  what: string;
  command?: string;
  /** When it can happen at all, beyond that somebody may give the command. */
  if?: (regulation: Regulation) => boolean;
}
/** Not everybody who may declare calm at one level may at another. */
const calmDependsOnLevel = ({ authorities }: Regulation): boolean =>
  authorities.filter(({ command }) => command === 'DeclareCalm').length > 1;
const OCCASIONS: Readonly<Record<Occasion, Told>> = {
  routine: { what: '不计时的舆情信息' },
  opened: { what: '新立案卷' },
  assigned: { what: '转办', command: 'AssignUnit' },
  hotter: { what: '热度上升' },
  loweringProposed: { what: '降级申请', command: 'ChangeLevel' },
  levelLowered: { what: '降级', command: 'ApproveLevelChange' },
  planRequested: { what: '报请启动应急预案', command: 'RequestPlan' },
  orderIssued: { what: '督办通知', command: 'SignSupervisionOrder' },
  secondPerson: { what: '待第二人同意', command: 'ApproveConclusion' },
  calmed: { what: '宣布平息', command: 'DeclareCalm' },
  calmLapsed: {
    what: '升级后原平息宣布不再有效',
    command: 'DeclareCalm',
    if: calmDependsOnLevel,
  },
  rekindled: { what: '再次发酵', command: 'Rekindle' },
  clockFault: { what: '时钟故障' },
  countersign: { what: '外单位意见待会签' },
  unconfirmed: { what: '代录未经确认' },
  denied: { what: '代录被否认' },
  unapproved: { what: '未经审定发布' },
  lateEntry: { what: '补录待核实' },
  holdAsked: { what: '暂缓未写明截止时间', command: 'HoldDuty' },
  holidayList: { what: '缺少放假安排', if: mayNeedHolidayLists },
};

/** An event that nobody is told of, and an entry that nothing would ever use. */
const occasions = (regulation: Regulation): Problem[] => {
  const { routing, authorities } = regulation;
  return Object.entries(OCCASIONS).flatMap(([id, { what, command, if: can }]): Problem[] => {
    const happens =
      (command === undefined || authorities.some((each) => each.command === command)) &&
      (can?.(regulation) ?? true);
    const entry = routing.find((each) => each.id === id);
    if (happens && entry === undefined)
      return [
        {
          path: 'routing',
          clauses: [],
          fault: `没有“${id}”,${what}不知通知谁`,
          mend: '请写明通知哪些岗位;制度没有规定的,由本局自定,写 "basis": "bureau"',
        },
      ];
    if (happens || entry === undefined) return [];
    const path = `routing[${id}]`;
    return [
      command === undefined
        ? { path, clauses: entry.cite, fault: `本局没有涉及“${what}”的时限,通知不会发出`, mend: '请删去' }
        : {
            path,
            clauses: entry.cite,
            fault: `无人有权作出 ${command},${what}的通知不会发出`,
            mend: '请删去,或在 authorities 中增加',
          },
    ];
  });
};

const rolesFor = (regulation: Regulation, ...ids: Occasion[]): Set<string> =>
  new Set(regulation.routing.flatMap(({ id }) => (ids.includes(id) ? receiversOf(regulation, id) : [])));

/** Where most of the bureau's posts end upwards: there alone nobody need stand above. */
const highestOf = ({ roles }: Regulation): string | undefined => {
  const ends = new Map<string, number>();
  for (const { id } of roles.filter(({ kind }) => kind === 'internal')) {
    const seen = new Set<string>();
    let end = id;
    for (let next: string | undefined = id; next !== undefined && !seen.has(next); ) {
      seen.add(next);
      end = next;
      next = roles.find((role) => role.id === end)?.above;
    }
    ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  return [...ends].sort(([, one], [, other]) => other - one)[0]?.[0];
};

/** A post that the system notifies must be the bureau's own, and somebody must stand behind it. */
const posts = (regulation: Regulation): Problem[] => {
  const told = rolesFor(regulation, ...(Object.keys(OCCASIONS) as Occasion[]));
  // 转办 goes to the unit alone; of these two nobody may know a unit yet.
  const ofUnits = rolesFor(regulation, 'assigned');
  const ofNone = rolesFor(regulation, 'opened', 'clockFault');
  const highest = highestOf(regulation);
  const faultOf = ({
    id,
    kind,
    perUnit,
    above,
  }: Role): [key: string, fault: string, mend: string] | undefined => {
    if (kind !== 'internal')
      return ['kind', `“${id}”是系统要通知的岗位,须为本局角色`, '请写 "kind": "internal"'];
    if (ofUnits.has(id) && !perUnit) return ['perUnit', `“${id}”由每个股室各设一人`, '请写 "perUnit": true'];
    if (ofNone.has(id) && perUnit) return ['perUnit', `“${id}”由全局设置,不分股室`, '请删去 perUnit'];
    if (above === undefined && id !== highest && !perUnit)
      return ['above', `“${id}”没有上级,无人任职时通知无处可去`, '请填写 above'];
    return undefined;
  };
  return regulation.roles
    .filter(({ id }) => told.has(id))
    .flatMap((role) => {
      const fault = faultOf(role);
      if (fault === undefined) return [];
      const [key, what, mend] = fault;
      return [{ path: `roles[${role.id}].${key}`, clauses: role.cite ?? [], fault: what, mend }];
    });
};

/** The post on duty, and the head of the office: posts of the bureau itself, and two of them. */
const dutyPosts = ({ roles, onDuty, headOfOffice, cite }: Regulation): Problem[] => {
  const faultOf = (id: string): string | undefined => {
    const role = roles.find((each) => each.id === id);
    if (role === undefined) return `没有岗位“${id}”`;
    return role.kind === 'internal' && !role.perUnit ? undefined : `“${id}”须为本局岗位,不分股室`;
  };
  const named = [
    ['onDuty', onDuty],
    ['headOfOffice', headOfOffice],
  ] as const;
  const faults = named.flatMap(([path, id]): Problem[] => {
    const fault = faultOf(id);
    return fault === undefined ? [] : [{ path, clauses: cite, fault, mend: '请填写 roles 中的岗位' }];
  });
  return onDuty === headOfOffice
    ? [
        ...faults,
        { path: 'onDuty', clauses: cite, fault: '值班岗位与办公室负责人相同', mend: '请分别填写两个岗位' },
      ]
    : faults;
};

/** Who is told of what happens beside the duties, and that somebody is. */
export const routingProblems = (regulation: Regulation): Problem[] =>
  [occasions, posts, dutyPosts].flatMap((check) => check(regulation));
