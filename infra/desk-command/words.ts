import { parseJson, readJsonFile } from '../read-json.ts';
import { asField, elementOf, type Field } from './fields.ts';

type Content = Record<string, unknown>;
const isContent = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const MINUTES = { m: 1, h: 60, d: 1440 } as const;
const NOW = /^now(?:([+-])(\d+)([mhd]))?$/;
/** `now`, `now-30m`, `now-2h`, `now+9d` as an instant; any other text as it is. */
const instantIn = (text: string, now: Date): string => {
  const [whole, sign, count, unit] = NOW.exec(text) ?? [];
  if (whole === undefined) return text;
  const minutes = count === undefined ? 0 : Number(count) * MINUTES[unit as keyof typeof MINUTES];
  return new Date(now.getTime() + (sign === '-' ? -minutes : minutes) * 60_000).toISOString();
};

const TRUTHS: Readonly<Record<string, boolean>> = { true: true, 是: true, false: false, 否: false };
const SEPARATORS = /[,,、;;\s]+/;

/** What needs one thing only, such as a source its kind, may be given by that alone. */
const whole = (text: string, { properties, required = [] }: Field): unknown =>
  properties !== undefined && required.length === 1 ? { [required[0]!]: text } : text;

/** A word as the field's contract wants it; what does not fit stays text, for the contract to refuse. */
const readValue = (text: string, field: Field, now: Date): unknown => {
  const { type, format } = field;
  if (type === 'array')
    return text
      .split(SEPARATORS)
      .filter((each) => each !== '')
      .map((each) => whole(each, elementOf(field)));
  if (format === 'date-time') return instantIn(text, now);
  if (type === 'boolean') return TRUTHS[text] ?? text;
  if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  return whole(text, field);
};

type Read = (field: Field, before: unknown) => unknown;
/** `node` with the value put where the keys lead: into an object, a record, or an element of a list (the first unless counted). */
const put = (node: unknown, field: Field, keys: readonly string[], read: Read): unknown => {
  const [key, ...rest] = keys;
  if (key === undefined) return read(field, node);
  if (field.type === 'array') {
    const list: unknown[] = Array.isArray(node) ? [...node] : [];
    const isCounted = /^\d{1,3}$/.test(key);
    const index = isCounted ? Number(key) : 0;
    list[index] = put(list[index], elementOf(field), isCounted ? rest : keys, read);
    return list;
  }
  const content = isContent(node) ? node : {};
  const free = asField(field.additionalProperties);
  // The names in a record are the bureau's own words, and may hold a point.
  if (free !== undefined) return { ...content, [keys.join('.')]: read(free, content[keys.join('.')]) };
  return { ...content, [key]: put(content[key], asField(field.properties?.[key]) ?? {}, rest, read) };
};

/** `名称=值` words, each with what follows it up to the next: a shell parts at blanks, PowerShell at commas too. */
const pairsIn = (words: readonly string[]): [name: string, text: string][] => {
  const joined: string[] = [];
  for (const word of words) {
    if (/^[^=\s]+=/.test(word)) joined.push(word);
    else if (joined.length > 0) joined.push(`${joined.pop()} ${word}`);
    else throw new Error(`“${word}”应写作 名称=值,或写 @文件.json`);
  }
  return joined.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]);
};

const jsonIn = (text: string): unknown => {
  try {
    return parseJson(text, '命令行中的内容');
  } catch (error) {
    const { message } = error as Error;
    throw new Error(`${message}\n在 PowerShell 和 cmd 中请写 名称=值,或把 JSON 存为文件后写 "@文件.json"`);
  }
};

/**
 * The content of a command from its words: `名称=值 …`, `@文件.json` or JSON. Not yet compared with the contract. Throws an
 * Error in Chinese when words or file cannot be read.
 */
export const contentFrom = (words: readonly string[], field: Field, now: Date): Content => {
  const [first = '', ...more] = words;
  if (first.startsWith('@') || first.startsWith('{')) {
    if (first.startsWith('@') && more.length > 0) throw new Error(`${first} 之后不能再写内容`);
    const content = first.startsWith('@') ? readJsonFile(first.slice(1)) : jsonIn(words.join(' '));
    if (!isContent(content)) throw new Error('内容应是一个 JSON 对象:{"名称": "值"}');
    return content;
  }
  return pairsIn(words).reduce<Content>((content, [name, text]) => {
    const read: Read = (leaf, before) => {
      if (before !== undefined) throw new Error(`“${name}”写了两次`);
      return readValue(text, leaf, now);
    };
    return put(content, field, name.split('.'), read) as Content;
  }, {});
};
