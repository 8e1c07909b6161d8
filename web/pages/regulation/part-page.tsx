import type { RegulationView } from '../../../shared/contracts/regulation-view/view.ts';
import type { Entry, Part } from '../../model/regulation/entries.ts';
import { ClauseRef } from '../../parts/clause.tsx';

/** One thing of the regulation with its words. */
export const EntryRow = ({ entry, under }: { entry: Entry; under?: string }) => (
  <li class="row">
    <p>
      {under !== undefined && <span class="soft">{under}：</span>}
      <b>{entry.title}</b>
    </p>
    {entry.lines.map((line) => (
      <p class="tiny" key={line}>
        {line}
      </p>
    ))}
    <ClauseRef clauses={entry.clauses} of={entry.title} />
  </li>
);

/** A part of the regulation beside its duties. */
export const PartPage = ({ view, part }: { view: RegulationView; part: Part }) => (
  <section class="sect">
    <ul class="pairs">
      {part.entries(view).map((entry) => (
        <EntryRow key={entry.id} entry={entry} />
      ))}
    </ul>
  </section>
);
