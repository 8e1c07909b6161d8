import type { ANSWERS } from '../events/answers.ts';
import type { CaseEvent } from '../events.ts';
import { calmConfirmed } from '../outbreaks.ts';
import { withoutEntry } from '../standing.ts';
import type { CaseState } from '../state.ts';
import type { Applies, Meta } from './apply.ts';

export const answers: Applies<typeof ANSWERS> = {
  ActConfirmed: (state, { act, of, agree, verifies }, { at, actor }) => {
    const before = state.confirmations[act];
    const verified = verifies ? { ...state.verified, [act]: agree } : state.verified;
    // Who does not believe it has said that it was not made so: it counts no more than what was taken back.
    if (of === 'lateEntry' || before === undefined)
      return agree ? { ...state, verified } : withoutEntry({ ...state, verified }, act);
    const answered = {
      ...state,
      verified,
      confirmations: { ...state.confirmations, [act]: { ...before, answer: { agree, by: actor, at } } },
    };
    // What he never gave was never done.
    return agree ? calmConfirmed(answered, act, at) : withoutEntry(answered, act);
  },
  ActWithdrawn: (state, { act, reason }, { at, actor }) => ({
    ...withoutEntry(state, act),
    withdrawn: [...state.withdrawn, { entry: act, at, by: actor, reason }],
  }),
};

/** The state in which what an event enters for somebody else waits for his word, or for a leader's countersignature. */
export const awaiting = (state: CaseState, event: CaseEvent, { at, actor, version }: Meta): CaseState => {
  const onBehalf = 'onBehalf' in event ? event.onBehalf : undefined;
  const outside = 'outside' in event && event.outside?.countersigned === false ? event.outside : undefined;
  const named = onBehalf ?? (outside && { person: null, role: outside.body, unit: undefined });
  if (named === undefined) return state;
  const { person, role, unit } = named;
  const of = onBehalf === undefined ? ('outside' as const) : ('onBehalf' as const);
  const asked = { of, person, role, ...(unit === undefined ? {} : { unit }) };
  const confirmation = { ...asked, enteredBy: actor, since: at, answer: null };
  return { ...state, confirmations: { ...state.confirmations, [version]: confirmation } };
};
