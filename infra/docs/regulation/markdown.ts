import type { Clause } from '../../../shared/contracts/regulation-view/parts.ts';
import type { RegulationView } from '../../../shared/contracts/regulation-view/view.ts';
import type { ClauseEntry } from '../clauses/clause-index.ts';
import { clauseText } from '../clauses/clause-text.ts';
import { escapeText } from '../text/escape-text.ts';
import type { Section, Table } from '../text/section.ts';

/** The first line of every generated file of the folder: by it a file that nothing generates any more is known. */
export const GENERATED = '<!-- 由 npm run docs 生成,请勿手改 -->';

type Anchors = ReadonlyMap<string, string>;
const anchorsOf = ({ clauses }: RegulationView): Anchors =>
  new Map(clauses.map(({ clause }, index) => [clause, `c${index + 1}`]));
const linkTo = ({ clause, short }: Clause, anchors: Anchors): string =>
  `[${escapeText(short)}](#${anchors.get(clause)})`;

/** Of several clauses that people find at one place the first. */
const onePerName = (clauses: readonly Clause[]): Clause[] =>
  [...new Map(clauses.toReversed().map((clause) => [clause.short, clause])).values()].reverse();

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A table of cells that are Markdown already. */
export const markdownTable = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => '---'), ...rows]
    .map((cells) => line(cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' '))))
    .join('\n');

const tableText = ({ header, rows }: Table, anchors: Anchors): string =>
  [
    line([...header, '条款']),
    line([...header, ''].map(() => '---')),
    ...rows.map(({ cells, clauses, strong }) =>
      line([
        ...cells.map((cell, column) => (column === strong ? `**${escapeText(cell)}**` : escapeText(cell))),
        onePerName(clauses)
          .map((clause) => linkTo(clause, anchors))
          .join('、') || '—',
      ]),
    ),
  ].join('\n');

const sectionText = ({ title, depth, paragraphs, table }: Section, anchors: Anchors): string =>
  [
    `${'#'.repeat(depth)} ${escapeText(title)}`,
    ...paragraphs.map(escapeText),
    ...(table === null ? [] : [tableText(table, anchors)]),
  ].join('\n\n');

const entryText = (entry: ClauseEntry, anchors: Anchors): string =>
  [
    `<a id="${anchors.get(entry.clause)}"></a>`,
    `### ${escapeText(`${entry.short}(代号“${entry.clause}”)`)}`,
    `> ${escapeText(entry.quote)}`,
    clauseText(entry),
  ].join('\n\n');

export interface Picture {
  title: string;
  file: string;
}

interface Rest {
  pictures: readonly Picture[];
  /** The file of the text as issued. */
  source: string | null;
  entries: readonly ClauseEntry[];
}
/**
 * A regulation as a page: its pictures first, then the sections, at the end every clause in its own words with what
 * rests on it.
 */
export const regulationPage = (
  view: RegulationView,
  [first, ...sections]: readonly Section[],
  { pictures, source, entries }: Rest,
): string => {
  const anchors = anchorsOf(view);
  return [
    GENERATED,
    `# ${escapeText(first?.title ?? view.bureau)}`,
    ...(first?.paragraphs ?? []).map(escapeText),
    `[各局一览](README.md)${source === null ? '' : `;[制度原文](${source})`}`,
    '## 时限图',
    ...pictures.map(({ title, file }) => `![${escapeText(title)}](${file})`),
    ...sections.map((section) => sectionText(section, anchors)),
    '## 条款原文',
    '每条之下是以它为依据的规则(执行它的代码、命令所用的代号)、演示它的推演和证明它的测试。',
    ...entries.map((entry) => entryText(entry, anchors)),
    '',
  ].join('\n\n');
};
