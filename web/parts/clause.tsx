import type { ComponentChildren } from 'preact';
import { spoken } from '../model/spoken.ts';
import { openSheet } from './sheet.tsx';

/** A clause as the API tells it. */
export interface Clause {
  clause: string;
  name: string;
  short: string;
  quote: string;
}

/** The words of clauses, as they are stored. */
export const Quotes = ({ clauses }: { clauses: readonly Clause[] }) => (
  <>
    {clauses.map(({ clause, name, quote }) => (
      <section key={clause}>
        <p class="soft">{spoken(name)}</p>
        <blockquote>{quote}</blockquote>
      </section>
    ))}
  </>
);

/**
 * Where something comes from: a tap opens the words. `of`: what it is the ground of, for the name; `children`: what stands above the
 * quote, such as how a limit was counted.
 */
export const ClauseRef = ({
  clauses,
  of,
  children,
}: {
  clauses: readonly Clause[];
  of: string;
  children?: ComponentChildren;
}) => {
  const [first, ...others] = clauses;
  if (first === undefined) return null;
  const open = (): void =>
    openSheet(
      of,
      <>
        {children}
        <Quotes clauses={clauses} />
      </>,
    );
  return (
    <button type="button" class="ref" aria-haspopup="dialog" onClick={open}>
      {spoken(first.short)}
      {others.length > 0 && '等'}
      <span class="hide">，{spoken(of)}的依据</span>
    </button>
  );
};
