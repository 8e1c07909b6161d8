import { shortReasons } from '../forms/guide/grounds.ts';
import type { Stretch } from '../regulation/mark.ts';

type Reasons = Parameters<typeof shortReasons>[0];
/** The words that the reasons quote, the longest first. */
const wordsOf = (reasons: Reasons): string[] => {
  const quoted = shortReasons(reasons).flatMap((text) => text.match(/“[^“”]+”/g) ?? []);
  return [...new Set(quoted.map((each) => each.slice(1, -1)))].sort(
    (one, other) => other.length - one.length,
  );
};

/**
 * A text with the words marked on which its level rests, as far as they stand in it letter by letter; the words were read as an eye
 * reads them, and may be written otherwise.
 */
export const markedIn = (text: string, reasons: Reasons): Stretch[] => {
  const words = wordsOf(reasons);
  const stretches: Stretch[] = [];
  const add = (part: string, isMarked: boolean): void => {
    if (part !== '') stretches.push({ text: part, isMarked });
  };
  let plainFrom = 0;
  for (let at = 0; at < text.length; ) {
    const word = words.find((each) => text.startsWith(each, at));
    if (word === undefined) {
      at += 1;
      continue;
    }
    add(text.slice(plainFrom, at), false);
    add(word, true);
    at += word.length;
    plainFrom = at;
  }
  add(text.slice(plainFrom), false);
  return stretches;
};
