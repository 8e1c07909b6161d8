import type { CaseState } from '../../../shared/case/state.ts';
import type { ScheduleReply } from '../../../shared/contracts/replies/duty.ts';
import { isDone } from '../../../shared/deadlines/occurrences.ts';
import { type ScheduledDuty, scheduleCase } from '../../../shared/deadlines/schedule.ts';
import { citations } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { draftWarning } from '../../../shared/rules/parts/warnings.ts';
import { createReplyParts } from '../../reply-parts.ts';
import { dutyView } from './duty.ts';

/** A warning that somebody still has to release. */
const isAwaited = ({ warning, status, current }: ScheduledDuty): boolean =>
  warning !== null && !warning.isReleased && status !== 'ended' && !isDone(current);

/** 排期 of a case as the API shows it at `now`; `regulation`: the one that the case was opened under. */
export const scheduleView = (regulation: Regulation, state: CaseState, now: string): ScheduleReply => {
  const { duties, cancelled } = scheduleCase(regulation, state);
  return {
    case: state.caseId,
    version: state.version,
    handlingLevel: createReplyParts(regulation).level(state.handlingLevel),
    duties: duties.map((each) =>
      dutyView(regulation, each, now, isAwaited(each) ? draftWarning(regulation, state, each, duties) : null),
    ),
    cancelled: cancelled.map(({ duty, name, reason, cite }) => ({
      duty,
      name,
      reason,
      clauses: citations(regulation, cite),
    })),
  };
};
