import type { CaseEvent, EventOf } from '../../../case/events.ts';
import type { CaseState } from '../../../case/state.ts';
import { hasPassed } from '../../../deadlines/days/owed.ts';
import { scheduleCase } from '../../../deadlines/schedule.ts';
import type { ScheduledDuty } from '../../../deadlines/scheduled-duty.ts';
import { regulationOfCase } from '../../../regulations/index.ts';
import type { Regulation } from '../../../regulations/schema.ts';
import { termName } from '../../labels/kept.ts';

type Passed = EventOf<'LimitsPassed'>['passed'][number];

/** By which term of the duty it is named here: that of the level at which it was missed there. */
const placeOf = (
  { duties }: Regulation,
  merged: CaseState,
  { term }: CaseState['passed'][string],
  id: string,
): Pick<Passed, 'segment' | 'term'> | undefined => {
  const duty = duties.find((each) => each.id === id);
  // Another version of the regulation may have fewer.
  return duty && { segment: merged.segments.length - 1, term: term < duty.terms.length ? term : 0 };
};

/** The times of a duty that were given up there, or passed unmet and are owed no more (by a lowering). What is still owed is a limit. */
const missedOf = (from: CaseState, { duty, history }: ScheduledDuty) =>
  history.filter((each) => each.outcome === 'missed' && hasPassed(from, duty, each));

/**
 * What was missed in the case that ends and is owed there no more stays missed in the other, under a name that says whose it was, and
 * wants its reason at 结报 there.
 */
export const missedThere = (regulation: Regulation, merged: CaseState, from: CaseState): CaseEvent[] => {
  const passed = scheduleCase(regulationOfCase(from), from).duties.flatMap((scheduled) =>
    missedOf(from, scheduled).flatMap(({ occurrence, due }): Passed[] => {
      const { duty } = scheduled;
      const place = placeOf(regulation, merged, from.passed[`${duty}#${occurrence}`]!, duty);
      const named = { duty, occurrence: `${from.caseId}/${occurrence}`, due: due! };
      return place === undefined || hasPassed(merged, duty, named)
        ? []
        : [{ ...named, ...termName(regulation, scheduled), ...place }];
    }),
  );
  return passed.length === 0 ? [] : [{ type: 'LimitsPassed', passed, revoked: [] }];
};
