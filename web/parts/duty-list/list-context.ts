import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { TaskReply } from '../../../shared/contracts/replies/task.ts';

/** What all rows of a list share. */
export interface List {
  /** Everybody's, not the reader's own: what he may do there the case says. */
  isAll: boolean;
  /** Whether acts can be sent at all. */
  isOnline: ReadonlySignal<boolean>;
  /** Whose case stands beside the list, by `keyOf`; empty: there is no room. */
  selected: ReadonlySignal<string>;
  /** Shows at once what has come of an act of the reader's own. */
  show: () => void;
  /** Shows a case beside the list where there is room; else the link leads to it. */
  choose: (task: TaskReply) => (event: MouseEvent) => void;
}
export const ListContext = createContext<List | null>(null);

export const useList = (): List => {
  const list = useContext(ListContext);
  if (list === null) throw new Error('A row stands in a list');
  return list;
};
