import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { now } from '../../api/clock.ts';
import { left, overdueBy, passed, textOf } from '../../model/duration.ts';
import { spoken } from '../../model/spoken.ts';
import { millisecondsOf, momentOf } from '../../model/wall-clock.ts';
import { ClauseRef } from '../../parts/clause.tsx';

type Duty = CaseReply['duties'][number];

const words = (
  { due, limitKind, limitText, foundLate }: Duty,
  time: number,
): { count: string; rest: string } => {
  if (due === null) return { count: '', rest: spoken(limitText) };
  const distance = millisecondsOf(due) - time;
  if (limitKind === 'immediate') return { count: textOf(passed(Math.max(0, -distance))), rest: '，应立即办' };
  const found = foundLate === null ? '' : `，${spoken(foundLate.text)}`;
  if (distance <= 0)
    return { count: textOf(overdueBy(-distance)), rest: `，应于${momentOf(due, time, true)}前${found}` };
  return { count: textOf(left(distance)), rest: `，${momentOf(due, time, true)}前` };
};

/** The limit that an act is for, under its heading. */
export const LimitLine = ({ duty }: { duty: Duty }) => {
  const { count, rest } = words(duty, now.value);
  return (
    <p class="line">
      <span class="grow">
        {spoken(duty.name)}：<b>{count}</b>
        {rest}
      </span>
      <ClauseRef clauses={duty.clauses} of={duty.name} />
    </p>
  );
};
