import type { Order } from '../../case/state/order.ts';
import type { CaseState } from '../../case/state.ts';
import { isLapsed } from '../../deadlines/own/orders.ts';
import { scheduleCase } from '../../deadlines/schedule.ts';
import { regulationOfCase } from '../../regulations/index.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../refusal.ts';
import { matchesOf } from './limits/matching.ts';

/** Upon the case that goes on: it takes the next 督办通知 that was drafted in another that it has taken over, and that nobody has signed. */
export interface TakeDraft {
  type: 'TakeDraft';
  from: CaseState;
}

/** Under which name the limit that was missed there stands here; undefined: nothing here is late by it. */
const occurrenceIn = (state: CaseState, from: CaseState, { duty, occurrence }: Order): string | undefined => {
  const own = `${from.caseId}/${occurrence}`;
  if (state.passed[`${duty}#${own}`] !== undefined) return own;
  const scheduled = scheduleCase(regulationOfCase(from), from).duties.find(
    (each) => each.duty === duty && each.current.occurrence === occurrence,
  );
  const regulation = regulationOfCase(state);
  const matches = scheduled === undefined ? [] : matchesOf(regulation, state, from, scheduled);
  return matches.find((each) => each.duty === duty)?.current.occurrence;
};

/** One limit has one order. */
const isThere = (state: CaseState, { duty, occurrence }: Pick<Order, 'duty' | 'occurrence'>): boolean =>
  state.orders.some(
    (each) => duty !== undefined && each.duty === duty && each.occurrence === occurrence && !each.voided,
  );

/** What nobody has signed there as it would stand here, each to the unit that it was drafted for. */
export const draftsLeft = (state: CaseState, from: CaseState) => {
  const there = scheduleCase(regulationOfCase(from), from).duties;
  return from.orders.flatMap((order) => {
    const { entry, draftedAt: _, issued, acknowledged: __, voided, ...draft } = order;
    const of = { case: from.caseId, order: entry };
    const isTaken = state.orders.some((each) => each.of?.case === of.case && each.of.order === entry);
    if (issued !== null || voided || isTaken || isLapsed(order, there)) return [];
    if (draft.duty === undefined) return [{ ...draft, of }];
    const occurrence = occurrenceIn(state, from, order);
    const moved = { ...draft, occurrence, of };
    return occurrence === undefined || isThere(state, moved) ? [] : [{ ...moved, occurrence }];
  });
};

/** An order is named by its entry, so each comes by itself; none: all are here. A repeat is a success. */
export const takeDraft = (_: Context, state: CaseState, { from }: TakeDraft): Decision => {
  if (!state.takenOver.some((each) => each.case === from.caseId)) return [];
  const [next] = draftsLeft(state, from);
  return next === undefined ? [] : [{ type: 'SupervisionOrderDrafted', ...next }];
};
