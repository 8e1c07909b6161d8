import { LONGEST_VARIABLE, WITH_AT_ONCE } from '../../shared/notices/render.ts';
import { type Template, templates, variablesOf } from '../../shared/notices/templates.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { LONGEST_ADDRESS } from '../../shared/regulations/settings.ts';
import { type Longest, longest, longestTexts, postNames } from '../regulation-check/longest-words.ts';

/** What a gateway of the narrow kind takes of one variable; LONGEST_VARIABLE is what one of the wide kind takes. */
const NARROW = 20;

const MEANINGS: Readonly<Record<string, string>> = {
  sign: 'the bureau’s signature; leave `【{sign}】` out where the gateway puts it there itself',
  case: 'number of the case',
  level: 'its level, 初判 before one that is only proposed',
  duty: 'what is to be done',
  clause: 'the clause, in brackets; the first to be left out',
  due: 'by when, 暂定 before a limit that may still change',
  rest: 'how long until then',
  lag: 'how long since then',
  target: 'the instant of a target before the limit',
  soft: 'the length of a target before the limit',
  person: 'who has not done it, for those above him',
  times: 'how often he was chased',
  left: 'of several receivers who is left, in brackets; how many, where the names do not fit',
  late: '定级迟延, with its comma',
  next: 'when the next period’s report is due, with its comma',
  owner: 'who has to do it, where it is not the reader',
  grader: 'who determines the level',
  found: 'since when a limit had passed that nobody could have kept',
  act: 'which entry of the log, in brackets',
  warn: '预警, 通报 or 通知, by the regulation’s own word',
  more: 'how much more there is of the same case, with its mark',
  why: 'why somebody else is told, in brackets',
  unit: '股, 科, 室 or 单位',
  part: '办理, or 会办 where another unit leads (主办)',
  what: 'what to read, or to agree to',
  change: 'from which level to which',
  number: 'number of a 督办通知',
  when: 'by when, as part of a sentence',
  count: 'how many',
  time: 'when a digest was made',
  year: 'a year without its list of holidays',
  subject: 'title of the case; empty unless `smsSubject` is on',
  link: 'address; empty unless `deskAddress` or `smsLink` is filled in',
};

/** The longest values of what stands in a text only at times. */
const atTimes = (bureaus: readonly Regulation[]): Readonly<Record<string, string>> => {
  const post = longest(bureaus.flatMap(postNames));
  return {
    subject: `“${'某'.repeat(17)}…”`,
    left: `(尚缺${'某'.repeat(LONGEST_VARIABLE - 4)})`,
    late: '定级迟延,',
    more: `;另有99项待办${WITH_AT_ONCE}`,
    next: ',下一期12月31日23时59分前',
    owner: post,
    due: '暂定12月31日23时59分',
    why: `(${post}无人可通知,改发上一级)`,
    link: `详见${'x'.repeat(LONGEST_ADDRESS)}LZ2026-1234`,
  };
};

const EXAMPLES: readonly string[] = ['subject', 'left', 'link'];
const cell = (name: string, value: string): string =>
  EXAMPLES.includes(name) ? `${value.length}` : `${value.length}: ${value}`;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(header), row(header.map(() => '---')), ...rows.map(row)].join('\n');

const byId = ([, one]: [string, Template], [, other]: [string, Template]): number =>
  one.id < other.id ? -1 : 1;

/** The longest value of one variable in these texts. */
const longestOf = (texts: readonly Longest[], variable: string): string =>
  longest(texts.map(({ words }) => words[variable] ?? ''));

const textTable = (all: readonly Longest[], rare: Readonly<Record<string, string>>): string =>
  table(
    ['', 'Text to register', 'Longest values, in characters'],
    Object.entries(templates)
      .sort(byId)
      .map(([name, { id, text }]) => {
        const own = all.filter((each) => each.name === name);
        const lengths = variablesOf(text).map((variable) => {
          const { length } = rare[variable] ?? longestOf(own, variable);
          return `${variable} ${length > NARROW ? `**${length}**` : length}`;
        });
        return [id, text, lengths.join(', ')];
      }),
  );

const variableTable = (all: readonly Longest[], rare: Readonly<Record<string, string>>): string =>
  table(
    ['Variable', 'What it says', 'Longest value over the five bureaus'],
    Object.entries(MEANINGS).map(([name, meaning]) => [
      `\`${name}\``,
      meaning,
      cell(name, rare[name] ?? longestOf(all, name)),
    ]),
  );

const BEGIN = '<!-- texts: written by npm run docs -->';
const END = '<!-- texts: end -->';

/** The page with every template and the longest values of its variables. Throws when the place for them is not there. */
export const withTexts =
  (bureaus: readonly Regulation[]) =>
  (page: string): string => {
    const [before, , after] = page.split(new RegExp(`(${BEGIN}[\\s\\S]*${END})`));
    if (before === undefined || after === undefined) throw new Error(`The page needs ${BEGIN} and ${END}`);
    const all = bureaus.flatMap((regulation) => longestTexts(regulation));
    const rare = atTimes(bureaus);
    const tables = `${textTable(all, rare)}\n\n${variableTable(all, rare)}`;
    return `${before}${BEGIN}\n\n${tables}\n\n${END}${after}`;
  };
