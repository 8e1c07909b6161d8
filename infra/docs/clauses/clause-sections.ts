import { filled, type Section, section } from '../text/section.ts';
import type { ClauseEntry } from './clause-index.ts';
import type { Source } from './evidence.ts';

const ruleText = ({ listName, name, id, text, commands, files }: ClauseEntry['rules'][number]): string =>
  [
    `【${listName}】${name} ${id}`,
    ...(text === '' ? [] : [text]),
    ...(commands.length === 0 ? [] : [`命令:${commands.join(';')}`]),
    `代码:${files.join('、')}`,
  ].join('\n');

const sourceText = ({ file, title }: Source): string => `${file}  ${title}`;

/** A clause and what rests on it, for the terminal. */
export const clauseSections = ({
  bureau,
  clause,
  name,
  quote,
  informs,
  rules,
  rehearsals,
  tests,
}: ClauseEntry): Section[] => [
  section(`${name}(${bureau} ${clause})`, {
    paragraphs: [quote, ...(informs === null ? [] : [`只作提示:${informs}`])],
  }),
  ...filled([
    section('规则', { depth: 3, paragraphs: rules.map(ruleText) }),
    section('推演', { depth: 3, paragraphs: rehearsals.map(sourceText) }),
    section('测试', { depth: 3, paragraphs: tests.map(sourceText) }),
  ]),
];
