/** A time of day as it was written, 0–24 hours; ISO parts with two digits each. */
export type Clock = string;

const MORNING = '凌晨|清晨|早晨|早上|早间|上午|早';
const NOON = '中午|正午';
const AFTERNOON = '下午|午后|傍晚';
const EVENING = '晚上|晚间|夜里|夜间|深夜|午夜|晚';
const WORDS = `(?:${MORNING}|${NOON}|${AFTERNOON}|${EVENING}|[ap]\\.?m\\.?)`;
/** A time of day at the end of a text, with 上午 or am. */
export const CLOCK = `(?:${WORDS} ?)?\\d{1,2}(?: ?: ?\\d{1,2}(?: ?: ?\\d{1,2}(?:[.,]\\d{1,9})?)?| ?[时点] ?(?:\\d{1,2} ?分?(?: ?\\d{1,2} ?秒)?|半|[1-3]刻|整|钟)?)(?: ?[ap]\\.?m\\.?)?`;

const PARTS = [
  /^(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,9}))?)?$/,
  /^(\d{1,2})[时点](?:(\d{1,2})分?(?:(\d{1,2})秒)?|整|钟)?$/,
] as const;
const QUARTERS = /^(\d{1,2})[时点](半|[1-3]刻)$/;

const is = (words: string, word: string): boolean => new RegExp(`^(?:${words})$`).test(word);
/** 下午4 → 16. Undefined where the word and the hour do not fit, or leave two hours possible (晚上12点, 深夜1点). */
const hourOf = (word: string, hour: number, isWithColon: boolean): number | undefined => {
  const isBare = hour <= 12;
  if (word === '') return hour;
  if (word === 'am') return isBare ? hour % 12 : undefined;
  if (word === 'pm') return isBare ? (hour % 12) + 12 : hour;
  if (word === '凌晨') return hour === 12 ? 0 : hour <= 6 ? hour : undefined;
  // Programs that write 上午12:05 mean the hour after midnight; of people who write 上午12点 most mean noon.
  if (is(MORNING, word))
    return hour < 12 ? hour : hour === 12 && word === '上午' && isWithColon ? 0 : undefined;
  if (is(NOON, word)) return hour >= 11 && hour <= 14 ? hour : hour <= 2 ? hour + 12 : undefined;
  if (is(AFTERNOON, word)) return hour >= 12 ? hour : hour >= 1 ? hour + 12 : undefined;
  return hour >= 18 ? hour : hour >= 5 && hour < 12 ? hour + 12 : undefined;
};

const two = (digits: string | number): string => String(digits).padStart(2, '0');

/** Reads a time of day: `16:05`, `下午4点05分`, `4:05 pm`, `16时`. Undefined: it is none. */
export const readClock = (text: string): Clock | undefined => {
  const bare = text.toLowerCase().replace(/([ap])\.?m\.?/, '$1m');
  const [, before = '', middle = '', after = ''] =
    new RegExp(`^(${WORDS})?(.*?)([ap]m)?$`).exec(bare.replaceAll(' ', '')) ?? [];
  const quarter = QUARTERS.exec(middle);
  const parts = quarter ?? PARTS.map((each) => each.exec(middle)).find((each) => each !== null);
  if (parts === undefined || parts === null || (before !== '' && after !== '')) return undefined;
  const hour = hourOf(before || after, Number(parts[1]), middle.includes(':'));
  if (hour === undefined) return undefined;
  if (quarter !== null) return `${two(hour)}:${parts[2] === '半' ? '30' : Number(parts[2]![0]) * 15}:00`;
  const [, , minute = '0', second = '0', fraction] = parts;
  return `${two(hour)}:${two(minute)}:${two(second)}${fraction === undefined ? '' : `.${fraction}`}`;
};
