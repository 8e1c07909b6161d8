import type { ItemWarning } from '../contracts/items.ts';
import { looksLike, plainName, SECRECY_FIELDS, SOURCE_FIELDS } from './lookalikes.ts';
import type { Mapping } from './mapping/mapping.ts';
import { pathsIn } from './mapping/paths.ts';
import type { Target } from './mapping/targets.ts';
import { isSecrecy, maySaySomethingGrave, secretMarkIn } from './names.ts';
import { saysNothing } from './nothing.ts';
import type { Reading } from './reading.ts';
import { unreadWords, type Words } from './unread-words.ts';
import { titleOf, warning } from './warn.ts';

const MOST_DEEP = 3;
/** So many of a list are looked at. */
const MOST_MEMBERS = 20;
interface Leaf {
  path: string;
  /** Of the field itself, and of those around it. */
  name: string;
  within: readonly string[];
  value: unknown;
}

/** What stands at a field and within it; a list is no field of its own. */
const leavesAt = (leaf: Leaf, depth: number): Leaf[] => {
  const { value, path, name, within } = leaf;
  if (typeof value !== 'object' || value === null) return [leaf];
  if (depth === MOST_DEEP) return [];
  if (!Array.isArray(value)) return leavesIn(value, `${path}.`, [...within, name], depth + 1);
  return value
    .slice(0, MOST_MEMBERS)
    .flatMap((each, index) => leavesAt({ ...leaf, path: `${path}.${index}`, value: each }, depth + 1));
};
const leavesIn = (object: object, outer = '', within: readonly string[] = [], depth = 0): Leaf[] =>
  Object.entries(object).flatMap(([name, value]) =>
    leavesAt({ path: `${outer}${name}`, name, within, value }, depth),
  );

const isYes = (value: unknown): boolean =>
  value === true ||
  value === 1 ||
  (typeof value === 'string' && /^(?:true|1|yes|y|是|有)$/i.test(value.trim()));

/** A flag of the regulation that is set as a field of its own: `"涉密": true`, `isSecret: 1`. */
const flagNamed = ({ regulation }: Reading, { name, value }: Leaf): string | undefined => {
  if (!isYes(value)) return undefined;
  const plain = plainName(name).replace(/^is/, '');
  return regulation.flags.find((flag) => [flag.id, flag.name].some((each) => plainName(each) === plain))
    ?.name;
};

const isIn = (names: ReadonlySet<string>, { name, within }: Leaf): boolean =>
  [name, ...within].some((each) => names.has(plainName(each)));
/** A name of something is short; what is longer is a text that only mentions it. */
const LONGEST_NAME = 30;
/** Where it says 公开 or the like there is nothing to be told. */
const OPEN = /^(?:无|否|不涉密|非密|公开|普通|一般|内部|public|open|unclassified|normal|none|no|false|0)$/i;

/** What nobody may miss: a flag, a mark of secrecy or a superior's assignment in a field that is not read. */
const graveIn = (reading: Reading, leaf: Leaf): { target: Target; message: string } | undefined => {
  const flag = flagNamed(reading, leaf);
  if (flag !== undefined) return { target: 'flags', message: `像是标记“${flag}”,没有读取:请写入标记(flags)` };
  const { value } = leaf;
  if (typeof value !== 'string' || saysNothing(value) || value.length > LONGEST_NAME) return undefined;
  if (isSecrecy(value) || (isIn(SECRECY_FIELDS, leaf) && !OPEN.test(value.trim())))
    return { target: 'flags', message: `像是密级“${value}”,没有读取:请写入标记(flags)` };
  if (isIn(SOURCE_FIELDS, leaf) && maySaySomethingGrave(reading.regulation, value))
    return { target: 'source', message: `像是来源“${value}”,没有读取:请写入来源(source)` };
  return undefined;
};

/** The paths of an item that its mapping reads. */
export const ownPaths = ({ fields, former = {} }: Mapping): string[] => [
  ...Object.values(fields).flatMap((way) => (typeof way === 'string' ? pathsIn(way) : [])),
  ...Object.keys(former),
];

/**
 * What of an item looks like a field of ours and is not read. `rest`: what is left of it. A counter is always named, another field only
 * where the item gives none itself, a flag, a mark of secrecy and a superior's assignment loudest.
 */
export const leftOver = (
  reading: Reading,
  mapping: Mapping,
  rest: Record<string, unknown>,
): ItemWarning[] => {
  // What a mapping reads is not left over, readable or not.
  const known = new Set([...ownPaths(mapping), ...(mapping.ignored ?? [])]);
  const isKnown = (path: string): boolean =>
    known.has(path) || [...known].some((one) => path.startsWith(`${one}.`));
  return leavesIn(rest).flatMap((leaf): ItemWarning[] => {
    const { path, name, value } = leaf;
    if (isKnown(path)) return [];
    const grave = graveIn(reading, leaf);
    if (grave !== undefined)
      return [warning(grave.target, { path, value, kind: 'unused', message: grave.message, isGrave: true })];
    const target = looksLike(name, value);
    if (target === undefined) return [];
    if (reading.mapped.has(target)) return [];
    return [warning(target, { path, value, kind: 'unused', message: unusedMessage(target) })];
  });
};

/**
 * What is to be said of words that nobody reads. `raisedBy`: the level that an item would be raised to with some words, where that cannot
 * wait. The item stays what it is by what was read; who is on duty hears of the rest at once.
 */
export const unreadWordsOf = (
  mapping: Mapping,
  rest: Record<string, unknown>,
  raisedBy: (text: string) => string | undefined,
): ItemWarning[] => {
  const unread = unreadWords(mapping, rest);
  const grave = (target: Target, { path, text }: Words, message: string) =>
    warning(target, { path, value: text, kind: 'unused', message, isGrave: true });
  const marks = unread.flatMap(({ path, text }) => {
    const mark = secretMarkIn(text.slice(0, LOOKED_AT));
    const message = `没有读取的文字中像是密级标志“${mark}”:请写入标记(flags)`;
    return mark === undefined ? [] : [grave('flags', { path, text: mark }, message)];
  });
  const textOf = (words: readonly Words[]): string =>
    words
      .map(({ text }) => text)
      .join('\n')
      .slice(0, LONGEST_WORDS);
  const level = unread.length === 0 ? undefined : raisedBy(textOf(unread));
  if (level === undefined) return marks;
  const first =
    unread.slice(0, MOST_MEMBERS).find((each) => raisedBy(textOf([each])) !== undefined) ?? unread[0]!;
  const message = `有文字没有读取,连同这些文字应为${level}:请改用 content,或请本局为这个数据源选定字段对应`;
  return [...marks, grave('content', first, message)];
};
/** A mark stands at the beginning. */
const LOOKED_AT = 4000;
const LONGEST_WORDS = 100_000;

const unusedMessage = (target: Target): string =>
  `像是${titleOf(target)},没有读取:请改用 ${target},或请本局为这个数据源选定字段对应`;
