import { levelOfWords, type WordLevel } from '../../grading/words-alone.ts';
import { wordsIn } from '../../intake/unread-words.ts';
import { rankOf } from '../../regulations/lookup.ts';
import { SECRET_FLAG } from '../../regulations/reserved.ts';
import type { Regulation } from '../../regulations/schema.ts';

const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

const LONGEST_WORDS = 100_000;

/** The items in what was refused as a whole, as far as it can be told where one ends, and what stands beside them. */
const partsOf = (raw: unknown): unknown[] => {
  if (Array.isArray(raw)) return raw;
  if (!isRecord(raw) || !Array.isArray(raw.items)) return [raw];
  const { items, ...beside } = raw;
  return [...items, beside];
};
/** Of more the words are graded together. */
const MOST_APART = 500;

/**
 * What the words of something alone would be graded at; of several items the gravest. Undefined: there are no words. `isOne`: it is one
 * item, whatever lists it has.
 */
export const judgeWords = (
  regulation: Regulation,
  raw: unknown,
  { now, isOne = false }: { now: string; isOne?: boolean },
): WordLevel | undefined => {
  const parts = isOne ? [raw] : partsOf(raw);
  const saidIn = (some: unknown): string =>
    wordsIn(some)
      .map(({ text }) => text)
      .join('\n');
  return [...parts.slice(0, MOST_APART).map(saidIn), saidIn(parts.slice(MOST_APART))]
    .filter((text) => text !== '')
    .map((text) => levelOfWords(regulation, { text: text.slice(0, LONGEST_WORDS), observedAt: now }))
    .reduce<WordLevel | undefined>(
      (gravest, each) =>
        gravest === undefined || rankOf(regulation, each.handling) > rankOf(regulation, gravest.handling)
          ? each
          : gravest,
      undefined,
    );
};

/** Whether its feed marks it 涉密: then nothing that it says is kept. */
export const isMarkedSecret = (regulation: Regulation, raw: unknown): boolean => {
  const name = regulation.flags.find(({ id }) => id === SECRET_FLAG)?.name;
  return partsOf(raw).some(
    (part) =>
      isRecord(part) &&
      [part.flags].flat().some((flag) => typeof flag === 'string' && [SECRET_FLAG, name].includes(flag)),
  );
};
