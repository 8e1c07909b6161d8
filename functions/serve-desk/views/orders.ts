import type { CaseState } from '../../../shared/case/state.ts';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { isLapsed } from '../../../shared/deadlines/own/orders.ts';
import { scheduleCase } from '../../../shared/deadlines/schedule.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { createReplyParts } from '../../reply-parts.ts';

const ORDER_STATES = { draft: '待签发', lapsed: '已失效', issued: '已签发', voided: '已作废' } as const;
/** The 督办通知 of a case, drafts too. */
export const ordersOf = (regulation: Regulation, state: CaseState): CaseReply['orders'] => {
  const { named, time, timeOrNull } = createReplyParts(regulation);
  const { duties } = scheduleCase(regulation, state);
  return state.orders.map((order) => {
    const { entry, duty, unit, reason, draftedAt, issued, acknowledged, voided } = order;
    const drafted = isLapsed(order, duties) ? 'lapsed' : 'draft';
    const is = voided ? 'voided' : issued !== null ? 'issued' : drafted;
    return {
      order: entry,
      state: is,
      stateText: ORDER_STATES[is],
      number: issued?.number ?? null,
      duty: duty ?? null,
      unit: named(regulation.units, unit),
      reason,
      draftedAt: time(draftedAt),
      issuedAt: timeOrNull(issued?.at),
      answerBy: timeOrNull(issued?.answerBy),
      acknowledgedAt: timeOrNull(acknowledged?.madeAt),
      text: issued?.text ?? null,
    };
  });
};
