import { citations, shortClause } from '../shared/regulations/lookup.ts';
import type { Regulation } from '../shared/regulations/schema.ts';

const QUOTE_CHARACTERS = 90;

const shorten = (quote: string): string => {
  const characters = [...quote.replaceAll('\n', '')];
  return characters.length <= QUOTE_CHARACTERS
    ? characters.join('')
    : `${characters.slice(0, QUOTE_CHARACTERS - 1).join('')}…`;
};

/** The clauses as the office finds them in its text, each place once: 办法第21条(二). */
export const placesOf = (regulation: Regulation, clauses: readonly string[]): string[] => [
  ...new Set(clauses.map((clause) => shortClause(regulation, clause))),
];

/** `<what the state does>。依据:<clause>;<clause>`: every state says on which clauses it rests. */
export const citing = (sentence: string, clauses: readonly string[]): string =>
  `${sentence}。依据:${clauses.join(';')}`;

/** The same with the text of the first clause, shortened: what the office reads beside a waiting clock. */
export const quoting = (regulation: Regulation, sentence: string, clauses: readonly string[]): string => {
  const [first] = citations(regulation, clauses);
  return `${citing(sentence, placesOf(regulation, clauses))}。原文:“${shorten(first?.quote ?? '')}”`;
};
