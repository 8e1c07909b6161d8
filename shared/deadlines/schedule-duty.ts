import type { CaseState } from '../case/state.ts';
import { jointUnits } from '../case/units.ts';
import { isOutside, toldAs } from '../regulations/lookup.ts';
import { type Instant, latest } from '../time/instants.ts';
import { awaitsGrade, boundSince, isBreachable, isLimitOfLaw, isProvisional } from './breach.ts';
import type { Chosen, Stretch } from './choose-due.ts';
import type { Completion, OwedTo } from './completions/completion.ts';
import { receivingOf } from './completions/completions.ts';
import { awaitsList } from './days/lists.ts';
import { asPassed, hasPassed } from './days/owed.ts';
import { heldBack, heldSpans, holdOf } from './holds.ts';
import { isNumeric, limitInChinese, type ResolvedTerm } from './limits.ts';
import {
  isDone,
  nothingOwed,
  type Occurrence,
  onceOnly,
  standing,
  withPassed,
} from './occurrences/occurrence.ts';
import { outcomeInChinese } from './occurrences/outcome-words.ts';
import { repetition } from './occurrences/repetition.ts';
import { isNotice, type NoticeWay, owedNow, startForUnit, waysOf } from './owed-now.ts';
import { pursue } from './pursue.ts';
import { notBegun, releaseOf, whyClosed, whyOver, withoutNumber } from './reasons.ts';
import type { ScheduledDuty } from './scheduled-duty.ts';
import type { DutyOfCase } from './starts/duty-of-case.ts';
import { foundLates, keptBeside, owedSince } from './starts/found-late.ts';
import type { Start } from './starts/start.ts';
import { rungsOf, type Step } from './steps.ts';

/** Whose it is, where each unit owes it for itself and the 主办 is not the only one that does. */
const unitOf = ({ state, unit }: DutyOfCase): Pick<ScheduledDuty, 'unit'> =>
  unit === undefined || (unit === state.unit && jointUnits(state).length === 0) ? {} : { unit };

/** What can be said of a duty whatever became of it. */
const describe = (of: DutyOfCase, stretch: Stretch, chosen: Chosen | undefined, owed: OwedTo) => {
  const { regulation, state, duty } = of;
  const { term } = stretch;
  const ways = waysOf(duty, term);
  const says = ways.find((way): way is NoticeWay => way.act === 'notice')?.says;
  const ladder = regulation.ladders.find(({ id }) => id === (term.ladder ?? duty.ladder))!;
  // The clause that set the due instant, beside that of the present level (register X28).
  const counted = chosen?.due == null ? stretch : chosen;
  const { limit } = counted.term;
  const start = chosen?.start ?? null;
  const judged = { basis: duty.basis, term: counted.term, segment: counted.segment, start };
  return {
    ladder,
    shared: {
      duty: duty.id,
      name: term.name ?? duty.name,
      ...toldAs(duty, term),
      basis: duty.basis,
      cite: [...new Set([...(chosen?.term.cite ?? []), ...term.cite])],
      limit,
      limitText: limitInChinese(regulation, limit),
      ...(chosen?.due != null && chosen.segment.level !== stretch.segment.level
        ? { limitLevel: chosen.segment.level }
        : {}),
      breachable: isBreachable(judged),
      // What the determination itself answers waits for none.
      provisional: isProvisional(judged) && !ways.some(({ act }) => act === 'gradeConfirmed'),
      awaitsGrade: awaitsGrade(judged),
      isOwn: start?.isOwn ?? false,
      soft: chosen?.soft ?? null,
      extendableTo: chosen?.extendableTo,
      responsible: duty.responsible,
      receivers: owed.receivers,
      ...receivingOf(state, duty, ways, owed),
      ways,
      copies: duty.copies,
      channels: duty.channels,
      rungs: rungsOf(duty, ladder),
      isNotice: isNotice(ways),
      warning:
        says === undefined
          ? null
          : { says, isReleased: Object.hasOwn(state.warningReleases, `${duty.id}#${owed.occurrence}`) },
      isOfCase: false,
      ...unitOf(of),
      isOutside: duty.receivers.some((role) => isOutside(regulation, role)),
      holds: heldSpans(state, duty.id),
      next: null,
    },
  };
};

