import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { give, open, person } from '../../../readings/given.ts';
import { at, officer } from '../../../support/case-file.ts';
import { acknowledge, joint, of } from '../units/given.ts';
import { A, B, merge, openedAs, proposing } from './two-cases.ts';

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
    into.give('03-02 10:20', of('food'), acknowledge);
    from.give('03-02 10:10', of('food'), acknowledge);
    expect(merge(from, into, '03-02 10:30')).toBeUndefined();
    expect(into.state.units).toMatchObject([
      { unit: 'food', part: 'lead', acknowledgedAt: at('03-02 10:10') },
    ]);

    const without = openedAs(A, 'yellow', { unit: undefined });
    const other = openedAs(B, 'yellow', { unit: 'drugs' });
    other.give('03-02 10:10', of('drugs'), acknowledge);
    expect(merge(other, without, '03-02 10:30')).toBeUndefined();
    expect(without.state).toMatchObject({
      unit: 'drugs',
      units: [{ unit: 'drugs', part: 'lead', acknowledgedAt: at('03-02 10:10') }],
    });
  });

  const returning: CaseCommand = { type: 'ReturnCase', reason: '所反映的事项不属于本单位职责' };
  /** 药械股 has the one as 主办 and has signed and reported, and the other as 会办, unsigned. */
  const signedThere = () => {
    const into = openedAs(A, 'orange', { unit: 'food' });
    expect(into.give('03-02 10:05', officer, joint('drugs')).refusal).toBeNull();
    const from = openedAs(B, 'orange', { unit: 'drugs' });
    for (const file of [into, from]) file.release('03-02 10:06');
    from.give('03-02 10:10', of('drugs'), acknowledge);
    expect(from.give('03-02 10:20', of('drugs'), report).refusal).toBeNull();
    return { into, from };
  };

  it('one that had signed in the other does not sign again here, and cannot give back what it has begun', () => {
    const { into, from } = signedThere();
    expect(merge(from, into, '03-02 10:30')).toBeUndefined();
    expect(into.state.units).toMatchObject([
      { unit: 'food', acknowledgedAt: null },
      { unit: 'drugs', part: 'joint', acknowledgedAt: at('03-02 10:10') },
    ]);
    expect(into.give('03-02 10:40', of('drugs'), returning).refusal?.code).toBe('UNIT_ACKNOWLEDGED');
    expect(owed(into)).toContainEqual(['drugs', 'fulfilled']);
  });

  it('its 退回 here, on which nobody had decided, ends with that', () => {
    const { into, from } = signedThere();
    expect(into.give('03-02 10:25', of('drugs'), returning).refusal).toBeNull();
    const act = into.log.length;
    expect(merge(from, into, '03-02 10:30')).toBeUndefined();
    expect(into.duty(`return-${act}`)).toMatchObject({ status: 'ended', reason: '该单位已签收' });
  });
});

describe('the same in 呼和浩特', () => {
  it('nobody signs again', () => {
    const opened = (caseId: string) =>
      open({ bureau: 'hohhot', level: 'major', facts: { caseId, unit: 'services' } });
    const [into, from] = [opened('HH2026-0001'), opened('HH2026-0002')];
    const liaison = { ...person('unitLiaison'), unit: 'services' };
    expect(give(from, '03-02 10:10', liaison, acknowledge)).toBe('done');
    const proposal = proposing(into.state, 'HH2026-0001');
    expect(from.give('03-02 10:30', person('officeHead'), proposal).refusal).toBeNull();
    const taking = { type: 'TakeOver', from: from.state } as const;
    expect(into.give('03-02 10:30', person('deputyLeader'), taking).refusal).toBeNull();
    expect(into.state.units).toMatchObject([{ unit: 'services', acknowledgedAt: at('03-02 10:10') }]);
  });
});
