import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { at, officer } from '../../../support/case-file.ts';
import { acknowledge, joint, of } from '../units/given.ts';
import { A, B, merge, openedAs } from './two-cases.ts';

const report: CaseCommand = {
  type: 'FileReport',
  kind: 'first',
  form: 'telephone',
  to: ['chiefLeader', 'deputyLeader', 'officeHead'],
};
/** Who owes the unit's first report in the case, and how it stands. */
const owed = (file: ReturnType<typeof openedAs>) =>
  file
    .schedule()
    .duties.filter(({ duty }) => duty === 'unitResponse')
    .map(({ unit, status }) => [unit, status]);

describe('the units of two cases that become one', () => {
  it('the one’s leads on, the other’s have it with it, and nobody signs or reports again', () => {
    const into = openedAs(A, 'yellow', { unit: 'food' });
    const from = openedAs(B, 'yellow', { unit: 'drugs' });
    for (const file of [into, from]) file.release('03-02 10:05');
    expect(from.give('03-02 10:06', officer, joint('price')).refusal).toBeNull();
    from.give('03-02 10:10', of('drugs'), acknowledge);
    expect(from.give('03-02 10:15', of('drugs'), report).refusal).toBeNull();
    expect(merge(from, into, '03-02 10:30')).toBeUndefined();
    expect(into.state.unit).toBe('food');
    expect(into.state.units).toMatchObject([
      { unit: 'food', part: 'lead', acknowledgedAt: null },
      { unit: 'drugs', part: 'joint', acknowledgedAt: at('03-02 10:10') },
      { unit: 'price', part: 'joint', acknowledgedAt: null },
    ]);
    expect(owed(into)).toEqual([
      ['food', 'open'],
      ['drugs', 'fulfilled'],
      ['price', 'open'],
    ]);
  });

  it('a unit that has both has one, as it has it here; where nobody has the one, the other’s leads', () => {
    const into = openedAs(A, 'yellow', { unit: 'food' });
    const from = openedAs(B, 'yellow', { unit: 'food' });
    from.give('03-02 10:10', of('food'), acknowledge);
    expect(merge(from, into, '03-02 10:30')).toBeUndefined();
    expect(into.state.units).toMatchObject([{ unit: 'food', part: 'lead', acknowledgedAt: null }]);

    const without = openedAs(A, 'yellow', { unit: undefined });
    const other = openedAs(B, 'yellow', { unit: 'drugs' });
    other.give('03-02 10:10', of('drugs'), acknowledge);
    expect(merge(other, without, '03-02 10:30')).toBeUndefined();
    expect(without.state).toMatchObject({
      unit: 'drugs',
      units: [{ unit: 'drugs', part: 'lead', acknowledgedAt: at('03-02 10:10') }],
    });
  });
});
