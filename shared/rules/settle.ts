import type { CaseEvent } from '../case/events.ts';
import type { Mark } from '../case/state/mark.ts';
import type { CaseState } from '../case/state.ts';
import { isLimitOfLaw } from '../deadlines/breach.ts';
import { awaitsList } from '../deadlines/days/lists.ts';
import { isDone } from '../deadlines/occurrences/occurrence.ts';
import type { Schedule } from '../deadlines/schedule.ts';
import type { ScheduledDuty } from '../deadlines/scheduled-duty.ts';
import type { Regulation } from '../regulations/schema.ts';
import { causeOf } from './labels/causes.ts';
import { keptOf } from './labels/kept.ts';

export type Settlement = Extract<CaseEvent, { type: 'DutiesSettled' }>['settled'][number];

type Occurred = ScheduledDuty['current'];
interface Found {
  scheduled: ScheduledDuty;
  each: Occurred;
}

const occurrences = (schedule: Schedule | null): Map<string, Found> =>
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

/**
 * The act that met it in time, and was entered in time: it stays met, whatever is learned later. What only runs as 暂定, or
 * counts from another duty's limit, may still prove late.
 */
const entryOf = (scheduled: ScheduledDuty, { due, completedAt, recordedAt, entry }: Occurred) => {
  const isLate =
    isLimitOfLaw(scheduled) &&
    due !== null &&
    ((completedAt !== null && completedAt > due) ||
      (!scheduled.breachable && recordedAt !== null && recordedAt > due));
  return entry === null || isLate ? {} : { entry };
};

/** Of what is worth less than 按时 as long as nobody has verified it; a 补录 of its own says so itself. */
const enteredLateOf = ({ outcome, enteredLate }: Occurred): Pick<Settlement, 'enteredLate'> =>
  enteredLate === undefined || enteredLate.verified || outcome === 'lateEntry'
    ? {}
    : { enteredLate: enteredLate.of };

/** 更正撤销: it had been recorded as overdue by an instant that proves to have been wrong. */
const wasOverdue = (mark: Mark | undefined, due: string): boolean =>
  mark !== undefined && mark.due === due && mark.overdue > 0;

/** What a command did to the duties: their schedules before and after it, and why. */
interface Change {
  regulation: Regulation;
  before: Schedule | null;
  after: Schedule;
  /** What had been enforced before it. */
  marks: CaseState['marks'];
  decided: readonly CaseEvent[];
}

const nameOf = (
  { regulation }: Change,
  scheduled: ScheduledDuty,
  each: Occurred,
): ReturnType<typeof keptOf> & { isPeriod?: true } => ({
  ...keptOf(regulation, scheduled, each),
  ...(scheduled.limit.kind === 'every' && each.outcome === 'missed' ? { isPeriod: true } : {}),
});

/** What met it was denied, or taken back: it is owed again. */
const isAgain = ({ decided }: Change, each: Occurred, old: Occurred | undefined): boolean =>
  each.outcome === 'open' &&
  old !== undefined &&
  isDone(old) &&
  decided.some(
    (event) => event.type === 'ActWithdrawn' || (event.type === 'ActConfirmed' && event.agree === false),
  );

const outcomeOf = (change: Change, { scheduled, each }: Found): Settlement => ({
  ...nameOf(change, scheduled, each),
  outcome: each.outcome === 'open' || each.outcome === 'ended' ? 'planned' : each.outcome,
  ...(each.due === null ? {} : { due: each.due }),
  ...(scheduled.provisional && each.outcome === 'open' ? { provisional: true } : {}),
  ...(awaitsList(each) && each.outcome === 'open' ? { awaitsList: true } : {}),
  ...(each.completedAt === null ? {} : { at: each.completedAt }),
  ...entryOf(scheduled, each),
  ...enteredLateOf(each),
});

