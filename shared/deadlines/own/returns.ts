import type { Return } from '../../case/state/units/return.ts';
import type { CaseState } from '../../case/state.ts';
import { authoritiesFor, nameIn } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { completionOf } from '../completions/completion.ts';
import type { OwnDuty } from './own-duty.ts';

/** What the duty is called that a 退回 makes. */
export const returnDuty = (entry: number): string => `return-${entry}`;

const ENDED = { signed: '该单位已签收', moved: '该单位不再承办' } as const;
const decidedIn = (state: CaseState, { ended }: Return): OwnDuty['acts'] => {
  if (ended === null || ended.how === 'signed' || ended.how === 'moved') return [];
  const { at, entry, by } = ended;
  return [completionOf(state)({ madeAt: at, recordedAt: at, entry, by, parts: [] })];
};

/**
 * A 退回 asks whoever hands cases to units to decide at once, by night too: the clocks of what the unit owes go on. Owed by the first
 * of those whom the regulation lets.
 */
export const returnDuties = (regulation: Regulation, state: CaseState): OwnDuty[] => {
  const [authority] = authoritiesFor(regulation, 'DecideReturn', state.handlingLevel);
  if (authority === undefined) return [];
  return state.returns.map((each) => ({
    id: returnDuty(each.entry),
    name: `决定是否同意${nameIn(regulation.units, each.unit)}退回`,
    toldAs: '决定退回的案卷由谁办理',
    cite: authority.cite.slice(0, 1),
    limit: { kind: 'immediate', word: '立即' },
    from: each.at,
    due: null,
    responsible: authority.roles[0]!,
    acts: decidedIn(state, each),
    ended: each.ended?.how === 'signed' || each.ended?.how === 'moved' ? ENDED[each.ended.how] : null,
    isOutside: false,
    says: 'returned',
    way: { act: 'decideReturn', entry: each.entry },
  }));
};
