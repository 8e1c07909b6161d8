import { parseArgs } from 'node:util';
import { regulationInForce } from '../../../shared/regulations/index.ts';
import { clockedLevels } from '../../../shared/regulations/lookup.ts';
import type { Level, Regulation } from '../../../shared/regulations/schema.ts';

export interface Options {
  json: boolean;
  bureau: string;
  /** The smallest form: one rehearsal, the shortest, and one routine item. */
  quick: boolean;
  /** 常规 items in a month. */
  items: number;
  /** Cases in a month, by level. */
  mix: Readonly<Record<string, number>>;
  /** Whether the mix is ours and nobody's wish: a level that cannot be measured is then left out. */
  isMixAssumed: boolean;
  /** How often a case is looked at over the API, beside the acts themselves. */
  views: number;
  /** What a function call is billed, in milliseconds. */
  duration: number;
  /** In the currency of the prices; null: not known. */
  smsPrice: number | null;
  /** A price file instead of our own. */
  prices: string | null;
  /** The deployment file whose stack is counted; null: the example's, for this bureau. */
  deployment: string | null;
}

/** A day of many more items would take too long to play. */
const MOST_ITEMS = 100_000;
const DEFAULTS = { bureau: 'leizhou', items: '5000', views: '20', 'duration-ms': '100' };
const FLAGS = ['json', 'quick'];
const NAMES = [...Object.keys(DEFAULTS), 'mix', 'sms-price', 'prices', 'deployment'];
/** An assumption: so many cases a month at the lowest level with clocks, the next, and so on. */
const ASSUMED_MIX = [40, 14, 5, 1];

const readNumber = (text: string, what: string, { whole = false, most = 1e9 } = {}): number => {
  const isNumber = whole ? /^\d+$/.test(text) : /^\d+(\.\d+)?$/.test(text);
  if (!isNumber || Number(text) > most)
    throw new Error(`${what} 应当是不小于 0、不大于 ${most} 的${whole ? '整数' : '数'},不能是“${text}”。`);
  return Number(text);
};

/** Of 舆情 only: what else has clocks is opened by the calendar, not by the month's cases. */
const assumedMix = ({ scales }: Regulation): [id: string, count: number][] =>
  scales[0]!.levels
    .filter(({ clocked }) => clocked)
    .sort((one, other) => one.rank - other.rank)
    .map(({ id }, index) => [id, ASSUMED_MIX[index] ?? 0]);

const readMix = (text: string, levels: readonly Level[], example: string): [string, number][] => {
  const known = levels.map(({ id, short }) => `${id}(${short})`).join('、');
  const seen = new Set<string>();
  return text.split(',').map((part) => {
    const [id = '', count, ...more] = part.split('=').map((each) => each.trim());
    if (count === undefined || more.length > 0)
      throw new Error(`--mix 应当写成 ${example} 的样子,不能是“${part}”。`);
    if (!levels.some((level) => level.id === id)) throw new Error(`--mix 中没有级别“${id}”,只有${known}。`);
    if (seen.has(id)) throw new Error(`--mix 中级别“${id}”写了两次。`);
    seen.add(id);
    return [id, readNumber(count, `--mix 中 ${id} 的件数`, { whole: true })];
  });
};

/** What is given on the command line, by name; flags as `true`. Throws an Error of one Chinese sentence. */
const readTokens = (args: readonly string[]): Readonly<Record<string, string>> => {
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: Object.fromEntries(NAMES.map((name) => [name, { type: 'string' as const }])),
  });
  const given: Record<string, string> = {};
  for (const token of tokens) {
    if (token.kind !== 'option')
      throw new Error(`不认识“${token.kind === 'positional' ? token.value : '--'}”。`);
    const { name, rawName, value } = token;
    const isFlag = FLAGS.includes(name);
    if (isFlag && value !== undefined) throw new Error(`选项 --${name} 不带值。`);
    if (!(isFlag || NAMES.includes(name)) || !rawName.startsWith('--'))
      throw new Error(
        `没有选项 ${rawName},只有 ${[...FLAGS, ...NAMES].map((each) => `--${each}`).join('、')}。`,
      );
    if (!isFlag && (value === undefined || value === '')) throw new Error(`选项 ${rawName} 缺少值。`);
    given[name] = value ?? 'true';
  }
  return given;
};

/** Reads the command line. Throws an Error of one Chinese sentence. */
export const readOptions = (args: readonly string[]): Options => {
  const given: Readonly<Record<string, string>> = { ...DEFAULTS, ...readTokens(args) };
  const regulation = regulationInForce(given.bureau!);
  const levels = clockedLevels(regulation);
  const assumed = assumedMix(regulation);
  const example = assumed.map(([id, count]) => `${id}=${count}`).join(',');
  const mix = given.mix === undefined ? assumed : readMix(given.mix, levels, example);
  return {
    json: given.json !== undefined,
    bureau: regulation.id,
    quick: given.quick !== undefined,
    items: readNumber(given.items!, '--items', { whole: true, most: MOST_ITEMS }),
    mix: { ...Object.fromEntries(levels.map(({ id }) => [id, 0])), ...Object.fromEntries(mix) },
    isMixAssumed: given.mix === undefined,
    views: readNumber(given.views!, '--views', { whole: true }),
    duration: readNumber(given['duration-ms']!, '--duration-ms', { most: 900_000 }),
    smsPrice: given['sms-price'] === undefined ? null : readNumber(given['sms-price'], '--sms-price'),
    prices: given.prices ?? null,
    deployment: given.deployment ?? null,
  };
};
