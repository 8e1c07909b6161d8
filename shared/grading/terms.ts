import { comparable } from '../wording/comparable.ts';

/** Letters, and apart from them the signs before each, by its place. */
export interface Lettered {
  letters: string;
  signs: ReadonlyMap<number, string>;
}

/**
 * A word or a phrase of the regulation, made comparable once. `word`: as the regulation writes it, which is what a reason quotes. Its
 * signs are asked for where it is looked for: “台独” is not the 台独 of 一台独立电梯.
 */
export interface Term extends Lettered {
  word: string;
}

/** What is no letter and does not part words: 、 and , stay among the letters. */
const SIGNS = /[^\p{L}\p{M}\p{N},、:]+/gu;
const isFigure = (character: string | undefined): boolean => character !== undefined && /\d/.test(character);

/** `text`: comparable. Spaces make no difference; a sign between two figures stays among the letters, as 1.5 is not 15. */
export const lettersOf = (text: string): Lettered => {
  const written = text.replace(/\s+/gu, '');
  const signs = new Map<number, string>();
  let letters = '';
  let rest = 0;
  for (const { 0: sign, index } of written.matchAll(SIGNS)) {
    const next = index + sign.length;
    if (isFigure(written[index - 1]) && isFigure(written[next])) continue;
    letters += written.slice(rest, index);
    signs.set(letters.length, sign);
    rest = next;
  }
  return { letters: letters + written.slice(rest), signs };
};

export const termOf = (word: string): Term => ({ word, ...lettersOf(comparable(word)) });
export const longestFirst = (words: readonly string[]): Term[] =>
  words.map(termOf).sort((a, b) => b.letters.length - a.letters.length || (a.letters < b.letters ? -1 : 1));

/** Whether the term, whose letters stand at this place, has the signs there that it is written with. */
export const hasOwnSigns = ({ signs }: Lettered, term: Term, at: number): boolean =>
  [...term.signs].every(([place, sign]) => signs.get(at + place)?.includes(sign) === true);

/** Whether signs that are not the term's own stand before one of the letters from `from` up to `to`; the term begins at `at`. */
export const isParted = (
  { signs }: Lettered,
  [from, to]: readonly [number, number],
  term?: { at: number; signs: Term['signs'] },
): boolean => {
  if (signs.size === 0) return false;
  for (let place = from; place < to; place += 1)
    if (signs.has(place) && term?.signs.has(place - term.at) !== true) return true;
  return false;
};
