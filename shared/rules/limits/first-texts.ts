import type { CaseState } from '../../case/state.ts';
import { isNumeric } from '../../deadlines/limits.ts';
import type { ScheduledDuty } from '../../deadlines/scheduled-duty.ts';
import { isPerUnit } from '../../regulations/lookup.ts';
import { type Context, scheduleOf } from '../context.ts';
import { dutyNotices, type Message, type NoticeDraft } from '../notices.ts';
import { gradeFirst } from './grade-first.ts';

/** Owed by the post of the unit that has the case, and open: what a unit may have to be told of when it gets it. */
const isUnits = (context: Context, { status, isNotice, unit, responsible }: ScheduledDuty): boolean =>
  status === 'open' && !isNotice && unit === undefined && isPerUnit(context.regulation, responsible);

const messageOf = ({ limit, current }: ScheduledDuty, now: string): Message => {
  if (!isNumeric(limit)) return { template: 'atOnce' };
  return { template: current.due !== null && current.due <= now ? 'due' : 'begins' };
};

/**
 * What a unit that gets the case (`after`) has to do and somebody else was told, above it or in the unit `before`: its own post
 * hears of it as of something new, before anybody is chased for it.
 */
export const firstTexts = (context: Context, before: CaseState, after: CaseState): NoticeDraft[] => {
  const known = scheduleOf(context, before).duties.filter(({ status }) => status === 'open');
  const wasTold = ({ duty, current: { occurrence }, limit }: ScheduledDuty): boolean =>
    known.some((each) => each.duty === duty && each.current.occurrence === occurrence) &&
    (isNumeric(limit) || after.marks[`${duty}#${occurrence}`]?.fellDue === true);
  return scheduleOf(context, after)
    .duties.filter((scheduled) => isUnits(context, scheduled) && wasTold(scheduled))
    .flatMap((scheduled) =>
      dutyNotices(
        scheduled,
        `unit${after.version}`,
        [scheduled.responsible],
        gradeFirst(context, after, scheduled) ?? messageOf(scheduled, context.now),
      ),
    );
};
