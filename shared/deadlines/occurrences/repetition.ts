import { type Instant, instantOf, millisecondsOf } from '../../time/instants.ts';
import type { Reached } from '../../time/working-days.ts';
import { countedFrom, type Stretch } from '../choose-due.ts';
import type { Completion } from '../completions/completion.ts';
import { periodEnd } from '../days/due.ts';
import { asPassed, type Owed } from '../days/owed.ts';
import type { ResolvedLimit } from '../limits.ts';
import type { DutyOfCase } from '../starts/duty-of-case.ts';
import type { Start } from '../starts/start.ts';
import { allStanding, met, type Occurrence, unmet } from './occurrence.ts';

interface Repetition {
  /** One of its times, as the log has said of it. */
  owed: (occurrence: string, due: Reached) => Owed;
  start: Instant;
  /** The end of the n-th period from an instant on; from its own beginning without one. */
  endOf: (times: number, from?: Instant) => Reached;
  /** 平息 or 结报, once it has come: no occurrence is owed after it. */
  end: Instant | null;
  acts: readonly Completion[];
  breachable: boolean;
  /** 结报 ends the repetition, but not the answer that had fallen due to a body outside. */
  keepsLast: boolean;
  /** What was met in time, and stays so. */
  standing: readonly Occurrence[];
}
interface Grid extends Repetition {
  /** Put before the number, so that the repetition of a rekindled story has names of its own. */
  prefix: string;
  /** When the repetition became known. */
  knownAt: Instant;
  /** Whether the newest occurrence that had passed by then is owed (overdue at discovery) or fell before the duty. */
  owesElapsed: boolean;
  /** Whether the case was at a level without this duty then: what fell due there was never owed. */
  isLapsed: (due: Instant) => boolean;
  /** Since a merge: what is owed next is what was owed by `due`, or anew; only what is entered since counts for it. */
  since: { due: Instant | null; at: Instant; entry: number } | undefined;
  /** Whether this occurrence was given up at that due instant; a corrected 爆发 gives the name another one. */
  isMissed: (occurrence: string, due: Instant) => boolean;
}

/** Where a grid began elsewhere, what was met under the same name may have been another time. */
const isSameTime = ({ endOf }: Grid, one: Instant | null, other: Instant): boolean => {
  // 24:00 belongs to the day that it ends.
  const nextAfter = (due: Instant): Instant => endOf(1, instantOf(millisecondsOf(due) - 1)).at;
  return one === null || (one < nextAfter(other) && other < nextAfter(one));
};

/** The first number that is due after an instant, found by halving: a story of years ago has thousands before it. */
const firstAfter = (dueOf: (number: number) => Instant, instant: Instant): number => {
  let above = 1;
  while (dueOf(above) <= instant) above *= 2;
  let below = Math.floor(above / 2);
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (dueOf(middle) <= instant) below = middle;
    else above = middle;
  }
  return above;
};

/** The first number that is owed since a merge; one report in its period does for what either case owed by then. */
const firstSince = (dueOf: (number: number) => Instant, since: Grid['since']): number => {
  if (since === undefined) return 0;
  const next = firstAfter(dueOf, since.due ?? since.at);
  return next > 1 && dueOf(next - 1) === since.due ? next - 1 : next;
};

/**
 * A repetition on a fixed grid (办法第二十三条(二): every 24 hours from 爆发). One act meets one occurrence: the one whose
 * period it falls in, or late the one before that nobody met. An occurrence that is still open when the next falls due
 * is missed. Returns all up to the current one; empty when the end came before the first.
 */
