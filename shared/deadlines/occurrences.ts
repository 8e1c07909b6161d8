import { addTimes, type Instant } from '../time/instants.ts';

/** One time that a duty is owed. */
export interface Occurrence {
  occurrence: string;
  due: Instant | null;
  outcome: 'open' | 'fulfilled' | 'fulfilledLate' | 'missed' | 'ended';
  completedAt: Instant | null;
}

/** A single obligation: met by the first act, late when that came after a limit in numbers (立即 has none). */
export const onceOnly = (
  occurrence: string,
  due: Instant | null,
  acts: readonly Instant[],
  breachable: boolean,
  owedSince: Instant = '',
): Occurrence => {
  const completedAt = acts[0] ?? null;
  const late =
    breachable && completedAt !== null && due !== null && completedAt > due && completedAt > owedSince;
  const outcome = completedAt === null ? 'open' : late ? 'fulfilledLate' : 'fulfilled';
  return { occurrence, due, outcome, completedAt };
};

export interface Grid {
  start: Instant;
  every: string;
  zone: string;
  /** 平息 or 结报, once it has come: no occurrence is owed after it. */
  end: Instant | null;
  /** Put before the number, so that the repetition of a rekindled story has names of its own. */
  prefix: string;
  /** When the repetition became known. */
  knownAt: Instant;
  /** Whether the newest occurrence that had passed by then is owed (overdue at discovery) or fell before the duty. */
  owesElapsed: boolean;
  /** Whether the case was at a level without this duty then: what fell due there was never owed. */
  isLapsed: (due: Instant) => boolean;
  acts: readonly Instant[];
  /** Whether this occurrence was given up at that due instant; a corrected 爆发 gives the name another one. */
  isMissed: (occurrence: string, due: Instant) => boolean;
}

/**
 * A repetition on a fixed grid (办法第二十三条(二): every 24 hours from 爆发). One act meets one occurrence: the one whose
 * period it falls in, or late the one before that nobody met. An occurrence that is still open when the next falls due
 * is missed. Returns all up to the current one; empty when the end came before the first.
 */
export const onGrid = (grid: Grid): Occurrence[] => {
  const dueOf = (number: number): Instant => addTimes(grid.start, grid.every, number, grid.zone);
  let number = 1;
  while (dueOf(number) <= grid.knownAt) number += 1;
  if (grid.owesElapsed && number > 1) number -= 1;
  const acts = grid.acts.filter((act) => act > grid.start);
  let used = 0;
  // Acts before the first owed period belong to no occurrence.
  while (used < acts.length && number > 1 && acts[used]! <= dueOf(number - 1)) used += 1;
  const occurrences: Occurrence[] = [];
  for (; ; number += 1) {
    const due = dueOf(number);
    const name = `${grid.prefix}${number}`;
    if (grid.end !== null && due > grid.end) return occurrences;
    if (grid.isLapsed(due)) continue;
    // Several acts in one period count once.
    while (used < acts.length && number > 1 && acts[used]! <= dueOf(number - 1)) used += 1;
    const act = acts[used];
    const nextDue = dueOf(number + 1);
    if (act !== undefined && act <= nextDue) {
      occurrences.push({
        occurrence: name,
        due,
        outcome: act <= due ? 'fulfilled' : 'fulfilledLate',
        completedAt: act,
      });
      used += 1;
    } else if (act !== undefined || grid.isMissed(name, due) || (grid.end !== null && due <= grid.end)) {
      occurrences.push({ occurrence: name, due, outcome: 'missed', completedAt: null });
    } else {
      occurrences.push({ occurrence: name, due, outcome: 'open', completedAt: null });
      return occurrences;
    }
  }
};

/**
 * A repetition counted from the last completion (register X12: at least one 续报 in any 15 days): each act starts the
 * next period. Returns all up to the current one.
 */
export const fromCompletion = (
  start: Instant,
  every: string,
  zone: string,
  end: Instant | null,
  acts: readonly Instant[],
): Occurrence[] => {
  const done: Occurrence[] = [];
  let from = start;
  for (const act of acts) {
    if (act <= start) continue;
    const due = addTimes(from, every, 1, zone);
    done.push({
      occurrence: `${done.length + 1}`,
      due,
      outcome: act > due ? 'fulfilledLate' : 'fulfilled',
      completedAt: act,
    });
    from = act;
  }
  const due = addTimes(from, every, 1, zone);
  const outcome = end === null ? 'open' : due <= end ? 'missed' : 'ended';
  return [...done, { occurrence: `${done.length + 1}`, due, outcome, completedAt: null }];
};
