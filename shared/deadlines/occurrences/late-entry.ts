import type { Actor } from '../../case/events.ts';
import { actsOfEntry } from '../../case/standing.ts';
import type { CaseState } from '../../case/state.ts';
import { settingsOf } from '../../regulations/lookup.ts';
import { LATE_ENTRY_SETTING } from '../../regulations/reserved.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { add, type Instant } from '../../time/instants.ts';
import { isNumeric } from '../limits.ts';
import type { ScheduledDuty } from '../scheduled-duty.ts';
import type { EnteredLate, Occurrence } from './occurrence.ts';

/** Whether what was made at one instant and entered at another is a 补录: the bureau's setting says how long the entry may take. */
export const isEntryLate = (regulation: Regulation, madeAt: Instant, enteredAt: Instant): boolean => {
  const allowed = settingsOf(regulation)[LATE_ENTRY_SETTING];
  return typeof allowed === 'string' && enteredAt > add(madeAt, allowed, regulation.zone);
};

/** What a reader of a duty has to know of the 补录 that met it. */
export interface LateEntry {
  enteredAt: Instant;
  /** Which limit had gone by when it was entered; `none`: it has none in numbers, and the entry took longer than the bureau allows. */
  after: EnteredLate['of'] | 'none';
  /** Who has said that it was made when the entry says, and when; null: nobody has. */
  verified: { by: Actor; at: Instant } | null;
}

const TOLD: readonly Occurrence['outcome'][] = ['fulfilled', 'unconfirmed', 'lateEntry'];
/** Of one time that a duty was owed, whether what met it is a 补录; undefined: no, or it is late or unapproved anyway. */
export const lateEntryOf = (
  regulation: Regulation,
  state: CaseState,
  { limit }: Pick<ScheduledDuty, 'limit'>,
  each: Occurrence,
): LateEntry | undefined => {
  const { completedAt, due, entry, outcome, enteredLate } = each;
  if (completedAt === null || entry === null || !TOLD.includes(outcome)) return undefined;
  // What stays met is kept without when it was entered.
  const enteredAt = actsOfEntry(state, entry)[0]?.recordedAt ?? each.recordedAt ?? completedAt;
  const verified = state.verifiers[entry] ?? null;
  if (due === null || !isNumeric(limit))
    return isEntryLate(regulation, completedAt, enteredAt)
      ? { enteredAt, after: 'none', verified }
      : undefined;
  const after = enteredLate?.of ?? (completedAt <= due && enteredAt > due ? 'passed' : undefined);
  return after === undefined ? undefined : { enteredAt, after, verified };
};
