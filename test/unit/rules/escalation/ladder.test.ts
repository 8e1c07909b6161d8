import { describe, expect, it } from 'vitest';
import { at, officer } from '../../../support/case-file.ts';
import { eventsOf, noticesOf, orange, told } from './given.ts';

describe('a night when nobody answers', () => {
  it('climbs from the duty officer to the chief leader, then asks daily', () => {
    const file = orange();
    const seen = file.runTo('03-04 15:00').filter((line) => line.includes('zhanjiangTelephone'));
    expect(seen).toEqual([
      '03-02 12:00 zhanjiangTelephone#1 remind0',
      '03-02 12:45 zhanjiangTelephone#1 remind1',
      '03-02 13:00 zhanjiangTelephone#1 due0',
      '03-02 13:30 zhanjiangTelephone#1 overdue0',
      '03-02 14:00 zhanjiangTelephone#1 overdue1',
      '03-02 14:30 zhanjiangTelephone#1 overdue2',
      '03-03 14:30 zhanjiangTelephone#1 overdue3',
      '03-04 14:30 zhanjiangTelephone#1 overdue4',
    ]);
    expect(told(eventsOf(file), 'zhanjiangTelephone')).toEqual([
      'remind dutyOfficer',
      'remind dutyOfficer',
      'due dutyOfficer',
      'due officeHead',
      'overdue officeHead',
      'overdue dutyOfficer',
      'overdue deputyLeader',
      'overdue chiefLeader',
      'overdue deputyLeader',
      'overdue dutyOfficer',
      'overdue chiefLeader',
      'overdue dutyOfficer',
      'overdue chiefLeader',
      'overdue dutyOfficer',
      'overdue chiefLeader',
      'overdue dutyOfficer',
    ]);
  });

  it('climbs a unit’s ladder from the liaison through all five rungs', () => {
    const file = orange({ instants: { outbreakAt: at('03-02 08:00') } });
    file.runTo('03-03 10:00');
    expect(told(eventsOf(file), 'dailyReport').filter((line) => !line.includes('remind'))).toEqual([
      'due unitLiaison',
      'due unitHead',
      'overdue unitHead',
      'overdue unitLiaison',
      'overdue officeHead',
      'overdue unitLiaison',
      'overdue deputyLeader',
      'overdue unitLiaison',
      'overdue chiefLeader',
      'overdue unitLiaison',
    ]);
    expect(noticesOf(eventsOf(file), 'dailyReport').find(({ role }) => role === 'unitHead')?.unit).toBe(
      'food',
    );
    expect(
      noticesOf(eventsOf(file), 'dailyReport').find(({ role }) => role === 'officeHead')?.unit,
    ).toBeUndefined();
  });

  it('begins at the rung of the one who is responsible', () => {
    expect(orange().duty('emergencyMeeting')!.rungs).toEqual([
      'unitHead',
      'officeHead',
      'deputyLeader',
      'chiefLeader',
    ]);
    expect(orange().duty('publicResponse')!.rungs).toEqual(['officeHead', 'deputyLeader', 'chiefLeader']);
  });

  it('drafts one order for the limit that a unit missed, and none for the office itself', () => {
    const file = orange({ instants: { outbreakAt: at('03-02 08:00') } });
    file.runTo('03-03 20:00');
    const drafts = eventsOf(file).filter((event) => event.type === 'SupervisionOrderDrafted');
    expect(drafts).toMatchObject([
      { duty: 'dailyReport', role: 'unitLiaison', unit: 'food', occurrence: '1.1' },
    ]);
    expect(file.state.orders).toMatchObject([{ issued: null, voided: false }]);
  });

  it('chases a duty that is due at once without ever calling it overdue', () => {
    const file = orange();
    const seen = file.runTo('03-03 12:00').filter((line) => line.includes('emergencyMeeting'));
    expect(seen).toEqual([
      '03-02 10:30 emergencyMeeting#1 due0',
      '03-02 10:45 emergencyMeeting#1 remind0',
      '03-02 11:00 emergencyMeeting#1 remind1',
      '03-02 11:15 emergencyMeeting#1 remind2',
      '03-03 11:15 emergencyMeeting#1 remind3',
    ]);
    expect(told(eventsOf(file), 'emergencyMeeting').slice(0, 5)).toEqual([
      'atOnce unitHead',
      'chase officeHead',
      'chase unitHead',
      'chase deputyLeader',
      'chase unitHead',
    ]);
  });

  it('falls silent as soon as the duty is met', () => {
    const file = orange();
    file.runTo('03-02 14:10');
    const { rearms } = file.give('03-02 14:10', officer, {
      type: 'FileReport',
      kind: 'first',
      form: 'telephone',
      to: ['zhanjiang'],
    });
    expect(rearms).toBe(true);
    expect(file.runTo('03-05 10:00').filter((line) => line.includes('zhanjiangTelephone'))).toEqual([]);
    expect(file.duty('zhanjiangTelephone')!.current.outcome).toBe('fulfilledLate');
  });
});
