import { useEffect } from 'preact/hooks';
import type { Clause } from '../../../shared/contracts/regulation-view/parts.ts';
import type { RegulationView } from '../../../shared/contracts/regulation-view/view.ts';
import { clauseAddress, clauseId } from '../../model/regulation/clause-link.ts';
import { markWords } from '../../model/regulation/mark.ts';
import { spoken } from '../../model/spoken.ts';
import { Stretches } from '../../parts/stretches.tsx';

/** A clause, word for word; `isLink`: it leads to where it stands. */
export const ClauseText = ({
  clause,
  words = [],
  isLink = false,
}: {
  clause: Clause;
  words?: readonly string[];
  isLink?: boolean;
}) => (
  <li class="row" id={isLink ? undefined : clauseId(clause.clause)} tabIndex={isLink ? undefined : -1}>
    <p class="soft">
      {isLink ? <a href={clauseAddress(clause.clause)}>{spoken(clause.name)}</a> : spoken(clause.name)}
    </p>
    <blockquote>
      {clause.quote.split('\n').map((line) => (
        <p key={line}>
          <Stretches stretches={markWords(line, words)} />
        </p>
      ))}
    </blockquote>
  </li>
);

/** Goes to the clause that the address names, also when it changes. */
const useDeepLink = (): void => {
  useEffect(() => {
    const go = (): void => {
      const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      place?.scrollIntoView();
      place?.focus();
    };
    go();
    addEventListener('hashchange', go);
    return () => removeEventListener('hashchange', go);
  }, []);
};

/** The regulation clause by clause. */
export const FullText = ({ view }: { view: RegulationView }) => {
  useDeepLink();
  return (
    <section class="sect">
      <p class="soft tiny">照印发的原文摘录，标点未改。</p>
      <ul class="pairs">
        {view.clauses.map((clause) => (
          <ClauseText key={clause.clause} clause={clause} />
        ))}
      </ul>
    </section>
  );
};
