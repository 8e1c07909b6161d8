import { describe, expect, it } from 'vitest';
import { leadAcknowledgedAt } from '../../../shared/case/units.ts';
import { isQuiet } from '../../../shared/rules/quiet.ts';
import { leizhou } from '../../support/bureaus.ts';
import { at, chief, leader, liaison, officer } from '../../support/case-file.ts';
import { noticesOf, orange } from './escalation/given.ts';

const acknowledge = { type: 'Acknowledge' } as const;

describe('签收', () => {
  it('quiets the person for the setting, to the second, and nobody else', () => {
    const file = orange();
    file.give('03-02 10:40', leader, acknowledge);
    const quiet = (person: string, when: string) => isQuiet(leizhou, file.state, person, at(when));
    expect(quiet('p-deputy', '03-02 10:40')).toBe(true);
    expect(quiet('p-deputy', '03-02 11:39:59')).toBe(true);
    expect(quiet('p-deputy', '03-02 11:40')).toBe(false);
    expect(quiet('p-chief', '03-02 10:41')).toBe(false);
    file.give('03-02 11:30', leader, acknowledge);
    expect(quiet('p-deputy', '03-02 12:29:59')).toBe(true);
  });

  it('of the office or a leader is not the unit’s, which alone starts its clock', () => {
    const file = orange();
    for (const person of [officer, chief]) file.give('03-02 10:40', person, acknowledge);
    expect(leadAcknowledgedAt(file.state)).toBeNull();
    expect(file.state).toMatchObject({ firstAcknowledgedAt: null });
    file.give('03-02 10:50', liaison, acknowledge);
    expect(leadAcknowledgedAt(file.state)).toBe(at('03-02 10:50'));
  });

  it('spares him only what is said again before a limit or of 立即: never the due, the overdue', () => {
    const file = orange();
    file.runTo('03-02 14:00');
    const said = file.log.flatMap(({ events }) => noticesOf(events, 'zhanjiangTelephone'));
    expect(said.map(({ template, role, repeat = false }) => `${template} ${role} ${repeat}`)).toEqual([
      'begins dutyOfficer false',
      'remind dutyOfficer false',
      'remind dutyOfficer true',
      'due dutyOfficer false',
      'dueAbove officeHead false',
      'overdueAbove officeHead false',
      'overdue dutyOfficer false',
      'overdueAbove deputyLeader false',
      'overdueAbove chiefLeader false',
      'overdueAbove deputyLeader false',
      'overdue dutyOfficer false',
    ]);
  });
});
