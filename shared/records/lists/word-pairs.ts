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

/**
 * The words of a search, which spaces of any width part; each has to be in the title. Where none has two characters they are one word
 * that was written with spaces: 过 期 食 品.
 */
export const searchedWords = (text: string): string[] => {
  const words = text
    .split(/\s+/u)
    .map(wordsIn)
    .filter((word) => word !== '');
  return words.some((word) => [...word].length > 1) ? words : [words.join('')];
};

/** The pairs of all words that are searched for: whatever is found has each of them. */
export const searchedPairs = (text: string): string[] => [...new Set(searchedWords(text).flatMap(wordPairs))];

/** Whether a title has all of these words, in whatever order. */
export const hasWords = (title: string, words: string): boolean => {
  const all = wordsIn(title);
  return searchedWords(words).every((word) => all.includes(word));
};
