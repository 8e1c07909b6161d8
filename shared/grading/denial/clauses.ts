/** What one clause of a sentence spans, and what parts it from the one before. */
export interface Clause {
  from: number;
  to: number;
  opener: '' | ',' | ':' | 'but';
}

const BUT = /(?<!不)但是?|然而|可是|却(?!之)/g;

/** The clauses of a sentence, in their order: a comma, a colon or an adversative (但) parts them. 、 does not. */
export const clausesOf = (letters: string): Clause[] => {
  const borders: { at: number; next: number; opener: Clause['opener'] }[] = [
    ...[...letters.matchAll(/[,:]/g)].map(({ 0: sign, index }) => ({
      at: index,
      next: index + 1,
      opener: sign as ',' | ':',
    })),
    ...[...letters.matchAll(BUT)].map(({ index }) => ({ at: index, next: index, opener: 'but' as const })),
  ].sort((a, b) => a.at - b.at || a.next - b.next);
  const clauses: Clause[] = [];
  let from = 0;
  let opener: Clause['opener'] = '';
  for (const border of borders) {
    if (border.at > from) clauses.push({ from, to: border.at, opener });
    // 辟谣,但…: what parts nothing of its own only says how the next one begins.
    from = border.next;
    opener = border.opener;
  }
  if (from < letters.length) clauses.push({ from, to: letters.length, opener });
  return clauses;
};

/** By which place among the clauses the one is found in which this letter lies; -1 when none is. */
export const clauseAt = (clauses: readonly Clause[], at: number): number => {
  let low = 0;
  let high = clauses.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (clauses[middle]!.from <= at) low = middle;
    else high = middle - 1;
  }
  const found = clauses[low];
  return found !== undefined && found.from <= at && at < found.to ? low : -1;
};
