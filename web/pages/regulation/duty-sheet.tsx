import type { DutyView } from '../../../shared/contracts/regulation-view/parts.ts';
import type { RegulationView } from '../../../shared/contracts/regulation-view/view.ts';
import { explain } from '../../model/regulation/explain.ts';
import { Grounds } from '../../parts/clause.tsx';

/** All of a duty: its words as they are stored, and how they are counted. */
export const DutySheet = ({ view, duty }: { view: RegulationView; duty: DutyView }) => (
  <Grounds clauses={duty.clauses} limit={duty.limit}>
    <dl class="facts gap">
      {explain(view, duty).map(({ term, text }) => (
        <>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </>
      ))}
    </dl>
  </Grounds>
);
