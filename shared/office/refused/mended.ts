import { hasNumericLimit } from '../../grading/words-alone.ts';
import { legible } from '../../intake/encodings.ts';
import { wordsIn } from '../../intake/unread-words.ts';
import type { ItemRecord, Items } from '../../records/items.ts';
import type { RefusedItem } from '../../records/register/refused-items.ts';
import { rankOf } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { comparable } from '../../wording/comparable.ts';
import { standingSince } from '../items/versions.ts';
import { isSecretItem } from '../secret-items.ts';

/** The text as JSON, where it is that. */
export const parsedOrText = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** What a push says that is no JSON: as JSON where that is written in it in another way, else as somebody could read it. */
export const readInText = (text: string): unknown => {
  const read = legible(text);
  const begin = read.search(/[[{]/);
  const json = begin < 0 ? read : parsedOrText(read.slice(begin));
  return typeof json === 'string' ? read : json;
};

/** Whether a level is at least that of what was refused, where that has limits. */
export const isAsGrave = (regulation: Regulation, level: string, { grade }: RefusedItem): boolean =>
  grade !== undefined &&
  hasNumericLimit(regulation, grade.handling) &&
  rankOf(regulation, level) >= rankOf(regulation, grade.handling);

/** An item, or what its feed says of one. */
interface Saying {
  title: string;
  content?: string | undefined;
  extra: Readonly<Record<string, unknown>>;
}
/** Whether every word that was refused stands in an item. */
export const hasItsWords = (
  { title, content = '', extra }: Saying,
  { raw, bytes, told }: RefusedItem,
): boolean => {
  // Of what was cut the words cannot be told apart.
  if (bytes > Buffer.byteLength(raw)) return told === 'digest';
  const said = comparable([title, content, ...wordsIn(extra).map(({ text }) => text)].join('\n'));
  return wordsIn(parsedOrText(raw)).every(({ text }) => said.includes(comparable(text).trim()));
};

const says = (regulation: Regulation, item: ItemRecord, refusal: RefusedItem): boolean => {
  if (refusal.isSecret || isSecretItem(item)) return isSecretItem(item);
  return isAsGrave(regulation, item.grade.handling, refusal) || hasItsWords(item, refusal);
};

/** The item that a refused one was taken as: by hand, or since its feed has pushed it again with what it said then. Undefined: it was not. */
export const createTakenAs =
  ({ items, regulation }: { items: Pick<Items, 'find' | 'findVersion'>; regulation: Regulation }) =>
  async (refusal: RefusedItem): Promise<ItemRecord | undefined> => {
    const { feed, at, entered } = refusal;
    const id = entered?.item ?? refusal.mendedAs ?? refusal.item;
    const found = id === undefined ? undefined : await items.find(feed, id);
    if (found === undefined || entered !== undefined) return found;
    if ((found.readings.at(-1)?.at ?? '') <= at) return undefined;
    // What was softened afterwards had been said.
    for await (const said of standingSince(items, found, at))
      if ((said.readings.at(-1)?.at ?? '') > at && says(regulation, said, refusal)) return found;
    return undefined;
  };
export type TakenAs = ReturnType<typeof createTakenAs>;