const onGrid = (grid: Grid): Occurrence[] => {
  const ends = new Map<number, Reached>();
  const endOf = (number: number): Reached => {
    const end = ends.get(number) ?? grid.endOf(number);
    ends.set(number, end);
    return end;
  };
  const dueOf = (number: number): Instant => endOf(number).at;
  /** Days of rest that all move to one working day are one period, under the name of the last. */
  const isJoined = (number: number): boolean => dueOf(number) === dueOf(number + 1);
  const dueBefore = (number: number): Instant => {
    let before = number - 1;
    while (before > 1 && dueOf(before) === dueOf(number)) before -= 1;
    return dueOf(before);
  };
  let number = firstAfter(dueOf, grid.knownAt);
  if (grid.owesElapsed && number > 1) number -= 1;
  const { since } = grid;
  const first = firstSince(dueOf, since);
  if (since !== undefined) number = Math.min(number, first);
  const acts = grid.acts.filter(
    (act) => act.at > grid.start && (since === undefined || act.entry === null || act.entry > since.entry),
  );
  let used = 0;
  // Acts before the first owed period belong to no occurrence.
  while (used < acts.length && number > 1 && acts[used]!.at <= dueBefore(number)) used += 1;
  const occurrences: Occurrence[] = [];
  for (; ; number += 1) {
    if (isJoined(number)) continue;
    const due = dueOf(number);
    const name = `${grid.prefix}${number}`;
    if (grid.end !== null && due > grid.end) return occurrences;
    if (grid.isLapsed(due)) continue;
    const before = grid.standing.find(({ occurrence }) => occurrence === name);
    if (before !== undefined && isSameTime(grid, before.due, due)) {
      occurrences.push(before);
      while (used < acts.length && acts[used]!.at <= before.completedAt!) used += 1;
      continue;
    }
    if (number < first) continue;
    // Several acts in one period count once.
    while (used < acts.length && number > 1 && acts[used]!.at <= dueBefore(number)) used += 1;
    const act = acts[used];
    const nextDue = dueOf(number + 1);
    const owed = grid.owed(name, endOf(number));
    const isGivenUp = grid.isMissed(name, owed.due!);
    if (act !== undefined && act.at <= nextDue) {
      // What was given up is not met by what only says afterwards that it was made before.
      const isLateWord = isGivenUp && act.recordedAt > nextDue && !act.verified;
      occurrences.push(isLateWord ? { ...unmet(owed, 'missed'), nextDue } : met(owed, act, grid.breachable));
      used += 1;
    } else if (grid.keepsLast && act === undefined && nextDue > grid.end!) {
      occurrences.push(unmet(owed, 'open'));
      return occurrences;
    } else if (act !== undefined || isGivenUp || (grid.end !== null && due <= grid.end)) {
      occurrences.push({ ...unmet(owed, 'missed'), nextDue });
    } else {
      const countsFrom = number > 1 ? { countsFrom: dueBefore(number) } : {};
      occurrences.push({ ...unmet(owed, 'open'), nextDue, ...countsFrom });
      return occurrences;
    }
  }
};

/**
 * A repetition counted from the last completion (register X12: at least one 续报 in any 15 days): each act starts the
 * next period. What stays met keeps its place among them, under the number that it has now. Returns all up to the
 * current one.
 */
const fromCompletion = ({
  owed: owedAs,
  start,
  endOf,
  end,
  acts,
  breachable,
  keepsLast,
  standing,
}: Repetition): Occurrence[] => {
  const done: Occurrence[] = [];
  const nameNext = (): string => `${done.length + 1}`;
  const owed = (from?: Instant) => owedAs(nameNext(), endOf(1, from));
  let from: Instant | undefined;
  for (const act of acts) {
    const kept = standing.find(({ entry }) => entry === act.entry);
    if (kept === undefined && act.at <= start) continue;
    done.push(kept === undefined ? met(owed(from), act, breachable) : { ...kept, occurrence: nameNext() });
    if (act.at > start) from = act.at;
  }
  const last = owed(from);
  if (end !== null && last.due! > end) return [...done, unmet(last, 'ended')];
  return [...done, unmet(last, end === null || keepsLast ? 'open' : 'missed')];
};

/** What has been owed of a repetition that began at `start`, oldest first, up to what is owed now. */
export const repetition = (
  of: DutyOfCase,
  stretches: readonly Stretch[],
  {
    start,
    limit,
    breachable,
    isOutside,
  }: {
    start: Start;
    limit: Extract<ResolvedLimit, { kind: 'every' }>;
    breachable: boolean;
    isOutside: boolean;
  },
  acts: readonly Completion[],
): Occurrence[] => {
  const { regulation, state, duty } = of;
  const { outbreaks, concludedAt, segments } = state;
  const end = limit.until === 'calmedAt' ? (outbreaks.at(-1)?.calmedAt ?? concludedAt) : concludedAt;
  const keepsLast = isOutside && end !== null && end === concludedAt;
  const beginning = countedFrom(state, start);
  const shared = {
    owed: (occurrence: string, { at, lists }: Reached) => asPassed(of, occurrence, { due: at, lists }),
    start: start.at,
    endOf: (times: number, from?: Instant) =>
      periodEnd(
        regulation,
        limit.every,
        from === undefined ? beginning : { ...beginning, at: from, dateOnly: false },
        times,
      ),
    end,
    acts,
    breachable,
    keepsLast,
    standing: allStanding(of),
  };
  if (limit.from === 'completion') return fromCompletion(shared);
  const lapses = [
    ...segments.flatMap(({ at, standing: how }, index) =>
      how === 'dropped' || stretches.some((stretch) => stretch.index === index)
        ? []
        : [{ from: at, to: segments[index + 1]?.at ?? '' }],
    ),
    // A calm that did not carry over to a higher level: its hours owe none.
    ...outbreaks.flatMap(({ lapsed }) => lapsed),
  ];
  const isOfOutbreak = limit.until === 'calmedAt' || start.instant === 'calmedAt';
  return onGrid({
    ...shared,
    prefix: isOfOutbreak ? `${outbreaks.at(-1)!.number}.` : '',
    knownAt: start.knownAt,
    since: state.series?.[duty.id],
    owesElapsed: segments.slice(0, (stretches[0]?.index ?? 0) + 1).every(({ kind }) => kind === 'initial'),
    isLapsed: (due) => lapses.some(({ from, to }) => due > from && due <= to),
    isMissed: (occurrence, due) => state.missed.includes(`${duty.id}#${occurrence}#${due}`),
  });
};
