import type { CaseState } from '../../../shared/case/state.ts';
import { unitIn } from '../../../shared/case/units.ts';
import type { DutyReply } from '../../../shared/contracts/replies/duty.ts';
import type { Roster } from '../../../shared/contracts/roster.ts';
import type { ScheduledDuty } from '../../../shared/deadlines/scheduled-duty.ts';
import { recipientsOf } from '../../../shared/notices/recipients.ts';
import { isPerUnit } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { createReplyParts } from '../../reply-parts.ts';

// A duty that is met by telling somebody: that a text was handed over is not that he has read it.

/** When somebody who holds the post signed (签收), having been told; for a unit's post also the unit itself. */
const signedAt = (
  regulation: Regulation,
  state: CaseState,
  roster: Roster,
  { role, unit, told }: { role: string; unit: string | null; told: string },
): string | undefined => {
  const reached = recipientsOf(regulation, roster, role, unit ?? undefined);
  // Who was told instead of him has not signed for him.
  const people = reached?.reachedRole === role ? reached.people : [];
  const own = isPerUnit(regulation, role) ? [unitIn(state, unit)?.acknowledgedAt] : [];
  return [...people.map(({ id }) => state.acknowledgements[id]), ...own]
    .filter((at) => at != null)
    .filter((at) => at >= told)
    .sort()[0];
};

/** How a duty that is met by a notice was met: null of any other, and of one that nobody was told of. */
export const byNoticeOf = (
  regulation: Regulation,
  state: CaseState,
  { isNotice, duty, unit = state.unit ?? undefined, receivers, current }: ScheduledDuty,
  roster: Roster | undefined,
): DutyReply['byNotice'] => {
  const { completedAt, occurrence } = current;
  if (!isNotice || completedAt === null) return null;
  const { role, timeOrNull } = createReplyParts(regulation);
  const texted = Object.keys(state.reached[`${duty}#${occurrence}`] ?? {});
  return {
    how: receivers.some((id) => texted.includes(id)) ? 'text' : 'telephone',
    receivers: receivers.map((id) => ({
      role: role(id),
      acknowledgedAt:
        roster === undefined
          ? null
          : timeOrNull(
              signedAt(regulation, state, roster, { role: id, unit: unit ?? null, told: completedAt }),
            ),
    })),
  };
};

/** 已发短信(提交网关),未签收. */
export const byNoticeText = ({ how, receivers }: NonNullable<DutyReply['byNotice']>): string => {
  const isSigned = receivers.every((each) => each.acknowledgedAt !== null);
  const some = receivers.some((each) => each.acknowledgedAt !== null) ? '部分签收' : '未签收';
  return `${how === 'text' ? '已发短信(提交网关)' : '已电话告知'},${isSigned ? '已签收' : some}`;
};
