import type { CaseEvent } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import { nameIn } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';

/** What whoever gives a command may not have meant by the unit that he chose. `before`: null for an opening. */
export const notesOnUnits = (
  { units, roles }: Regulation,
  before: CaseState | null,
  events: readonly CaseEvent[],
): string[] =>
  events.flatMap((event) => {
    if (before === null) return [];
    const has = before.unit === null ? undefined : nameIn(units, before.unit);
    if (event.type === 'UnitAssigned')
      return has === undefined
        ? []
        : [`现由${has}承办,改转${nameIn(units, event.unit)}后,${has}不再承办本案`];
    if (event.type !== 'InstructionRecorded' || event.asks?.unit === undefined) return [];
    const { unit, role } = event.asks;
    const asked = nameIn(units, unit);
    if (unit === before.unit) return [];
    const is = has === undefined ? '本案尚未转办' : `本案由${has}承办`;
    return [`所选的${asked}(${nameIn(roles, role)})不是本案承办单位,${is}:${asked}只能答复这一批示`];
  });
