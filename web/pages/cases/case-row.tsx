import type { CaseRow } from '../../../shared/contracts/replies/case.ts';
import { now } from '../../api/clock.ts';
import { shortNumber } from '../../model/case-number.ts';
import { rowWords } from '../../model/search/row-words.ts';
import { timeAt } from '../../model/wall-clock.ts';
import { LevelTag } from '../../parts/level-tag.tsx';

/** A case in the list. */
export const CaseLine = ({ row }: { row: CaseRow }) => {
  const { place, overdue, next } = rowWords(row, now.value);
  return (
    <li class="row">
      <p class="line top">
        <LevelTag level={row.warningLevel} isGuess={row.provisional} />
        {row.secret && <span class="tag">涉密</span>}
        <span class="soft grow">{shortNumber(row.case, Number(timeAt(now.value).slice(0, 4)))}</span>
      </p>
      <h2>
        <a class="title line" href={`/desk/cases/${encodeURIComponent(row.case)}`}>
          {row.title}
        </a>
      </h2>
      <p class="soft tiny">{place}</p>
      {(overdue !== '' || next !== '') && (
        <p class="tiny">
          {overdue !== '' && <b class="late">{overdue}</b>}
          {overdue !== '' && next !== '' && '，'}
          {next}
        </p>
      )}
    </li>
  );
};
