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
    { name: '职责', width: 24 },
    { name: '依据', width: 20 },
    { name: '应于', width: 18 },
    { name: '办理', width: 18 },
    { name: '结果', width: 20 },
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

/** So much fits into a row that is no taller than a third of a page. */
const MOST_SIGNS = 280;
const ENDS = '。；！？\n';

/** Where a long text is best broken: after the last sentence that is whole. */
const breakOf = (text: string): number => {
  for (let at = MOST_SIGNS; at > MOST_SIGNS / 2; at -= 1)
    if (ENDS.indexOf(text.charAt(at - 1)) >= 0) return at;
  // No half of a sign that has two.
  const code = text.charCodeAt(MOST_SIGNS - 1);
  return code >= 0xd800 && code <= 0xdbff ? MOST_SIGNS - 1 : MOST_SIGNS;
};
/** A text in parts that each fit; nothing of it is lost. */
export const partsOf = (text: string): string[] => {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > MOST_SIGNS) {
    const at = breakOf(rest);
    parts.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...parts, rest];
};

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
      ...(index === 0 ? texts : texts.map((_, column) => (column === 0 ? '（续）' : ''))),
      part,
    ]),
  );
