import type { Evidence } from './evidence.ts';

const FIELDS = ['siteName', 'author'] as const;
const IS_NAME = /name|nick|昵称|名称/i;

/** The words in which a feed says a name: itself, that of an object ({ nickname }), or several of a list, parted by |. */
const wordsOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const named = Array.isArray(value)
    ? value.map(wordsOf)
    : Object.entries(value).map(([key, each]) => (IS_NAME.test(key) ? each : undefined));
  const words = named.filter((each) => typeof each === 'string');
  return words.length === 0 ? undefined : words.join('|');
};

/** Where an item stands and who wrote it, as the first of these that has the field says: its newest push, what was known of it before. */
export const publisherOf = (
  ...said: readonly Readonly<Record<string, unknown>>[]
): Pick<Evidence, 'siteName' | 'author'> =>
  Object.fromEntries(
    FIELDS.flatMap((field) => {
      const words = wordsOf(said.find((each) => each[field] !== undefined)?.[field]);
      return words === undefined ? [] : [[field, words]];
    }),
  );
