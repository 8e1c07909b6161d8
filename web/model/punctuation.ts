// The API's words have half-width signs between Chinese ones; on a page they are full width (GB/T 15834). Quotes stay as stored.

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};
const CHINESE = /[㐀-鿿　-〿！-～“”‘’]/;
const isChinese = (sign: string | undefined): boolean => sign !== undefined && CHINESE.test(sign);

/** Whether the sign at `index` stands among Chinese: `LZ2026-0001,橙` does, `01:15` and `1,200` do not. */
const isAmongChinese = (signs: readonly string[], index: number): boolean => {
  const before = signs[index - 1];
  const after = signs[index + 1];
  return isChinese(before) || isChinese(after) || signs[index] === '(' || signs[index] === ')';
};

/** Words of the system, written as Chinese is. Not for what people have written themselves. */
export const inFullWidth = (text: string): string => {
  const signs = [...text];
  return signs
    .map((sign, index) => (FULL[sign] !== undefined && isAmongChinese(signs, index) ? FULL[sign] : sign))
    .join('');
};
