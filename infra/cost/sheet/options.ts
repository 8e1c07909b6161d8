import { parseArgs } from 'node:util';
import type { Level } from '../../../shared/regulations/schema.ts';

export interface Options {
  json: boolean;
  /** 常规 items in a month. */
  items: number;
  /** Cases in a month, by level. */
  mix: Readonly<Record<string, number>>;
  /** How often a case is looked at over the API, beside the acts themselves. */
  views: number;
  /** What a function call is billed, in milliseconds. */
  duration: number;
  /** In the currency of the prices; null: not known. */
  smsPrice: number | null;
  /** A price file instead of our own. */
  prices: string | null;
  /** The deployment file whose stack is counted. */
  deployment: string;
}

/** A day of many more items would take too long to play. */
const MOST_ITEMS = 100_000;
const DEFAULTS = {
  items: '5000',
  mix: 'blue=40,yellow=14,orange=5,red=1',
  views: '20',
  'duration-ms': '100',
  deployment: 'deployment.example.json',
};
const NAMES = [...Object.keys(DEFAULTS), 'sms-price', 'prices'];

const readNumber = (text: string, what: string, { whole = false, most = 1e9 } = {}): number => {
  const isNumber = whole ? /^\d+$/.test(text) : /^\d+(\.\d+)?$/.test(text);
  if (!isNumber || Number(text) > most)
    throw new Error(`${what} 应当是不小于 0、不大于 ${most} 的${whole ? '整数' : '数'},不能是“${text}”。`);
  return Number(text);
};

const readMix = (text: string, levels: readonly Level[]): Record<string, number> => {
  const mix: Record<string, number> = Object.fromEntries(levels.map(({ id }) => [id, 0]));
  const known = levels.map(({ id, short }) => `${id}(${short})`).join('、');
  const seen = new Set<string>();
  for (const part of text.split(',')) {
    const [id = '', count, ...more] = part.split('=').map((each) => each.trim());
    if (count === undefined || more.length > 0)
      throw new Error(`--mix 应当写成 ${DEFAULTS.mix} 的样子,不能是“${part}”。`);
    if (!Object.hasOwn(mix, id)) throw new Error(`--mix 中没有级别“${id}”,只有${known}。`);
    if (seen.has(id)) throw new Error(`--mix 中级别“${id}”写了两次。`);
    seen.add(id);
    mix[id] = readNumber(count, `--mix 中 ${id} 的件数`, { whole: true });
  }
  return mix;
};

/** Reads the command line. Throws an Error of one Chinese sentence. */
export const readOptions = (args: readonly string[], levels: readonly Level[]): Options => {
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: Object.fromEntries(NAMES.map((name) => [name, { type: 'string' as const }])),
  });
  const given: Record<string, string> = { ...DEFAULTS };
  let json = false;
  for (const token of tokens) {
    if (token.kind !== 'option')
      throw new Error(`不认识“${token.kind === 'positional' ? token.value : '--'}”。`);
    const { name, rawName, value } = token;
    if (name === 'json' && value !== undefined) throw new Error('选项 --json 不带值。');
    if (name === 'json') json = true;
    else if (!NAMES.includes(name) || !rawName.startsWith('--'))
      throw new Error(`没有选项 ${rawName},只有 --json、${NAMES.map((each) => `--${each}`).join('、')}。`);
    else if (value === undefined || value === '') throw new Error(`选项 ${rawName} 缺少值。`);
    else given[name] = value;
  }
  return {
    json,
    items: readNumber(given.items!, '--items', { whole: true, most: MOST_ITEMS }),
    mix: readMix(given.mix!, levels),
    views: readNumber(given.views!, '--views', { whole: true }),
    duration: readNumber(given['duration-ms']!, '--duration-ms', { most: 900_000 }),
    smsPrice: given['sms-price'] === undefined ? null : readNumber(given['sms-price'], '--sms-price'),
    prices: given.prices ?? null,
    deployment: given.deployment!,
  };
};
