import type { CaseState } from '../../case/state.ts';
import type { Duty, Regulation } from '../../regulations/schema.ts';
import type { Instant } from '../../time/instants.ts';
import { type Stretch, stretchesOf } from '../choose-due.ts';
import { withOneClock } from '../ladder/repeats.ts';
import { firstCompletion } from '../owed-now.ts';
import { instructionDuties } from '../own/instructions.ts';
import { orderDuties } from '../own/orders.ts';
import { scheduleOwn } from '../own/own-duty.ts';
import { returnDuties } from '../own/returns.ts';
import type { ScheduledDuty } from '../scheduled-duty.ts';
import type { DutyOfCase } from '../starts/duty-of-case.ts';
import { missedElsewhere } from './missed-elsewhere.ts';
import {
  type Cancelled,
  cancelledBy,
  doneBefore,
  missedBefore,
  notAdopted,
  ofDropped,
} from './owed-no-more.ts';
import { scheduleAll } from './schedule-all.ts';
import { dutiesChanged } from './unread.ts';

export interface Schedule {
  caseId: string;
  version: number;
  level: string;
  duties: ScheduledDuty[];
  cancelled: Cancelled[];
}

/** What the schedule knows so far of the duties that others count from. */
interface Known {
  completions: Record<string, Instant | null>;
  dues: Record<string, Instant | null>;
}

/**
 * Whether a duty that only an earlier, lower level gave is still owed (register X28): not done, the case was only raised
 * since, and nothing at the present level takes its place.
 */
const isKept = (
  of: DutyOfCase,
  stretches: readonly Stretch[],
  present: ReadonlyMap<string, string>,
): boolean => {
  const { state, duty } = of;
  const since = state.segments.slice(stretches.at(-1)!.index + 1);
  return (
    since.every(({ kind, standing }) => kind !== 'lowered' && standing !== 'dropped') &&
    !duty.replacedBy.some((id) => present.has(id))
  );
};

const isPresent = (state: CaseState, stretches: readonly Stretch[]): boolean =>
  stretches.at(-1)?.index === state.segments.length - 1;

/** What begins with an occasion that may never come is not there before: nothing of the case is missing. */
const OCCASIONAL: readonly string[] = ['regradeAskedAt', 'rekindledAt'];
const hasOccasion = ({ start }: ScheduledDuty, stretches: readonly Stretch[]): boolean =>
  start !== null ||
  !stretches.at(-1)!.term.start.every((anchor) => 'instant' in anchor && OCCASIONAL.includes(anchor.instant));

const OPEN: readonly ScheduledDuty['status'][] = ['open', 'listed', 'held', 'notStarted'];

/** A duty by itself: in which stretches the case had it, when it was first completed, and as it is scheduled. */
interface Alone {
  stretches: Stretch[];
  completion: Instant | null;
  scheduled: ScheduledDuty[];
}
/** A schedule with what it was put together of. */
export interface Computed {
  state: CaseState;
  schedule: Schedule;
  known: Known;
  /** By duty, of those that the case has. */
  each: ReadonlyMap<string, Alone>;
}

/**
 * What a schedule takes over from an earlier one: of each duty whose own affairs are as they were (`changed`: those whose are not)
 * everything, unless something became of a duty that it counts from.
 */
const takenOver = (before: Computed, changed: ReadonlySet<string>, known: Known) => {
  const isAsBefore = (other: string): boolean =>
    known.completions[other] === before.known.completions[other] &&
    known.dues[other] === before.known.dues[other];
  return ({ id, terms }: Duty): Partial<Alone> => {
    const alone = before.each.get(id);
    if (alone === undefined || changed.has(id)) return {};
    const { scheduled, ...rest } = alone;
    const counts = terms.flatMap(({ start }) =>
      start.flatMap((anchor) => ('after' in anchor ? [anchor.after] : [])),
    );
    return counts.every(isAsBefore) ? alone : rest;
  };
};