type Shared = ReturnType<typeof describe>['shared'];
const NO_LIMIT = { due: null, lists: [] };
const isOver = ({ state: { status }, duty }: DutyOfCase): boolean =>
  status === 'merged' || (status !== 'open' && !duty.survivesConclusion);
/** A duty whose clock has not begun. */
const asNotBegun = (
  of: DutyOfCase,
  shared: Shared,
  current: Occurrence,
  term: ResolvedTerm,
): ScheduledDuty => {
  const history = shared.limit.kind === 'every' ? withPassed(of, []) : [];
  const base = {
    ...shared,
    start: null,
    missingYears: [],
    current,
    history,
    foundLate: null,
    excused: {},
    keptDue: null,
    untold: false,
  };
  // 随时, 持续 are never done.
  if (isDone(current) && shared.limit.kind !== 'ongoing')
    return { ...base, status: 'fulfilled', reason: null };
  return isOver(of)
    ? { ...base, status: 'ended', reason: whyClosed(of.state) }
    : { ...base, status: 'notStarted', reason: notBegun(of, term) };
};

/** What passed unmet and is owed here no more, for the reason given. */
export const asMissed = (scheduled: ScheduledDuty, why: string): ScheduledDuty => ({
  ...scheduled,
  current: { ...scheduled.current, outcome: 'missed' },
  history: scheduled.history.map((each) => (each.outcome === 'open' ? { ...each, outcome: 'missed' } : each)),
  status: 'ended',
  next: null,
  missingReceivers: [],
  reason: `${outcomeInChinese('missed', { isPeriod: scheduled.limit.kind === 'every' })};${why}`,
});

/** What became of a duty whose clock has begun, unless it is still to be pursued. */
const settled = (
  of: DutyOfCase,
  base: Shared &
    Pick<
      ScheduledDuty,
      'missingYears' | 'start' | 'current' | 'history' | 'foundLate' | 'excused' | 'keptDue' | 'untold'
    >,
  pursued: () => Step | null,
): ScheduledDuty | undefined => {
  const { limit, current } = base;
  const released = releaseOf(of.state, of.duty.id, current);
  if (released !== undefined) return { ...base, status: 'ended', reason: released };
  // 结报 ends no answer to a body outside: it alone can do without it.
  const survives = base.isOutside && isLimitOfLaw(base) && of.state.status !== 'merged';
  if (isOver(of) && !survives && (current.outcome === 'open' || limit.kind === 'ongoing')) {
    const why = whyClosed(of.state);
    const ended: ScheduledDuty = { ...base, status: 'ended', reason: why };
    // What the log says had passed stays so; of a merged case whether it is done yet the case says that goes on.
    return hasPassed(of.state, of.duty.id, current) ? asMissed(ended, why) : ended;
  }
  if (current.outcome !== 'open' && limit.kind !== 'ongoing') {
    const isEnded = current.outcome === 'ended' || current.outcome === 'missed';
    return { ...base, status: isEnded ? 'ended' : 'fulfilled', reason: whyOver(of.state, limit) };
  }
  const hold = holdOf(of.state, of.duty.id, current.due);
  if (hold !== undefined)
    return { ...base, status: 'held', next: heldBack(pursued(), hold), reason: `暂缓:${hold.reason}` };
  return limit.kind === 'ongoing'
    ? { ...base, status: 'listed', reason: withoutNumber(of.regulation, limit) }
    : undefined;
};

/** When the limit became law, having run as 暂定 before: the level was determined, the holiday list came; null when it never ran so. */
const lawSinceOf = (
  { state }: DutyOfCase,
  chosen: Chosen,
  { breachable, current }: Pick<ScheduledDuty, 'breachable' | 'current'>,
): Instant | null => {
  const bound = breachable && chosen.term.limit.kind !== 'external' ? boundSince(chosen, state) : null;
  const listed = current.lists?.knownAt ?? null;
  return bound === null || listed === null ? (bound ?? listed) : latest(bound, listed);
};

