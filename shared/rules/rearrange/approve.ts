import type { CaseState } from '../../case/state.ts';
import type { Context } from '../context.ts';
import { refuseSecondPerson } from '../persons.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import { closing } from './merge.ts';
import { refuseMerge } from './merge-bars.ts';
import { refuseReopening, reopening } from './reopen.ts';
import { hasTakenOver, refuseTakeOver } from './take-over.ts';

/** `other`: of a merge, the case that goes on as it stands, or will stand once it has taken over; null where there is none. */
export interface ApproveRearrangement {
  type: 'ApproveRearrangement';
  other: CaseState | null;
}

const nothingPending = (): Refusal => refuse('NO_REARRANGEMENT_PENDING', '没有待同意的并案或恢复办理');

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
export const approveRearrangement = (
  context: Context,
  state: CaseState,
  { other }: ApproveRearrangement,
): Decision => {
  if (state.mergedInto !== null) return [];
  const proposal = state.rearrangement;
  if (proposal === null)
    return state.status === 'open' && state.reopenings.length > 0 ? [] : nothingPending();
  const alone = refuseSecondPerson(context, proposal.by, '须由提出人以外的第二人同意');
  if (alone !== undefined) return alone;
  if (proposal.act === 'merge') {
    const barred = refuseMerge(context.regulation, state, other);
    return barred ?? refuseUntaken(context, state, other!, proposal.reason) ?? closing(state, other!);
  }
  const refused = refuseReopening(state);
  if (refused !== undefined) return refused;
  return reopening(context, state, proposal.reason).map((event) =>
    event.type === 'CaseReopened' ? { ...event, proposedBy: proposal.by } : event,
  );
};

/** He does not. */
export const rejectRearrangement = (
  _: Context,
  state: CaseState,
  { reason }: { reason: string },
): Decision => {
  if (state.rearrangement === null) return nothingPending();
  const { act, into } = state.rearrangement;
  return [{ type: 'RearrangementRejected', act, ...(into === undefined ? {} : { into }), reason }];
};
