import { rankOf } from '../../regulations/lookup.ts';
import type { Instant } from '../../time/instants.ts';
import type { Completion } from '../completions/completion.ts';
import { awaitsList } from '../days/lists.ts';
import type { Owed } from '../days/owed.ts';
import type { DutyOfCase } from '../starts/duty-of-case.ts';

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

/**
 * Of what was entered after its limit as done by then (补录): whether that limit had been broken (逾期), or breaks nothing (暂定), so
 * that it has only passed (已过时限); and whether somebody else has verified it. It is 按时 when he has, and never before.
 */
export interface EnteredLate {
  of: 'overdue' | 'passed';
  verified: boolean;
}

/** One time that a duty is owed. */
export interface Occurrence extends Pick<Owed, 'occurrence' | 'due' | 'lists'> {
  outcome: Outcome;
  completedAt: Instant | null;
  /** The log entry of the act that met it, and when it was written. */
  entry: number | null;
  recordedAt: Instant | null;
  /** Absent: it was entered in time, or without a limit, or is late anyway. */
  enteredLate?: EnteredLate;
  /** When the next of a repetition falls due, while this one is not done: it is given up then. */
  nextDue?: Instant;
  /** Of a repetition on a grid, after its first: what was done by then counts for the one before. */
  countsFrom?: Instant;
}

const DONE: readonly Outcome[] = ['fulfilled', 'unconfirmed', 'lateEntry', 'unapproved', 'fulfilledLate'];
/** Whether it was done, be it late, or not yet shown to be in time. */
export const isDone = ({ outcome }: Pick<Occurrence, 'outcome'>): boolean => DONE.includes(outcome);

type How = Pick<Occurrence, 'outcome' | 'enteredLate'>;
/** How an act met what was due. Only what can be broken (`breachable`, see isBreachable) is met late, and by a limit that is sure. */
const metBy = (act: Completion, owed: Owed, breachable: boolean): How => {
  const { due, passed, owedSince = '', isMoment = false } = owed;
  const { at, recordedAt, standing, verified } = act;
  if (standing === 'unapproved') return { outcome: 'unapproved' };
  const limit = (breachable && !awaitsList(owed)) || passed ? due : null;
  const isPast = (instant: Instant): boolean =>
    limit !== null && instant > limit && (passed || instant > owedSince);
  if (isPast(at)) return { outcome: 'fulfilledLate' };
  const isOverdue = passed || isPast(recordedAt);
  const isAfter = isOverdue || (due !== null && !isMoment && at <= due && recordedAt > due);
  const entered: Pick<Occurrence, 'enteredLate'> = isAfter
    ? { enteredLate: { of: isOverdue ? 'overdue' : 'passed', verified } }
    : {};
  if (standing === 'unconfirmed') return { outcome: 'unconfirmed', ...entered };
  return { outcome: isOverdue && !verified ? 'lateEntry' : 'fulfilled', ...entered };
};

const named = ({ occurrence, due, lists }: Owed): Pick<Occurrence, 'occurrence' | 'due' | 'lists'> => ({
  occurrence,
  due,
  ...(lists === undefined ? {} : { lists }),
});
/** A time that an act met. */
export const met = (owed: Owed, act: Completion, breachable: boolean): Occurrence => ({
  ...named(owed),
  ...metBy(act, owed, breachable),
  completedAt: act.at,
  entry: act.entry,
  recordedAt: act.recordedAt,
});
/** A time that no act has met: still open, missed, or ended. */
export const unmet = (owed: Owed, outcome: Outcome): Occurrence => ({
  ...named(owed),
  outcome,
  completedAt: null,
  entry: null,
  recordedAt: null,
});
/** The times of a duty, with those that passed unmet and that nothing known now would ask for (缺报 before another 爆发). */
export const withPassed = (
  { state, duty }: Pick<DutyOfCase, 'state' | 'duty'>,
  times: readonly Occurrence[],
): Occurrence[] => {
  const names = times.map(({ occurrence }) => `${duty.id}#${occurrence}`);
  const lost = Object.entries(state.passed)
    .filter(([key]) => key.slice(0, key.lastIndexOf('#')) === duty.id && !names.includes(key))
    .map(([key, { due }]) =>
      unmet({ occurrence: key.slice(duty.id.length + 1), due, passed: true }, 'missed'),
    );
  return [...lost, ...times].sort((one, other) => ((one.due ?? '~') < (other.due ?? '~') ? -1 : 1));
};

/** What there is of a repetition that came to its end before its first time. */
export const nothingOwed = (occurrence: string): Occurrence =>
  unmet({ occurrence, due: null, passed: false }, 'ended');

/** A single obligation: met by the first act, or by a later one that met it better. */
export const onceOnly = (owed: Owed, acts: readonly Completion[], breachable: boolean): Occurrence => {
  const ways = acts.map((act) => met(owed, act, breachable));
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
  const key = `${duty.id}#${occurrence}`;
  const met = state.met[key];
  if (met === undefined || met.at < (from ?? met.at)) return undefined;
  if (state.passed[key] !== undefined && met.late !== true) return undefined;
  if (rankOf(regulation, state.handlingLevel) > rankOf(regulation, met.level)) return undefined;
  const { due, at, entry } = met;
  const outcome = met.late === true ? 'fulfilledLate' : 'fulfilled';
  return { occurrence, due, outcome, completedAt: at, entry, recordedAt: at };
};

/** Every time of a duty that stays met, whatever it is called now; what it rests on is named by its entry. */
export const allStanding = (of: DutyOfCase): Occurrence[] =>
  Object.keys(of.state.met)
    .filter((key) => key.slice(0, key.lastIndexOf('#')) === of.duty.id)
    .flatMap((key) => standing(of, key.slice(of.duty.id.length + 1)) ?? []);
