import type { Clause } from '../../../shared/contracts/regulation-view/parts.ts';

export interface Row {
  cells: readonly string[];
  clauses: readonly Clause[];
  /** The column that counts most: a number of the law. */
  strong?: number;
  /** The words that must be seen of a clause that is shortened. */
  focus?: string;
}
export interface Table {
  header: readonly string[];
  rows: readonly Row[];
  /** Whether the terminal shows each clause's words too. */
  hasQuotes: boolean;
}
/** A part of what is shown of a regulation, whatever it is shown on. */
export interface Section {
  title: string;
  depth: 2 | 3;
  paragraphs: readonly string[];
  table: Table | null;
}

export const section = (
  title: string,
  { depth = 2, paragraphs = [], table = null }: Partial<Omit<Section, 'title'>> = {},
): Section => ({ title, depth, paragraphs, table });

/** A table, or none when it has no rows. */
export const tableOf = (
  header: readonly string[],
  rows: readonly Row[],
  { hasQuotes = false } = {},
): Table | null => (rows.length === 0 ? null : { header, rows, hasQuotes });

/** Sections that have something to say. */
export const filled = (sections: readonly Section[]): Section[] =>
  sections.filter(({ table, paragraphs }) => table !== null || paragraphs.length > 0);
