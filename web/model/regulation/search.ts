import type { Clause, DutyView } from '../../../shared/contracts/regulation-view/parts.ts';
import type { RegulationView } from '../../../shared/contracts/regulation-view/view.ts';
import { type Entry, PARTS } from './entries.ts';

/** The words of a search, each of which has to be there. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');

const has = (words: readonly string[], texts: readonly string[]): boolean => {
  const all = texts.join('\n').normalize('NFKC').toLowerCase();
  return words.every((word) => all.includes(word));
};
const clauseTexts = (clauses: readonly Clause[]): string[] =>
  clauses.flatMap(({ name, short }) => [name, short]);

const dutyTexts = ({ name, limit, clock, responsible, receivers, forms, clauses }: DutyView): string[] => [
  name,
  limit.text,
  clock.text,
  responsible.name,
  ...receivers.map((each) => each.name),
  ...forms,
  ...clauseTexts(clauses),
];

export interface Hits {
  duties: DutyView[];
  clauses: Clause[];
  /** Of the other parts, with the part's name. */
  entries: (Entry & { part: string; partName: string })[];
}

/** What of the regulation has all these words. */
export const searchIn = (view: RegulationView, words: readonly string[]): Hits => ({
  duties: [...view.duties, ...view.ownPrompts].filter((duty) => has(words, dutyTexts(duty))),
  clauses: view.clauses.filter(({ name, short, quote }) => has(words, [name, short, quote])),
  entries: PARTS.filter(({ id }) => id !== 'informs').flatMap(({ id: part, name: partName, entries }) =>
    entries(view)
      .filter(({ title, lines }) => has(words, [title, ...lines]))
      .map((each) => ({ ...each, part, partName })),
  ),
});
