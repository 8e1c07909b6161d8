import type { Grading } from '../../regulations/schema.ts';
import type { Sentence } from '../sentences.ts';
import { longestFirst, type Term, termOf } from '../terms.ts';
import { IS_NONE_BEFORE } from './phrases.ts';

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

export const prefixOf = (sentence: Sentence, start: number, own: Term | undefined): Prefix => {
  const first = Math.max(0, start - reach);
  let from = start;
  while (from > first && (!sentence.signs.has(from) || (from === start && own?.signs.has(0) === true)))
    from -= 1;
  return { near: sentence.letters.slice(from, start), far: sentence.letters.slice(first, start) };
};

/** `said`: the negating phrase itself (未造成人员), `negator` the word in it that negates, `between` the rest. `isTwice`: it is negated itself. */
interface Negation {
  isTwice: boolean;
  said: string;
  negator: string;
  between: string;
}

/**
 * A function that tells how what stands before a word negates it, or null.
 * Between negator and word only the regulation's fillers and other words of its lists may stand (未造成死亡、住院), and
 * no sign. A negated negation (未能防止死亡) negates nothing, whatever signs stand in it.
 */
export const createNegates = (negation: Grading['negation'], vocabulary: readonly string[]) => {
  const negators = longestFirst(negation.before);
  const passable = longestFirst([...negation.fillers, ...vocabulary, ...joiners]);
  return ({ near, far }: Prefix): Negation | null => {
    let rest = near;
    let between = '';
    for (;;) {
      const none = negators.length === 0 ? undefined : IS_NONE_BEFORE.exec(rest)?.[0];
      const negator = endingOf(rest, negators);
      const passed = none === undefined ? (negator ?? endingOf(rest, passable)) : termOf(none);
      if (passed === undefined) return null;
      rest = rest.slice(0, -passed.letters.length);
      if (negator !== undefined || none !== undefined) {
        const before = far.slice(0, far.length - (near.length - rest.length));
        const isTwice = endsNegated(before, negators, passable);
        return { isTwice, said: passed.word + between, negator: passed.word, between };
      }
      between = passed.word + between;
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
