import type { Actor, CaseEvent } from '../../case/events.ts';
import { foresee } from '../../case/evolve.ts';
import type { CaseState } from '../../case/state.ts';
import { CaseBusy } from '../../records/cases.ts';
import type { Context } from '../../rules/context.ts';
import { createBringIn } from '../bring-in.ts';
import type { Changed, Consulted, Terms } from '../change-case.ts';
import { SYSTEM_ACTOR } from '../office.ts';
import type { ItemDependencies } from '../take-item.ts';

const ATTEMPTS = 5;

type Dependencies = Pick<ItemDependencies, 'cases' | 'items' | 'stories' | 'office' | 'now'>;

/** The case that goes on, and what taking over would make of it. */
export interface Foretaken {
  other: CaseState;
  after: CaseState;
  context: Context;
  /** What would stand in its log; none where it cannot take over, or has. */
  events: readonly CaseEvent[];
}

/**
 * 并案 over two logs: the case that goes on takes over first, while the clocks of the other still run; then the other ends. Whoever
 * dies between is finished by the sweep; each step is a repeat once it is done.
 */
export const createMerging = (dependencies: Dependencies) => {
  const { cases, office, stories, now } = dependencies;
  const bringIn = createBringIn(dependencies);

  const otherOf = async ({ merging }: CaseState): Promise<CaseState | null> =>
    merging === null ? null : cases.load(merging.into);

  /** The other case as it stands, and as it will stand once it has taken over; the same where it cannot, or has. */
  const foretell = async (state: CaseState, actor: Actor): Promise<Foretaken | null> => {
    const other = await otherOf(state);
    if (other === null) return other;
    const { events, context } = await office.consult(other, actor, { type: 'TakeOver', from: state });
    const taken = events.filter(({ type }) => type !== 'CommandRefused');
    const meta = { at: context.now, actor: context.actor, version: other.version + 1 };
    return { other, after: foresee(other, taken, meta), context, events: taken };
  };
  const foreseeOther = async (state: CaseState, actor: Actor): Promise<CaseState | null> =>
    (await foretell(state, actor))?.after ?? null;

  /** The 督办通知 that nobody has signed go on one by one, each as an entry of its own. */
  const takeDrafts = async (other: CaseState, from: CaseState): Promise<CaseState> => {
    const { state, entry } = await office.carryOut(other.caseId, SYSTEM_ACTOR, { type: 'TakeDraft', from });
    return entry === null ? state : takeDrafts(state, from);
  };

  /** Ends the case once the other has taken over all that it has; undefined where nobody has agreed yet. */
  const finish = async (
    caseId: string,
    actor: Actor = SYSTEM_ACTOR,
    terms: Terms = {},
  ): Promise<Changed | undefined> => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const from = await cases.load(caseId);
      if (from?.mergedInto) return { state: from, entry: null, refusal: null };
      const known = from && (await otherOf(from));
      const taken = known?.takenOver.find((each) => each.case === caseId);
      if (from === null || known === null || taken === undefined) return undefined;
      // What has come in since is taken over too: nothing of it may be left behind. Asked first, so that no sweep writes a refusal again.
      const takeOver = { type: 'TakeOver', from } as const;
      const { refusal } = await office.consult(known, actor, takeOver);
      if (refusal !== null) return { state: from, entry: null, refusal };
      const other = await takeDrafts((await office.carryOut(known.caseId, actor, takeOver)).state, from);
      await bringIn(other.caseId, from.items);
      await stories.partFromMerged(caseId, other.caseId, now());
      const done = await office.carryOut(caseId, actor, { type: 'CloseMerged', other }, terms);
      if (done.entry !== null) return done;
    }
    throw new CaseBusy(caseId);
  };

  return {
    /** What the rules say to a second person who agrees; writes nothing. */
    consult: async (state: CaseState, actor: Actor): Promise<Consulted> =>
      office.consult(state, actor, {
        type: 'ApproveMerge',
        other: await foreseeOther(state, actor),
      }),
    /** What a merge that is proposed would make of the other case; null where there is none. Writes nothing. */
    foretell,
    finish,
    /** A second person agrees: a merge is carried out over both logs. A refusal by the rules is an answer. */
    agree: async (state: CaseState, actor: Actor, terms: Terms): Promise<Changed> => {
      const { caseId } = state;
      const approval = { type: 'ApproveMerge', other: await foreseeOther(state, actor) } as const;
      const { other } = approval;
      const { refusal } = await office.consult(state, actor, approval);
      // What is refused is on the record of the case itself.
      if (refusal !== null || other === null) return office.carryOut(caseId, actor, approval, terms);
      await office.requireUnchanged(state, terms.decidedOn);
      const taken = await office.carryOut(other.caseId, actor, { type: 'TakeOver', from: state });
      if (taken.refusal !== null) return { state, entry: null, refusal: taken.refusal };
      const done = await finish(caseId, actor, { request: terms.request });
      if (done === undefined) throw new CaseBusy(caseId);
      return done;
    },
  };
};
export type Merging = ReturnType<typeof createMerging>;
