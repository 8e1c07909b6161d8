import type { EventOf } from '../../../case/events.ts';
import type { CaseState } from '../../../case/state.ts';
import { scheduleCase } from '../../../deadlines/schedule.ts';
import { regulationOfCase } from '../../../regulations/index.ts';
import type { Regulation } from '../../../regulations/schema.ts';
import { termName } from '../../labels/kept.ts';
import { isOpen, matchesOf } from './matching.ts';

type TakenOver = EventOf<'CaseTakenOver'>;

/**
 * What each unit owes for itself it owes by the limit that it had, in the case that it had: a 签收 or a warning of the other case's units
 * begins nothing for it. A unit that had both owes it by the earlier. `merged`: as it is so far.
 */
export const unitLimits = (
  regulation: Regulation,
  merged: CaseState,
  parts: readonly CaseState[],
): TakenOver['limits'] => {
  const own = parts.flatMap((of) =>
    scheduleCase(regulationOfCase(of), of)
      .duties.filter(
        (each) => isOpen(each) && regulation.duties.find(({ id }) => id === each.duty)?.recurs === 'eachUnit',
      )
      .map((scheduled) => ({ of, scheduled, matches: matchesOf(regulation, merged, of, scheduled) })),
  );
  return scheduleCase(regulation, merged)
    .duties.filter(isOpen)
    .flatMap((target) => {
      const { due: before, occurrence } = target.current;
      const [first] = own
        .filter(({ scheduled, matches }) => scheduled.current.due !== null && matches.includes(target))
        .toSorted((one, other) => (one.scheduled.current.due! < other.scheduled.current.due! ? -1 : 1));
      if (first === undefined || before === null) return [];
      const { of, scheduled } = first;
      const due = scheduled.current.due!;
      const mark = of.marks[`${scheduled.duty}#${scheduled.current.occurrence}`];
      const isTheirs = of.caseId !== merged.caseId;
      if (due <= before && !(isTheirs && due === before)) return [];
      return [
        {
          ...{ duty: target.duty, occurrence, ...termName(regulation, target), due, before, case: of.caseId },
          exact: true,
          ...(scheduled.foundLate === null ? {} : { excused: true }),
          ...(scheduled.breachable ? { breaks: true } : {}),
          ...(isTheirs && mark?.due === due ? { mark } : {}),
        },
      ];
    });
};
