import type { CaseState } from '../../case/state.ts';
import type { Context } from '../context.ts';
import { refuseSecondPerson } from '../persons.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import { closing } from './merge.ts';
import { refuseGoingOn, refuseMerge } from './merge-bars.ts';
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

const SECOND = '并案须由提出人以外的第二人同意';
/** Why the actor cannot agree to any merge of the case. */
export const refuseAgreeing = (context: Context, { merging }: CaseState): Refusal | undefined =>
  merging === null ? nothingPending() : refuseSecondPerson(context, merging.by, SECOND);

/**
 * The second person agrees to what was proposed, as things stand now. A merge is carried out in the other case first; here it is
 * asked whether it may be. A repeat is a success.
 */
export const approveMerge = (context: Context, state: CaseState, { other }: ApproveMerge): Decision => {
  if (state.mergedInto !== null) return [];
  const alone = refuseAgreeing(context, state);
  if (alone !== undefined) return alone;
  const barred = refuseMerge(context.regulation, state, other);
  return barred ?? refuseUntaken(context, state, other!, state.merging!.reason) ?? closing(state, other!);
};

/** He does not. */
export const rejectMerge = (_: Context, { merging }: CaseState, { reason }: { reason: string }): Decision =>
  merging === null ? nothingPending() : [{ type: 'MergeRejected', into: merging.into, reason }];

/** A proposal that nobody can agree to any more, since the other case (`other`, as it stands) has ended, is void. */
export interface LapseMerge {
  type: 'LapseMerge';
  other: CaseState;
}
export const lapseMerge = (
  { regulation }: Context,
  { merging }: CaseState,
  { other }: LapseMerge,
): Decision => {
  const why = merging?.into === other.caseId ? refuseGoingOn(regulation, other) : undefined;
  return why === undefined
    ? []
    : [{ type: 'MergeRejected', into: other.caseId, reason: why.message, lapsed: true }];
};
