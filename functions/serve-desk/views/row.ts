import type { CaseState } from '../../../shared/case/state.ts';
import type { CaseRow } from '../../../shared/contracts/replies/case.ts';
import { isOverdue } from '../../../shared/deadlines/breach.ts';
import { scheduleCase } from '../../../shared/deadlines/schedule.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { incompleteActs } from '../../../shared/rules/parts/incomplete.ts';
import { limitMarks } from '../../../shared/rules/tasks/duty-tasks.ts';
import { createReplyParts } from '../../reply-parts.ts';
import { caseHead } from './case-head.ts';
import { nextStage } from './duty.ts';

/** One line of the list: what is due next at `now`, and what is overdue. */
export const rowView = (regulation: Regulation, state: CaseState, now: string): CaseRow => {
  const parts = createReplyParts(regulation);
  const { duties } = scheduleCase(regulation, state);
  const [first] = duties
    .flatMap((scheduled) => {
      const next = nextStage(regulation, scheduled, parts);
      return next === null ? [] : [{ scheduled, next }];
    })
    .sort((one, other) => (one.next.at < other.next.at ? -1 : 1));
  return {
    ...caseHead(regulation, state, now),
    overdueDuties: duties.flatMap((scheduled) => {
      const { duty, name, current } = scheduled;
      return isOverdue(scheduled, now) && current.due !== null
        ? [{ duty, name, due: parts.time(current.due) }]
        : [];
    }),
    next:
      first === undefined
        ? null
        : {
            duty: first.scheduled.duty,
            name: first.scheduled.name,
            due: parts.timeOrNull(first.scheduled.current.due),
            ...limitMarks(first.scheduled),
            at: first.next.at,
            stageText: first.next.stageText,
          },
    telephoneTaskCount: Object.keys(state.telephoneTasks).length,
    incompleteActCount: incompleteActs(regulation, state).length,
  };
};
