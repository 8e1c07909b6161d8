import type { CaseState, Segment } from '../case/state.ts';
import { holds } from '../regulations/conditions.ts';
import { levelOf, settingsOf } from '../regulations/lookup.ts';
import type { Duty, Ladder, Limit, Regulation, Term } from '../regulations/schema.ts';
import { type Completions, factsOf, type Start, startOf } from './anchors.ts';
import { completionsOf } from './completions.ts';
import { add, addTimes, type Instant, inChinese, latest } from './instants.ts';
import { fromCompletion, type Occurrence, onceOnly, onGrid } from './occurrences.ts';
import { nextStep, rungsOf, type Step, targetAt } from './steps.ts';

export interface PlannedDuty {
  duty: string;
  name: string;
  basis: Duty['basis'];
  cite: string[];
  limit: Limit;
  limitText: string;
  start: Start | null;
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
export interface Plan {
  caseId: string;
  version: number;
  level: string;
  duties: PlannedDuty[];
  cancelled: Cancelled[];
}

const limitInChinese = (limit: Limit): string => {
  if (limit.kind === 'within') return `${inChinese(limit.within)}内`;
  if (limit.kind === 'every') return `每${inChinese(limit.every)}`;
  return limit.word;
};

interface Reach {
  segment: Segment;
  index: number;
  term: Term;
}
/** The stretches in which the case had this duty, each with the term of its level. */
const reachesOf = (regulation: Regulation, state: CaseState, duty: Duty): Reach[] => {
  const facts = factsOf(regulation, state);
  return state.segments.flatMap((segment, index) => {
    const term = duty.terms.find(({ levels, when }) => levels.includes(segment.level) && holds(when, facts));
    return term === undefined ? [] : [{ segment, index, term }];
  });
};

interface Chosen {
  start: Start;
  due: Instant | null;
}
/** The earliest due instant that any level of this case gave: no change of level buys time (register X28). */
const chooseDue = (
  regulation: Regulation,
  state: CaseState,
  reaches: Reach[],
  completions: Completions,
): Chosen | undefined => {
  const dues = reaches.flatMap(({ segment, term }): Chosen[] => {
    const start = startOf(regulation, state, segment, term, completions);
    if (start === undefined) return [];
    if (term.limit.kind === 'within')
      return [{ start, due: add(start.at, term.limit.within, regulation.zone) }];
    return [{ start, due: term.limit.kind === 'immediate' ? add(start.at, 'PT0S', regulation.zone) : null }];
  });
  return dues.reduce<Chosen | undefined>(
    (best, next) => (best === undefined || (next.due ?? '') < (best.due ?? '') ? next : best),
    undefined,
  );
};

const repetition = (
  regulation: Regulation,
  state: CaseState,
  duty: Duty,
  reaches: Reach[],
  start: Start,
  limit: Extract<Limit, { kind: 'every' }>,
  acts: Instant[],
): Occurrence[] => {
  const end =
    limit.until === 'calmedAt' ? (state.outbreaks.at(-1)?.calmedAt ?? state.concludedAt) : state.concludedAt;
  if (limit.from === 'completion') return fromCompletion(start.at, limit.every, regulation.zone, end, acts);
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
      .slice(0, (reaches[0]?.index ?? 0) + 1)
      .every(({ kind }) => kind === 'initial'),
    acts,
    isMissed: (occurrence) => state.missed.includes(`${duty.id}#${occurrence}`),
  });
};

/** When the occurrence that is owed became the one to pursue: not before the one ahead of it was over. */
const pursuedSince = (start: Start, term: Term, history: readonly Occurrence[]): Instant => {
  const before = history.at(-2);
  if (before === undefined || term.limit.kind !== 'every') return start.knownAt;
  const over = before.outcome === 'missed' ? history.at(-1)?.due : before.completedAt;
  return latest(start.knownAt, over ?? start.knownAt);
};

const pursue = (
  regulation: Regulation,
  state: CaseState,
  duty: Duty,
  ladder: Ladder,
  term: Term,
  start: Start,
  current: Occurrence,
  since: Instant,
): Step | null => {
  const { zone } = regulation;
  const mark = state.marks[duty.id];
  const rungs = rungsOf(duty, ladder).length;
  const target = duty.officeTarget === undefined ? null : settingsOf(regulation)[duty.officeTarget];
  const numeric = term.limit.kind === 'within' || term.limit.kind === 'every';
  const due = current.due ?? (typeof target === 'string' ? targetAt(start.at, target, zone) : null);
  if (due === null) return null;
  return nextStep(
    {
      due,
      knownAt: since,
      breachable: numeric && duty.basis === 'law',
      hasReminders: numeric,
      givenUpAt:
        term.limit.kind === 'every' && term.limit.from === 'due'
          ? addTimes(due, term.limit.every, 1, zone)
          : null,
      mark: mark?.occurrence === current.occurrence && mark.due === due ? mark : undefined,
    },
    ladder,
    rungs,
    zone,
  );
};

