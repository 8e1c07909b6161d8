import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { now } from '../../api/clock.ts';
import { figuresOf } from '../../model/case/limits.ts';
import { dutyName } from '../../model/case/units/names.ts';
import { textOf } from '../../model/duration.ts';
import { spoken } from '../../model/spoken.ts';
import { ClauseRef } from '../../parts/clause.tsx';
import { limitWords } from '../../parts/limit-sheet.tsx';

/** The limit that an act is for, under its heading, as the case has it. */
export const LimitLine = ({ duty }: { duty: CaseReply['duties'][number] }) => {
  const { left, due, tone } = figuresOf(duty, now.value);
  const found = tone === 'late' && duty.foundLate !== null ? spoken(duty.foundLate.text) : '';
  return (
    <p class="line">
      <span class="grow">
        {dutyName(duty)}：
        <span class="whole">
          <b class={`whole ${tone}`}>{textOf(left)}</b>
          {due !== '' && `，${due}`}
        </span>
        {found !== '' && `，${found}`}
      </span>
      <ClauseRef
        clauses={duty.clauses}
        of={dutyName(duty)}
        limit={limitWords(duty.limitText)}
        isLeavable={false}
      />
    </p>
  );
};
