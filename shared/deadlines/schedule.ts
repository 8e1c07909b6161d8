import type { CaseState } from '../case/state.ts';
import { levelOf, settingsOf } from '../regulations/lookup.ts';
import type { Duty, Fulfilment, Ladder, Regulation } from '../regulations/schema.ts';
import { addTimes, earliest, type Instant, latest } from '../time/instants.ts';
import type { Others, Start } from './anchors.ts';
import { type Chosen, judge, type ResolvedTerm, type Stretch, stretchesOf } from './choose-due.ts';
import { completionsOf } from './completions.ts';
import { isNumeric, limitInChinese, type ResolvedLimit } from './limits.ts';
import { fromCompletion, type Occurrence, onceOnly, onGrid } from './occurrences.ts';
import { nextStep, rungsOf, type Step, targetAt } from './steps.ts';

export interface ScheduledDuty {
  duty: string;
  name: string;
  basis: Duty['basis'];
  cite: string[];
  limit: ResolvedLimit;
  limitText: string;
  start: Start | null;
  /** 一般应在…: the target before the due instant (register X36). */
  soft: Instant | null;
  /** How far the due instant may be extended: null without a maximum, undefined when not at all. */
  extendableTo: Instant | null | undefined;
  /** Years without a holiday list that the due instant was counted through. */
  missingYears: number[];
  /** The occurrence that is owed now, or the last one. */
  current: Occurrence;
  history: Occurrence[];
  status: 'notStarted' | 'open' | 'listed' | 'held' | 'fulfilled' | 'ended';
  /** How late the bureau learned of it: milliseconds between the due instant and the discovery, when overdue then. */
  discoveryLagMilliseconds: number | null;
  next: Step | null;
  reason: string | null;
  responsible: string;
  rungs: string[];
}
export interface Cancelled {
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

const CONCLUDED = '已结报';
const withoutNumber = ({ called }: Regulation, limit: ResolvedLimit): string => {
  if (limit.kind === 'external') return `${limit.rule}:须人工录入时限`;
  if (limit.kind === 'ongoing' && limit.unset !== undefined)
    return `${called}没有规定周期,须由本局填写“${limit.unset}”`;
  return 'word' in limit && limit.word !== ''
    ? `${called}只说“${limit.word}”,没有具体时限`
    : `${called}没有规定时限`;
};

const repetition = (
  regulation: Regulation,
  state: CaseState,
  duty: Duty,
  stretches: Stretch[],
  start: Start,
  limit: Extract<ResolvedLimit, { kind: 'every' }>,
  acts: Instant[],
): Occurrence[] => {
  const end =
    limit.until === 'calmedAt' ? (state.outbreaks.at(-1)?.calmedAt ?? state.concludedAt) : state.concludedAt;
  if (limit.from === 'completion') return fromCompletion(start.at, limit.every, regulation.zone, end, acts);
  const lapses = state.segments.flatMap(({ at }, index) =>
    stretches.some((stretch) => stretch.index === index)
      ? []
      : [{ from: at, to: state.segments[index + 1]?.at ?? '' }],
  );
  const prefix =
    limit.until === 'calmedAt' || start.instant === 'calmedAt' ? `${state.outbreaks.length}.` : '';
  return onGrid({
    start: start.at,
    every: limit.every,
    zone: regulation.zone,
    end,
    prefix,
    knownAt: start.knownAt,
    owesElapsed: state.segments
      .slice(0, (stretches[0]?.index ?? 0) + 1)
      .every(({ kind }) => kind === 'initial'),
    isLapsed: (due) => lapses.some(({ from, to }) => due > from && due <= to),
    acts,
    isMissed: (occurrence, due) => state.missed.includes(`${duty.id}#${occurrence}#${due}`),
  });
};

/** When the occurrence that is owed became the one to pursue: not before the one ahead of it was over. */
const pursuedSince = (
  start: Start,
  limit: ResolvedLimit,
  history: readonly Occurrence[],
  zone: string,
): Instant => {
  const before = history.at(-2);
  if (before?.due == null || limit.kind !== 'every') return start.knownAt;
  return latest(start.knownAt, before.completedAt ?? addTimes(before.due, limit.every, 1, zone));
};

const pursue = (
  regulation: Regulation,
  state: CaseState,
  duty: Duty,
  ladder: Ladder,
  limit: ResolvedLimit,
  { start, soft }: Pick<Chosen, 'start' | 'soft'>,
  current: Occurrence,
  since: Instant,
  breachable: boolean,
): Step | null => {
  const { zone } = regulation;
  const mark = state.marks[duty.id];
  const rungs = rungsOf(duty, ladder).length;
  const target = duty.ownTarget === undefined ? null : settingsOf(regulation)[duty.ownTarget];
  const due = current.due ?? (typeof target === 'string' ? targetAt(start.at, target, zone) : null);
  if (due === null) return null;
  return nextStep(
    {
      due,
      knownAt: since,
      breachable,
      hasReminders: isNumeric(limit),
      soft,
      givenUpAt: limit.kind === 'every' && limit.from === 'due' ? addTimes(due, limit.every, 1, zone) : null,
      mark: mark?.occurrence === current.occurrence && mark.due === due ? mark : undefined,
    },
    ladder,
    rungs,
    zone,
  );
};

/** Only a limit in numbers that stands in the law can be broken. */
const isBreachable = (duty: Duty, limit: ResolvedLimit): boolean => duty.basis === 'law' && isNumeric(limit);

const why = (duty: Duty, term: ResolvedTerm, regulation: Regulation): string => {
  const missing = term.start.map((anchor) =>
    'after' in anchor
      ? `“${regulation.duties.find(({ id }) => id === anchor.after)?.name}”完成`
      : `“${regulation.instants.find(({ id }) => id === anchor.instant)?.name}”时点`,
  );
  return `${term.name ?? duty.name}尚未起算:缺少${[...new Set(missing)].join('或')}`;
};

const waysOf = (duty: Duty, term: ResolvedTerm): Fulfilment[] => term.fulfilledBy ?? duty.fulfilledBy;
/** What one time that a duty is owed is called: the grading, the outbreak, or the case it belongs to. */
const nameOf = ({ recurs }: Duty, { index }: Stretch, { outbreaks }: CaseState): string => {
  if (recurs === 'eachLevel') return `${index + 1}`;
  return recurs === 'eachOutbreak' ? `${outbreaks.length}` : '1';
};
/** An `eachLevel` duty is owed for the newest grading or raise, any other for the case as a whole. */
const owedIn = (duty: Duty, stretches: Stretch[]): Stretch[] => {
  const anew =
    duty.recurs === 'eachLevel' ? stretches.filter(({ segment }) => segment.kind !== 'lowered') : [];
  return anew.length > 0 ? anew.slice(-1) : stretches;
};

/** When the duty was first done, for the duties that count from it: owing it anew moves none of their clocks. */
const firstCompletion = (state: CaseState, duty: Duty, stretches: Stretch[]): Instant | undefined =>
  earliest(
    [...new Set(stretches.map((stretch) => nameOf(duty, stretch, state)))].flatMap((name) =>
      completionsOf(state, duty, waysOf(duty, stretches.at(-1)!.term), name).slice(0, 1),
    ),
  );

const scheduleDuty = (
  regulation: Regulation,
  state: CaseState,
  duty: Duty,
  stretches: Stretch[],
  others: Others,
): ScheduledDuty => {
  const { term } = stretches.at(-1)!;
  const ladder = regulation.ladders.find(({ id }) => id === (term.ladder ?? duty.ladder))!;
  const relevant = owedIn(duty, stretches);
  const name = nameOf(duty, relevant[0]!, state);
  // What was done before the story flared up again does not answer it.
  const from = duty.recurs === 'eachOutbreak' ? (state.outbreaks.at(-1)?.at ?? '') : '';
  const all = completionsOf(state, duty, waysOf(duty, term), name).filter((act) => act >= from);
  const { chosen, acts } = judge(regulation, state, duty, relevant, others, all);
  // The clause that set the due instant, beside that of the present level (register X28).
  const { limit } = chosen?.due == null ? term : chosen.term;
  // X44: what counts from another duty's due instant is provisional: chased up the ladder, never overdue by itself.
  const breachable = isBreachable(duty, limit) && !chosen?.start.instant.startsWith('due:');
  const shared = {
    duty: duty.id,
    name: term.name ?? duty.name,
    basis: duty.basis,
    cite: [...new Set([...(chosen?.term.cite ?? []), ...term.cite])],
    limit,
    limitText: limitInChinese(limit),
    soft: chosen?.soft ?? null,
    extendableTo: chosen?.extendableTo,
    missingYears: chosen?.missingYears ?? [],
    responsible: duty.responsible,
    rungs: rungsOf(duty, ladder),
  };
  const nothing = { discoveryLagMilliseconds: null, next: null };
  if (chosen === undefined) {
    // A repetition that has not begun owes nothing yet, whatever was reported before.
    const current = onceOnly(name, null, limit.kind === 'every' ? [] : acts, breachable);
    // 随时, 持续 are never done.
    const met = current.outcome === 'fulfilled' && limit.kind !== 'ongoing';
    const isOver = state.status !== 'open' && !duty.survivesConclusion;
    return {
      ...shared,
      ...nothing,
      start: null,
      current,
      history: [],
      status: met ? 'fulfilled' : isOver ? 'ended' : 'notStarted',
      reason: met ? null : isOver ? CONCLUDED : why(duty, term, regulation),
    };
  }
  const history =
    limit.kind === 'every'
      ? repetition(regulation, state, duty, stretches, chosen.start, limit, acts)
      : [onceOnly(name, chosen.due, acts, breachable, chosen.start.owedSince)];
  const current = history.at(-1) ?? {
    occurrence: name,
    due: null,
    outcome: 'ended' as const,
    completedAt: null,
  };
  const base = { ...shared, start: chosen.start, current, history };
  const hold = state.holds[duty.id];
  const isOver = state.status !== 'open' && !duty.survivesConclusion;
  if (isOver && (current.outcome === 'open' || limit.kind === 'ongoing'))
    return { ...base, ...nothing, status: 'ended', reason: CONCLUDED };
  const held = hold && { ...base, ...nothing, status: 'held' as const, reason: `暂缓:${hold.reason}` };
  if (limit.kind === 'ongoing')
    return held ?? { ...base, ...nothing, status: 'listed', reason: withoutNumber(regulation, limit) };
  if (current.outcome !== 'open') {
    const ended = current.outcome === 'ended' || current.outcome === 'missed';
    return {
      ...base,
      ...nothing,
      status: ended ? 'ended' : 'fulfilled',
      reason: ended ? '舆情已平息或结报,不再产生' : null,
    };
  }
  if (held !== undefined) return held;
  const next = pursue(
    regulation,
    state,
    duty,
    ladder,
    limit,
    chosen,
    current,
    pursuedSince(chosen.start, limit, history, regulation.zone),
    breachable,
  );
  const late = breachable && current.due !== null && current.due < chosen.start.knownAt;
  return {
    ...base,
    status: next === null ? 'listed' : 'open',
    discoveryLagMilliseconds: late ? Date.parse(chosen.start.knownAt) - Date.parse(current.due!) : null,
    next,
    reason: next === null ? withoutNumber(regulation, limit) : null,
  };
};

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
    const own = scheduleDuty(regulation, state, duty, stretches, { completions, dues });
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
