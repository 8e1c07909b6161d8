import type { Grading } from '../regulations/schema.ts';
import { comparable } from '../wording/comparable.ts';
import { type Clause, clausesOf } from './denial/clauses.ts';
import { ASKS, CORRECTS_NUMBER } from './denial/phrases.ts';
import { type Reach, reachOf } from './denial/reach.ts';
import { hasOwnSigns, isParted, type Lettered, lettersOf, longestFirst, type Term, termOf } from './terms.ts';

/**
 * One sentence, to be searched for many words. What only looks like a word of the regulation is masked in its letters. Signs within a
 * word are noise (食-品); elsewhere they part what stands before them from what follows.
 */
export interface Sentence extends Lettered {
  /** The letters, with those phrases masked too within which signs stand. */
  masked: string;
  clauses: readonly Clause[];
  /** What words of denial (辟谣) reach, by the clause. */
  denied: readonly (readonly Reach[] | undefined)[];
  /** It asks, or says that a denial is not believed (质疑): nothing in it is denied. */
  isDoubted: boolean;
}

/** A text made comparable once. `all`: the letters of all sentences, as most words are in none. */
export interface SearchableText {
  all: string;
  sentences: readonly Sentence[];
}

const SENTENCE_ENDS = /([[\p{Sentence_Terminal};؛\n]--[.]]+)/v;
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

const sentenceOf = (text: string, end: string, negation: Grading['negation']): Sentence => {
  const { exceptions, unless, denials } = termsOf(negation);
  const bare = lettersOf(text);
  const letters = mask(bare, exceptions, true);
  const masked = bare.signs.size === 0 ? letters : mask(bare, exceptions, false);
  const isDoubted = end.includes('?') || unless.some((term) => letters.includes(term.letters));
  const own = { letters, signs: bare.signs };
  const clauses = clausesOf(letters);
  // 辟谣:仅三名,不是五名: a denial that puts a number right, or that is asked about, takes no event away.
  const isOfNumber = CORRECTS_NUMBER.test(letters) || ASKS.test(letters);
  const denied = isDoubted || isOfNumber ? [] : reachOf(own, clauses, denials);
  return { ...own, masked, clauses, denied, isDoubted };
};

/** Makes the text comparable, masks the regulation's exceptions and finds what is denied in each sentence (辟谣). */
export const prepareText = (text: string, negation: Grading['negation']): SearchableText => {
  // What ends each stands behind it: a question denies nothing.
  const parts = comparable(text).split(SENTENCE_ENDS);
  const sentences = parts.flatMap((sentence, index) =>
    index % 2 === 1 || sentence === '' ? [] : [sentenceOf(sentence, parts[index + 1] ?? '', negation)],
  );
  return { all: sentences.map(({ letters }) => letters).join('\n'), sentences };
};
