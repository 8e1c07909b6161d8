import { describe, expect, it } from 'vitest';
import { walk } from '../../../../infra/regulation-check/checks/walk.ts';
import { isNumeric } from '../../../../shared/deadlines/limits.ts';
import { yinzhou } from './yinzhou-file.ts';

describe('every clause of the plan', () => {
  const carried = new Set(
    [...walk({ ...yinzhou, informs: [] })].flatMap(({ key, value }) =>
      key === 'cite' && typeof value === 'string' ? [value] : [],
    ),
  );
  const informed = yinzhou.informs.map(({ clause }) => clause);

  it('is one of 38', () => expect(Object.keys(yinzhou.clauses)).toHaveLength(38));

  it.each(Object.keys(yinzhou.clauses))('%s is either carried by a rule or informs', (clause) => {
    expect([carried.has(clause), informed.includes(clause)].filter(Boolean)).toHaveLength(1);
  });

  it('that only informs has its reason in a sentence', () => {
    for (const { reason } of yinzhou.informs) expect(reason).toMatch(/^\p{Script=Han}.{4,}。$/u);
  });

  it('that is ambiguous is read or can be chosen: X2, X43 to X46', () => {
    const entries = [
      ...yinzhou.readings.map(({ id }) => id),
      ...yinzhou.settings.map(({ register }) => register),
    ].filter((id) => id !== 'bureau');
    expect(entries.sort()).toEqual(['X2', 'X43', 'X44', 'X45', 'X46']);
  });

  it('has two numbers, both of 重大: 15 and 20 minutes', () => {
    const numbers = yinzhou.duties.flatMap(({ id, terms }) =>
      terms.flatMap(({ levels, limit }) => (isNumeric(limit) ? [{ id, levels, limit }] : [])),
    );
    expect(numbers).toEqual([
      { id: 'oralReport', levels: ['major'], limit: { kind: 'within', within: 'PT15M' } },
      { id: 'writtenReport', levels: ['major'], limit: { kind: 'within', within: 'PT20M' } },
    ]);
  });

  it('has no target of the office but that of 定级 until the bureau sets one', () => {
    const targets = yinzhou.settings.filter(
      ({ id }) => id.startsWith('target') && id !== 'targetConfirmGrade',
    );
    expect(targets.map(({ value }) => value)).toEqual(targets.map(() => null));
  });
});
