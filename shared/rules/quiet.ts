import type { CaseState } from '../case/state.ts';
import { settingsOf } from '../regulations/lookup.ts';
import { ACKNOWLEDGED_QUIET_SETTING } from '../regulations/reserved.ts';
import type { Regulation } from '../regulations/schema.ts';
import { add, type Instant } from '../time/instants.ts';

/**
 * Whether somebody (`person`: any of his ids in the roster) has signed for the case so lately that what only says again what
 * he was told (`repeat` of a notice) leaves him out. It ends nothing: the due, the overdue and the clock know nothing of it.
 */
export const isQuiet = (
  regulation: Regulation,
  { acknowledgements }: Pick<CaseState, 'acknowledgements'>,
  person: string,
  now: Instant,
): boolean => {
  const signedAt = Object.hasOwn(acknowledgements, person) ? acknowledgements[person] : undefined;
  const rest = settingsOf(regulation)[ACKNOWLEDGED_QUIET_SETTING];
  return signedAt !== undefined && typeof rest === 'string' && now < add(signedAt, rest, regulation.zone);
};
