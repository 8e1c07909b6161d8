import { describe, expect, it } from 'vitest';
import { EXECUTED, listOf } from '../../../infra/docs/text/executed.ts';
import { walk } from '../../../infra/regulation-check/checks/walk.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import allRows from '../../fixtures/clauses.json' with { type: 'json' };

/** The five documents of the digest, and the register entries (X1–X51) that name each. */
const DOCUMENTS = [
  { doc: 'A', bureau: 'leizhou', count: 189, entries: [...upTo(1, 30), 40, ...upTo(47, 51)] },
  { doc: 'B', bureau: 'nanning', count: 36, entries: upTo(30, 35) },
  { doc: 'C', bureau: 'hohhot', count: 35, entries: [...upTo(36, 40), 46] },
  { doc: 'D', bureau: 'petition', count: 20, entries: [30, 41, 42] },
  { doc: 'E', bureau: 'yinzhou', count: 38, entries: [...upTo(43, 46)] },
];
function upTo(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Cut from a page into which spam had been put; the data has the words of the bureau's own text. */
const SPAMMED = ['E 通知'];
/** A length in the digest's own writing: ISO-8601, or working days, which that has not. */
const NUMERIC = /P(T?\d)|\d+ (working days|个工作日)|\d+WD/;

/** Clause → where rules cite it that some file runs; what the bureau chose for itself is no rule of the text. */
const carriedIn = (regulation: Regulation): Map<string, string[]> => {
  const carried = new Map<string, string[]>();
  const routing = regulation.routing.filter(({ basis }) => basis === 'law');
  for (const { path, key, value } of walk({ ...regulation, routing }))
    if (key === 'cite' && typeof value === 'string' && Object.hasOwn(EXECUTED, listOf(path)))
      carried.set(value, [...(carried.get(value) ?? []), path]);
  return carried;
};

it('the five documents are in force, with all 318 rows of the digest', () => {
  expect(Object.keys(regulations).sort()).toEqual(DOCUMENTS.map(({ bureau }) => bureau).sort());
  expect(allRows).toHaveLength(318);
  expect(DOCUMENTS.reduce((sum, { count }) => sum + count, 0)).toBe(318);
});

describe.each(DOCUMENTS)('every clause of document $doc ($bureau)', ({ doc, bureau, count }) => {
  const regulation = regulations[bureau]!;
  const rows = allRows.filter((row) => row.doc === doc);
  const carried = carriedIn(regulation);
  const informed = new Map(regulation.informs.map(({ clause, reason }) => [clause, reason]));

  it(`is there: ${count} rows`, () => {
    expect(rows).toHaveLength(count);
    expect(Object.keys(regulation.clauses).sort()).toEqual(rows.map(({ id }) => id).sort());
  });

  it.each(rows.map(({ id }) => id))('%s is carried by a rule or listed as informing only', (id) => {
    expect(carried.has(id) || informed.has(id), `${id} 既无规则引用,也未列入 informs`).toBe(true);
  });

  it.each(rows.map(({ id }) => id))('%s is not both carried and informed', (id) => {
    expect(informed.has(id) ? (carried.get(id) ?? []) : []).toEqual([]);
  });

  it.each(rows.filter(({ id }) => !SPAMMED.includes(id)))('$id is quoted exactly', ({ id, quote }) => {
    expect(regulation.clauses[id]).toBe(quote.replaceAll(' / ', '\n'));
  });

  it('gives a reason, in words, for each one that only informs', () => {
    for (const { reason } of regulation.informs) expect(reason).toMatch(/^\p{Script=Han}.{4,}。$/u);
  });

  it('is never a mere notice when it has a limit in numbers', () => {
    const numeric = rows.filter(({ limit }) => NUMERIC.test(limit)).map(({ id }) => id);
    expect(numeric.filter((id) => informed.has(id))).toEqual([]);
  });
});

it('the row with spam in it differs from the data in its first words only', () => {
  const [id = ''] = SPAMMED;
  const lines = (text: string | undefined): string[] => text?.split(/ \/ |\n/) ?? [];
  const [ours = '', ...rest] = lines(regulations.yinzhou!.clauses[id]);
  const [theirs = '', ...others] = lines(allRows.find((row) => row.id === id)?.quote);
  expect(rest).toEqual(others);
  expect(ours.slice(ours.indexOf('印发'))).toBe(theirs.slice(theirs.indexOf('印发')));
});

/** The register entries that a regulation answers: its choices and its readings. */
const answeredBy = ({ settings, readings }: Regulation): string[] => [
  ...settings.filter(({ register }) => register !== 'bureau').map(({ register }) => register),
  ...readings.map(({ id }) => id),
];

describe('the register of ambiguities', () => {
  it.each(DOCUMENTS)('is answered for document $doc: entries $entries', ({ bureau, entries }) => {
    const answered = new Set(answeredBy(regulations[bureau]!));
    expect(entries.map((number) => `X${number}`).filter((id) => !answered.has(id))).toEqual([]);
  });

  it('is answered as a whole, X1 to X51', () => {
    const wanted = upTo(1, 51).map((number) => `X${number}`);
    const answered = new Set(Object.values(regulations).flatMap(answeredBy));
    expect(wanted.filter((id) => !answered.has(id))).toEqual([]);
    expect([...answered].filter((id) => !wanted.includes(id))).toEqual([]);
  });

  it('is answered with the clauses that it is about, in whole sentences', () => {
    for (const { clauses, settings, readings } of Object.values(regulations)) {
      for (const { cite } of [...settings, ...readings]) {
        expect(cite.length).toBeGreaterThan(0);
        for (const clause of cite) expect(Object.keys(clauses)).toContain(clause);
      }
      for (const { reading } of readings) expect(reading).toMatch(/\p{Script=Han}.{8,}。$/u);
    }
  });
});
