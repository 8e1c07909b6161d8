import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { now } from '../../api/clock.ts';
import { spoken } from '../../model/spoken.ts';
import { momentOf } from '../../model/wall-clock.ts';
import { ClauseRef } from '../../parts/clause.tsx';
import { LevelTag } from '../../parts/level-tag.tsx';

/** The case at the right of a form on a PC: what one needs to look up while filling in. */
export const CaseBeside = ({ open }: { open: CaseReply }) => (
  <article class="pconly" aria-label="案卷">
    <header class="pane">
      <p class="line head">
        <LevelTag level={open.handlingLevel} isGuess={open.provisional} />
        <span class="soft grow">{open.case}</span>
      </p>
      <h2 class="h1">{open.title}</h2>
      <p class="of">
        {spoken(open.sources.map(({ name }) => name).join('、'))}
        {open.unit !== null && `，${open.unit.name}承办`}
      </p>
    </header>
    <section class="sect">
      <h2>时限</h2>
      <ul>
        {open.duties
          .filter(({ status }) => status === 'open')
          .map(({ duty, occurrence, name, due, limitKind, responsible, clauses }) => (
            <li class="row" key={`${duty}#${occurrence}`}>
              <p class="line">
                <span class="grow">{spoken(name)}</span>
                <ClauseRef clauses={clauses} of={name} />
              </p>
              <p class="who">
                {spoken(responsible.name)}，
                {due === null || limitKind === 'immediate'
                  ? '应立即办'
                  : `${momentOf(due, now.value, true)}前`}
              </p>
            </li>
          ))}
      </ul>
    </section>
  </article>
);
