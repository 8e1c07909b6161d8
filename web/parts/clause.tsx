import type { ComponentChildren } from 'preact';
import { useRegulation } from '../api/regulation.ts';
import { clauseAddress } from '../model/regulation/clause-link.ts';
import { type LimitWords, markedFirst, markLimit } from '../model/regulation/mark.ts';
import { sentenceAround } from '../model/regulation/sentence.ts';
import { spoken } from '../model/spoken.ts';
import { closeSheet, openSheet } from './sheet.tsx';
import { Stretches } from './stretches.tsx';

/** A clause as the API tells it. */
export interface Clause {
  clause: string;
  name: string;
  short: string;
  quote: string;
}

interface Of {
  /** Whose words are marked in the clauses; undefined: nothing is. */
  limit?: LimitWords | undefined;
  /** Whether the reader may go from here to the full text: out of a form that is filled in he may not. */
  isLeavable?: boolean;
}
/** The words of a clause as they are stored, in their sentence, and the way to what stands around it. */
const ClauseWords = ({
  clause: { clause, name, quote },
  limit,
  isLeavable = true,
}: Of & { clause: Clause }) => {
  const { view } = useRegulation();
  const { before, after } = sentenceAround(view?.clauses ?? [], clause);
  return (
    <section>
      <p class="soft">{spoken(name)}</p>
      <blockquote>
        {before !== '' && <span class="soft">{before}</span>}
        <Stretches
          stretches={limit === undefined ? [{ text: quote, isMarked: false }] : markLimit(quote, limit)}
        />
        {after !== '' && <span class="soft">{after}</span>}
      </blockquote>
      {isLeavable && (
        <p class="acts">
          <a class="btn" href={clauseAddress(clause)} onClick={closeSheet}>
            看上下文<span class="hide">：{spoken(name)}</span>
          </a>
        </p>
      )}
    </section>
  );
};

/** What something rests on: the clause that has its words, then how it came about (`children`), then the other clauses. */
export const Grounds = ({
  clauses,
  children,
  ...of
}: Of & { clauses: readonly Clause[]; children?: ComponentChildren }) => {
  const [first, ...others] = markedFirst(clauses, of.limit);
  return (
    <>
      {first !== undefined && <ClauseWords clause={first} {...of} />}
      {children}
      {others.map((clause) => (
        <ClauseWords key={clause.clause} clause={clause} {...of} />
      ))}
    </>
  );
};

/** Where something comes from: a tap opens the words. `of`: what it is the ground of, for the name; `children`: how it came about. */
export const ClauseRef = ({
  clauses,
  of,
  children,
  ...more
}: Of & { clauses: readonly Clause[]; of: string; children?: ComponentChildren }) => {
  const [first, ...others] = clauses;
  if (first === undefined) return null;
  const open = (): void =>
    openSheet(
      of,
      <Grounds clauses={clauses} {...more}>
        {children}
      </Grounds>,
    );
  return (
    <button type="button" class="ref" aria-haspopup="dialog" onClick={open}>
      {spoken(first.short)}
      {others.length > 0 && '等'}
      <span class="hide">，{spoken(of)}的依据</span>
    </button>
  );
};
