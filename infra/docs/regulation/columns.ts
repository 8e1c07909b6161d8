import { widthOf } from '../../text-table.ts';

/**
 * What stays on one line: a word of Latin letters and digits, or one Chinese character, with the opening marks before it
 * and the closing ones after it.
 */
const PIECES = /\s+|[“‘((《「〔]*(?:[A-Za-z0-9_.:;=%<>/+-]+|[^\s])[、,,。;;::!?))”’》」〕·]*/gu;

const chop = (piece: string, width: number): string[] => {
  if (widthOf(piece) <= width) return [piece];
  return [...piece].reduce<string[]>((lines, each) => {
    const last = lines.at(-1);
    if (last === undefined || widthOf(last + each) > width) lines.push(each);
    else lines[lines.length - 1] = last + each;
    return lines;
  }, []);
};

/** A text as lines of at most `width` terminal columns. */
export const wrap = (text: string, width: number): string[] =>
  text.split('\n').flatMap((paragraph) => {
    const lines = [''];
    for (const piece of (paragraph.match(PIECES) ?? []).flatMap((each) => chop(each, width))) {
      const last = lines.at(-1)!;
      if (widthOf(last) + widthOf(piece) <= width) lines[lines.length - 1] = last + piece;
      else lines.push(piece.trimStart());
    }
    return lines;
  });

/** The beginning of a line, without the comma that it would end with. */
const begin = (line: string, width: number): string => {
  let short = '';
  for (const each of line) {
    if (widthOf(short + each) > width) break;
    short += each;
  }
  return short.replace(/[,、;:]$/, '');
};

/**
 * A text on one line of at most `width` columns, with … where it goes on. When `focus` would be cut off, the line begins
 * with the sentence part that has it.
 */
export const shorten = (text: string, width: number, focus = ''): string => {
  const line = text.replaceAll(/\s*\n\s*/g, ' ');
  if (widthOf(line) <= width) return line;
  const at = focus === '' ? -1 : line.indexOf(focus);
  const head = begin(line, width - 1);
  if (at < 0 || at + focus.length <= head.length) return `${head}…`;
  const from = Math.max(...[...'。;,:、'].map((mark) => line.lastIndexOf(mark, at))) + 1;
  const rest = line.slice(from);
  return widthOf(rest) < width ? `…${rest}` : `…${begin(rest, width - 2)}…`;
};

const GAP = 2;
const NARROWEST = 6;
/** A first column as narrow as this does not give way: it says what the row is about. */
const WIDEST_HEAD = 18;
/** A name in Latin letters is only cut when it is longer than this. */
const LONGEST_WORD = 26;

const narrowest = (texts: readonly string[]): number =>
  Math.max(
    NARROWEST,
    ...texts
      .flatMap((text) => text.match(/[A-Za-z0-9_-]+/g) ?? [])
      .map(widthOf)
      .filter((width) => width <= LONGEST_WORD),
  );

/** Widths for columns: what their texts need, and where that is more than `total`, the widest give way. */
export const columnWidths = (rows: readonly (readonly string[])[], total: number): number[] => {
  const columns = (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? ''));
  const widths = columns.map((texts) => Math.max(...texts.flatMap((text) => text.split('\n').map(widthOf))));
  const least = columns.map((texts, column) =>
    column === 0 ? Math.max(narrowest(texts), Math.min(widths[0]!, WIDEST_HEAD)) : narrowest(texts),
  );
  const room = total - GAP * (widths.length - 1);
  while (widths.reduce((sum, width) => sum + width, 0) > room) {
    const spare = widths.map((width, column) => (width > least[column]! ? width : 0));
    // With no room left to give, the longest name is cut.
    const giving = spare.some((width) => width > 0) ? spare : widths;
    const widest = Math.max(...giving);
    widths[giving.indexOf(widest)] = widest - 1;
  }
  return widths;
};

/** Cells side by side, each wrapped into its column. */
export const sideBySide = (cells: readonly string[], widths: readonly number[]): string[] => {
  const wrapped = cells.map((cell, column) => wrap(cell, widths[column]!));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    wrapped
      .map((lines, column) => {
        const text = lines[row] ?? '';
        return text + ' '.repeat(Math.max(0, widths[column]! - widthOf(text)));
      })
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
};
