import type { ANSWERS } from '../events/answers.ts';
import type { EntryThere } from '../events/parts.ts';
import type { CaseEvent, EventOf } from '../events.ts';
import { calmConfirmed } from '../outbreaks.ts';
import { metWithout, withoutEntry } from '../standing.ts';
import type { CaseState } from '../state.ts';
import type { Applies, Meta } from './apply.ts';

/** The state in which an act was denied: what he never gave, or what was not so, was never done. */
const without = (
  state: CaseState,
  { act, reason }: EventOf<'ActConfirmed'>,
  { at, actor }: Meta,
): CaseState => ({
  ...withoutEntry(state, act),
  denied: [...state.denied, { entry: act, at, by: actor, ...(reason === undefined ? {} : { reason }) }],
});

/** The state without what had been done, or had come in, in a case that was merged into this one: what it met is owed again. */
export const withoutThere = (
  state: CaseState,
  { of, act, reason }: Pick<EventOf<'ActWithdrawn'>, 'of' | 'act' | 'reason'>,
  { at, actor: by }: Meta,
): CaseState => {
  const isIt = (there: EntryThere | undefined): boolean => there?.case === of && there?.act === act;
  return {
    ...state,
    sources: state.sources.filter(({ there }) => !isIt(there)),
    takenOver: state.takenOver.map((each) => ({
      ...each,
      ...(each.done === undefined
        ? {}
        : {
            done: each.done.map((done) => (isIt(done) ? { ...done, withdrawn: { at, by, reason } } : done)),
          }),
    })),
    met: metWithout(state.met, ({ there }) => isIt(there)),
  };
};

export const answers: Applies<typeof ANSWERS> = {
  ActConfirmed: (state, event, meta) => {
    const { act, of, agree, verifies } = event;
    const before = state.confirmations[act];
    const isOfEntry = of === 'lateEntry' || before === undefined;
    const answer = { agree, by: meta.actor, at: meta.at };
    const answered = {
      ...state,
      verified: verifies ? { ...state.verified, [act]: agree } : state.verified,
      verifiers: verifies ? { ...state.verifiers, [act]: { by: meta.actor, at: meta.at } } : state.verifiers,
      ...(isOfEntry ? {} : { confirmations: { ...state.confirmations, [act]: { ...before, answer } } }),
    };
    if (!agree) return without(answered, event, meta);
    return isOfEntry ? answered : calmConfirmed(answered, act, meta.at);
  },
  ActWithdrawn: (state, event, meta) =>
    event.of === undefined
      ? {
          ...withoutEntry(state, event.act),
          withdrawn: [
            ...state.withdrawn,
            { entry: event.act, at: meta.at, by: meta.actor, reason: event.reason },
          ],
        }
      : withoutThere(state, event, meta),
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
