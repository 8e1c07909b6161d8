import { addTimes } from '../../time/instants.ts';
import type { ScheduledDuty } from '../scheduled-duty.ts';
import type { Step } from '../steps.ts';

type Repeating = ScheduledDuty & { next: Step };
const isRepeating = (scheduled: ScheduledDuty): scheduled is Repeating =>
  scheduled.status === 'open' && scheduled.next?.repeats === true;

/**
 * What is 立即 and past the top of its ladder is repeated by one clock, that of the first duty, for all that repeat at the same
 * instant; the clocks of the others only look after it, a day later.
 */
export const withOneClock = (zone: string, duties: readonly ScheduledDuty[]): ScheduledDuty[] => {
  const firsts = new Set<string>();
  return duties.map((scheduled) => {
    if (!isRepeating(scheduled)) return scheduled;
    const { at } = scheduled.next;
    if (!firsts.has(at)) {
      firsts.add(at);
      return scheduled;
    }
    return { ...scheduled, next: { ...scheduled.next, at: addTimes(at, 'P1D', 1, zone), carriedAt: at } };
  });
};

/** The duties that the clock of this one repeats with it. */
export const carriedBy = ({ next }: Repeating, duties: readonly ScheduledDuty[]): Repeating[] =>
  duties.filter(isRepeating).filter((other) => other.next.carriedAt === next.at);
