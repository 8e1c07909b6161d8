import type { DutyView } from '../../../shared/contracts/regulation-view/parts.ts';
import type { RegulationView } from '../../../shared/contracts/regulation-view/view.ts';
import { explain } from '../../model/regulation/explain.ts';
import { markLimit } from '../../model/regulation/mark.ts';
import { spoken } from '../../model/spoken.ts';
import { closeSheet } from '../../parts/sheet.tsx';
import { clauseAddress } from './clause-link.ts';
import { Stretches } from './stretches.tsx';

/** All of a duty: its words as they are stored, then how they are counted. */
export const DutySheet = ({ view, duty }: { view: RegulationView; duty: DutyView }) => (
  <>
    {duty.clauses.map(({ clause, name, quote }) => (
      <section key={clause}>
        <p class="soft">{spoken(name)}</p>
        <blockquote>
          <Stretches stretches={markLimit(quote, duty.limit)} />
        </blockquote>
        <p>
          <a class="ref line" href={clauseAddress(clause)} onClick={closeSheet}>
            看上下文<span class="hide">：{spoken(name)}</span>
          </a>
        </p>
      </section>
    ))}
    <dl class="facts">
      {explain(view, duty).map(({ term, text }) => (
        <>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </>
      ))}
    </dl>
  </>
);
