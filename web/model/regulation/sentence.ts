interface Stored {
  clause: string;
  quote: string;
}
/** A sentence that several clauses share is stored in pieces, one after another, each but the last ending in a comma. */
const goesOn = (piece: Stored | undefined): boolean => piece !== undefined && /[,，]\s*$/.test(piece.quote);

/** What stands before and after the quote of a clause in its sentence; empty: the quote has all of it. `all`: in the order of the text. */
export const sentenceAround = (all: readonly Stored[], clause: string): { before: string; after: string } => {
  const at = all.findIndex((each) => each.clause === clause);
  if (at < 0) return { before: '', after: '' };
  let first = at;
  while (goesOn(all[first - 1])) first -= 1;
  let last = at;
  while (goesOn(all[last]) && last + 1 < all.length) last += 1;
  const words = (from: number, to: number): string =>
    all
      .slice(from, to)
      .map(({ quote }) => quote)
      .join('');
  return { before: words(first, at), after: words(at + 1, last + 1) };
};
