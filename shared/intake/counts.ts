/** What a feed says of how far something has spread. `isRough`: at least, or about so many. */
export type CountReading = { count: number; isRough?: true } | { fault: string };

const MOST = 1e12;
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  百: 1e2,
  千: 1e3,
  k: 1e3,
  万: 1e4,
  w: 1e4,
  十万: 1e5,
  百万: 1e6,
  m: 1e6,
  千万: 1e7,
  亿: 1e8,
};
const ROUGH_BEFORE = '约|大约|近|超|超过|逾|至少|不少于|不低于|>=?|≥|~|≈';
const ROUGH_AFTER = '\\+|余|多|以上|左右|许';
const COUNT = new RegExp(
  `^(${ROUGH_BEFORE})?(\\d{1,3}(?:[,' ]\\d{3})+|\\d+)(\\.\\d+)?\\s*(百万|千万|十万|百|千|万|亿|k|w|m)?(${ROUGH_AFTER})?\\s*(?:次|条|人|个|篇|赞)?(${ROUGH_AFTER})?$`,
);

const inRange = (count: number): CountReading =>
  count > MOST ? { fault: '数目大得不合情理' } : { count: count + 0 };

const fromNumber = (value: number): CountReading => {
  if (value < 0) return { fault: '计数不能为负' };
  if (!Number.isInteger(value)) return { fault: '计数应为整数' };
  return inRange(value);
};

const fromText = (text: string): CountReading => {
  const plain = text.normalize('NFKC').replaceAll('萬', '万').replaceAll('億', '亿').trim().toLowerCase();
  if (/^-\s*\d/.test(plain)) return { fault: '计数不能为负' };
  const [, before, whole = '', part = '', unit = '', after, last] = COUNT.exec(plain) ?? [];
  if (whole === '') return { fault: '读不出数目' };
  if (part !== '' && unit === '') return fromNumber(Number(`${whole.replace(/[,' ]/g, '')}${part}`));
  const count = Math.round(Number(`${whole.replace(/[,' ]/g, '')}${part}`) * UNITS[unit]!);
  const read = inRange(count);
  return 'count' in read && [before, after, last].some((each) => each !== undefined)
    ? { ...read, isRough: true }
    : read;
};

/**
 * Reads a counter as platforms and programs write it: `120000`, `"3,456"`, `３４５６`, `1.2万`, `10万+`, `2k`, `约3000`. A `+` means
 * at least: the number stands for it.
 */
export const readCount = (value: unknown): CountReading => {
  if (typeof value === 'number') return fromNumber(value);
  return typeof value === 'string' && value.length <= 40 ? fromText(value) : { fault: '类型不对,应为数目' };
};