/** The schedule of a case; what nothing has touched is taken over from that of an earlier state of it, `before`. */
export const compute = (regulation: Regulation, state: CaseState, before: Computed | undefined): Computed => {
  const changed = before && dutiesChanged(before.state, state);
  if (before !== undefined && changed?.size === 0)
    return { ...before, state, schedule: { ...before.schedule, version: state.version } };
  const known: Known = { completions: {}, dues: {} };
  const each = new Map<string, Alone>();
  const taken = before && changed && takenOver(before, changed, known);
  const scheduled = new Map<string, ScheduledDuty[]>();
  const cancelled: Cancelled[] = [];
  const owed = inOrder(regulation.duties).map((duty) => ({
    of: { regulation, state, duty, others: known },
    // They rest on the case's levels and facts: where a schedule takes over anything, these are as they were.
    stretches: (taken && before.each.get(duty.id)?.stretches) ?? stretchesOf(regulation, state, duty),
  }));
  /** The duties of the present level, by the names that they have there. */
  const present = new Map(
    owed
      .filter(({ stretches }) => isPresent(state, stretches))
      .map(({ of: { duty }, stretches }) => [duty.id, stretches.at(-1)!.term.name ?? duty.name] as const),
  );
  /** What became of a duty that is owed no more, by what weighs most: passed unmet, done, or only that it ended. */
  const keep = (id: string, missed: ScheduledDuty[], done: ScheduledDuty[], gone: Cancelled[]): void => {
    const kept = missed.length > 0 ? missed : done;
    if (kept.length > 0) scheduled.set(id, kept);
    else cancelled.push(...gone);
  };
  for (const { of, stretches } of owed) {
    const { id } = of.duty;
    const last = stretches.at(-1);
    if (last === undefined) {
      keep(id, missedBefore(of, undefined, '条件已不具备'), ofDropped(of), notAdopted(of));
      continue;
    }
    const {
      completion = firstCompletion(state, of.duty, stretches) ?? null,
      scheduled: alone = scheduleAll(of, stretches),
    } = taken?.(of.duty) ?? {};
    known.completions[id] = completion;
    each.set(id, { stretches, completion, scheduled: alone });
    const all = alone.filter((one) => hasOccasion(one, stretches));
    if (all.length === 0) continue;
    const isOwed =
      present.has(id) || (isKept(of, stretches, present) && all.some(({ status }) => OPEN.includes(status)));
    if (!isOwed) {
      const gone = cancelledBy(of, last, present);
      keep(id, missedBefore(of, last, gone.reason), doneBefore(of, last, all, gone.reason), [gone]);
      continue;
    }
    // Of several units the 主办's, which is the first.
    known.dues[id] = (of.duty.recurs === 'eachUnit' ? all[0] : all.at(-1))?.current.due ?? null;
    scheduled.set(id, all);
  }
  for (const { of } of owed) {
    const shown = scheduled.get(of.duty.id) ?? [];
    const elsewhere = missedElsewhere(of, shown);
    if (elsewhere.length > 0) scheduled.set(of.duty.id, [...shown, ...elsewhere]);
  }
  const ofLaw = regulation.duties.flatMap(({ id }) => scheduled.get(id) ?? []);
  // What only this case owes: demands of 批示 and 督办通知, the decision on a 退回.
  const own = [
    ...instructionDuties(regulation, state),
    ...orderDuties(regulation, state, ofLaw),
    ...returnDuties(regulation, state),
  ];
  const duties = withOneClock(regulation.zone, [
    ...ofLaw,
    ...own.map((duty) => scheduleOwn(regulation, state, duty)),
  ]);
  const level = state.segments.at(-1)?.level ?? '';
  const schedule = { caseId: state.caseId, version: state.version, level, duties, cancelled };
  return { state, schedule, known, each };
};

/** Duties whose clock starts after another duty come after it; check.ts refuses cycles. */
const ordered = new WeakMap<readonly Duty[], Duty[]>();
const inOrder = (duties: readonly Duty[]): Duty[] => {
  const known = ordered.get(duties);
  if (known !== undefined) return known;
  const placed: Duty[] = [];
  const place = (duty: Duty): void => {
    if (placed.includes(duty)) return;
    for (const { start } of duty.terms) {
      for (const anchor of start) if ('after' in anchor) place(duties.find(({ id }) => id === anchor.after)!);
    }
    placed.push(duty);
  };
  duties.forEach(place);
  ordered.set(duties, placed);
  return placed;
};
