import { inKeyOrder } from '../comparisons.ts';
import type { Table } from '../table.ts';
import { casesBy, entriesOf, tasksOfScope } from './lines.ts';
import { allOf, anyOf, type Budget, budgetFor, type Places, placesIn, type Walked, walk } from './walk.ts';

/** A part of a list: the places from one on, up to another, so many at most. */
export interface Part {
  from: string;
  upTo?: string | undefined;
  most: number;
}
/** Walks a list part by part; all parts together cost what a page may. */
export type Walk = (part: Part) => Promise<Walked>;

/** Walks places that are at hand, in their order. */
export const walkAmong =
  (places: readonly string[]): Walk =>
  async ({ from, most }) => {
    const found = places.filter((place) => inKeyOrder(place, from) >= 0).slice(0, most + 1);
    return found.length > most
      ? { places: found.slice(0, most), next: found[most]! }
      : { places: found, next: null };
  };

/** Finds cases, tasks and what else is listed, by the lists alone: what is found has to be looked at in its case. */
export const createFinder = (table: Pick<Table, 'list'>) => {
  const walkUpon =
    (budget: Budget, list: Places): Walk =>
    (part) =>
      walk(list, part, budget);
  const union = (partitions: readonly string[]): Walk => {
    const budget = budgetFor(partitions.length);
    return walkUpon(budget, anyOf(partitions.map((pk) => placesIn(table, pk, budget))));
  };
  return {
    /** The cases that have a facet of each group, the newest first. */
    cases: (groups: readonly (readonly string[])[]): Walk => {
      const budget = budgetFor(groups.flat().length);
      const lists = groups.map((facets) =>
        anyOf(facets.map((facet) => placesIn(table, casesBy(facet), budget))),
      );
      return walkUpon(budget, allOf(lists, budget));
    },
    /** The tasks of any of the scopes and kinds, by their place. */
    tasks: (scopes: readonly string[], kinds: readonly string[]): Walk =>
      union(scopes.flatMap((scope) => kinds.map((kind) => tasksOfScope(scope, kind)))),
    /** The places of any of these partitions, in their order. */
    union,
    /** What stands in any of these lists, the newest first. */
    entries: (lists: readonly string[]): Walk => union(lists.map(entriesOf)),
  };
};
export type Finder = ReturnType<typeof createFinder>;
