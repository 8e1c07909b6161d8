import type { RegulationView } from '../../../shared/contracts/regulation-view/view.ts';
import { searchIn, wordsOf } from '../../model/regulation/search.ts';
import { DutyList } from './duty-list.tsx';
import { ClauseText } from './full-text.tsx';
import { EntryRow } from './part-page.tsx';

/** What of the regulation has the words that are looked for. */
export const Hits = ({ view, q }: { view: RegulationView; q: string }) => {
  const words = wordsOf(q);
  const { duties, clauses, entries } = searchIn(view, words);
  const count = duties.length + clauses.length + entries.length;
  return (
    <>
      <p class="pane soft" role="status">
        {count === 0
          ? `没有找到“${q}”。可以只写其中几个字，例如“报告”“小时”`
          : `职责${duties.length}项，条款${clauses.length}条，其他${entries.length}处`}
      </p>
      {duties.length > 0 && (
        <section class="sect">
          <h2>职责和时限</h2>
          <DutyList view={view} duties={duties} hasLevels />
        </section>
      )}
      {clauses.length > 0 && (
        <section class="sect">
          <h2>条款原文</h2>
          <ul class="pairs">
            {clauses.map((clause) => (
              <ClauseText key={clause.clause} clause={clause} words={words} isLink />
            ))}
          </ul>
        </section>
      )}
      {entries.length > 0 && (
        <section class="sect">
          <h2>其他</h2>
          <ul class="pairs">
            {entries.map((entry) => (
              <EntryRow key={`${entry.part}${entry.id}`} entry={entry} under={entry.partName} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
};
