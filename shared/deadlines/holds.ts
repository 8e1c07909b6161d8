import type { Hold } from '../case/state/hold.ts';
import type { CaseState } from '../case/state.ts';
import { type Instant, latest } from '../time/instants.ts';
import type { Step } from './steps.ts';

// 暂缓 (预案 1.6 ④): a hold lets the clock rest and moves no limit. It ends at its own end, by a leader, or not yet.

/** A stretch in which a duty was held; `to`: null while nobody has said when it ends. */
export interface HeldSpan {
  from: Instant;
  to: Instant | null;
  reason: string;
}

export const heldSpans = ({ holds }: CaseState, duty: string): HeldSpan[] =>
  holds
    .filter((hold) => hold.duty === duty)
    .map(({ since, until, resumedAt, reason }) => ({ from: since, to: resumedAt ?? until, reason }));

/** The hold of a duty that nobody has taken off and whose end the log has not reached. */
export const standingHold = (
  { holds, lastAt }: Pick<CaseState, 'holds' | 'lastAt'>,
  duty: string,
): Hold | undefined =>
  holds.find(
    (hold) => hold.duty === duty && hold.resumedAt === null && (hold.until === null || hold.until > lastAt),
  );

/** A hold that is set after the limit, be it only 暂定, excuses nothing. */
export const isTooLate = (since: Instant, due: Instant | null): boolean => due !== null && since > due;

/** The hold that the clock of what is due then obeys. */
export const holdOf = (state: CaseState, duty: string, due: Instant | null): Hold | undefined => {
  const hold = standingHold(state, duty);
  return hold !== undefined && !isTooLate(hold.since, due) ? hold : undefined;
};

/** What the clock of a held duty waits for: it goes on by itself at the end of the hold. */
export const heldBack = (next: Step | null, { until }: Hold): Step | null =>
  next === null || until === null ? null : { ...next, at: latest(next.at, until) };
