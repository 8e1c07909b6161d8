import type { Grading } from '../regulations/schema.ts';
import { createDeniedBy } from './denial/judge.ts';
import { createSpelled } from './figures.ts';
import type { SearchableText, Sentence } from './sentences.ts';
import { hasOwnSigns, isParted, type Term, termOf } from './terms.ts';

/** `found`: words that count. `discounted`: words that stand in the text but not as a fact, with what says so. */
export interface Matches {
  found: string[];
  discounted: { word: string; because: string }[];
}

/**
 * A matcher of words in a prepared text. A word counts when it stands at least once unnegated.
 * @param vocabulary every word of the regulation's lists: they may stand in an enumeration behind one negator.
 */
export const createMatcher = (negation: Grading['negation'], vocabulary: readonly string[]) => {
  const deniedBy = createDeniedBy(negation, vocabulary);
  const spelled = createSpelled(vocabulary);
  const spellings = new Set(vocabulary.map((word) => termOf(word).letters));

  /** The span of the longest term around an occurrence: 未发现食物中毒 negates the 中毒 in it too. */
  const termAround = (text: string, at: number, word: string): [number, number] =>
    [...spellings]
      .filter((term) => term.length > word.length && term.includes(word))
      .map((term): [number, number] => [at - term.indexOf(word), at - term.indexOf(word) + term.length])
      .filter(([start, end]) => start >= 0 && spellings.has(text.slice(start, end)))
      .reduce(
        (widest, span) => (span[1] - span[0] > widest[1] - widest[0] ? span : widest),
        [at, at + word.length],
      );

  /** Where the letters of a word are the word: with its own signs, and not in a phrase that means something else. */
  const isWord = (sentence: Sentence, term: Term, at: number): boolean => {
    const end = at + term.letters.length;
    if (!hasOwnSigns(sentence, term, at)) return false;
    return (
      !isParted(sentence, [at + 1, end], { at, signs: term.signs }) ||
      sentence.masked.slice(at, end) === term.letters
    );
  };

  const judge = (sentence: Sentence, term: Term): string | true | null => {
    const { letters } = sentence;
    let because: string | null = null;
    for (let at = letters.indexOf(term.letters); at !== -1; at = letters.indexOf(term.letters, at + 1)) {
      if (!isWord(sentence, term, at)) continue;
      const [start, end] = termAround(letters, at, term.letters);
      const reason = deniedBy(sentence, { term, at, start, end });
      if (reason === null) return true;
      because = reason;
    }
    return because;
  };

  return (text: SearchableText, words: readonly string[]): Matches => {
    const matches: Matches = { found: [], discounted: [] };
    for (const term of words.flatMap((word) => spelled(text.all, word))) {
      const verdicts = text.sentences.map((sentence) => judge(sentence, term));
      const because = verdicts.find((verdict) => typeof verdict === 'string');
      if (verdicts.includes(true)) matches.found.push(term.word);
      else if (typeof because === 'string') matches.discounted.push({ word: term.word, because });
    }
    return matches;
  };
};
