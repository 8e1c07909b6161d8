import type { HandOver, Notice } from '../case/events.ts';
import type { CaseState } from '../case/state.ts';
import type { Context } from './context.ts';
import { tellRoles } from './notices.ts';
import type { Decision } from './refusal.ts';

// What the clocks and the channels report of themselves. A repeat changes nothing.

export interface RecordHandOvers {
  type: 'RecordHandOvers';
  handOvers: HandOver[];
}
export interface RecordUndelivered {
  type: 'RecordUndelivered';
  notice: Notice;
  person: string;
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

export const recordHandOvers = (state: CaseState, command: RecordHandOvers): Decision => {
  // A refusal by the gateway may be quicker than this record.
  const handOvers = command.handOvers.filter(
    ({ key }) => state.pendingNotices[key] !== undefined || state.undelivered[key]?.handedOver === false,
  );
  return handOvers.length === 0 ? [] : [{ type: 'NoticesHandedOver', handOvers }];
};

export const recordUndelivered = (
  state: CaseState,
  { notice, person, detail }: RecordUndelivered,
): Decision =>
  state.undelivered[notice.key]?.people.includes(person)
    ? []
    : [{ type: 'NoticeUndelivered', notice, person, detail }];

export const continueClock = (state: CaseState, { from, reason }: ContinueClock): Decision =>
  state.generation === from ? [{ type: 'ClockContinued', generation: from + 1, reason }] : [];

export const recordFault = (
  context: Context,
  state: CaseState,
  { execution, error }: RecordFault,
): Decision => [{ type: 'ClockFaulted', execution, error }, tellRoles(context, state, 'clockFault')];
