import type { Grading } from '../regulations/schema.ts';
import type { SearchableText, Sentence } from './sentences.ts';
import { hasOwnSigns, isParted, longestFirst, type Term, termOf } from './terms.ts';

/** `found`: words that count. `discounted`: words that stand in the text but not as a fact, with what says so. */
export interface Matches {
  found: string[];
  discounted: { word: string; because: string }[];
}

const joiners = ['、', '和', '或', '及', '与'];
/** How many characters before a word are searched for a negator. */
const reach = 40;

const endingOf = (text: string, endings: readonly Term[]): Term | undefined =>
  endings.find(({ letters }) => text.endsWith(letters));

/** What stands before a word: up to the nearest sign, and as far as it is looked at. */
interface Prefix {
  near: string;
  far: string;
}

const prefixOf = (sentence: Sentence, start: number, own: Term | undefined): Prefix => {
  const first = Math.max(0, start - reach);
  let from = start;
  while (from > first && (!sentence.signs.has(from) || (from === start && own?.signs.has(0) === true)))
    from -= 1;
  return { near: sentence.letters.slice(from, start), far: sentence.letters.slice(first, start) };
};

/**
 * A function that tells how what stands before a word negates it: the negating phrase itself (未造成人员), or null.
 * Between negator and word only the regulation's fillers and other words of its lists may stand (未造成死亡、住院), and
 * no sign. A negated negation (未能防止死亡) is none, whatever signs stand in it.
 */
const createNegates = (negation: Grading['negation'], vocabulary: readonly string[]) => {
  const negators = longestFirst(negation.before);
  const passable = longestFirst([...negation.fillers, ...vocabulary, ...joiners]);
  return ({ near, far }: Prefix): string | null => {
    let rest = near;
    let said = '';
    for (;;) {
      const negator = endingOf(rest, negators);
      const passed = negator ?? endingOf(rest, passable);
      if (passed === undefined) return null;
      rest = rest.slice(0, -passed.letters.length);
      said = passed.word + said;
      const before = far.slice(0, far.length - (near.length - rest.length));
      if (negator !== undefined) return endsNegated(before, negators, passable) ? null : said;
    }
  };
};

const endsNegated = (text: string, negators: readonly Term[], passable: readonly Term[]): boolean => {
  let rest = text;
  for (;;) {
    if (endingOf(rest, negators) !== undefined) return true;
    const filler = endingOf(rest, passable);
    if (filler === undefined) return false;
    rest = rest.slice(0, -filler.letters.length);
  }
};

/**
 * A matcher of words in a prepared text. A word counts when it stands at least once unnegated.
 * @param vocabulary every word of the regulation's lists: they may stand in an enumeration behind one negator.
 */
export const createMatcher = (negation: Grading['negation'], vocabulary: readonly string[]) => {
  const negates = createNegates(negation, vocabulary);
  const after = longestFirst(negation.after);
  const terms = new Map(vocabulary.map((word) => [word, termOf(word)] as const));
  const spellings = new Set([...terms.values()].map(({ letters }) => letters));

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
    const { letters, denied } = sentence;
    let because: string | null = null;
    for (let at = letters.indexOf(term.letters); at !== -1; at = letters.indexOf(term.letters, at + 1)) {
      if (!isWord(sentence, term, at)) continue;
      const [start, end] = termAround(letters, at, term.letters);
      const ending = after.find(
        (each) =>
          letters.startsWith(each.letters, end) &&
          !isParted(sentence, [end, end + each.letters.length], { at, signs: term.signs }),
      );
      const reason =
        denied ?? negates(prefixOf(sentence, start, start === at ? term : undefined)) ?? ending?.word ?? null;
      if (reason === null) return true;
      because = reason;
    }
    return because;
  };

  return (text: SearchableText, words: readonly string[]): Matches => {
    const matches: Matches = { found: [], discounted: [] };
    for (const word of words) {
      const term = terms.get(word) ?? termOf(word);
      if (term.letters === '' || !text.all.includes(term.letters)) continue;
      const verdicts = text.sentences.map((sentence) => judge(sentence, term));
      const because = verdicts.find((verdict) => typeof verdict === 'string');
      if (verdicts.includes(true)) matches.found.push(word);
      else if (typeof because === 'string') matches.discounted.push({ word, because });
    }
    return matches;
  };
};
