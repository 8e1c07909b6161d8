import { comparable } from '../wording/comparable.ts';
import { lettersOf, type Term, termOf } from './terms.ts';

/** In a word of a regulation's list this stands for a number, however it is written: 几死几伤 is 3死7伤 and 一死三伤. */
const A_FIGURE = '几';
const FIGURES = '0-9零一二两三四五六七八九十百千几数多';
/** The first number is all of it, and not none: 0死3伤 is no death. */
const FIRST = `(?<![${FIGURES}.])(?![0零]+(?![${FIGURES}]))[${FIGURES}]+余?`;
/** So many spellings of one word are looked at in a text. */
const MOST = 20;

const patternOf = (word: string): RegExp => {
  const [head = '', first = '', ...rest] = lettersOf(comparable(word)).letters.split(A_FIGURE);
  return new RegExp([head + FIRST + first, ...rest].join(`[${FIGURES}]+余?`), 'g');
};

/** How words that have a number in them are written in a text; a word without one is written as it stands. */
export const createSpelled = (vocabulary: readonly string[]) => {
  const patterns = new Map(
    vocabulary.flatMap((word) => (word.includes(A_FIGURE) ? [[word, patternOf(word)] as const] : [])),
  );
  const terms = new Map(vocabulary.map((word) => [word, termOf(word)] as const));
  return (letters: string, word: string): readonly Term[] => {
    const pattern = patterns.get(word);
    if (pattern === undefined) {
      const term = terms.get(word) ?? termOf(word);
      return term.letters !== '' && letters.includes(term.letters) ? [term] : [];
    }
    const found = new Set<string>();
    for (const [written] of letters.matchAll(pattern)) if (found.size < MOST) found.add(written);
    return [...found].map(termOf);
  };
};
