import type { FeedItem } from '../contracts/items.ts';
import type { Choice } from '../rules/names.ts';
import { maySaySomethingGrave, meant, readName } from './names.ts';
import { saysNothing } from './nothing.ts';
import { cannotRead, givenAs, type Reading, use } from './reading.ts';
import { shown } from './warn.ts';

const SEPARATORS = /[,，、;；|/\n\t]+/;
const isYes = (value: unknown): boolean =>
  value === true ||
  value === 1 ||
  (typeof value === 'string' && /^(?:true|1|yes|y|是|有)$/i.test(value.trim()));

/** The names in a list, in a text by a separator, or in an object of yes and no; undefined: it is none of them. */
const namesIn = (value: unknown): unknown[] | undefined => {
  if (typeof value === 'string') return value.split(SEPARATORS);
  if (Array.isArray(value)) return value;
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, each]) => (isYes(each) ? [name] : []));
  return undefined;
};

/** The flags that a feed sets, by name as by id. One that the regulation does not have is told, loudest where it may matter. */
export const readFlags = (reading: Reading): string[] | undefined => {
  const found = givenAs(reading, 'flags');
  if (found === undefined) return undefined;
  const unread = (value: unknown, why: string): string[] => {
    cannotRead(reading, 'flags', why, {
      value,
      isGrave: maySaySomethingGrave(reading.regulation, shown(value)),
    });
    return [];
  };
  // A name of the regulation may have a separator in it.
  const whole =
    typeof found.value === 'string' ? readName(reading.regulation, 'flag', found.value) : undefined;
  const names = whole !== undefined && 'id' in whole ? [found.value] : namesIn(found.value);
  if (names === undefined) {
    unread(found.value, '类型不对,应为列表');
    return undefined;
  }
  const before = reading.warnings.length;
  const flags = names
    .filter((name) => !saysNothing(name))
    .flatMap((name): string[] => {
      if (typeof name !== 'string') return unread(name, '类型不对,应为文字');
      const read = readName(reading.regulation, 'flag', name);
      return 'id' in read ? [read.id] : unread(name, `识别不出:${read.fault}`);
    });
  if (reading.warnings.length === before) use(reading, found);
  return flags.length === 0 ? undefined : [...new Set(flags)];
};

/** The unit that an item names, by name as by id. */
export const readUnit = (reading: Reading): string | undefined => {
  const found = givenAs(reading, 'unit');
  if (found === undefined) return undefined;
  if (typeof found.value !== 'string') {
    cannotRead(reading, 'unit', '类型不对,应为文字');
    return undefined;
  }
  const read = readName(reading.regulation, 'unit', found.value);
  if ('fault' in read) {
    cannotRead(reading, 'unit', `识别不出:${read.fault}`);
    return undefined;
  }
  use(reading, found);
  return read.id;
};

/** A word of a list that is evidence for the grade. A bureau without such a list has no use for it, and nothing is said. */
const readWord = (
  reading: Reading,
  target: 'mediaType' | 'mediaTier' | 'hotSearch',
  choices: readonly Choice[],
): string | undefined => {
  const found = givenAs(reading, target);
  if (found === undefined || choices.length === 0) return undefined;
  const { value } = found;
  const id = typeof value === 'string' ? meant(choices, value) : undefined;
  if (id === undefined) {
    const there = choices.map(({ name }) => name).join('、');
    cannotRead(reading, target, typeof value === 'string' ? `识别不出;可填:${there}` : '类型不对,应为文字');
  }
  return id;
};

export const readWords = (reading: Reading): Pick<FeedItem, 'mediaType' | 'mediaTier' | 'hotSearch'> => {
  const { mediaTypes, grading } = reading.regulation;
  const rankOf = (rank: string): readonly Choice[] =>
    grading.heat.ranks.find(({ id }) => id === rank)?.values ?? [];
  const read = {
    mediaType: readWord(reading, 'mediaType', mediaTypes),
    mediaTier: readWord(reading, 'mediaTier', rankOf('mediaTier')),
    hotSearch: readWord(reading, 'hotSearch', rankOf('hotSearch')),
  };
  for (const target of ['mediaTier', 'hotSearch'] as const) {
    const found = givenAs(reading, target);
    if (found !== undefined && read[target] !== undefined) use(reading, found);
  }
  return Object.fromEntries(Object.entries(read).filter(([, id]) => id !== undefined));
};
