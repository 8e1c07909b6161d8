import type { Grading } from '../regulations/schema.ts';
import { comparable } from '../wording/comparable.ts';
import { hasOwnSigns, isParted, type Lettered, lettersOf, longestFirst, type Term, termOf } from './terms.ts';

/**
 * One sentence, to be searched for many words. What only looks like a word of the regulation is masked in its letters. Signs within a
 * word are noise (食-品); elsewhere they part what stands before them from what follows.
 */
export interface Sentence extends Lettered {
  /** The letters, with those phrases masked too within which signs stand. */
  masked: string;
  /** The word that says that the sentence is denied (辟谣). */
  denied: string | null;
}

/** A text made comparable once. `all`: the letters of all sentences, as most words are in none. */
export interface SearchableText {
  all: string;
  sentences: readonly Sentence[];
}

const SENTENCE_ENDS = /[[\p{Sentence_Terminal};؛\n]--[.]]+/v;
/** No word contains it, so what is masked is found no more and all else keeps its place. */
const MASK = '\u25a1';

/** A regulation's words of negation, made comparable once. */
const known = new WeakMap<Grading['negation'], Record<'exceptions' | 'unless' | 'denials', Term[]>>();
const termsOf = (negation: Grading['negation']) => {
  const terms = known.get(negation) ?? {
    exceptions: longestFirst(negation.exceptions),
    unless: negation.unless.map(termOf),
    denials: negation.denials.map(termOf),
  };
  known.set(negation, terms);
  return terms;
};

/** Where the signs within a phrase may be noise or not, whatever raises the level is taken: `isWhole` asks for none. */
const mask = (text: Lettered, phrases: readonly Term[], isWhole: boolean): string =>
  phrases.reduce(
    (letters, phrase) =>
      letters.replaceAll(phrase.letters, (found, at: number) => {
        const within = [at + 1, at + found.length] as const;
        const isMeant =
          hasOwnSigns(text, phrase, at) && !(isWhole && isParted(text, within, { at, signs: phrase.signs }));
        return isMeant ? MASK.repeat(found.length) : found;
      }),
    text.letters,
  );

const isDeniedBy = (text: Lettered, { letters }: Term): boolean => {
  for (let at = text.letters.indexOf(letters); at !== -1; at = text.letters.indexOf(letters, at + 1))
    if (!isParted(text, [at + 1, at + letters.length])) return true;
  return false;
};

const sentenceOf = (text: string, negation: Grading['negation']): Sentence => {
  const { exceptions, unless, denials } = termsOf(negation);
  const bare = lettersOf(text);
  const letters = mask(bare, exceptions, true);
  const masked = bare.signs.size === 0 ? letters : mask(bare, exceptions, false);
  const isDoubted = unless.some((term) => letters.includes(term.letters));
  const denial = isDoubted ? undefined : denials.find((term) => isDeniedBy({ ...bare, letters }, term));
  return { letters, signs: bare.signs, masked, denied: denial?.word ?? null };
};

/** Makes the text comparable, masks the regulation's exceptions and marks the sentences that deny (辟谣). */
export const prepareText = (text: string, negation: Grading['negation']): SearchableText => {
  const sentences = comparable(text)
    .split(SENTENCE_ENDS)
    .filter((sentence) => sentence !== '')
    .map((sentence) => sentenceOf(sentence, negation));
  return { all: sentences.map(({ letters }) => letters).join('\n'), sentences };
};
