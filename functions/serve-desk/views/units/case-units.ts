import type { CaseState } from '../../../../shared/case/state.ts';
import { unitIn, unitsOf } from '../../../../shared/case/units.ts';
import type { CaseReply } from '../../../../shared/contracts/replies/case.ts';
import type { Regulation } from '../../../../shared/regulations/schema.ts';
import { createReplyParts } from '../../../reply-parts.ts';

const PARTS = { lead: '主办', joint: '会办' } as const;

/** The units that have the case, the 主办 first, each with its own 签收 and what it has asked for (退回). */
export const unitsView = (regulation: Regulation, state: CaseState): CaseReply['units'] => {
  const { named, time, timeOrNull } = createReplyParts(regulation);
  return unitsOf(state).map((unit) => {
    const { part, assignedAt, acknowledgedAt } = unitIn(state, unit)!;
    const returned = state.returns.find((each) => each.unit === unit && each.ended === null);
    const as = part ?? 'lead';
    return {
      unit: named(regulation.units, unit),
      part: as,
      partText: PARTS[as],
      since: time(assignedAt),
      acknowledgedAt: timeOrNull(acknowledgedAt),
      returned:
        returned === undefined
          ? null
          : {
              act: returned.entry,
              at: time(returned.at),
              by: returned.by.name,
              reason: returned.reason,
            },
    };
  });
};
