import type { Actor, DoneThere } from '../../case/events/parts.ts';
import type { CaseState } from '../../case/state.ts';
import { regulationOfCase } from '../../regulations/index.ts';
import { nameIn } from '../../regulations/lookup.ts';
import { ownerOf } from '../acts/withdraw.ts';
import { namedActs } from '../parts/incomplete.ts';

/** 督办通知 that were signed and stand. */
const ordersIn = ({ orders }: CaseState) =>
  orders.flatMap(({ entry, issued, voided }) =>
    issued === null || voided ? [] : [{ act: entry, name: `督办通知(${issued.number})`, at: issued.at }],
  );

/** Sources that came after the opening: those of the opening are the case, and are taken back by nobody. */
const sourcesIn = (state: CaseState) =>
  state.sources.flatMap(({ kind, reference, recordedAt, entry, by, there }) => {
    const name = `来源“${nameIn(regulationOfCase(state).sources, kind)}”${reference ? `(${reference})` : ''}`;
    return entry === 1 || there !== undefined ? [] : [{ act: entry, name, at: recordedAt, by }];
  });

/** What was entered for somebody who has confirmed it is his word. */
const ownerIn = (state: CaseState, entry: number, by: Actor): { owner?: Actor } => {
  const owner = ownerOf(state, entry);
  return owner === undefined || owner === by ? {} : { owner };
};

/** What had been done and had come in in a case that is merged into another, and in those that had been merged into it, in the order of its time. */
export const doneThere = (state: CaseState): DoneThere[] => {
  const own = namedActs(regulationOfCase(state), state).map(({ act, name }) => ({
    act: act.entry,
    name,
    at: act.madeAt,
    by: act.by,
  }));
  const withdrawable = [...own, ...sourcesIn(state)].map((each) => ({
    ...each,
    ...ownerIn(state, each.act, each.by),
  }));
  return [
    ...[...withdrawable, ...ordersIn(state)].map((each) => ({ case: state.caseId, ...each })),
    ...state.takenOver.flatMap(({ done = [] }) => done),
  ].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : one.act - other.act));
};
