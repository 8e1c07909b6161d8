import type { RosterReply } from '../../../shared/contracts/replies/bureau.ts';
import { COLUMNS, type Column, columns, guarded } from '../../../shared/contracts/roster-table/columns.ts';
import { withoutCountry } from '../../../shared/contracts/roster-table/numbers.ts';
import { type Line, linesOf } from './lines.ts';
import type { BureauNames } from './names.ts';

const nameIn = (list: readonly { id: string; name: string }[], id: string): string =>
  list.find((each) => each.id === id)?.name ?? id;

const cellOf = ({ posts, units }: BureauNames, line: Line, column: Column): string => {
  const cells: Record<Column, string> = {
    post: nameIn(posts, line.role),
    name: line.name,
    phone: withoutCountry(line.mobile),
    landline: line.landline,
    unit: line.unit === '' ? '' : nameIn(units, line.unit),
    id: line.id,
    available: line.available ? '是' : '否',
  };
  return cells[column];
};

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);
const row = (cells: readonly string[]): string =>
  `${cells.map((cell) => quoted(guarded(cell))).join(',')}\r\n`;

/** UTF-8 with the mark by which Excel knows it. */
const MARK = '\ufeff';

/** The roster as a table that Excel opens and that can be read in again. */
export const tableOf = (names: BureauNames, { roles }: Pick<RosterReply, 'roles'>): string =>
  MARK +
  row(columns.map((column) => COLUMNS[column][0])) +
  linesOf(roles)
    .map((line) => row(columns.map((column) => cellOf(names, line, column))))
    .join('');
