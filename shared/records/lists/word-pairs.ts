import { wordsIn } from '../../contracts/plain-text.ts';

/** A title may have 2000 characters: what it is about stands at its beginning. */
const LONGEST = 200;

/**
 * The pairs of neighbouring characters of a text, each once, by which a title is found: 过期食品 has 过期, 期食 and 食品. Width, case,
 * spaces and signs make no difference.
 */
export const wordPairs = (text: string): string[] => {
  const characters = [...wordsIn(text)].slice(0, LONGEST);
  return [...new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))];
};

/** Whether a title has these words, as they are found. */
export const hasWords = (title: string, words: string): boolean => wordsIn(title).includes(wordsIn(words));
