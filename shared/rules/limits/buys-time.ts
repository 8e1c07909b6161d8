import type { CaseEvent } from '../../case/events.ts';
import { foresee } from '../../case/evolve.ts';
import type { CaseState } from '../../case/state.ts';
import { isLimitOfLaw } from '../../deadlines/breach.ts';
import type { ScheduledDuty } from '../../deadlines/schedule.ts';
import { type Context, scheduleOf } from '../context.ts';

const isLater = (before: ScheduledDuty, after: ScheduledDuty | undefined): boolean =>
  after === undefined ||
  (after.status === 'open' && after.current.due !== null && after.current.due > before.current.due!);

/** Whether some limit of the law that now runs would be gone, or fall due later. `ends`: what starts there may end. */
export const buysTime = (
  context: Context,
  state: CaseState,
  events: CaseEvent[],
  ends: (instant: string) => boolean = () => false,
): boolean => {
  const meta = { at: context.now, actor: context.actor, version: state.version + 1 };
  const after = scheduleOf(context, foresee(state, events, meta)).duties;
  return scheduleOf(context, state).duties.some(
    (before) =>
      isLimitOfLaw(before) &&
      !ends(before.start?.instant ?? '') &&
      before.status === 'open' &&
      before.current.due !== null &&
      isLater(
        before,
        // The times of a repetition have other names where it began at another instant.
        after.find(
          ({ duty, current, limit }) =>
            duty === before.duty &&
            (current.occurrence === before.current.occurrence || limit.kind === 'every'),
        ),
      ),
  );
};
