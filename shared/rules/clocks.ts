import type { HandOver, Notice } from '../case/events.ts';
import { isCallAsked, RETRIED_FOR } from '../case/state/open-notice.ts';
import type { CaseState } from '../case/state.ts';
import { isNumeric } from '../deadlines/limits.ts';
import { add } from '../time/instants.ts';
import { type Context, scheduleOf } from './context.ts';
import { tellCalls, tellRoles } from './notices.ts';
import type { Decision } from './refusal.ts';

// What the clocks and the channels report of themselves. A repeat changes nothing.

export interface RecordHandOvers {
  type: 'RecordHandOvers';
  handOvers: HandOver[];
}
/** What the gateway reports of one text that it took. */
export interface RecordTextReceipt {
  type: 'RecordTextReceipt';
  status: 'delivered' | 'undelivered';
  notice: Notice;
  /** See Texted. */
  address: string;
  person: string;
  mobile: string;
  tries: number;
  /** When it happened, as the gateway says. */
  reportedAt: string;
  /** When the text was handed over; not later than now. */
  handedOverAt: string;
  /** Why it did not get there, in plain Chinese. */
  detail: string;
  /** The addresses of the others whom the notice had told. */
  settled: string[];
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
  // The gateway's report that it did not get there was quicker, and is what counts.
  if ((state.undelivered[key]?.[to.address] ?? -1) >= to.tries) return false;
  return !(
    notice.settled.includes(to.address) ||
    (status === 'failed' && notice.failed[to.address] !== undefined)
  );
};

/** Whether somebody has to be called who had not been to be called before. */
const asksForCall = (state: CaseState, { key, status, to }: HandOver): boolean => {
  if (state.telephoneTasks[key] !== undefined) return false;
  const notice = state.pendingNotices[key];
  return (
    to === undefined ||
    (status === 'failed' && notice?.settled.length === 0 && !isCallAsked(state.telephoneTasks, notice))
  );
};

/** Who is on duty hears at once of what has to be told by telephone. */
export const recordHandOvers = (context: Context, state: CaseState, command: RecordHandOvers): Decision => {
  const handOvers = command.handOvers.filter((each) => isNew(state, each));
  if (handOvers.length === 0) return [];
  const calls = handOvers
    .filter((each) => asksForCall(state, each))
    .flatMap(({ key }) => state.pendingNotices[key] ?? []);
  return [{ type: 'NoticesHandedOver', handOvers }, ...tellCalls(context, state, calls)];
};

/** Whether what a notice asks for can still be done in time; what only tells can always be told. */
const isInTime = (context: Context, state: CaseState, { duty, occurrence }: Notice): boolean => {
  if (duty === undefined) return true;
  const scheduled = scheduleOf(context, state).duties.find(
    (each) => each.duty === duty && each.current.occurrence === occurrence,
  );
  if (scheduled === undefined || (scheduled.next === null && !scheduled.isNotice)) return false;
  const { due } = scheduled.current;
  return !isNumeric(scheduled.limit) || due === null || context.now <= due;
};
/** Nobody is told again then: the receipt is kept, and judges nothing. */
const isLate = (context: Context, state: CaseState, { notice, handedOverAt }: RecordTextReceipt): boolean =>
  !isInTime(context, state, notice) || context.now > add(handedOverAt, RETRIED_FOR, context.regulation.zone);

/** Of one text the first word counts, but for 送达 after 未送达, which may both be true; a report of an earlier try changes nothing. */
export const recordTextReceipt = (
  context: Context,
  state: CaseState,
  command: RecordTextReceipt,
): Decision => {
  const { notice, address, person, mobile, tries, reportedAt, detail, settled } = command;
  const { key, role } = notice;
  const text = { address, person, mobile, tries, reportedAt };
  const isDelivered = (state.delivered[key]?.[address] ?? -1) >= tries;
  if (command.status === 'delivered')
    return isDelivered ? [] : [{ type: 'NoticeDelivered', key, role, ...text }];
  if (isDelivered || (state.undelivered[key]?.[address] ?? -1) >= tries) return [];
  const late = isLate(context, state, command);
  const undelivered = { type: 'NoticeUndelivered' as const, notice, ...text, detail, settled };
  if (late) return [{ ...undelivered, late }];
  const isAsked = state.telephoneTasks[key] !== undefined || isCallAsked(state.telephoneTasks, notice);
  return [undelivered, ...(isAsked ? [] : tellCalls(context, state, [notice]))];
};

export const continueClock = (state: CaseState, { from, reason }: ContinueClock): Decision =>
  state.generation === from ? [{ type: 'ClockContinued', generation: from + 1, reason }] : [];

export const recordFault = (
  context: Context,
  state: CaseState,
  { execution, error }: RecordFault,
): Decision => [{ type: 'ClockFaulted', execution, error }, tellRoles(context, state, 'clockFault')];
