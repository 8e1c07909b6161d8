import { unitsOf } from '../../case/units.ts';
import type { Stretch } from '../choose-due.ts';
import { isDone } from '../occurrences/occurrence.ts';
import { scheduleDuty } from '../schedule-duty.ts';
import type { ScheduledDuty } from '../scheduled-duty.ts';
import type { DutyOfCase } from '../starts/duty-of-case.ts';
import { receiptsOf } from '../starts/receipts.ts';

/**
 * A duty that each unit owes for itself: once for the 主办, for each 会办, and last for those that have left the case and had done it
 * before, which takes nothing away.
 */
const scheduleUnits = (of: DutyOfCase, stretches: Stretch[]): ScheduledDuty[] => {
  const has = unitsOf(of.state);
  const left = of.state.units.flatMap(({ unit }) => (has.includes(unit) ? [] : [unit]));
  const scheduleFor = (unit: string): ScheduledDuty => scheduleDuty({ ...of, unit }, stretches);
  return [...has.map(scheduleFor), ...left.map(scheduleFor).filter(({ current }) => isDone(current))];
};

/** A duty that is owed for every receipt, once for each that starts it; by every unit, once for each; any other once. */
export const scheduleAll = (of: DutyOfCase, stretches: Stretch[]): ScheduledDuty[] => {
  if (of.duty.recurs === 'eachUnit' && of.state.unit !== null) return scheduleUnits(of, stretches);
  const receipts = of.duty.recurs === 'eachReceipt' ? receiptsOf(of.state, of.duty) : [];
  const owed = receipts
    .map((receipt) => scheduleDuty({ ...of, receipt }, stretches))
    .filter(({ start }) => start !== null);
  return owed.length > 0 ? owed : [scheduleDuty(of, stretches)];
};
