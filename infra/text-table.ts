/** What a terminal shows two columns wide: Chinese characters and their punctuation. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** Columns of a terminal that a text takes. */
export const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);

const GAP = '  ';

/** Rows of equal length as aligned lines; `left`: the columns that hold words, all others are set flush right. */
export const textTable = (rows: readonly (readonly string[])[], left: readonly number[]): string[] => {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat(widths[column]! - widthOf(cell));
        return left.includes(column) ? cell + space : space + cell;
      })
      .join(GAP)
      .trimEnd(),
  );
};