/** A limit of the law whatever the case is like by now: it has passed, or was taken over as one from another case. */
const isLawHere = (state: CaseState, duty: string, time: Occurrence): boolean => {
  const key = `${duty}#${time.occurrence}`;
  const isBroken = (limit: { due: Instant; breaks: boolean } | undefined): boolean =>
    limit?.breaks === true && limit.due === time.due;
  return (
    hasPassed(state, duty, time) || [state.ceilings[key], ...(state.keptLimits[key] ?? [])].some(isBroken)
  );
};

/** A single obligation, with what met it. */
const owedOnce = (
  of: DutyOfCase,
  chosen: Chosen,
  { occurrence, start, breachable }: { occurrence: string; start: Start; breachable: boolean },
  acts: readonly Completion[],
): Occurrence =>
  standing(of, occurrence, start.answeredFrom) ??
  onceOnly(
    {
      ...asPassed(of, occurrence, chosen),
      owedSince: owedSince(of, chosen),
      isMoment: !isNumeric(chosen.term.limit),
    },
    acts,
    breachable,
  );

/** Since when the case has had this duty without a break. */
const presentSince = (stretches: readonly Stretch[]): Instant => {
  let first = stretches.at(-1)!;
  for (const each of stretches.toReversed()) if (each.index >= first.index - 1) first = each;
  return first.segment.at;
};

/** One duty that applies to the case now. `stretches`: those in which the case had it, of which the last is the present. */
export const scheduleDuty = (of: DutyOfCase, stretches: Stretch[]): ScheduledDuty => {
  const stretch = stretches.at(-1)!;
  const { owed, chosen, acts } = owedNow(of, stretches);
  const { occurrence } = owed;
  const { shared, ladder } = describe(of, stretch, chosen, owed);
  const { limit, breachable } = shared;
  if (chosen === undefined) {
    // A repetition that has not begun owes nothing yet, whatever was reported before.
    const done = limit.kind === 'every' ? [] : acts;
    return asNotBegun(
      of,
      shared,
      onceOnly(asPassed(of, occurrence, NO_LIMIT), done, breachable),
      stretch.term,
    );
  }
  const start = startForUnit(of, chosen.start);
  const times =
    limit.kind === 'every'
      ? repetition(of, stretches, { start, limit, breachable, isOutside: shared.isOutside }, acts)
      : [owedOnce(of, chosen, { occurrence, start, breachable }, acts)];
  const history = limit.kind === 'every' ? withPassed(of, times) : times;
  const current = times.at(-1) ?? history.at(-1) ?? nothingOwed(occurrence);
  const left = isDone(current) ? [] : shared.missingReceivers;
  const law = isLawHere(of.state, of.duty.id, current) ? { breachable: true, provisional: false } : {};
  const awaited = awaitsList(current)
    ? { breachable: false, missingYears: current.lists!.missing }
    : { missingYears: [] };
  const excused = breachable ? foundLates(of, chosen, history) : {};
  const foundLate = excused[current.occurrence] ?? null;
  const base = {
    ...shared,
    ...law,
    ...awaited,
    missingReceivers: left,
    start,
    current,
    history,
    foundLate,
    excused,
    keptDue: keptBeside(of, chosen, current, foundLate),
    untold: of.state.marks[`${of.duty.id}#${current.occurrence}`]?.untold === true,
  };
  const pursued = () =>
    pursue(
      of,
      {
        ...base,
        history: times,
        lawSince: lawSinceOf(of, chosen, { breachable, current }),
        presentSince: presentSince(stretches),
      },
      ladder,
    );
  const known = settled(of, base, pursued);
  if (known !== undefined) return known;
  const next = pursued();
  return {
    ...base,
    status: next === null ? 'listed' : 'open',
    next,
    reason: next === null ? withoutNumber(of.regulation, limit) : null,
  };
};
