// What the columns of a roster's table are called, as offices call them; the first is what a table of ours has.

export const COLUMNS = {
  post: ['岗位', '职务', '角色'],
  name: ['姓名', '人员'],
  phone: ['电话', '手机', '手机号', '手机号码', '联系电话', '联系方式', '电话号码'],
  landline: ['固定电话', '座机', '办公电话'],
  unit: ['股室', '单位', '科室', '部门', '所属股室'],
  id: ['编号', '工号', '人员编号'],
  available: ['在岗', '是否在岗'],
} as const;
export type Column = keyof typeof COLUMNS;
export const columns = Object.keys(COLUMNS) as Column[];
const NEEDED: readonly Column[] = ['post', 'name', 'phone'];

/** A line of the table as the parser gives it: its cells, and on which line of the file it ends. */
export interface TableRecord {
  record: string[];
  info: { lines: number };
}
export interface Row {
  line: number;
  cells: Partial<Record<Column, string>>;
}

/** How csv-parse reads a table: commas, tabs or semicolons, whatever Excel writes. */
export const CSV_OPTIONS = {
  bom: true,
  delimiter: [',', '\t', ';'],
  relax_column_count: true,
  skip_records_with_empty_values: true,
  trim: true,
  info: true,
};
/** What is said of a text that it cannot read; `error` is csv-parse's. */
export const noTable = (error: unknown): Error => {
  const { lines } = error as { lines?: number };
  return new Error(`读不懂这个表格(第${lines ?? 1}行的引号不成对,或不是 CSV 文件):请另存为“CSV(逗号分隔)”`, {
    cause: error,
  });
};

/** A file as Excel writes it here: UTF-8, or GB 18030 where it is none. */
export const decodeTable = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
};

/** What a program of tables would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
/** A cell that no program of tables runs, and the same cell when it comes back. */
export const guarded = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);
const unguarded = (cell: string): string =>
  cell.charAt(0) === "'" && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;

const columnOf = (title: string): Column | undefined =>
  columns.find((column) => (COLUMNS[column] as readonly string[]).includes(title.replace(/\s/g, '')));

const checkTitles = (titles: readonly string[], found: readonly (Column | undefined)[]): void => {
  const twice = columns.find((column) => found.filter((each) => each === column).length > 1);
  if (twice !== undefined)
    throw new Error(
      `有两列都是“${COLUMNS[twice][0]}”(${titles.filter((title) => columnOf(title) === twice).join('、')}),请只留一列`,
    );
  const missing = NEEDED.filter((column) => !found.includes(column)).map((column) => COLUMNS[column][0]);
  if (missing.length > 0)
    throw new Error(
      `表格第一行应为列名,缺少“${missing.join('”“')}”;可有的列:${Object.values(COLUMNS)
        .map(([name]) => name)
        .join('、')}`,
    );
};

/** Throws an Error in Chinese for what is no table with these columns. */
export const rowsOf = (records: readonly TableRecord[]): { rows: Row[]; ignored: string[] } => {
  const [head, ...body] = records;
  const titles = head?.record ?? [];
  const found = titles.map(columnOf);
  checkTitles(titles, found);
  const rows = body.map(({ record, info }) => {
    const cells: Row['cells'] = {};
    record.forEach((cell, index) => {
      const column = found[index];
      if (column !== undefined) cells[column] = unguarded(cell);
    });
    return { line: info.lines, cells };
  });
  return { rows, ignored: titles.filter((title, index) => found[index] === undefined && title !== '') };
};
