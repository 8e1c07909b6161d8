import type { Grading } from '../../regulations/schema.ts';
import type { Sentence } from '../sentences.ts';
import { isParted, longestFirst, type Term, termOf } from '../terms.ts';
import { createNegates, prefixOf } from './before.ts';
import { clauseAt } from './clauses.ts';
import { isPlain } from './direct.ts';
import { AFFIRMS, BEGINS_AFFIRMED, IS_NONE_AFTER, isSpokenOfAsFact } from './phrases.ts';

/** One occurrence of a word: where its letters begin, and what the longest word around it spans. */
export interface Occurrence {
  term: Term;
  at: number;
  start: number;
  end: number;
}

/** So many letters around a word are read to tell whether it is denied, however long the clause or the sentence is. */
const NEAR = 60;
const FAR = 200;

/** What stands around a word in its clause. `own`: all of it, `next`: the clause behind. */
const around = ({ letters, clauses }: Sentence, { start, end }: Occurrence) => {
  const index = clauseAt(clauses, start);
  const { from, to } = clauses[index] ?? { from: 0, to: letters.length };
  const next = clauses[index + 1];
  const first = Math.max(from, start - NEAR);
  const last = Math.min(to, end + NEAR);
  return {
    index,
    first,
    own: letters.slice(first, last),
    after: letters.slice(end, last),
    next: next === undefined ? '' : letters.slice(next.from, Math.min(next.to, next.from + NEAR)),
    rest: letters.slice(end, end + FAR),
  };
};

/** Whether what is said of the word in a clause that is denied (辟谣) is affirmed all the same. */
const isAffirmed = ({ own, next, after }: ReturnType<typeof around>): boolean =>
  AFFIRMS.test(own) || BEGINS_AFFIRMED.test(next) || isSpokenOfAsFact(after);

/**
 * A function that tells what says that an occurrence of a word is no fact (未造成人员, 辟谣), or null. A denial of a denial
 * (“无人死亡”不属实, 并非死亡0人) is none; when in doubt nothing is denied.
 */
export const createDeniedBy = (negation: Grading['negation'], vocabulary: readonly string[]) => {
  const negates = createNegates(negation, vocabulary);
  const endings = longestFirst(negation.after);
  const knowsNone = negation.before.length > 0;

  /** 死亡0人: what stands behind the word and says that there is none. */
  const noneBehind = (sentence: Sentence, { term, at, end }: Occurrence) => {
    const rest = sentence.letters.slice(end, end + NEAR);
    const ending = endings.find(({ letters }) => rest.startsWith(letters));
    const none = ending?.letters ?? (knowsNone ? IS_NONE_AFTER.exec(rest)?.[0] : undefined);
    if (none === undefined) return null;
    const isWhole = !isParted(sentence, [end, end + none.length], { at, signs: term.signs });
    return { said: ending?.word ?? none, isWhole };
  };

  /**
   * What negates the word itself, if one thing does. A sign in between leaves it in doubt whether it does: it is not `isWhole`.
   * `isSaid`: there is something of the kind, be it twice.
   */
  const negatedBy = (sentence: Sentence, occurrence: Occurrence) => {
    const { term, at, start } = occurrence;
    const none = noneBehind(sentence, occurrence);
    const { near, far } = prefixOf(sentence, start, start === at ? term : undefined);
    const negation = negates({ near: far, far });
    const isSaid = negation !== null || none !== null;
    if (sentence.isDoubted || (negation === null) === (none === null) || negation?.isTwice === true)
      return { isSaid };
    const { first, after, rest } = around(sentence, occurrence);
    const { said = '', negator = '', between = '' } = negation ?? {};
    const before = sentence.letters.slice(first, Math.max(first, start - termOf(said).letters.length));
    if (
      !isPlain({ before, negator, between, word: sentence.letters.slice(start, occurrence.end), after, rest })
    )
      return { isSaid };
    const found = none ?? { said, isWhole: negates({ near, far }) !== null };
    return { isSaid, ...(found.isWhole ? { by: found.said } : {}) };
  };

  return (sentence: Sentence, occurrence: Occurrence): string | null => {
    const { isSaid, by } = negatedBy(sentence, occurrence);
    const context = around(sentence, occurrence);
    const reaches = (sentence.denied[context.index] ?? []).filter(
      ({ from, to }) => from <= occurrence.at && occurrence.at < to,
    );
    if (isSaid && reaches.some(({ isOfClaim }) => isOfClaim)) return null;
    const reach = isAffirmed(context) ? undefined : reaches.find(({ isWhole }) => isWhole);
    return reach?.word ?? by ?? null;
  };
};