const why = (duty: Duty, term: Term, regulation: Regulation): string => {
  const missing = term.start.map((anchor) =>
    'after' in anchor
      ? `“${regulation.duties.find(({ id }) => id === anchor.after)?.name}”完成`
      : `“${regulation.instants.find(({ id }) => id === anchor.instant)?.name}”时点`,
  );
  return `${duty.name}尚未起算:缺少${[...new Set(missing)].join('或')}`;
};

const planDuty = (
  regulation: Regulation,
  state: CaseState,
  duty: Duty,
  reaches: Reach[],
  completions: Completions,
): PlannedDuty => {
  const { term } = reaches.at(-1)!;
  const ladder = regulation.ladders.find(({ id }) => id === (term.ladder ?? duty.ladder))!;
  const anew = duty.recurs === 'eachLevel' ? reaches.filter(({ segment }) => segment.kind !== 'lowered') : [];
  const relevant = anew.length > 0 ? anew.slice(-1) : reaches;
  const name = duty.recurs === 'eachLevel' ? `${(relevant[0]?.index ?? 0) + 1}` : '1';
  const acts = completionsOf(state, duty, term.fulfilledBy ?? duty.fulfilledBy, name);
  const chosen = chooseDue(regulation, state, relevant, completions);
  const shared = {
    duty: duty.id,
    name: term.name ?? duty.name,
    basis: duty.basis,
    cite: term.cite,
    limit: term.limit,
    limitText: limitInChinese(term.limit),
    responsible: duty.responsible,
    rungs: rungsOf(duty, ladder),
  };
  const nothing = { discoveryLagMilliseconds: null, next: null };
  if (chosen === undefined) {
    const current = onceOnly(name, null, acts);
    const met = current.outcome === 'fulfilled' && term.limit.kind !== 'every';
    return {
      ...shared,
      ...nothing,
      start: null,
      current,
      history: [],
      status: met ? 'fulfilled' : 'notStarted',
      reason: met ? null : why(duty, term, regulation),
    };
  }
  const history =
    term.limit.kind === 'every'
      ? repetition(regulation, state, duty, reaches, chosen.start, term.limit, acts)
      : [onceOnly(name, chosen.due, acts)];
  const current = history.at(-1) ?? {
    occurrence: name,
    due: null,
    outcome: 'ended' as const,
    completedAt: null,
  };
  const base = { ...shared, start: chosen.start, current, history };
  const hold = state.holds[duty.id];
  if (state.status !== 'open' && current.outcome === 'open' && !duty.survivesConclusion)
    return { ...base, ...nothing, status: 'ended', reason: '已结报' };
  if (term.limit.kind === 'ongoing')
    return { ...base, ...nothing, status: 'listed', reason: `办法规定“${shared.limitText}”,无具体时限` };
  if (current.outcome !== 'open') {
    const ended = current.outcome === 'ended' || current.outcome === 'missed';
    return {
      ...base,
      ...nothing,
      status: ended ? 'ended' : 'fulfilled',
      reason: ended ? '舆情已平息或结报,不再产生' : null,
    };
  }
  if (hold !== undefined) return { ...base, ...nothing, status: 'held', reason: `暂缓:${hold.reason}` };
  const next = pursue(
    regulation,
    state,
    duty,
    ladder,
    term,
    chosen.start,
    current,
    pursuedSince(chosen.start, term, history),
  );
  const late = current.due !== null && current.due < chosen.start.knownAt && term.limit.kind !== 'immediate';
  return {
    ...base,
    status: next === null ? 'listed' : 'open',
    discoveryLagMilliseconds: late ? Date.parse(chosen.start.knownAt) - Date.parse(current.due!) : null,
    next,
    reason: next === null ? `办法规定“${shared.limitText}”,无具体时限` : null,
  };
};

const completionOf = (planned: PlannedDuty): Instant | null =>
  planned.history.find(({ completedAt }) => completedAt !== null)?.completedAt ?? planned.current.completedAt;

/**
 * Which duties apply to a case now, and the next instant of each: a pure function of the case's log (folded into
 * `state`) and the regulation. Every planned duty carries its clauses (`cite`). Duties that an earlier level gave and
 * the present one does not are listed as cancelled (register X28).
 */
export const planCase = (regulation: Regulation, state: CaseState): Plan => {
  const completions: Record<string, Instant | null> = {};
  const planned = new Map<string, PlannedDuty>();
  const cancelled: Cancelled[] = [];
  const level = state.segments.at(-1)?.level;
  for (const duty of inOrder(regulation.duties)) {
    const reaches = reachesOf(regulation, state, duty);
    const last = reaches.at(-1);
    if (last === undefined) continue;
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
    const result = planDuty(regulation, state, duty, reaches, completions);
    completions[duty.id] = completionOf(result);
    planned.set(duty.id, result);
  }
  const duties = regulation.duties.flatMap(({ id }) => planned.get(id) ?? []);
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
