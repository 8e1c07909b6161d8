import { halvesOf, signsOf } from './break.ts';
import { isTooTall, type Measured } from './paginate.ts';
import { type Cell, COLUMNS, GOES_ON, type Piece } from './piece.ts';

// What was measured as taller than a page is cut, so that the page has all of it.

type Row = Extract<Piece, { kind: 'row' }>;

const most = (values: readonly number[]): number => values.indexOf(Math.max(...values));
/** How many lines a column has, more or less. */
const linesOf = (cells: readonly Cell[], width: number): number =>
  cells.reduce((sum, { text }) => sum + signsOf(text), 0) / width;

/** A row in two: what is longest in it is cut, the other columns stand in the first. */
const rowHalves = (row: Row): Piece[] => {
  const tallest = most(row.cells.map((cells, column) => linesOf(cells, COLUMNS[row.table][column]!.width)));
  const cells = row.cells[tallest]!;
  const longest = most(cells.map(({ text }) => signsOf(text)));
  const cell = cells[longest];
  const halves = cell === undefined ? undefined : halvesOf(cell.text);
  if (cell === undefined || halves === undefined) return [row];
  const above = [...cells.slice(0, longest), { ...cell, text: halves[0] }];
  const below = [{ ...cell, text: halves[1] }, ...cells.slice(longest + 1)];
  const rest = (column: number): Cell[] => (column === 0 ? [{ text: GOES_ON }] : []);
  return [
    { ...row, cells: row.cells.map((each, column) => (column === tallest ? above : each)) },
    { ...row, cells: row.cells.map((_, column) => (column === tallest ? below : rest(column))) },
  ];
};

/** A piece in two; as it is where it cannot be cut: a heading, or one sign. */
export const pieceHalves = (piece: Piece): Piece[] => {
  if (piece.kind === 'row') return rowHalves(piece);
  const halves = piece.kind === 'text' ? halvesOf(piece.text) : undefined;
  return halves === undefined ? [piece] : halves.map((text) => ({ kind: 'text', text }));
};

/** The pieces with each that is too tall in two, to be measured again; as many as before: all fit, or can be cut no more. */
export const cutTooTall = (
  pieces: readonly Piece[],
  measured: readonly Measured[],
  capacity: number,
): Piece[] =>
  pieces.flatMap((piece, index) => (isTooTall(measured[index]!, capacity) ? pieceHalves(piece) : [piece]));
