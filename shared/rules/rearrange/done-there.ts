import type { DoneThere } from '../../case/events/parts.ts';
import type { CaseState } from '../../case/state.ts';
import { regulationOfCase } from '../../regulations/index.ts';
import { namedActs } from '../parts/incomplete.ts';

/** 督办通知 that were signed and stand. */
const ordersIn = ({ orders }: CaseState) =>
  orders.flatMap(({ entry, issued, voided }) =>
    issued === null || voided ? [] : [{ act: entry, name: `督办通知(${issued.number})`, at: issued.at }],
  );

/** What had been done in a case that is merged into another, and in those that had been merged into it, in the order of its time. */
export const doneThere = (state: CaseState): DoneThere[] => {
  const own = namedActs(regulationOfCase(state), state).map(({ act, name }) => ({
    act: act.entry,
    name,
    at: act.madeAt,
    by: act.by,
  }));
  return [
    ...[...own, ...ordersIn(state)].map((each) => ({ case: state.caseId, ...each })),
    ...state.takenOver.flatMap(({ done = [] }) => done),
  ].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : one.act - other.act));
};
