import { createCursorKey } from '../../../shared/records/lists/cursor-key.ts';
import { createFinder } from '../../../shared/records/lists/finder.ts';
import type { Table } from '../../../shared/records/table.ts';
import { createCursors } from './cursor.ts';
import { createPages } from './page.ts';

/** What every list is read with: what finds its places, and what makes pages of them. */
export const createLists = (table: Table) => ({
  finder: createFinder(table),
  pages: createPages(createCursors(createCursorKey(table))),
});
