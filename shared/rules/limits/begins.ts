import type { EventOf } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import { isNumeric } from '../../deadlines/limits.ts';
import type { Schedule } from '../../deadlines/schedule.ts';
import type { ScheduledDuty } from '../../deadlines/scheduled-duty.ts';
import { isGrading, receiversOf } from '../../regulations/lookup.ts';
import type { Context } from '../context.ts';
import { dutyNotices, makeNotices } from '../notices.ts';
import { gradeFirst } from './grade-first.ts';

// Whoever has to keep a limit in numbers hears of it when it begins: what, until when, by which clause.

type Was = Pick<ScheduledDuty, 'name' | 'start' | 'status' | 'provisional' | 'awaitsGrade' | 'current'>;

/** Whether a limit runs that its person can still keep. What tells of itself in words of its own is left to that. */
const canBeKept = (scheduled: ScheduledDuty, now: string): boolean => {
  const { basis, limit, status, current, isNotice, says } = scheduled;
  if (basis !== 'law' || !isNumeric(limit) || status !== 'open' || isNotice || says !== undefined)
    return false;
  return current.due !== null && current.due > now;
};

/** Whether its person has heard of this limit, by this instant and with this standing. */
const isKnown = (
  { name, limit, current, provisional, next }: ScheduledDuty,
  was: readonly Was[],
): boolean => {
  const same = was.find((each) => each.current.occurrence === current.occurrence);
  if (same !== undefined)
    // Who was asked to have the level determined first hears now that it is; and what is asked by another name is something else.
    return (
      same.current.due === current.due &&
      same.name === name &&
      (provisional || !(same.provisional && same.awaitsGrade))
    );
  // The next time of a repetition is no beginning, where a reminder still to come tells of it.
  return (
    limit.kind === 'every' &&
    next?.stage === 'remind' &&
    was.some(({ start, status }) => start !== null && status === 'open')
  );
};

/** What is told of the limits that begin, or are moved, by what was decided. */
export const tellBegun = (
  context: Context,
  state: CaseState,
  before: Schedule | null,
  after: Schedule,
): EventOf<'NoticesMade'>[] => {
  const drafts = after.duties
    .filter((scheduled) => canBeKept(scheduled, context.now))
    .filter(
      (scheduled) => !isKnown(scheduled, before?.duties.filter(({ duty }) => duty === scheduled.duty) ?? []),
    )
    .flatMap((scheduled) =>
      dutyNotices(
        scheduled,
        scheduled.provisional ? 'proposed' : 'begins',
        scheduled.rungs.slice(0, 1),
        gradeFirst(context, state, scheduled) ?? { template: 'begins' },
      ),
    );
  // Who determines the level, where that is not whoever is told of the case.
  const asked = after.duties
    .filter(({ duty, status }) => status === 'open' && isGrading(context.regulation, duty))
    .filter(
      (scheduled) => !isKnown(scheduled, before?.duties.filter(({ duty }) => duty === scheduled.duty) ?? []),
    )
    .filter(({ responsible }) => !receiversOf(context.regulation, 'opened').includes(responsible))
    .flatMap((scheduled) => {
      const message = gradeFirst(context, state, scheduled);
      return message === undefined ? [] : dutyNotices(scheduled, 'asked', [scheduled.responsible], message);
    });
  // What ended and begins again with the same end is told again.
  const told = [...asked, ...drafts].map((draft) => ({ ...draft, key: `${draft.key}#${state.version}` }));
  return told.length === 0 ? [] : [makeNotices(context, state, told)];
};
