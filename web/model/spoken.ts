// The system's own words are written for texts of 70 signs, with half-width marks. On a screen they stand as GB/T 15834 has them.

const MARKS: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};
/** Chinese letters and marks. */
const CHINESE = '[\\u2014-\\u2026\\u3000-\\u303f\\u4e00-\\u9fff\\uff00-\\uffef]';
const AFTER = new RegExp(`(${CHINESE})([,;:?!()]+)`, 'g');
const BEFORE = new RegExp(`([,;:?!()])(?=${CHINESE})`, 'g');
const full = (mark: string): string => MARKS[mark] ?? mark;
/** Both of a pair, where what it holds is no Chinese, or ends with a pair of its own: 办理（2026-03-02）, （预案4.2(2)）. */
const PAIR = /（((?:[^（）()]|\([^（）()]*\))*)\)/g;
const PAIR_BEFORE = /\(([^（）()]*)）/g;

/**
 * Words of the system's own with full-width marks beside Chinese; times, numbers and addresses stay as they are. Not for quotes, and
 * not for what people wrote: these stand as they are stored.
 */
export const spoken = (text: string): string =>
  text
    .replace(AFTER, (_, letter: string, marks: string) => `${letter}${marks.replace(/./g, full)}`)
    .replace(BEFORE, full)
    .replace(PAIR, '（$1）')
    .replace(PAIR_BEFORE, '（$1）');
