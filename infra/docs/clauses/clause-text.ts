import { escapeText } from '../text/escape-text.ts';
import type { ClauseEntry } from './clause-index.ts';
import type { Source } from './evidence.ts';

type EntryRule = ClauseEntry['rules'][number];

/** From docs/regulations to the root of the project. */
const ROOT = '../..';
const baseName = (file: string): string => file.slice(file.lastIndexOf('/') + 1);
const link = (name: string, file: string): string => `[${escapeText(name)}](${ROOT}/${file})`;
const codeLinks = (files: readonly string[]): string =>
  files.map((file) => link(baseName(file), file)).join('、');
const inCode = (texts: readonly string[]): string => texts.map((text) => `\`${text}\``).join('、');

const ruleText = ({ name, id, text, commands }: EntryRule): string => {
  const own = commands.some((command) => command.endsWith(`=${id}`) || command === id) ? [] : [id];
  return `${escapeText(name)} ${inCode([...own, ...commands])}${text === '' ? '' : `(${escapeText(text)})`}`;
};

/** One line for each list: what it has on the clause, and the code that executes it. */
const listLines = (rules: readonly EntryRule[]): string[] =>
  [...Map.groupBy(rules, ({ list }) => list).values()].map((group) => {
    const { listName, files } = group[0]!;
    return `- **${listName}**(${codeLinks(files)}):${group.map(ruleText).join(';')}`;
  });

const rehearsalLine = (rehearsals: readonly Source[]): string[] =>
  rehearsals.length === 0
    ? []
    : [
        `- **推演**:${rehearsals.map(({ file }) => link(baseName(file).replace(/\.json$/, ''), file)).join('、')}`,
      ];
const testLine = (tests: readonly Source[]): string[] => {
  const files = [...new Set(tests.map(({ file }) => file))];
  return files.length === 0
    ? []
    : [`- **测试**:${files.map((file) => link(file.replace(/^test\//, ''), file)).join('、')}`];
};

/** What rests on a clause, as it stands under its words on a bureau's page. */
export const clauseText = ({ informs, rules, rehearsals, tests }: ClauseEntry): string =>
  [
    ...(informs === null ? [] : [`- **只作提示**:${escapeText(informs)}`]),
    ...listLines(rules),
    ...rehearsalLine(rehearsals),
    ...testLine(tests),
  ].join('\n');
