/** A piece as it was measured, in any unit. */
export interface Measured {
  height: number;
  /** Begins a page. */
  isTitle: boolean;
  /** Is not the last on its page: a heading. */
  isHeading: boolean;
  /** Which table it is a row of; undefined: none. */
  table: string | undefined;
  /** How tall the head of that table is, which stands above its first row on each page. */
  head: number;
}

/** How tall a piece is after `before` on the same page. */
const heightAfter = ({ height, table, head }: Measured, before: Measured | undefined): number =>
  table !== undefined && before?.table !== table ? height + head : height;

/** What has to fit with the piece at `index`: a heading and what follows it. */
const neededAt = (pieces: readonly Measured[], index: number, before: Measured | undefined): number => {
  const piece = pieces[index]!;
  const own = heightAfter(piece, before);
  const isAlone = !(piece.isHeading || piece.isTitle) || index + 1 >= pieces.length;
  return isAlone ? own : own + neededAt(pieces, index + 1, piece);
};

/** Whether a piece does not fit on a page of its own either. */
export const isTooTall = (piece: Measured, capacity: number): boolean =>
  heightAfter(piece, undefined) > capacity;

/** The numbers of the pieces of each page, in order; none of them may be too tall. */
export const paginate = (pieces: readonly Measured[], capacity: number): number[][] => {
  const pages: number[][] = [];
  let page: number[] = [];
  let used = 0;
  pieces.forEach((piece, index) => {
    const before = page.length === 0 ? undefined : pieces[index - 1];
    const isFull = page.length > 0 && (piece.isTitle || used + neededAt(pieces, index, before) > capacity);
    const after = isFull ? undefined : before;
    if (isFull) {
      pages.push(page);
      page = [];
      used = 0;
    }
    page.push(index);
    used += heightAfter(piece, after);
  });
  return page.length === 0 ? pages : [...pages, page];
};
