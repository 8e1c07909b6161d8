import type { CaseState } from '../case/state.ts';
import type { Regulation } from '../regulations/schema.ts';
import { type Computed, compute, type Schedule } from './computing/compute.ts';
import { isNumeric } from './limits.ts';
import type { ScheduledDuty } from './scheduled-duty.ts';

export type { Schedule } from './computing/compute.ts';

/** A state never changes, so its schedule is computed once; one command asks for it several times. */
const schedules = new WeakMap<CaseState, { regulation: Regulation; schedule: Schedule }>();
/** Of so many cases what was computed last: the state after it often differs in little. */
const KEPT = 256;
const latest = new WeakMap<Regulation, Map<string, Computed>>();
const latestUnder = (regulation: Regulation): Map<string, Computed> => {
  const known = latest.get(regulation) ?? new Map<string, Computed>();
  latest.set(regulation, known);
  return known;
};

/**
 * Which duties apply to a case now, and the next instant of each: a pure function of the case's log (folded into
 * `state`) and the regulation. Every scheduled duty carries its clauses (`cite`). Duties that an earlier level gave and
 * the present one does not are listed as cancelled (register X28).
 */
export const scheduleCase = (regulation: Regulation, state: CaseState): Schedule => {
  const known = schedules.get(state);
  if (known?.regulation === regulation) return known.schedule;
  const recent = latestUnder(regulation);
  const computed = compute(regulation, state, recent.get(state.caseId));
  const { schedule } = computed;
  schedules.set(state, { regulation, schedule });
  recent.delete(state.caseId);
  recent.set(state.caseId, computed);
  if (recent.size > KEPT) recent.delete(recent.keys().next().value!);
  return schedule;
};

/**
 * Whether the case's clocks must run: while it is open, and after 结报 as long as a body outside is still owed something in
 * numbers (已结报·尚欠上报).
 */
export const isStillOwed = (regulation: Regulation, state: CaseState): boolean =>
  state.status === 'open' ||
  (state.status === 'concluded' && scheduleCase(regulation, state).duties.some(isOwedOutside));

/** Open toward a body outside, with a number: 结报 does not end it. */
export const isOwedOutside = ({ isOutside, limit, status, basis, current }: ScheduledDuty): boolean =>
  isOutside &&
  isNumeric(limit) &&
  (basis === 'law' || current.due !== null) &&
  (status === 'open' || status === 'held' || status === 'listed');
