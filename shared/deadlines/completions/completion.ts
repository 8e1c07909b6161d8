import { standingOf } from '../../case/standing.ts';
import type { Act } from '../../case/state/act.ts';
import type { CaseState } from '../../case/state.ts';
import type { Duty } from '../../regulations/schema.ts';
import type { Instant } from '../../time/instants.ts';

/** One time that a duty was met. */
export interface Completion {
  /** When it was done. */
  at: Instant;
  /** When the log learned of it. */
  recordedAt: Instant;
  /** The log entry of the act; null where the system itself, or the case as a whole, shows that it is done. */
  entry: number | null;
  /** `unconfirmed`: entered for another who has not confirmed it (代录); `unapproved`: it happened past a gate. */
  standing: 'plain' | 'unconfirmed' | 'unapproved';
  /** Somebody else has confirmed what was entered after its limit (补录). */
  verified: boolean;
  /** The receipts that it names, by number; empty: all that had come before it. */
  answers: readonly string[];
}

export const completionOf =
  (state: CaseState) =>
  (act: Act & { answers?: readonly string[] | undefined }): Completion => {
    const { madeAt, recordedAt, entry } = act;
    return {
      at: madeAt,
      recordedAt,
      entry,
      standing: standingOf(state, act),
      verified: state.verified[entry] === true,
      answers: act.answers ?? [],
    };
  };
export const single = (at: Instant | null): Completion[] =>
  at === null ? [] : [{ at, recordedAt: at, entry: null, standing: 'plain', verified: false, answers: [] }];
export const compareAt = (one: Completion, other: Completion): number =>
  one.at < other.at ? -1 : one.at > other.at ? 1 : 0;
export const inOrder = (all: readonly Completion[]): Completion[] => [...all].sort(compareAt);

/** The order in which unapproved is worse than unconfirmed, and that than plain. */
const STANDINGS: readonly Completion['standing'][] = ['plain', 'unconfirmed', 'unapproved'];
const lastBy = (key: 'at' | 'recordedAt', papers: readonly Completion[]): Completion =>
  papers.reduce((last, next) => (next[key] >= last[key] ? next : last));
/**
 * What several papers did together: done with the last of them, worth what the worst of them is, and on record when the last
 * was that nobody has verified; it is that one that is asked about. `passed`: the limit that the log has said to have passed
 * unmet; what was on record by then needs nobody's word.
 */
export const together = (papers: readonly Completion[], passed: Instant = ''): Completion => {
  const unverified = papers.filter(({ verified, recordedAt }) => !verified && recordedAt > passed);
  const isVerified = unverified.length === 0;
  const worst = Math.max(...papers.map(({ standing }) => STANDINGS.indexOf(standing)));
  return {
    ...lastBy('recordedAt', isVerified ? papers : unverified),
    at: lastBy('at', papers).at,
    standing: STANDINGS[worst]!,
    verified: isVerified,
    answers: papers.flatMap(({ answers }) => answers),
  };
};

/** One time that a duty is owed: to whom, and which acts may answer it. */
export interface OwedTo {
  occurrence: string;
  /** All of these have to be told where the duty is met by telling them. */
  receivers: readonly string[];
  /** Acts from before this instant answer nothing. */
  from: Instant;
  /** Only this unit's own acts count (`eachUnit`); null: whoever made them. */
  unit: string | null;
}

export const keyOf = (duty: Duty, { occurrence }: OwedTo): string => `${duty.id}#${occurrence}`;
