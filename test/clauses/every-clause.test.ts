import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clauseIndex } from '../../infra/docs/clauses/clause-index.ts';
import { readEvidence, titlesIn } from '../../infra/docs/clauses/evidence.ts';
import { LISTS } from '../../infra/docs/clauses/lists.ts';
import { rulesOf } from '../../infra/docs/clauses/rules.ts';
import { isRecord, walk } from '../../infra/regulation-check/checks/walk.ts';
import { regulations } from '../../shared/regulations/index.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { BUREAUS, type Bureau } from '../primitives/bureau-case.ts';

const root = new URL('../../', import.meta.url);
const evidence = readEvidence();
const indexes = new Map(BUREAUS.map((bureau) => [bureau, clauseIndex(regulations[bureau]!, evidence)]));
const entriesOf = (bureau: Bureau) => indexes.get(bureau)!;

/** The clauses that a limit in numbers, or 立即, rests on: a test that no title names would leave them unproved. */
const bindingClauses = ({ duties }: Regulation): string[] => [
  ...new Set(
    duties.flatMap(({ terms }) =>
      terms.flatMap(({ limit, cite }) => (['within', 'every', 'immediate'].includes(limit.kind) ? cite : [])),
    ),
  ),
];
const clocked = BUREAUS.flatMap((bureau) =>
  bindingClauses(regulations[bureau]!).map((clause) => [bureau, clause] as const),
);

describe('a clause with a number, or 立即', () => {
  it('stands in each of the five bureaus, some seventy in all', () => {
    expect(new Set(clocked.map(([bureau]) => bureau)).size).toBe(5);
    expect(clocked.length).toBeGreaterThan(60);
  });

  it.each(clocked)('%s %s is named by a test in its title', (bureau, clause) => {
    const entry = entriesOf(bureau).find((each) => each.clause === clause);
    expect(entry?.tests).not.toEqual([]);
  });
});

describe('the titles of tests', () => {
  it('that begin with a bureau and name a clause name one of the data', () => {
    const lost = evidence.titles.filter(({ title }) => {
      const bureau = BUREAUS.find((id) => title.startsWith(`${id} `));
      return (
        bureau !== undefined &&
        /^\w+ (?:[A-E] |办法 第|附件\d |预案 \d)/.test(title) &&
        !entriesOf(bureau).some(({ tests }) => tests.some((test) => test.title === title))
      );
    });
    expect(lost).toEqual([]);
  });

  it('are read from describe, it and the tables of each', () => {
    const text = `describe('leizhou 甲', () => {}); it.each(['leizhou 乙',\n  "leizhou 丙"])('%s'); call({ x: 'leizhou 丁' });`;
    expect(titlesIn(text)).toEqual(['leizhou 甲', 'leizhou 乙', 'leizhou 丙']);
  });
});

describe('everything that rests on a clause', () => {
  it.each(BUREAUS)('%s: every citation of the data stands under its clause, and nothing else', (bureau) => {
    const regulation = regulations[bureau]!;
    const cited = [...walk(regulation)].flatMap(({ keys, value }) =>
      isRecord(value) && Array.isArray(value.cite)
        ? value.cite.map((clause) => `${keys.filter((key) => typeof key === 'string').join('.')} → ${clause}`)
        : [],
    );
    const found = rulesOf(regulation).flatMap(({ list, cite }) =>
      cite.map((clause) => `${list} → ${clause}`),
    );
    expect(found.sort()).toEqual(cited.sort());
  });

  it.each(BUREAUS)('%s: a clause has rules, or a reason why it has none', (bureau) => {
    for (const { clause, rules, informs } of entriesOf(bureau))
      expect(rules.length > 0 || informs !== null, clause).toBe(true);
  });

  it('is executed by files that exist', () => {
    for (const [list, { files }] of Object.entries(LISTS))
      for (const file of files) expect(existsSync(new URL(file, root)), `${list}: ${file}`).toBe(true);
  });

  it('is found in one hop for these ten: the rule or the reason, the code and the test', () => {
    const ten: readonly (readonly [Bureau, string])[] = [
      ['hohhot', 'C 研判 ①'],
      ['leizhou', '办法 第二十二条(二)股室'],
      ['leizhou', '办法 第二十一条(二)红 ②'],
      ['leizhou', '办法 第六条'],
      ['nanning', 'B 四(二) ②'],
      ['nanning', 'B 四(一) ②'],
      ['leizhou', '预案 7.2'],
      ['yinzhou', 'E 通知'],
      ['leizhou', '办法 第十七条 ②'],
      ['leizhou', '附件2 六(一)'],
    ];
    for (const [bureau, clause] of ten) {
      const entry = entriesOf(bureau).find((each) => each.clause === clause);
      expect(entry?.tests, `${bureau} ${clause}`).not.toEqual([]);
      if (entry?.informs === null) expect(entry.rules[0]?.files, clause).not.toEqual([]);
    }
  });
});
