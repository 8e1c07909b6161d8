import type { CaseState } from '../../case/state.ts';
import type { Context } from '../context.ts';
import { refuseSecondPerson } from '../persons.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import { closing } from './merge.ts';
import { refuseMerge } from './merge-bars.ts';
import { hasTakenOver, refuseTakeOver } from './take-over.ts';

/** `other`: the case that goes on as it stands, or will stand once it has taken over; null where there is none. */
export interface ApproveMerge {
  type: 'ApproveMerge';
  other: CaseState | null;
}

const nothingPending = (): Refusal => refuse('NO_MERGE_PENDING', '没有待同意的并案');

/** Why the other case, which has not taken over what this one has by now, could not. */
const refuseUntaken = (
  context: Context,
  state: CaseState,
  other: CaseState,
  reason: string,
): Refusal | undefined =>
  hasTakenOver(other, state) ? undefined : refuseTakeOver(context, other, state, reason);

/**
 * The second person agrees to what was proposed, as things stand now. A merge is carried out in the other case first; here it is
 * asked whether it may be. A repeat is a success.
 */
export const approveMerge = (context: Context, state: CaseState, { other }: ApproveMerge): Decision => {
  if (state.mergedInto !== null) return [];
  const proposal = state.merging;
  if (proposal === null) return nothingPending();
  const alone = refuseSecondPerson(context, proposal.by, '并案须由提出人以外的第二人同意');
  if (alone !== undefined) return alone;
  const barred = refuseMerge(context.regulation, state, other);
  return barred ?? refuseUntaken(context, state, other!, proposal.reason) ?? closing(state, other!);
};

/** He does not. */
export const rejectMerge = (_: Context, { merging }: CaseState, { reason }: { reason: string }): Decision =>
  merging === null ? nothingPending() : [{ type: 'MergeRejected', into: merging.into, reason }];
