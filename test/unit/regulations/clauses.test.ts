import { describe, expect, it } from 'vitest';
import { walk } from '../../../shared/regulations/walk.ts';
import rows from '../../fixtures/leizhou-clauses.json' with { type: 'json' };
import { leizhou } from '../../support/bureaus.ts';

const carried = new Map<string, string[]>();
for (const { path, key, value } of walk({ ...leizhou, informs: [] })) {
  if (key !== 'cite' || typeof value !== 'string') continue;
  carried.set(value, [...(carried.get(value) ?? []), path]);
}
const informed = new Map(leizhou.informs.map(({ clause, reason }) => [clause, reason]));

describe('every clause of 雷州办法、附件、预案 is accounted for', () => {
  it('has all 189 rows of the digest', () => expect(rows).toHaveLength(189));

  it.each(rows.map(({ id }) => id))('%s is carried by a rule or listed as informing only', (id) => {
    expect(carried.has(id) || informed.has(id), `${id} 既无规则引用,也未列入 informs`).toBe(true);
  });

  it.each(rows.map(({ id }) => id))('%s is not both carried and informed', (id) => {
    expect(informed.has(id) ? (carried.get(id) ?? []) : []).toEqual([]);
  });

  it.each(rows)('$id is quoted exactly', ({ id, quote }) => {
    expect(leizhou.clauses[id]).toBe(quote.replaceAll(' / ', '\n'));
  });

  it('quotes no clause that the digest does not have', () => {
    expect(Object.keys(leizhou.clauses).sort()).toEqual(rows.map(({ id }) => id).sort());
  });

  it('gives a reason, in words, for each clause that only informs', () => {
    for (const { reason } of leizhou.informs) expect(reason).toMatch(/^\p{Script=Han}.{4,}。$/u);
  });

  it('leaves no clause with a limit in the text to a mere notice, except the monitoring request', () => {
    const numeric = rows.filter(({ limit }) => /P(T?\d)/.test(limit)).map(({ id }) => id);
    // 附件3三: 一般为一周 belongs to a monitoring request, which is no case and has no clock in this version.
    expect(numeric.filter((id) => informed.has(id))).toEqual(['附件3 三']);
  });
});
