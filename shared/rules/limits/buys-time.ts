import type { CaseEvent } from '../../case/events.ts';
import { foresee } from '../../case/evolve.ts';
import type { CaseState } from '../../case/state.ts';
import { isHeldPast, isLimitOfLaw } from '../../deadlines/breach.ts';
import { elsewhereOf, hasPassed } from '../../deadlines/days/owed.ts';
import type { ScheduledDuty } from '../../deadlines/scheduled-duty.ts';
import { type Context, scheduleOf } from '../context.ts';

/** A hold lets the clock rest, and the limit run (预案 1.6 ④). */
const isRunning = ({ status }: ScheduledDuty): boolean => status === 'open' || status === 'held';
/** Later, gone, or of one that has passed unmet: kept after all. What was found to be kept already gains nothing. */
const isBetter = (before: ScheduledDuty, after: ScheduledDuty | undefined, passed: boolean): boolean =>
  after === undefined ||
  ((passed || isRunning(after)) && after.current.due !== null && after.current.due > before.current.due!) ||
  (passed && before.current.outcome !== 'fulfilled' && after.current.outcome === 'fulfilled');

/** The same time of a duty; those of a repetition have other names where it began at another instant. */
const timeOf = (duties: readonly ScheduledDuty[], before: ScheduledDuty): ScheduledDuty | undefined =>
  duties.find(
    ({ duty, current, limit }) =>
      duty === before.duty && (current.occurrence === before.current.occurrence || limit.kind === 'every'),
  );
const isAsBefore = (one: ScheduledDuty | undefined, other: ScheduledDuty | undefined): boolean =>
  one?.current.due === other?.current.due && one?.current.outcome === other?.current.outcome;

/** A limit that would be better for whoever owes it; `passed`: it has been broken. */
export interface Gain {
  duty: ScheduledDuty;
  passed: boolean;
}
/**
 * The limits of the law that now run, or have passed unmet, and would be gone, fall due later or prove to have been kept.
 * `ends`: what starts there may end.
 */
export const gainsOf = (
  context: Context,
  state: CaseState,
  events: CaseEvent[],
  ends: (instant: string) => boolean = () => false,
): Gain[] => {
  const meta = { at: context.now, actor: context.actor, version: state.version + 1 };
  const after = scheduleOf(context, { ...foresee(state, events, meta), passed: {} }).duties;
  const now = scheduleOf(context, { ...state, passed: {} }).duties;
  return scheduleOf(context, state).duties.flatMap((before) => {
    const passed = hasPassed(state, before.duty, before.current) || isHeldPast(before, context.now);
    const isGain =
      isLimitOfLaw(before) &&
      // What was missed in a case that was merged into this one nobody here can put right.
      elsewhereOf(state, before.current.occurrence) === undefined &&
      !ends(before.start?.instant ?? '') &&
      (isRunning(before) || passed) &&
      before.current.due !== null &&
      // What has passed and is owed no more by other facts already is so by those.
      (!passed || !isAsBefore(timeOf(now, before), timeOf(after, before))) &&
      isBetter(before, timeOf(after, before), passed);
    return isGain ? [{ duty: before, passed }] : [];
  });
};

/** Whether any limit of the law would be better for whoever owes it. */
export const buysTime = (...of: Parameters<typeof gainsOf>): boolean => gainsOf(...of).length > 0;
