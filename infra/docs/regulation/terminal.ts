import type { Clause } from '../../../shared/contracts/regulation-view/parts.ts';
import { widthOf } from '../../text-table.ts';
import type { Row, Section, Table } from '../text/section.ts';
import { columnWidths, shorten, sideBySide, wrap } from './columns.ts';

/** Below this nothing would stand beside anything; above, lines are too long to read. */
const WIDTHS = { least: 80, most: 200, usual: 120 } as const;

const quoteLine = ({ short, quote }: Clause, focus: string | undefined, width: number): string => {
  const head = `    ${short} `;
  const room = Math.max(width - widthOf(head) - 2, 20);
  return `${head}“${shorten(quote, room, focus)}”`;
};

const quoteLines = ({ clauses, focus }: Row, width: number): string[] =>
  clauses.map((clause) => quoteLine(clause, focus, width));

const tableLines = ({ header, rows, hasQuotes }: Table, width: number): string[] => {
  const titles = hasQuotes ? header : [...header, '条款'];
  const bodies = rows.map(({ cells, clauses }) =>
    hasQuotes ? cells : [...cells, [...new Set(clauses.map(({ short }) => short))].join('、')],
  );
  const widths = columnWidths([titles, ...bodies], width);
  return [
    ...sideBySide(titles, widths),
    '─'.repeat(
      Math.min(
        width,
        widths.reduce((sum, each) => sum + each + 2, -2),
      ),
    ),
    ...bodies.flatMap((cells, index) => [
      ...sideBySide(cells, widths),
      ...(hasQuotes ? quoteLines(rows[index]!, width) : []),
    ]),
  ];
};

const heading = (title: string, depth: Section['depth'], width: number): string[] => {
  const [first = '', ...rest] = wrap(title, width - 4);
  const line =
    depth === 2 ? `━━ ${first} ${'━'.repeat(Math.max(0, width - widthOf(first) - 4))}` : `── ${first}`;
  return [line, ...rest.map((each) => `   ${each}`)];
};

const sectionLines = ({ title, depth, paragraphs, table }: Section, width: number): string[] => [
  '',
  ...heading(title, depth, width),
  ...paragraphs.flatMap((paragraph) => wrap(paragraph, width)),
  ...(table === null ? [] : tableLines(table, width)),
];

/** The sections as lines for a terminal of this many columns. */
export const printSections = (sections: readonly Section[], columns: number = WIDTHS.usual): string => {
  const width = Math.min(Math.max(columns, WIDTHS.least), WIDTHS.most);
  return sections
    .flatMap((each) => sectionLines(each, width))
    .join('\n')
    .trimStart();
};
