import type { LimitView } from '../../../shared/contracts/regulation-view/parts.ts';

/** How a limit is put: as the regulation's data has it, and its word where it has no number. */
export type LimitWords = Pick<LimitView, 'text' | 'word'>;

/** A stretch of a text; `isMarked`: what the limit rests on. */
export interface Stretch {
  text: string;
  isMarked: boolean;
}

const BREAKS = '，,。；;：:\n';
const isBreak = (sign: string | undefined): boolean => sign === undefined || BREAKS.includes(sign);

/** The words of a clause around a place, up to the marks before and behind it. */
const around = (quote: string, from: number, to: number): [number, number] => {
  let first = from;
  let last = to;
  while (first > 0 && !isBreak(quote[first - 1])) first -= 1;
  while (last < quote.length && !isBreak(quote[last])) last += 1;
  return [first, last];
};

/** 3小时内 → 3小时内, 3小时; 每1周 → 每1周, 每周, 1周, 一周; 第一时间 → 第一时间. */
const wordsOf = ({ text, word }: LimitWords): string[] => {
  const said = text.replace(/\([^()]*\)/g, '').split(/[,，]/)[0] ?? '';
  const number = /\d+(?:小时|分钟|日|周|个工作日|天)/.exec(said)?.[0] ?? '';
  const of = number.replace(/^1(?=\D)/, '一');
  return [word ?? '', said, said.replace(/^每1(?=\D)/, '每'), number, of].filter((each) => each !== '');
};

const whole = (text: string): Stretch[] => [{ text, isMarked: false }];
const cut = (text: string, from: number, to: number): Stretch[] =>
  [
    { text: text.slice(0, from), isMarked: false },
    { text: text.slice(from, to), isMarked: true },
    { text: text.slice(to), isMarked: false },
  ].filter((each) => each.text !== '');

/** The words of a clause in which a limit stands, marked; the whole unmarked where they do not stand so. */
export const markLimit = (quote: string, limit: LimitWords): Stretch[] => {
  const found = wordsOf(limit).find((word) => quote.includes(word));
  if (found === undefined) return whole(quote);
  const at = quote.indexOf(found);
  return cut(quote, ...around(quote, at, at + found.length));
};

/** Clauses in their order, but those first in which the words of the limit stand. */
export const markedFirst = <Clause extends { quote: string }>(
  clauses: readonly Clause[],
  limit: LimitWords | undefined,
): Clause[] => {
  const has = ({ quote }: Clause): boolean =>
    limit !== undefined && markLimit(quote, limit).some(({ isMarked }) => isMarked);
  return [...clauses.filter(has), ...clauses.filter((clause) => !has(clause))];
};

/** Words that were looked for, marked wherever they stand. */
export const markWords = (text: string, words: readonly string[]): Stretch[] => {
  const [first, at] = words
    .map((word): [string, number] => [word, text.toLowerCase().indexOf(word)])
    .filter(([, place]) => place >= 0)
    .sort(([, one], [, other]) => one - other)[0] ?? ['', -1];
  if (at < 0 || first === '') return text === '' ? [] : whole(text);
  const end = at + first.length;
  return [...cut(text.slice(0, end), at, end), ...markWords(text.slice(end), words)];
};
