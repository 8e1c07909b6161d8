import { rankOf } from '../regulations/lookup.ts';
import { addTimes, type Instant } from '../time/instants.ts';
import type { Stretch } from './choose-due.ts';
import type { Completion } from './completions.ts';
import type { ResolvedLimit } from './limits.ts';
import type { DutyOfCase, Start } from './starts/anchors.ts';

/**
 * What became of one time that a duty was owed. Of what is done, `unconfirmed` (已办·待确认), `lateEntry`
 * (逾期后补录,待核实) and `unapproved` (未经审定发布) are not in time, and no longer chased either.
 */
export type Outcome =
  | 'open'
  | 'fulfilled'
  | 'fulfilledLate'
  | 'unconfirmed'
  | 'lateEntry'
  | 'unapproved'
  | 'missed'
  | 'ended';

/** One time that a duty is owed. */
export interface Occurrence {
  occurrence: string;
  due: Instant | null;
  outcome: Outcome;
  completedAt: Instant | null;
  /** The log entry of the act that met it. */
  entry: number | null;
}

const DONE: readonly Outcome[] = ['fulfilled', 'unconfirmed', 'lateEntry', 'unapproved', 'fulfilledLate'];
/** Whether it was done, be it late, or not yet shown to be in time. */
export const isDone = ({ outcome }: Pick<Occurrence, 'outcome'>): boolean => DONE.includes(outcome);

/**
 * How an act met what was due. Only what can be broken (`breachable`, see isBreachable) is met late, and not by what was
 * done, or entered, before it was owed.
 */
const metBy = (act: Completion, due: Instant | null, breachable: boolean, owedSince: Instant): Outcome => {
  if (act.standing === 'unapproved') return 'unapproved';
  const isPast = (at: Instant): boolean => breachable && due !== null && at > due && at > owedSince;
  if (isPast(act.at)) return 'fulfilledLate';
  if (act.standing === 'unconfirmed') return 'unconfirmed';
  return isPast(act.recordedAt) && !act.verified ? 'lateEntry' : 'fulfilled';
};

type Owed = Pick<Occurrence, 'occurrence' | 'due'>;
const met = (owed: Owed, act: Completion, breachable: boolean, owedSince: Instant = ''): Occurrence => ({
  ...owed,
  outcome: metBy(act, owed.due, breachable, owedSince),
  completedAt: act.at,
  entry: act.entry,
});
const unmet = (owed: Owed, outcome: Outcome): Occurrence => ({
  ...owed,
  outcome,
  completedAt: null,
  entry: null,
});

/**
 * A single obligation: met by the first act, or by a later one that met it better; what was done before it was owed is
 * never late.
 */
export const onceOnly = (
  owed: Owed,
  acts: readonly Completion[],
  breachable: boolean,
  owedSince: Instant = '',
): Occurrence => {
  const ways = acts.map((act) => met(owed, act, breachable, owedSince));
  const rank = ({ outcome }: Occurrence): number => DONE.indexOf(outcome);
  return (
    ways.reduce<Occurrence | undefined>(
      (best, next) => (best === undefined || rank(next) < rank(best) ? next : best),
      undefined,
    ) ?? unmet(owed, 'open')
  );
};

/**
 * What an act met in time stays met, whatever is learned later. A higher level may ask for more, and what began anew is
 * not met by what was done before (`from`).
 */
export const standing = (
  { regulation, state, duty }: DutyOfCase,
  occurrence: string,
  from: Instant | null = null,
): Occurrence | undefined => {
  const met = state.met[`${duty.id}#${occurrence}`];
  if (met === undefined || met.at < (from ?? met.at)) return undefined;
  if (rankOf(regulation, state.handlingLevel) > rankOf(regulation, met.level)) return undefined;
  return { occurrence, due: met.due, outcome: 'fulfilled', completedAt: met.at, entry: met.entry };
};

