import type { Instant } from '../time/instants.ts';

/**
 * Where a case stands in the lists: a projection of its log, by which cases and tasks are found and nothing is decided. What is found
 * is shown from the case itself, so that a list that lags or lies leaves something out and says nothing untrue.
 */
export interface Listing {
  /** When the case was opened: lists of cases have the newest first. */
  at: Instant;
  title: string;
  /** What it is found by, each as `name:value`. */
  facets: readonly string[];
  /** Its tasks by whose they are (a scope), their kind and their place, each once. */
  tasks: readonly ListedTask[];
  /** What else it has that is listed over all cases: orders, documents. */
  entries: readonly ListedEntry[];
  /** Its items by for whom they are listed (a scope), each where it stands by when it came. */
  items: readonly ListedItem[];
}
export interface ListedItem {
  scope: string;
  feed: string;
  id: string;
  at: Instant;
}
export interface ListedTask {
  scope: string;
  kind: string;
  at: string;
}
export interface ListedEntry {
  list: string;
  at: Instant;
  entry: number;
}
