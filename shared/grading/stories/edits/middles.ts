/** What two lines have in common in front and behind, and what stands between, which they have not. */
interface Middles {
  one: string;
  other: string;
  /** How many characters are common. */
  around: number;
  /** What stands right before the middle, and right behind it. */
  before: string;
  behind: string;
}

const signs = (text: string): string[] => [...text.replace(/[^\p{L}\p{N}]/gu, '')];
const middlesOf = (one: string, other: string): Middles => {
  const [a, b] = [signs(one), signs(other)];
  const shorter = Math.min(a.length, b.length);
  let front = 0;
  while (front < shorter && a[front] === b[front]) front += 1;
  let back = 0;
  while (back < shorter - front && a[a.length - 1 - back] === b[b.length - 1 - back]) back += 1;
  return {
    one: a.slice(front, a.length - back).join(''),
    other: b.slice(front, b.length - back).join(''),
    around: front + back,
    before: a[front - 1] ?? '',
    behind: a[a.length - back] ?? '',
  };
};

/** A name is longer than a slip. */
const LONGEST_SLIP = 2;
/** What a number stands before that says which of many, and does not grow: 5号楼, 12路, 3月2日. */
const WHICH = /[号栋幢楼层室路期班届批线院中小组村月日]/u;
/** 第1小学, 第3小学. */
const isOrdinal = ({ before, behind, one, other }: Middles): boolean =>
  /^\d+$/.test(one) && /^\d+$/.test(other) && (before === '第' || WHICH.test(behind));
const isFigures = (text: string): boolean => /^\d+$/.test(text);
/** The same characters but for one, in their order: 泻漏, 泄漏; 客潞, 客路. */
const isSlip = (one: string, other: string): boolean =>
  /^\p{sc=Han}$/u.test(one) && /^\p{sc=Han}$/u.test(other) && !isOpposed(one, other);
/** Signs that tell one of several from the others: 东城小学, 西城小学. */
const OPPOSED = ['东南西北中', '上下', '前后', '左右', '大小', '新老旧', '男女', '甲乙丙丁', '打杀'];
const isOpposed = (one: string, other: string): boolean =>
  one.length === 1 &&
  other.length === 1 &&
  OPPOSED.some((signs) => signs.includes(one) && signs.includes(other));

/** Whether one line is the other with something added, left out or mended: a slip, a number. */
export const isMended = (one: string, other: string): boolean => {
  const middles = middlesOf(one, other);
  const { one: was, other: is, around } = middles;
  if (around === 0) return false;
  if (was === '' || is === '') return around >= LONGEST_SLIP;
  if (isOrdinal(middles)) return false;
  return isSlip(was, is) || (isFigures(was) && isFigures(is));
};

/** Half of the shorter stands in the other at the same place: a slip, and something more. */
const isHalfThere = (one: string, other: string): boolean => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return [...short].filter((sign, at) => long[at] === sign).length * 2 >= short.length;
};

/** Whether most of a line is the other's, and another thing is named in the same place: 群众大道塌方, 西湖大道塌方. */
export const isReworded = (one: string, other: string): boolean => {
  const middles = middlesOf(one, other);
  const { one: was, other: is, around } = middles;
  if (was === '' || is === '' || around < Math.min(was.length, is.length)) return false;
  if (isOrdinal(middles) || isOpposed(was, is)) return true;
  return /\p{sc=Han}{2}/u.test(was) && /\p{sc=Han}{2}/u.test(is) && !isHalfThere(was, is);
};
