import type { Clause } from '../../../shared/contracts/regulation-view/parts.ts';
import type { RegulationView } from '../../../shared/contracts/regulation-view/view.ts';
import type { Section, Table } from './section.ts';

/** The first line of every generated file of the folder: by it a file that nothing generates any more is known. */
export const GENERATED = '<!-- 由 npm run docs 生成,请勿手改 -->';

const escapeText = (text: string): string =>
  text
    .replaceAll(/([\\`*_|#<>[\]])/g, '\\$1')
    .replaceAll('\n', '<br>')
    .trim();

type Anchors = ReadonlyMap<string, string>;
const anchorsOf = ({ clauses }: RegulationView): Anchors =>
  new Map(clauses.map(({ clause }, index) => [clause, `c${index + 1}`]));
const linkTo = ({ clause }: Clause, anchors: Anchors): string =>
  `[${escapeText(clause)}](#${anchors.get(clause)})`;

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const tableText = ({ header, rows }: Table, anchors: Anchors): string =>
  [
    line([...header, '条款']),
    line([...header, ''].map(() => '---')),
    ...rows.map(({ cells, clauses, strong }) =>
      line([
        ...cells.map((cell, column) => (column === strong ? `**${escapeText(cell)}**` : escapeText(cell))),
        clauses.map((clause) => linkTo(clause, anchors)).join('、') || '—',
      ]),
    ),
  ].join('\n');

const sectionText = ({ title, depth, paragraphs, table }: Section, anchors: Anchors): string =>
  [
    `${'#'.repeat(depth)} ${escapeText(title)}`,
    ...paragraphs.map(escapeText),
    ...(table === null ? [] : [tableText(table, anchors)]),
  ].join('\n\n');

const quoteText = ({ clause, quote }: Clause, anchors: Anchors): string =>
  `<a id="${anchors.get(clause)}"></a>**${escapeText(clause)}**\n\n> ${escapeText(quote)}`;

export interface Picture {
  title: string;
  file: string;
}

/** A regulation as a page: its pictures first, then the sections, at the end every clause in its own words. */
export const regulationPage = (
  view: RegulationView,
  [first, ...sections]: readonly Section[],
  { pictures, source }: { pictures: readonly Picture[]; source: string | null },
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
    ...view.clauses.map((clause) => quoteText(clause, anchors)),
    '',
  ].join('\n\n');
};
