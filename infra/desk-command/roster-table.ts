import { parse } from 'csv-parse/sync';
import type { Roster } from '../../shared/contracts/roster.ts';
import { CSV_OPTIONS, noTable, type TableRecord } from '../../shared/contracts/roster-table/columns.ts';
import { type ReadRoster, readRosterRecords } from '../../shared/contracts/roster-table/read.ts';
import { postsOf } from '../../shared/regulations/lookup.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';

const recordsIn = (text: string): TableRecord[] => {
  try {
    return parse(text, CSV_OPTIONS) as unknown as TableRecord[];
  } catch (error) {
    throw noTable(error);
  }
};

/**
 * The roster that a table says, by the bureau's names or ids of posts and units. `before`: the one that holds, by whose numbers
 * people are known again. Throws an Error in Chinese for what is no such table.
 */
export const readRosterTable = (regulation: Regulation, text: string, before: Roster): ReadRoster =>
  readRosterRecords({ posts: postsOf(regulation), units: regulation.units }, recordsIn(text), before);
