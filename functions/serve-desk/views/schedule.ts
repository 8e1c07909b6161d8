import type { CaseState } from '../../../shared/case/state.ts';
import type { DutyReply, ScheduleReply } from '../../../shared/contracts/replies/duty.ts';
import type { Roster } from '../../../shared/contracts/roster.ts';
import { lateEntryOf } from '../../../shared/deadlines/occurrences/late-entry.ts';
import { isDone, type Occurrence } from '../../../shared/deadlines/occurrences/occurrence.ts';
import { scheduleCase } from '../../../shared/deadlines/schedule.ts';
import type { ScheduledDuty } from '../../../shared/deadlines/scheduled-duty.ts';
import { GRADED_LATE, isGradedLate } from '../../../shared/deadlines/starts/grade-target.ts';
import { citations, isGrading, withoutLimit } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { draftWarning } from '../../../shared/rules/parts/warnings.ts';
import { createReplyParts } from '../../reply-parts.ts';
import { byNoticeOf, byNoticeText } from './by-notice.ts';
import { gradingText } from './case-head.ts';
import { dutyView } from './duty.ts';

/** A warning that somebody still has to release. */
const isAwaited = ({ warning, status, current }: ScheduledDuty): boolean =>
  warning !== null && !warning.isReleased && status !== 'ended' && !isDone(current);

/** The reply of a duty, with what of each time that it was owed is a 补录, and who has verified it. */
const withLateEntries = (
  regulation: Regulation,
  state: CaseState,
  scheduled: ScheduledDuty,
  plain: DutyReply,
): DutyReply => {
  const { time } = createReplyParts(regulation);
  const late = (each: Occurrence): Pick<DutyReply, 'lateEntry'> => {
    const found = lateEntryOf(regulation, state, scheduled, each);
    if (found === undefined) return {};
    const { enteredAt, after, verified } = found;
    const said = verified && { by: verified.by.name, at: time(verified.at) };
    return { lateEntry: { enteredAt: time(enteredAt), after, verified: said } };
  };
  return {
    ...plain,
    ...late(scheduled.current),
    history: plain.history.map((each, index) => ({ ...each, ...late(scheduled.history[index]!) })),
  };
};

/** 排期 of a case as the API shows it at `now`; `regulation`: the one that the case was opened under; `roster`: who may have signed. */
export const scheduleView = (
  regulation: Regulation,
  state: CaseState,
  now: string,
  roster?: Roster,
): ScheduleReply => {
  const { duties, cancelled } = scheduleCase(regulation, state);
  const isLate = isGradedLate(regulation, state, now);
  const view = (each: ScheduledDuty): DutyReply => {
    const draft = isAwaited(each) ? draftWarning(regulation, state, each, duties) : null;
    const byNotice = byNoticeOf(regulation, state, each, roster);
    const seen = { ...dutyView(regulation, each, now, draft), byNotice };
    const plain = withLateEntries(regulation, state, each, seen);
    const isTold = byNotice !== null && plain.outcome === 'fulfilled';
    const shown = isTold ? { ...plain, statusText: byNoticeText(byNotice) } : plain;
    return isLate && isGrading(regulation, each.duty)
      ? { ...shown, statusText: `${shown.statusText}·${GRADED_LATE}` }
      : shown;
  };
  return {
    case: state.caseId,
    version: state.version,
    gradingText: gradingText(regulation, state, now),
    handlingLevel: createReplyParts(regulation).level(state.handlingLevel),
    withoutLimit: withoutLimit(regulation, state.handlingLevel),
    duties: duties.map(view),
    cancelled: cancelled.map(({ duty, name, reason, cite }) => ({
      duty,
      name,
      reason,
      clauses: citations(regulation, cite),
    })),
  };
};
