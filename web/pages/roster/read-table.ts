import { parse } from 'csv-parse/browser/esm/sync';
import type { Roster } from '../../../shared/contracts/roster.ts';
import {
  CSV_OPTIONS,
  decodeTable,
  noTable,
  type TableRecord,
} from '../../../shared/contracts/roster-table/columns.ts';
import { type ReadRoster, readRosterRecords } from '../../../shared/contracts/roster-table/read.ts';
import type { BureauNames } from '../../model/roster/names.ts';

// With the parser of tables, which is large: it comes when somebody has chosen a file.

/** What a table says. Throws an Error in Chinese for what is none. */
export const readTable = (names: BureauNames, bytes: ArrayBuffer, before: Roster): ReadRoster => {
  let records: TableRecord[];
  try {
    records = parse(decodeTable(new Uint8Array(bytes)), CSV_OPTIONS) as unknown as TableRecord[];
  } catch (error) {
    throw noTable(error);
  }
  return readRosterRecords(names, records, before);
};
