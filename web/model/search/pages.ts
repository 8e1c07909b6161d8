import type { CaseListReply } from '../../../shared/contracts/replies/case.ts';

// A list of which somebody reads on page by page, and which is kept up to date as far as he has read.

/** A page may be empty and not the last: so many are asked for before somebody is asked to go on. */
const MOST_EMPTY = 5;

type Page = Pick<CaseListReply, 'cases' | 'next'>;
interface Rows {
  rows: number;
  next: string | null;
}

/** Where the list goes on after these pages; null: it is all, or as much as is wanted. `stops`: at how many places somebody has gone on, and the first. */
export const nextOf = (pages: readonly Rows[], stops: number): string | null => {
  let [stopped, empty] = [0, 0];
  for (const { rows } of pages) {
    empty = rows === 0 ? empty + 1 : 0;
    if (rows > 0 || empty === MOST_EMPTY) {
      stopped += 1;
      empty = 0;
    }
  }
  return stopped < stops ? (pages[pages.length - 1]?.next ?? null) : null;
};

/** The same of a list of cases. */
export const nextPage = (pages: readonly Page[], stops: number): string | null =>
  nextOf(
    pages.map(({ cases, next }) => ({ rows: cases.length, next })),
    stops,
  );

/** Pages as one list; a case that has moved from one page to the next between two questions stands once. */
export const joinPages = (pages: readonly CaseListReply[]): CaseListReply => {
  const cases = new Map<string, CaseListReply['cases'][number]>();
  const damaged = new Map<string, CaseListReply['damaged'][number]>();
  for (const page of pages) {
    for (const row of page.cases) if (!cases.has(row.case)) cases.set(row.case, row);
    for (const each of page.damaged) damaged.set(each.case, each);
  }
  const next = pages[pages.length - 1]?.next ?? null;
  return { cases: [...cases.values()], damaged: [...damaged.values()], next };
};

/** Pages of items as one list; one that has moved from one page to the next between two questions stands once. */
export const joinItems = <Row>(
  pages: readonly { items: Row[]; next: string | null }[],
  keyOf: (row: Row) => string,
): { items: Row[]; next: string | null } => {
  const items = new Map<string, Row>();
  for (const row of pages.flatMap((page) => page.items))
    if (!items.has(keyOf(row))) items.set(keyOf(row), row);
  return { items: [...items.values()], next: pages[pages.length - 1]?.next ?? null };
};
