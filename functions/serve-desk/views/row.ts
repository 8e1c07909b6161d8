import type { CaseState } from '../../../shared/case/state.ts';
import type { CaseRow } from '../../../shared/contracts/replies/case.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { incompleteActs } from '../../../shared/rules/parts/incomplete.ts';
import { caseHead } from './case-head.ts';
import { scheduleView } from './schedule.ts';

/** One line of the list: what is due next at `now`, and what is overdue. */
export const rowView = (regulation: Regulation, state: CaseState, now: string): CaseRow => {
  const { duties } = scheduleView(regulation, state, now);
  const [first] = duties
    .flatMap(({ duty, name, due, next }) =>
      next === null ? [] : [{ duty, name, due, at: next.at, stageText: next.stageText }],
    )
    .sort((one, other) => (one.at < other.at ? -1 : 1));
  return {
    ...caseHead(regulation, state, now),
    overdueDuties: duties.flatMap(({ duty, name, due, overdue }) =>
      overdue && due !== null ? [{ duty, name, due }] : [],
    ),
    next: first ?? null,
    telephoneTaskCount: Object.keys(state.telephoneTasks).length,
    incompleteActCount: incompleteActs(regulation, state).length,
  };
};
