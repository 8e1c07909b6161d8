import type { CaseState } from '../case/state.ts';
import { levelOf } from '../regulations/lookup.ts';
import type { Duty, Regulation } from '../regulations/schema.ts';
import type { Instant } from '../time/instants.ts';
import { stretchesOf } from './choose-due.ts';
import { firstCompletion, type ScheduledDuty, scheduleDuty } from './schedule-duty.ts';

export type { ScheduledDuty } from './schedule-duty.ts';

interface Cancelled {
  duty: string;
  name: string;
  cite: string[];
  reason: string;
}
export interface Schedule {
  caseId: string;
  version: number;
  level: string;
  duties: ScheduledDuty[];
  cancelled: Cancelled[];
}

const computeSchedule = (regulation: Regulation, state: CaseState): Schedule => {
  const completions: Record<string, Instant | null> = {};
  const dues: Record<string, Instant | null> = {};
  const scheduled = new Map<string, ScheduledDuty>();
  const cancelled: Cancelled[] = [];
  const level = state.segments.at(-1)?.level;
  for (const duty of inOrder(regulation.duties)) {
    const stretches = stretchesOf(regulation, state, duty);
    const last = stretches.at(-1);
    if (last === undefined) continue;
    completions[duty.id] = firstCompletion(state, duty, stretches) ?? null;
    if (last.segment.level !== level || last.index !== state.segments.length - 1) {
      const from = levelOf(regulation, last.segment.level).short;
      const to = level === undefined ? '' : levelOf(regulation, level).short;
      cancelled.push({
        duty: duty.id,
        name: last.term.name ?? duty.name,
        cite: last.term.cite,
        reason: `级别由${from}调整为${to},不再适用`,
      });
      continue;
    }
    const own = scheduleDuty({ regulation, state, duty, others: { completions, dues } }, stretches);
    dues[duty.id] = own.current.due;
    scheduled.set(duty.id, own);
  }
  const duties = regulation.duties.flatMap(({ id }) => scheduled.get(id) ?? []);
  return { caseId: state.caseId, version: state.version, level: level ?? '', duties, cancelled };
};

/** Duties whose clock starts after another duty come after it; check.ts refuses cycles. */
const inOrder = (duties: readonly Duty[]): Duty[] => {
  const placed: Duty[] = [];
  const place = (duty: Duty): void => {
    if (placed.includes(duty)) return;
    for (const { start } of duty.terms) {
      for (const anchor of start) if ('after' in anchor) place(duties.find(({ id }) => id === anchor.after)!);
    }
    placed.push(duty);
  };
  duties.forEach(place);
  return placed;
};

/** A state never changes, so its schedule is computed once; one command asks for it several times. */
const schedules = new WeakMap<CaseState, { regulation: Regulation; schedule: Schedule }>();

/**
 * Which duties apply to a case now, and the next instant of each: a pure function of the case's log (folded into
 * `state`) and the regulation. Every scheduled duty carries its clauses (`cite`). Duties that an earlier level gave and
 * the present one does not are listed as cancelled (register X28).
 */
export const scheduleCase = (regulation: Regulation, state: CaseState): Schedule => {
  const known = schedules.get(state);
  if (known?.regulation === regulation) return known.schedule;
  const schedule = computeSchedule(regulation, state);
  schedules.set(state, { regulation, schedule });
  return schedule;
};
