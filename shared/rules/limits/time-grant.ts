import type { Actor } from '../../case/events.ts';
import { isSystem } from '../../case/state/act.ts';
import type { CaseState } from '../../case/state.ts';
import { checkAuthority } from '../authority.ts';
import type { Context } from '../context.ts';
import { refuseSecondPerson } from '../persons.ts';
import type { Refusal } from '../refusal.ts';

/**
 * Who may grant time (register X2): whom the table lets, and another person than `enteredBy`, who entered what the clock
 * counts from. Undefined when `actor` may.
 */
export const checkTimeGrant = (
  context: Context,
  state: CaseState,
  enteredBy?: Actor,
  right: 'PostponeInstant' | 'LowerRating' = 'PostponeInstant',
): Refusal | undefined => {
  const refused = checkAuthority(context, state, right);
  if (refused !== undefined || enteredBy === undefined || isSystem(enteredBy)) return refused;
  return refuseSecondPerson(context, enteredBy, '须由录入人以外的人办理');
};