/** A time that is owed now, against how it stood before. */
const compared = (change: Change, found: Found, old: Occurred | undefined, why: string | undefined) => {
  const { scheduled, each } = found;
  const isUnsaid = old === undefined && each.outcome === 'open' && each.due === null;
  if ((each.outcome === 'missed' && old?.outcome !== 'open') || each.outcome === 'ended' || isUnsaid)
    return [];
  const reason = why === undefined ? {} : { reason: why };
  const settled: Settlement[] = [];
  const isExcused = old?.outcome === 'fulfilledLate' && each.outcome !== 'fulfilledLate';
  const mark = change.marks[`${scheduled.duty}#${each.occurrence}`];
  const isWithdrawn = old?.due != null && old.due !== each.due && (isExcused || wasOverdue(mark, old.due));
  if (isWithdrawn)
    settled.push({ ...nameOf(change, scheduled, each), outcome: 'withdrawn', due: old.due!, ...reason });
  if (isWithdrawn || old === undefined || old.outcome !== each.outcome) {
    const again = isAgain(change, each, old) ? { again: true, ...reason } : {};
    settled.push({ ...outcomeOf(change, found), ...again });
  } else if (old.due !== each.due && each.outcome === 'open')
    // The first deadline of a duty that had none is no move.
    settled.push(
      old.due === null
        ? outcomeOf(change, found)
        : { ...outcomeOf(change, found), outcome: 'moved', before: old.due, ...reason },
    );
  return settled;
};

const RUNNING: readonly ScheduledDuty['status'][] = ['open', 'listed', 'held'];
/** Why a time of a duty is owed no more: what ended, replaced or revoked it; 重新起算 only where the same duty begins again. */
const endingOf = ({ after }: Change, { scheduled, each }: Found, why: string | undefined): string => {
  const cancelled = after.cancelled.find(({ duty }) => duty === scheduled.duty);
  if (cancelled !== undefined) return cancelled.reason;
  const same = after.duties.filter(({ duty }) => duty === scheduled.duty);
  const left =
    same.find(({ current }) => current.occurrence === each.occurrence) ??
    same.find(({ status }) => RUNNING.includes(status)) ??
    same.at(-1);
  if (left === undefined) return why === undefined ? '条件已不具备' : `${why},不再要求`;
  if (left.current.occurrence === each.occurrence) return left.reason ?? why ?? '条件已不具备';
  if (!RUNNING.includes(left.status))
    return (left.start === null ? why : left.reason) ?? why ?? '条件已不具备';
  const isNew = scheduled.start !== null && left.start !== null && left.start.at > scheduled.start.at;
  return `${why ?? ''}${isNew ? `${why === undefined ? '' : ','}重新起算` : ''}` || '条件已不具备';
};

/** A time that was owed and no longer is. */
const ended = (change: Change, found: Found, now: Found | undefined, why: string | undefined) => {
  const { scheduled, each } = found;
  if (each.outcome !== 'open' || each.due === null || scheduled.status === 'ended') return [];
  const isOver = now === undefined || now.each.outcome === 'ended' || now.scheduled.status === 'ended';
  if (!isOver || now?.each.outcome === 'missed') return [];
  // 缺报 of a series that does not run now.
  const missed = change.after.duties
    .find(({ duty }) => duty === scheduled.duty)
    ?.history.find(({ occurrence, outcome }) => occurrence === each.occurrence && outcome === 'missed');
  const settled: Settlement[] = [
    missed === undefined
      ? {
          ...nameOf(change, scheduled, each),
          outcome: 'cancelled',
          due: each.due,
          reason: endingOf(change, found, why),
        }
      : { ...nameOf(change, scheduled, each), outcome: 'missed', due: missed.due! },
  ];
  return settled;
};

/**
 * What a command did to the duties, for the file, and why: newly owed, moved, met, met late, missed, ended; withdrawn where
 * they had been enforced (`marks`) as overdue by another instant. The schedule is computed from the facts alone; this record
 * is what the bureau was told at the time.
 */
export const settlement = (change: Change): Settlement[] => {
  const was = occurrences(change.before);
  const is = occurrences(change.after);
  const why = causeOf(change.regulation, change.decided);
  const said = change.decided.flatMap((event) =>
    event.type === 'DutyMissed' ? [`${event.duty}#${event.occurrence}`] : [],
  );
  return [
    ...[...is].flatMap(([key, found]) =>
      said.includes(key) ? [] : compared(change, found, was.get(key)?.each, why),
    ),
    ...[...was].flatMap(([key, found]) => ended(change, found, is.get(key), why)),
  ];
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
