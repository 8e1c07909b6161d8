import type { Listing } from '../../case/listing.ts';
import { itemPlaceOf, itemsOf } from './item-lines.ts';
import { newestFirst } from './newest-first.ts';
import { wordPairs } from './word-pairs.ts';

/** The partitions of the lists. */
export const casesBy = (facet: string): string => `LIST#CASES#${facet}`;
export const tasksOfScope = (scope: string, kind: string): string => `LIST#TASKS#${kind}#${scope}`;
export const entriesOf = (list: string): string => `LIST#ENTRIES#${list}`;
export const pairFacet = (pair: string): string => `pair:${pair}`;

/** Where something of a case stands in a list: by its instant, or by how long before the end of time that is. */
export const placeOf = (at: string, caseId: string, entry?: number): string =>
  entry === undefined ? `${at}#${caseId}` : `${at}#${caseId}#${entry}`;

/** Whether a record belongs to the lists alone, and can be made anew from the logs and the items. */
export const isOfLists = ({ pk, sk }: Line): boolean => pk.startsWith('LIST#') || sk === LISTED;
/** Beside each case: what stands of it in the lists. */
export const LISTED = 'LISTED';

/** One line of a list: of which case, and what else stands there. */
export interface Line {
  pk: string;
  sk: string;
}

/** Every line that a listing makes, each once. */
export const linesOf = (caseId: string, { at, title, facets, tasks, entries, items }: Listing): Line[] => {
  const opened = placeOf(newestFirst(at), caseId);
  return [
    ...[...facets, ...wordPairs(title).map(pairFacet)].map((facet) => ({ pk: casesBy(facet), sk: opened })),
    ...tasks.map((task) => ({ pk: tasksOfScope(task.scope, task.kind), sk: placeOf(task.at, caseId) })),
    ...entries.map(({ list, at: made, entry }) => ({
      pk: entriesOf(list),
      sk: placeOf(newestFirst(made), caseId, entry),
    })),
    ...items.map(({ scope, feed, id, at: cameAt }) => ({
      pk: itemsOf(scope),
      sk: itemPlaceOf({ feed, id, detectedAt: cameAt }),
    })),
  ];
};

/** What a line's key says: its place, the case, and the entry where it names one. */
export const readLine = (sk: string): { at: string; caseId: string; entry: number | undefined } => {
  const [at = '', caseId = '', entry] = sk.split('#');
  return { at, caseId, entry: entry === undefined ? undefined : Number(entry) };
};
