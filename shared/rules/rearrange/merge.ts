import type { CaseEvent } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import type { Context } from '../context.ts';
import { askSecondPerson } from '../phases/second-person.ts';
import { type Decision, refuse } from '../refusal.ts';
import { draftsLeft } from './drafts.ts';
import { refuseMerge } from './merge-bars.ts';
import { refuseTakeOver } from './take-over.ts';

/** 并案: the case is to end in another; `other`: that one as it stands, null where there is none for whoever asks. */
export interface MergeCase {
  type: 'MergeCase';
  into: string;
  reason: string;
  other: CaseState | null;
}
/** Upon the case that ends, once the other has taken over what it has. */
export interface CloseMerged {
  type: 'CloseMerged';
  other: CaseState;
}

/** Proposed by one; a second person agrees, since the clocks of this case end by it. A repeat is a success. */
export const mergeCase = (
  context: Context,
  state: CaseState,
  { into, reason, other }: MergeCase,
): Decision => {
  if (state.mergedInto?.case === into) return [];
  const refused = refuseMerge(context.regulation, state, other);
  if (refused !== undefined) return refused;
  const proposal = state.merging;
  if (proposal?.into === into && proposal.reason === reason) return [];
  const lost = refuseTakeOver(context, other!, state, reason);
  if (lost !== undefined) return lost;
  return [
    { type: 'MergeProposed', into: other!.caseId, reason },
    askSecondPerson(context, state, 'ApproveMerge', `并入案卷${other!.caseId}`),
  ];
};

/**
 * The case ends, and says where it goes on; only once the other has taken over all that it has by now. No events: what has come in
 * since has to be taken over first.
 */
export const closeMerged = (_: Context, state: CaseState, { other }: CloseMerged): Decision => {
  if (state.mergedInto !== null) return [];
  if (state.merging?.into !== other.caseId) return refuse('NO_MERGE_PENDING', '没有待同意的并案');
  return closing(state, other);
};

/** What ends the case in another that has taken over the whole of it. */
export const closing = (state: CaseState, other: CaseState): CaseEvent[] => {
  const taken = other.takenOver.find((each) => each.case === state.caseId);
  const { reason, by } = state.merging!;
  return taken?.version === state.version && draftsLeft(other, state).length === 0
    ? [{ type: 'CaseMerged', into: other.caseId, entry: taken.entry, reason, proposedBy: by }]
    : [];
};
