import type { Grading } from '../regulations/schema.ts';

/** A text made comparable once, to be searched for many words. */
interface SearchableText {
  sentences: readonly { text: string; denied: string | null }[];
}

/** `found`: words that count. `discounted`: words that stand in the text but not as a fact, with what says so. */
export interface Matches {
  found: string[];
  discounted: { word: string; because: string }[];
}

/** Full-width and half-width forms are the same; so are letter cases. */
const fold = (text: string): string => text.normalize('NFKC').toLowerCase();
const longestFirst = (words: readonly string[]): string[] =>
  words.map(fold).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));

const joiners = ['、', '和', '或', '及', '与'];
/** No word contains it, so a phrase that only looks like a word is hidden and clauses keep their length. */
const mask = '\u25a1';
/** How many characters before a word are searched for a negator. */
const reach = 40;

const endingOf = (text: string, endings: readonly string[]): string | undefined =>
  endings.find((ending) => text.endsWith(ending));

/**
 * A function that tells how `prefix`, the part of a sentence before a word, negates that word: the negating phrase
 * itself (未造成人员), or null. Between negator and word only the regulation's fillers and other words of its lists
 * may stand (未造成死亡、住院). A negated negation (未能防止死亡) is none.
 */
const createNegates = (negation: Grading['negation'], vocabulary: readonly string[]) => {
  const negators = longestFirst(negation.before);
  const passable = longestFirst([...negation.fillers, ...vocabulary, ...joiners]);
  return (prefix: string): string | null => {
    let rest = prefix;
    for (;;) {
      const negator = endingOf(rest, negators);
      if (negator !== undefined) {
        const before = rest.slice(0, -negator.length);
        return endsNegated(before, negators, passable) ? null : prefix.slice(before.length);
      }
      const filler = endingOf(rest, passable);
      if (filler === undefined) return null;
      rest = rest.slice(0, -filler.length);
    }
  };
};

const endsNegated = (text: string, negators: readonly string[], passable: readonly string[]): boolean => {
  let rest = text;
  for (;;) {
    if (endingOf(rest, negators) !== undefined) return true;
    const filler = endingOf(rest, passable);
    if (filler === undefined) return false;
    rest = rest.slice(0, -filler.length);
  }
};

/** A regulation's words of negation, folded once. */
const foldedNegations = new WeakMap<
  Grading['negation'],
  { exceptions: string[]; unless: string[]; denials: string[] }
>();
const foldNegation = (negation: Grading['negation']) => {
  const known = foldedNegations.get(negation);
  if (known !== undefined) return known;
  const made = {
    exceptions: longestFirst(negation.exceptions),
    unless: negation.unless.map(fold),
    denials: negation.denials.map(fold),
  };
  foldedNegations.set(negation, made);
  return made;
};

/** Folds the text, hides the regulation's exceptions and marks the sentences that deny (辟谣). */
export const prepareText = (text: string, negation: Grading['negation']): SearchableText => {
  let folded = fold(text).replace(/[^\S\n]+/gu, '');
  const { exceptions, unless, denials } = foldNegation(negation);
  for (const phrase of exceptions) {
    folded = folded.replaceAll(phrase, mask.repeat(phrase.length));
  }
  const sentences = folded.split(/[。!?;\n]+/u).map((sentence) => {
    const doubted = unless.some((word) => sentence.includes(word));
    const denial = denials.findIndex((word) => sentence.includes(word));
    return { text: sentence, denied: doubted ? null : (negation.denials[denial] ?? null) };
  });
  return { sentences };
};

/**
 * A matcher of words in a prepared text. A word counts when it stands at least once unnegated.
 * @param vocabulary every word of the regulation's lists: they may stand in an enumeration behind one negator.
 */
export const createMatcher = (negation: Grading['negation'], vocabulary: readonly string[]) => {
  const negates = createNegates(negation, vocabulary);
  const after = longestFirst(negation.after);
  const terms = [...new Set(vocabulary.map(fold))];
  const foldedWords = new Map(vocabulary.map((word) => [word, fold(word)] as const));

  /** The span of the longest term around an occurrence: 未发现食物中毒 negates the 中毒 in it too. */
  const termAround = (text: string, at: number, word: string): [number, number] =>
    terms
      .filter((term) => term.length > word.length && term.includes(word))
      .map((term): [number, number] => [at - term.indexOf(word), at - term.indexOf(word) + term.length])
      .filter(([start, end]) => start >= 0 && terms.includes(text.slice(start, end)))
      .reduce(
        (widest, span) => (span[1] - span[0] > widest[1] - widest[0] ? span : widest),
        [at, at + word.length],
      );

  const judge = (
    { text, denied }: SearchableText['sentences'][number],
    word: string,
  ): string | true | null => {
    let because: string | null = null;
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
      const [start, end] = termAround(text, at, word);
      const reason =
        denied ??
        negates(text.slice(Math.max(0, start - reach), start)) ??
        after.find((ending) => text.startsWith(ending, end)) ??
        null;
      if (reason === null) return true;
      because = reason;
    }
    return because;
  };

  return (text: SearchableText, words: readonly string[]): Matches => {
    const matches: Matches = { found: [], discounted: [] };
    for (const word of words) {
      const folded = foldedWords.get(word) ?? fold(word);
      const verdicts = text.sentences.map((sentence) => judge(sentence, folded));
      const because = verdicts.find((verdict) => typeof verdict === 'string');
      if (verdicts.includes(true)) matches.found.push(word);
      else if (typeof because === 'string') matches.discounted.push({ word, because });
    }
    return matches;
  };
};
