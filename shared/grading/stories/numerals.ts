const DIGITS = new Map([...'零一二三四五六七八九'].map((digit, value) => [digit, value]));
DIGITS.set('两', 2);
const UNITS = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** The value of a numeral below 10,000; undefined when it is none (十十). 一百八 is 180. */
const smallValue = (numeral: string): number | undefined => {
  let sum = 0;
  let digit: number | undefined;
  let unit = Number.POSITIVE_INFINITY;
  for (const character of numeral) {
    const next = UNITS.get(character);
    if (next === undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = DIGITS.get(character);
    } else {
      if (next >= unit) return undefined;
      sum += (digit ?? 1) * next;
      digit = undefined;
      unit = next;
    }
  }
  const isShort =
    digit !== undefined && unit > 10 && unit < Number.POSITIVE_INFINITY && !numeral.includes('零');
  return sum + (digit ?? 0) * (isShort ? unit / 10 : 1);
};

const figureOf = (numeral: string): number | undefined => {
  // 二零二六: digits one behind the other.
  if (!/[十百千万]/.test(numeral)) return Number([...numeral].map((digit) => DIGITS.get(digit)).join(''));
  const [front = '', back] = numeral.split('万');
  const high = front === '' ? undefined : smallValue(front);
  if (back === undefined) return high;
  const low = back === '' ? 0 : smallValue(back);
  if (high === undefined || low === undefined) return undefined;
  // 一万二 is 12,000.
  return high * 10_000 + (/^[一二两三四五六七八九]$/.test(back) ? low * 1000 : low);
};

const NUMERAL = /[零一二两三四五六七八九十百千][零一二两三四五六七八九十百千万]+/g;
/** Behind these a single numeral is a number; elsewhere 一 is part of a word. */
const SINGLE =
  /(?<=第|科目|农历|[(])[一二三四五六七八九十]|[一二两三四五六七八九十](?=[人名户起台套辆吨批期条只岁层楼栋幢路中号季][^\p{L}]?)/gu;

/** The text with Chinese numerals and 万 as figures: 一千八百六十套, 1.2万张 → 1860套, 12000张. */
export const withFigures = (text: string): string =>
  text
    .replace(/(?<=\d)[,,](?=\d{3}(?!\d))/g, '')
    .replace(NUMERAL, (numeral) => String(figureOf(numeral) ?? numeral))
    .replace(SINGLE, (numeral) => String(figureOf(numeral) ?? numeral))
    .replace(/(\d+(?:\.\d+)?)万/g, (_, number: string) => String(Math.round(Number(number) * 10_000)));
