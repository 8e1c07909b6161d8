import type { Segment } from '../case/state/segment.ts';
import type { CaseState } from '../case/state.ts';
import { isTrue } from '../regulations/conditions.ts';
import { settingsOf } from '../regulations/lookup.ts';
import type { Duty, Regulation } from '../regulations/schema.ts';
import { add, type Instant, latest } from '../time/instants.ts';
import type { Completion } from './completions/completion.ts';
import { factsIn } from './condition-facts.ts';
import { type Due, dueOf, type From } from './days/due.ts';
import { calendarOf } from './days/lists.ts';
import { elsewhereOf } from './days/owed.ts';
import { type ResolvedTerm, resolveLimit } from './limits.ts';
import { startOf } from './starts/anchors.ts';
import type { DutyOfCase } from './starts/duty-of-case.ts';
import type { Start } from './starts/start.ts';

export interface Stretch {
  segment: Segment;
  index: number;
  term: ResolvedTerm;
  /** Which of the duty's terms it is. */
  place: number;
}

/** The stretches in which the case had this duty, each with the term of its level. */
export const stretchesOf = (regulation: Regulation, state: CaseState, duty: Duty): Stretch[] =>
  // 初判未采纳: what was proposed and not determined owes nothing.
  stretchesIn({ regulation, state, duty }, ({ standing }) => standing !== 'dropped');

/** The same of those segments alone that `counts` takes. */
export const stretchesIn = (
  { regulation, state, duty }: OfCase,
  counts: (segment: Segment) => boolean,
): Stretch[] =>
  state.segments.flatMap((segment, index) => {
    if (!counts(segment)) return [];
    const facts = factsIn(regulation, state, segment);
    const place = duty.terms.findIndex(
      ({ levels, when }) => levels.includes(segment.level) && isTrue(when, facts),
    );
    return place < 0 ? [] : [stretchAt({ regulation, state, duty }, index, place)];
  });

type OfCase = Pick<DutyOfCase, 'regulation' | 'state' | 'duty'>;
/** The stretch of a segment of the case, by one term of the duty. */
export const stretchAt = ({ regulation, state, duty }: OfCase, index: number, place: number): Stretch => {
  const term = duty.terms[place]!;
  return {
    segment: state.segments[index]!,
    index,
    place,
    term: { ...term, limit: resolveLimit(regulation, term.limit) },
  };
};

/**
 * The stretches under which a duty that the case no longer has passed unmet: that stays, whatever took the duty away. Not what was
 * missed in a case that was merged into it.
 */
export const passedStretches = (of: OfCase): Stretch[] =>
  Object.entries(of.state.passed)
    .filter(([key]) => key.slice(0, key.lastIndexOf('#')) === of.duty.id)
    .filter(([key]) => elsewhereOf(of.state, key.slice(key.lastIndexOf('#') + 1)) === undefined)
    .map(([, { segment, term }]) => stretchAt(of, segment, term))
    .sort((one, other) => one.index - other.index);

export interface Chosen extends Omit<Due, 'due'> {
  segment: Segment;
  start: Start;
  term: ResolvedTerm;
  due: Instant | null;
}

const ONCE_ONLY: Omit<Due, 'due'> = { soft: null, extendableTo: undefined, lists: [], extensionLists: [] };

/** An approved extension moves the due instant, but never beyond the regulation's maximum (register X35). */
const extended = ({ state, duty }: DutyOfCase, limit: Due): Due => {
  const to = state.extensions[duty.id]?.to;
  if (to === undefined || limit.extendableTo === undefined || to <= limit.due) return limit;
  const most = limit.extendableTo;
  const isCapped = most !== null && to > most;
  return {
    ...limit,
    due: isCapped ? latest(limit.due, most) : to,
    lists: isCapped ? limit.extensionLists : [],
  };
};

/** From where a limit of the case counts, and by the lists that the case has. */
export const countedFrom = (state: CaseState, { at, dateOnly }: Pick<Start, 'at' | 'dateOnly'>): From => ({
  at,
  dateOnly,
  calendar: calendarOf(state),
});

const chosenFor = (of: DutyOfCase, start: Start, { segment, term }: Stretch): Chosen => {
  const { regulation, state, duty } = of;
  const { limit } = term;
  switch (limit.kind) {
    case 'within':
      return { segment, start, term, ...extended(of, dueOf(regulation, limit, countedFrom(state, start))) };
    case 'immediate':
      return { segment, start, term, ...ONCE_ONLY, due: add(start.at, 'PT0S', regulation.zone) };
    case 'external': {
      const entered = state.deadlines[duty.id];
      const known = entered === undefined ? start.knownAt : latest(start.knownAt, entered.at);
      return {
        segment,
        start: { ...start, knownAt: known, foundAt: known },
        term,
        ...ONCE_ONLY,
        due: entered?.due ?? null,
      };
    }
    default:
      return { segment, start, term, ...ONCE_ONLY, due: null };
  }
};

/** Sorts after every instant: a duty without a limit in numbers. */
const NEVER = '~';

/** The earliest due instant that any level of this case gave: no change of level buys time (register X28). */
const chooseDue = (
  of: DutyOfCase,
  stretches: readonly Stretch[],
  acts: readonly Completion[],
): Chosen | undefined => {
  const dues = stretches.flatMap((stretch): Chosen[] => {
    const start = startOf(of, stretch.segment, stretch.term, acts);
    return start === undefined ? [] : [chosenFor(of, start, stretch)];
  });
  return dues.reduce<Chosen | undefined>(
    (best, next) => (best === undefined || (next.due ?? NEVER) < (best.due ?? NEVER) ? next : best),
    undefined,
  );
};

/** The due instant with the acts that count for it. What was done in time stays done in time when the level rises. */
export const judge = (
  of: DutyOfCase,
  stretches: readonly Stretch[],
  all: Completion[],
): { chosen: Chosen | undefined; acts: Completion[] } => {
  const chosen = chooseDue(of, stretches, all);
  const { limit } = chosen?.term ?? {};
  const isAnswer =
    limit?.kind === 'within' || limit?.kind === 'external' || of.duty.recurs === 'eachOutbreak';
  if (chosen === undefined || !isAnswer) return { chosen, acts: all };
  const from = answeredFrom(of.regulation, chosen);
  const acts = all.filter(({ at }) => at >= (from ?? at));
  const done = acts[0];
  if (done === undefined) return { chosen, acts };
  const begun = stretches.filter(({ segment }, index) => index === 0 || segment.at <= done.at);
  return { chosen: chooseDue(of, begun, all) ?? chosen, acts };
};

/** From when an act answers. Where the bureau reads “12小时后” as a bar (register X36), not before the soft instant. */
const answeredFrom = (regulation: Regulation, { start, term: { limit }, soft }: Chosen): Instant | null => {
  const bar = limit.kind === 'within' ? limit.notBeforeSoft : undefined;
  const isBarred = bar !== undefined && settingsOf(regulation)[bar] === true && soft !== null;
  return isBarred ? latest(soft, start.answeredFrom ?? soft) : start.answeredFrom;
};
