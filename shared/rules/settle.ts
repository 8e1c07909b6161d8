import type { CaseEvent } from '../case/events.ts';
import type { CaseState, Mark } from '../case/state.ts';
import { isLimitOfLaw } from '../deadlines/breach.ts';
import { awaitsList } from '../deadlines/days/lists.ts';
import { NO_MORE } from '../deadlines/reasons.ts';
import type { Schedule, ScheduledDuty } from '../deadlines/schedule.ts';

export type Settlement = Extract<CaseEvent, { type: 'DutiesSettled' }>['settled'][number];

const occurrences = (schedule: Schedule | null) =>
  new Map(
    (schedule?.duties ?? [])
      // A duty whose clock has not begun is not owed: what was done ahead of it is told when it begins. And 随时, 持续
      // are never done.
      .filter(({ start, limit }) => start !== null && limit.kind !== 'ongoing')
      .flatMap((scheduled) =>
        (scheduled.history.length > 0 ? scheduled.history : [scheduled.current]).map(
          (each) => [`${scheduled.duty}#${each.occurrence}`, { scheduled, each }] as const,
        ),
      ),
  );

/** What the file needs to know of a duty that is not in the regulation's data. */
const ownOf = ({ isOfCase, name, current }: ScheduledDuty): Pick<Settlement, 'own'> =>
  isOfCase ? { own: { name, hasLimit: current.due !== null } } : {};

/**
 * The act that met it in time, and was entered in time: it stays met, whatever is learned later. What only runs as 暂定, or
 * counts from another duty's limit, may still prove late.
 */
const entryOf = (
  scheduled: ScheduledDuty,
  { due, completedAt, recordedAt, entry }: ScheduledDuty['current'],
) => {
  const isLate =
    isLimitOfLaw(scheduled) &&
    due !== null &&
    ((completedAt !== null && completedAt > due) ||
      (!scheduled.breachable && recordedAt !== null && recordedAt > due));
  return entry === null || isLate ? {} : { entry };
};

const nameOf = (scheduled: ScheduledDuty, { occurrence }: ScheduledDuty['current']) => ({
  duty: scheduled.duty,
  occurrence,
  ...ownOf(scheduled),
});
/** 更正撤销: it had been recorded as overdue by an instant that proves to have been wrong. */
const wasOverdue = (mark: Mark | undefined, due: string): boolean =>
  mark !== undefined && mark.due === due && mark.overdue > 0;

const outcomeOf = (scheduled: ScheduledDuty, each: ScheduledDuty['current']): Settlement => ({
  ...nameOf(scheduled, each),
  outcome: each.outcome === 'open' || each.outcome === 'ended' ? 'planned' : each.outcome,
  ...(each.due === null ? {} : { due: each.due }),
  ...(scheduled.provisional && each.outcome === 'open' ? { provisional: true } : {}),
  ...(awaitsList(each) && each.outcome === 'open' ? { awaitsList: true } : {}),
  ...(each.completedAt === null ? {} : { at: each.completedAt }),
  ...entryOf(scheduled, each),
});

/**
 * What a command did to the duties, for the file: newly owed, moved, met, met late, cancelled; withdrawn where they had been
 * enforced (`marks`, from before) as overdue by another instant. The schedule is computed from the facts alone; this record
 * is what the bureau was told at the time.
 */
export const settlement = (
  before: Schedule | null,
  after: Schedule,
  marks: CaseState['marks'] = {},
): Settlement[] => {
  const was = occurrences(before);
  const is = occurrences(after);
  const changes: Settlement[] = [];
  for (const [key, { scheduled, each }] of is) {
    const old = was.get(key)?.each;
    if (
      (each.outcome === 'missed' && old?.outcome !== 'open') ||
      each.outcome === 'ended' ||
      (old === undefined && each.outcome === 'open' && each.due === null)
    )
      continue;
    const isExcused = old?.outcome === 'fulfilledLate' && each.outcome !== 'fulfilledLate';
    const isWithdrawn =
      old?.due != null && old.due !== each.due && (isExcused || wasOverdue(marks[key], old.due));
    if (isWithdrawn) changes.push({ ...nameOf(scheduled, each), outcome: 'withdrawn', due: old.due! });
    if (isWithdrawn || old === undefined || old.outcome !== each.outcome)
      changes.push(outcomeOf(scheduled, each));
    else if (old.due !== each.due && each.outcome === 'open')
      // The first deadline of a duty that had none is no move.
      changes.push({ ...outcomeOf(scheduled, each), outcome: old.due === null ? 'planned' : 'moved' });
  }
  for (const [key, { scheduled, each }] of was) {
    if (each.outcome !== 'open' || each.due === null || scheduled.status === 'ended') continue;
    const now = is.get(key);
    const isOver = now === undefined || now.each.outcome === 'ended' || now.scheduled.status === 'ended';
    if (!isOver || now?.each.outcome === 'missed') continue;
    const left = after.duties.find(({ duty }) => duty === scheduled.duty);
    const reason =
      after.cancelled.find(({ duty }) => duty === scheduled.duty)?.reason ??
      (left === undefined
        ? '条件已不具备'
        : left.current.occurrence !== each.occurrence
          ? '重新起算'
          : (left.reason ?? NO_MORE));
    changes.push({
      duty: scheduled.duty,
      occurrence: each.occurrence,
      ...ownOf(scheduled),
      outcome: 'cancelled',
      due: each.due,
      reason,
    });
  }
  return changes;
};

const waits = (schedule: Schedule | null) =>
  new Map(
    (schedule?.duties ?? []).flatMap(({ duty, current, next }) =>
      next === null
        ? []
        : [[`${duty}#${current.occurrence}`, `${next.stage} ${next.index} ${next.at}`] as const],
    ),
  );

/** Whether the clocks must be armed anew after a person's act: some duty waits for something else, or for nothing. */
export const changesClocks = (before: Schedule | null, after: Schedule): boolean => {
  const was = waits(before);
  const is = waits(after);
  return was.size !== is.size || [...is].some(([duty, wait]) => was.get(duty) !== wait);
};

/**
 * The same for the clocks' own acts. The branch that acted goes on by itself, and one that waits for too much finds
 * nothing to do; only a duty that must be woken earlier than its branch will be needs a new schedule.
 */
export const wakesOthers = (before: Schedule | null, after: Schedule, acting: string | null): boolean =>
  after.duties.some(({ duty, current, next }) => {
    if (duty === acting || next === null) return false;
    const old = before?.duties.find(
      (scheduled) => scheduled.duty === duty && scheduled.current.occurrence === current.occurrence,
    )?.next;
    return old === null || old === undefined || next.at < old.at;
  });
