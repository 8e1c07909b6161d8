import { signal } from '@preact/signals';
import { whenSessionEnds } from '../api/session.ts';

/** A list from which a case is opened, with what was searched. */
interface List {
  path: string;
  name: string;
}
const DUTIES: List = { path: '/desk/duties', name: '待办' };
/** The list that was seen last: there one goes back to from a case. */
export const cameFrom = signal<List>(DUTIES);
/** The case that was opened a moment ago, until it is left. */
export const justOpened = signal('');
whenSessionEnds(() => {
  cameFrom.value = DUTIES;
  justOpened.value = '';
});
