import type { Return } from '../../case/state/units/return.ts';
import type { CaseState } from '../../case/state.ts';
import { unitIn } from '../../case/units.ts';
import { isPerUnit, nameIn, receiversOf } from '../../regulations/lookup.ts';
import { unitWords } from '../authority.ts';
import type { Context } from '../context.ts';
import { makeNotices } from '../notices.ts';
import { tellHandedOn } from '../orders/asked-no-more.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import type { Decide } from '../refusing.ts';
import { handOver } from './assign.ts';

// 退回: a unit that the case is not for says so, with its reason, before it signs. The office decides at once, and no clock waits for it.

/** What of the unit's 退回 counts for it: since it got the case as it has it now. */
const ofUnit = (state: CaseState, unit: string): Return[] => {
  const since = unitIn(state, unit)?.assignedAt ?? '';
  return state.returns.filter((each) => each.unit === unit && each.at >= since);
};

/** Why a unit may not give the case back, whatever its reason. */
export const refuseReturn = ({ regulation, actor }: Context, state: CaseState): Refusal | undefined => {
  const { unit } = actor;
  if (unit === undefined || unitIn(state, unit)?.part == null)
    return refuse('NOT_YOUR_UNIT', '案卷由承办单位退回');
  const { you } = unitWords(regulation, state, unit);
  if (unitIn(state, unit)!.acknowledgedAt !== null)
    return refuse('UNIT_ACKNOWLEDGED', `${you}已经签收,不能退回;确需调整的,请报办公室改转`);
  return ofUnit(state, unit).some(({ ended }) => ended?.how === 'kept')
    ? refuse('RETURN_DECIDED', `退回未获同意,已决定仍由${you}办理,请签收`)
    : undefined;
};

export const returnCase: Decide<'ReturnCase'> = (context, state, { reason }) => {
  const refused = refuseReturn(context, state);
  if (refused !== undefined) return refused;
  const unit = context.actor.unit!;
  // It waits for its decision already.
  if (ofUnit(state, unit).some(({ ended }) => ended === null)) return [];
  return [{ type: 'UnitReturned', unit, reason }];
};

/** The unit goes on with it, and hears so. */
const keep = (context: Context, state: CaseState, { entry, unit }: Return, reason: string): Decision => {
  const { regulation } = context;
  const roles = receiversOf(regulation, 'assigned').filter((role) => isPerUnit(regulation, role));
  return [
    { type: 'ReturnDecided', unit, returned: entry, agree: false, reason },
    makeNotices(
      context,
      state,
      roles.map((role) => ({
        key: `case#${state.version + 1}#returnKept#${role}#${entry}`,
        role,
        template: 'returnKept',
        unit,
      })),
    ),
  ];
};

/** The unit has the case no more: of the 主办 another has it at once, since a case is never without one again. */
const letGo = (
  context: Context,
  state: CaseState,
  { entry, unit }: Return,
  { to, reason }: { to?: string | undefined; reason?: string | undefined },
): Decision => {
  const isLead = state.unit === unit;
  if (isLead && to === undefined)
    return refuse('RETURN_NEEDS_UNIT', '同意主办单位退回的,须同时写明改由哪个单位主办');
  if (to === unit) return refuse('UNIT_UNCHANGED', '改办的单位就是退回的单位;不同意退回的,请选不同意');
  if (!isLead && to !== undefined)
    return refuse(
      'UNIT_NOT_LEAD',
      `${nameIn(context.regulation.units, unit)}是会办单位,同意退回的不另定主办单位`,
    );
  if (to !== undefined) return handOver(context, state, { unit: to, note: reason });
  return [
    {
      type: 'ReturnDecided',
      unit,
      returned: entry,
      agree: true,
      ...(reason === undefined ? {} : { reason }),
    },
    ...tellHandedOn(context, state, unit, 'jointOver'),
  ];
};

export const decideReturn: Decide<'DecideReturn'> = (context, state, { act, agree, to, reason }) => {
  const returned = state.returns.find(({ entry }) => entry === act);
  if (returned === undefined) return refuse('ACT_UNKNOWN', `案卷日志第${act}条不是退回`);
  const { ended } = returned;
  if (ended !== null) {
    const isSaid = ended.how === (agree ? 'agreed' : 'kept');
    return isSaid ? [] : refuse('RETURN_DECIDED', '这次退回已有结果,不必再决定');
  }
  if (agree) return letGo(context, state, returned, { to, reason });
  return reason === undefined
    ? refuse('REASON_REQUIRED', '不同意退回的,须写明理由')
    : keep(context, state, returned, reason);
};
