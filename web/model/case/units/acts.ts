import type { ActsReply } from '../../../../shared/contracts/replies/acts.ts';
import type { CaseReply } from '../../../../shared/contracts/replies/case.ts';
import { spoken } from '../../spoken.ts';

// What one may do about the units of a case, beside the unit that it is about.

type CaseUnit = CaseReply['units'][number];
type Acts = ActsReply['acts'];
export interface UnitAct {
  type: string;
  carries: Readonly<Record<string, string | number>>;
  /** On its button. */
  name: string;
  /** About whom, to who does not see where the button stands. */
  of: string;
}

const mayDo = (acts: Acts, type: string): boolean => acts.some((act) => act.type === type && act.may);

/** About one unit that has the case; `own`: the reader's own unit. */
export const actsOnUnit = (
  { unit, part, acknowledgedAt, returned }: CaseUnit,
  acts: Acts,
  own: string | undefined,
): UnitAct[] => {
  const isOwn = own === unit.id;
  const isJoint = part === 'joint';
  const possible: (Omit<UnitAct, 'of'> & { isDue: boolean })[] = [
    { type: 'Acknowledge', carries: {}, name: '签收', isDue: isOwn && acknowledgedAt === null },
    { type: 'ReturnCase', carries: {}, name: '退回', isDue: isOwn && returned === null },
    {
      type: 'DecideReturn',
      carries: { act: returned?.act ?? 0 },
      name: '决定退回',
      isDue: returned !== null,
    },
    { type: 'AssignUnit', carries: { part: 'lead' }, name: '改转', isDue: !isJoint },
    { type: 'AssignUnit', carries: { unit: unit.id, part: 'lead' }, name: '改为主办', isDue: isJoint },
    { type: 'WithdrawUnit', carries: { unit: unit.id }, name: '撤销会办', isDue: isJoint },
  ];
  return possible.flatMap(({ isDue, ...act }) =>
    isDue && mayDo(acts, act.type) ? [{ ...act, of: spoken(unit.name) }] : [],
  );
};

/** About the case: a first unit, or one more beside it. */
export const actsOnCase = ({ unit }: Pick<CaseReply, 'unit'>, acts: Acts): UnitAct[] => {
  if (!mayDo(acts, 'AssignUnit')) return [];
  return unit === null
    ? [{ type: 'AssignUnit', carries: {}, name: '转办', of: '' }]
    : [{ type: 'AssignUnit', carries: { part: 'joint' }, name: '增加会办', of: '' }];
};
