import { expect } from 'vitest';
import type { ScheduledDuty } from '../../../shared/deadlines/scheduled-duty.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { system } from '../../support/case-file.ts';
import type { tell } from '../telling.ts';

type File = ReturnType<typeof tell>['file'];

const RUNNING: readonly string[] = ['open', 'held', 'listed'];
const DONE: readonly string[] = ['fulfilled', 'fulfilledLate', 'unconfirmed', 'lateEntry', 'unapproved'];
/** What a case owes by an instant; what only it itself demands is brought to its end before it is merged. */
export const pendingIn = (file: File): ScheduledDuty[] =>
  file
    .schedule()
    .duties.filter(
      ({ status, current, isOfCase }) =>
        RUNNING.includes(status) && current.outcome === 'open' && current.due !== null && !isOfCase,
    );

/** Each 督办通知 that nobody had signed comes by an entry of its own. */
export const takeDrafts = (into: File, from: File, now: string): void => {
  const { events } = into.give(now, system, { type: 'TakeDraft', from: from.state });
  if (events.length > 0) takeDrafts(into, from, now);
};

/** Those of the duty, or of what stands in its place at a higher level, in the case that goes on. */
const ownOf = (regulation: Regulation, into: File, duty: string): ScheduledDuty[] => {
  const instead = regulation.duties.find(({ id }) => id === duty)?.replacedBy ?? [];
  return into.schedule().duties.filter((each) => each.duty === duty || instead.includes(each.duty));
};
/** Whether the case that goes on says of a limit of the other that it was overdue, or it is its own. */
const isOnRecord = ({ log, state }: File, duty: string, due: string): boolean =>
  log
    .flatMap(({ events }) => events)
    .some(
      (event) =>
        event.type === 'CaseTakenOver' &&
        event.became.some((each) => each.duty === duty && each.due === due && each.outcome === 'overdue'),
    ) || Object.values(state.passed).some((passed) => passed.due === due);
const isDone = ({ current }: ScheduledDuty): boolean => DONE.includes(current.outcome);

/**
 * Holds that what was pending is owed no later in the case that goes on, or is done there, and that what had been broken is late there,
 * or on record as such. How many had been broken.
 */
export const expectNothingLost = (
  regulation: Regulation,
  into: File,
  pending: readonly ScheduledDuty[],
  now: string,
): number => {
  let overdue = 0;
  for (const { duty, current, breachable, foundLate } of pending) {
    const own = ownOf(regulation, into, duty);
    const due = current.due!;
    const what = `${duty}#${current.occurrence} ${due}`;
    const isOwed = own.some((each) => RUNNING.includes(each.status) && (each.current.due ?? '~') <= due);
    // As when a level is raised; what goes on without an end is never late, and stands for nothing that has been broken.
    const isReplaced =
      (due >= now || !breachable) &&
      own.some(({ status, limit }) => status === 'listed' && limit.kind === 'ongoing');
    expect(isOwed || isReplaced || own.some(isDone), what).toBe(true);
    // What was late in either stays late.
    if (!breachable || foundLate !== null || due >= now || !isOwed) continue;
    overdue += 1;
    const passed = Object.keys(into.state.passed).map((key) => key.slice(0, key.lastIndexOf('#')));
    // What is held is said to have passed when it is resumed; no hold moves it.
    const isHeld = own.some(
      (each) =>
        each.status === 'held' && each.breachable && each.foundLate === null && each.current.due! <= due,
    );
    const isLate = isHeld || own.some((each) => passed.includes(each.duty) || isDone(each));
    // One that nobody could keep there is the earlier; that of the other case is on record as missed.
    const isExcused = own.some((each) => each.foundLate !== null && each.current.due! < due);
    expect(isLate || (isExcused && isOnRecord(into, duty, due)), `${what} late`).toBe(true);
  }
  return overdue;
};
