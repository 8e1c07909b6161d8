import { citations } from '../shared/regulations/lookup.ts';
import type { Regulation } from '../shared/regulations/schema.ts';

const QUOTE_CHARACTERS = 90;

const shorten = (quote: string): string => {
  const characters = [...quote.replaceAll('\n', '')];
  return characters.length <= QUOTE_CHARACTERS
    ? characters.join('')
    : `${characters.slice(0, QUOTE_CHARACTERS - 1).join('')}…`;
};

/** `<what the state does>。依据:<clause>;<clause>`: every state says on which clauses it rests. */
export const citing = (sentence: string, clauses: readonly string[]): string =>
  `${sentence}。依据:${clauses.join(';')}`;

/** The same with the text of the first clause, shortened: what the office reads beside a waiting clock. */
export const quoting = (regulation: Regulation, sentence: string, clauses: readonly string[]): string => {
  const [first] = citations(regulation, clauses);
  return `${citing(sentence, clauses)}。原文:“${shorten(first?.quote ?? '')}”`;
};
