import type { HandOver, Notice } from '../case/events.ts';
import type { CaseState } from '../case/state.ts';
import type { Context } from './context.ts';
import { tellCalls, tellRoles } from './notices.ts';
import type { Decision } from './refusal.ts';

// What the clocks and the channels report of themselves. A repeat changes nothing.

export interface RecordHandOvers {
  type: 'RecordHandOvers';
  handOvers: HandOver[];
}
export interface RecordUndelivered {
  type: 'RecordUndelivered';
  notice: Notice;
  address: string;
  person: string;
  tries: number;
  detail: string;
}
export interface ContinueClock {
  type: 'ContinueClock';
  from: number;
  reason: string;
}
export interface RecordFault {
  type: 'RecordFault';
  execution: string;
  error: string;
}

/** Whether the log does not say so yet. */
const isNew = (state: CaseState, { key, status, to }: HandOver): boolean => {
  const notice = state.pendingNotices[key];
  if (notice === undefined || to === undefined) return notice !== undefined;
  // The gateway's refusal was quicker, and is what counts.
  if ((state.undelivered[key]?.[to.address] ?? -1) >= to.tries) return false;
  return !(
    notice.settled.includes(to.address) ||
    (status === 'failed' && notice.failed.includes(to.address))
  );
};

/** Whether somebody has to be called who had not been to be called before. */
const asksForCall = (state: CaseState, { key, status, to }: HandOver): boolean =>
  state.telephoneTasks[key] === undefined &&
  (to === undefined || (status === 'failed' && state.pendingNotices[key]?.settled.length === 0));

/** Who is on duty hears at once of what has to be told by telephone. */
export const recordHandOvers = (context: Context, state: CaseState, command: RecordHandOvers): Decision => {
  const handOvers = command.handOvers.filter((each) => isNew(state, each));
  if (handOvers.length === 0) return [];
  const calls = handOvers
    .filter((each) => asksForCall(state, each))
    .flatMap(({ key }) => state.pendingNotices[key] ?? []);
  return [{ type: 'NoticesHandedOver', handOvers }, ...tellCalls(context, state, calls)];
};

export const recordUndelivered = (
  state: CaseState,
  { notice, address, person, tries, detail }: RecordUndelivered,
): Decision =>
  (state.undelivered[notice.key]?.[address] ?? -1) >= tries
    ? []
    : [{ type: 'NoticeUndelivered', notice, address, person, tries, detail }];

export const continueClock = (state: CaseState, { from, reason }: ContinueClock): Decision =>
  state.generation === from ? [{ type: 'ClockContinued', generation: from + 1, reason }] : [];

export const recordFault = (
  context: Context,
  state: CaseState,
  { execution, error }: RecordFault,
): Decision => [{ type: 'ClockFaulted', execution, error }, tellRoles(context, state, 'clockFault')];