interface Repetition {
  start: Instant;
  every: string;
  zone: string;
  /** 平息 or 结报, once it has come: no occurrence is owed after it. */
  end: Instant | null;
  acts: readonly Completion[];
  breachable: boolean;
  /** 结报 ends the repetition, but not the answer that had fallen due to a body outside. */
  keepsLast: boolean;
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
  /** What was met in time, and stays so. */
  standing: (occurrence: string) => Occurrence | undefined;
  /** Whether this occurrence was given up at that due instant; a corrected 爆发 gives the name another one. */
  isMissed: (occurrence: string, due: Instant) => boolean;
}

/**
 * A repetition on a fixed grid (办法第二十三条(二): every 24 hours from 爆发). One act meets one occurrence: the one whose
 * period it falls in, or late the one before that nobody met. An occurrence that is still open when the next falls due
 * is missed. Returns all up to the current one; empty when the end came before the first.
 */
const onGrid = (grid: Grid): Occurrence[] => {
  const dueOf = (number: number): Instant => addTimes(grid.start, grid.every, number, grid.zone);
  let number = 1;
  while (dueOf(number) <= grid.knownAt) number += 1;
  if (grid.owesElapsed && number > 1) number -= 1;
  const acts = grid.acts.filter((act) => act.at > grid.start);
  let used = 0;
  // Acts before the first owed period belong to no occurrence.
  while (used < acts.length && number > 1 && acts[used]!.at <= dueOf(number - 1)) used += 1;
  const occurrences: Occurrence[] = [];
  for (; ; number += 1) {
    const due = dueOf(number);
    const name = `${grid.prefix}${number}`;
    if (grid.end !== null && due > grid.end) return occurrences;
    if (grid.isLapsed(due)) continue;
    const before = grid.standing(name);
    if (before !== undefined) {
      occurrences.push(before);
      while (used < acts.length && acts[used]!.at <= before.completedAt!) used += 1;
      continue;
    }
    // Several acts in one period count once.
    while (used < acts.length && number > 1 && acts[used]!.at <= dueOf(number - 1)) used += 1;
    const act = acts[used];
    const nextDue = dueOf(number + 1);
    if (act !== undefined && act.at <= nextDue) {
      occurrences.push(met({ occurrence: name, due }, act, grid.breachable));
      used += 1;
    } else if (grid.keepsLast && act === undefined && nextDue > grid.end!) {
      occurrences.push(unmet({ occurrence: name, due }, 'open'));
      return occurrences;
    } else if (act !== undefined || grid.isMissed(name, due) || (grid.end !== null && due <= grid.end)) {
      occurrences.push(unmet({ occurrence: name, due }, 'missed'));
    } else {
      occurrences.push(unmet({ occurrence: name, due }, 'open'));
      return occurrences;
    }
  }
};

/**
 * A repetition counted from the last completion (register X12: at least one 续报 in any 15 days): each act starts the
 * next period. Returns all up to the current one.
 */
const fromCompletion = ({
  start,
  every,
  zone,
  end,
  acts,
  breachable,
  keepsLast,
}: Repetition): Occurrence[] => {
  const done: Occurrence[] = [];
  const owed = (from: Instant) => ({ occurrence: `${done.length + 1}`, due: addTimes(from, every, 1, zone) });
  let from = start;
  for (const act of acts) {
    if (act.at <= start) continue;
    done.push(met(owed(from), act, breachable));
    from = act.at;
  }
  const last = owed(from);
  if (end !== null && last.due > end) return [...done, unmet(last, 'ended')];
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
  const shared = {
    start: start.at,
    every: limit.every,
    zone: regulation.zone,
    end,
    acts,
    breachable,
    keepsLast,
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
    prefix: isOfOutbreak ? `${outbreaks.length}.` : '',
    knownAt: start.knownAt,
    owesElapsed: segments.slice(0, (stretches[0]?.index ?? 0) + 1).every(({ kind }) => kind === 'initial'),
    standing: (occurrence) => standing(of, occurrence),
    isLapsed: (due) => lapses.some(({ from, to }) => due > from && due <= to),
    isMissed: (occurrence, due) => state.missed.includes(`${duty.id}#${occurrence}#${due}`),
  });
};
