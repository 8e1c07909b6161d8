import { partsOf } from './break.ts';

// What is put on paper, as pieces of which none is cut in two: titles, paragraphs, rows of tables.

export interface Cell {
  text: string;
  isBold?: boolean;
  isTiny?: boolean;
}
export type TableName = 'duties' | 'facts' | 'texts' | 'log';
export type Piece =
  /** Begins a page. */
  | { kind: 'title'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  /** `cells`: one for each column; several lines in a column are several cells. */
  | { kind: 'row'; table: TableName; cells: readonly (readonly Cell[])[] };

/** The columns of each table; `width` in hundredths of the page. */
export const COLUMNS: Readonly<Record<TableName, readonly { name: string; width: number }[]>> = {
  duties: [
    { name: '职责', width: 20 },
    { name: '依据', width: 16 },
    { name: '应于', width: 16 },
    { name: '办理', width: 16 },
    { name: '经办', width: 14 },
    { name: '结果', width: 18 },
  ],
  facts: [
    { name: '项目', width: 16 },
    { name: '内容', width: 84 },
  ],
  texts: [
    { name: '时间', width: 18 },
    { name: '对象', width: 20 },
    { name: '内容', width: 42 },
    { name: '结果', width: 20 },
  ],
  log: [
    { name: '序号', width: 10 },
    { name: '时间', width: 18 },
    { name: '经办', width: 14 },
    { name: '内容和哈希', width: 58 },
  ],
};

/** In the first column of a row that goes on with the one before. */
export const GOES_ON = '（续）';

const cell = (text: string): Cell[] => [{ text }];
export const plainRow = (table: TableName, texts: readonly string[]): Piece => ({
  kind: 'row',
  table,
  cells: texts.map(cell),
});

/** Rows of what may be long in its last column; the others stand in the first row. */
export const longRows = (table: TableName, texts: readonly string[], long: string): Piece[] =>
  partsOf(long).map((part, index) =>
    plainRow(table, [
      ...(index === 0 ? texts : texts.map((_, column) => (column === 0 ? GOES_ON : ''))),
      part,
    ]),
  );
