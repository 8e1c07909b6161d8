import type { CaseState } from '../../case/state.ts';
import { unitsOf } from '../../case/units.ts';
import { levelOf } from '../../regulations/lookup.ts';
import type { Duty, Regulation } from '../../regulations/schema.ts';
import type { Instant } from '../../time/instants.ts';
import { passedStretches, type Stretch, stretchesIn, stretchesOf } from '../choose-due.ts';
import { hasPassed } from '../days/owed.ts';
import { withOneClock } from '../ladder/repeats.ts';
import { isDone } from '../occurrences/occurrence.ts';
import { firstCompletion } from '../owed-now.ts';
import { instructionDuties } from '../own/instructions.ts';
import { orderDuties } from '../own/orders.ts';
import { scheduleOwn } from '../own/own-duty.ts';
import { returnDuties } from '../own/returns.ts';
import { asMissed, scheduleDuty } from '../schedule-duty.ts';
import type { ScheduledDuty } from '../scheduled-duty.ts';
import type { DutyOfCase } from '../starts/duty-of-case.ts';
import { receiptsOf } from '../starts/receipts.ts';
import { missedElsewhere } from './missed-elsewhere.ts';
import { dutiesChanged } from './unread.ts';

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

/** What the schedule knows so far of the duties that others count from. */
interface Known {
  completions: Record<string, Instant | null>;
  dues: Record<string, Instant | null>;
}

/**
 * A duty that each unit owes for itself: once for the 主办, for each 会办, and last for those that have left the case and had done it
 * before, which takes nothing away.
 */
const scheduleUnits = (of: DutyOfCase, stretches: Stretch[]): ScheduledDuty[] => {
  const has = unitsOf(of.state);
  const left = of.state.units.flatMap(({ unit }) => (has.includes(unit) ? [] : [unit]));
  const scheduleFor = (unit: string): ScheduledDuty => scheduleDuty({ ...of, unit }, stretches);
  return [...has.map(scheduleFor), ...left.map(scheduleFor).filter(({ current }) => isDone(current))];
};

/** A duty that is owed for every receipt, once for each that starts it; by every unit, once for each; any other once. */
const scheduleAll = (of: DutyOfCase, stretches: Stretch[]): ScheduledDuty[] => {
  if (of.duty.recurs === 'eachUnit' && of.state.unit !== null) return scheduleUnits(of, stretches);
  const receipts = of.duty.recurs === 'eachReceipt' ? receiptsOf(of.state, of.duty) : [];
  const owed = receipts
    .map((receipt) => scheduleDuty({ ...of, receipt }, stretches))
    .filter(({ start }) => start !== null);
  return owed.length > 0 ? owed : [scheduleDuty(of, stretches)];
};

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

const cancelledBy = (
  { regulation, state, duty }: DutyOfCase,
  { segment, term }: Stretch,
  present: ReadonlyMap<string, string>,
): Cancelled => {
  const by = duty.replacedBy.find((id) => present.has(id));
  const name = term.name ?? duty.name;
  const from = levelOf(regulation, segment.level).short;
  const level = state.segments.at(-1)?.level;
  const to = level === undefined ? '' : levelOf(regulation, level).short;
  const why = by === undefined ? '不再适用' : `由“${present.get(by)}”代替`;
  return { duty: duty.id, name, cite: term.cite, reason: `级别由${from}调整为${to},${why}` };
};

/** 初判未采纳: what only a level gave that was proposed and then not determined. */
const notAdopted = ({ regulation, state, duty }: DutyOfCase): Cancelled[] => {
  const segment = state.segments.find(({ standing }) => standing === 'dropped');
  const term = segment && duty.terms.find(({ levels }) => levels.includes(segment.level));
  if (term === undefined) return [];
  const reason = `初判${levelOf(regulation, segment!.level).short}未采纳`;
  return [{ duty: duty.id, name: term.name ?? duty.name, cite: term.cite, reason }];
};

/** What was done of a duty that only a level gave which was proposed and not determined. */
const ofDropped = (of: DutyOfCase): ScheduledDuty[] => {
  const stretches = stretchesIn(of, ({ standing }) => standing === 'dropped');
  const why = notAdopted(of)[0]?.reason;
  return stretches.length === 0 || why === undefined
    ? []
    : doneBefore(of, stretches, scheduleAll(of, stretches), why);
};

/** What passed unmet of a duty that the case no longer has: it is not owed any more, and stays missed. */
const missedBefore = (of: DutyOfCase, why: string): ScheduledDuty[] => {
  const stretches = passedStretches(of).filter(({ segment }) => segment.standing !== 'dropped');
  if (stretches.length === 0) return [];
  return scheduleAll(of, stretches)
    .filter(({ duty, current }) => hasPassed(of.state, duty, current))
    .map((missed) => (isDone(missed.current) ? missed : asMissed(missed, why)));
};

/** What was done of a duty that the case no longer has stays shown as done, with why nothing more of it is owed. */
const doneBefore = (
  { state }: DutyOfCase,
  stretches: readonly Stretch[],
  scheduled: readonly ScheduledDuty[],
  why: string,
): ScheduledDuty[] => {
  // What was done after the level had changed was not done for it.
  const last = stretches.at(-1)!;
  const changed =
    last.segment.standing === 'dropped' ? state.confirmedAt : state.segments[last.index + 1]?.at;
  const until = changed ?? '~';
  const isDoneThen = (time: ScheduledDuty['current']): boolean => isDone(time) && time.completedAt! <= until;
  return scheduled.flatMap((each) => {
    const history = each.history.filter((time) => isDoneThen(time) || time.outcome === 'missed');
    const latest = history.findLast(isDoneThen);
    if (latest === undefined) return [];
    const current = isDoneThen(each.current) ? each.current : latest;
    const status = each.limit.kind === 'every' ? 'ended' : 'fulfilled';
    return [{ ...each, current, history, status, next: null, missingReceivers: [], reason: why }];
  });
};

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
      keep(id, missedBefore(of, '条件已不具备'), ofDropped(of), notAdopted(of));
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
      keep(id, missedBefore(of, gone.reason), doneBefore(of, stretches, all, gone.reason), [gone]);
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
