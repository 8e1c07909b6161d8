import { describe, expect, it } from 'vitest';
import { at, officer } from '../../../support/case-file.ts';
import { eventsOf, noticesOf, orange, told } from './given.ts';

describe('a night when nobody answers', () => {
  it('climbs from the duty officer to the chief leader, then asks daily', () => {
    const file = orange();
    const seen = file.runTo('03-04 15:00').filter((line) => line.includes('zhanjiangTelephone'));
    expect(seen).toEqual([
      '03-02 12:22 zhanjiangTelephone#1 remind0',
      '03-02 12:45 zhanjiangTelephone#1 remind1',
      '03-02 13:00 zhanjiangTelephone#1 due0',
      '03-02 13:30 zhanjiangTelephone#1 overdue0',
      '03-02 14:00 zhanjiangTelephone#1 overdue1',
      '03-02 14:30 zhanjiangTelephone#1 overdue2',
      '03-03 14:30 zhanjiangTelephone#1 overdue3',
      '03-04 14:30 zhanjiangTelephone#1 overdue4',
    ]);
    expect(told(eventsOf(file), 'zhanjiangTelephone')).toEqual([
      'begins dutyOfficer',
      'remind dutyOfficer',
      'remind dutyOfficer',
      'due dutyOfficer',
      'dueAbove officeHead',
      'overdueAbove officeHead',
      'overdue dutyOfficer',
      'overdueAbove deputyLeader',
      'overdueAbove chiefLeader',
      'overdueAbove deputyLeader',
      'overdue dutyOfficer',
      'overdueAbove chiefLeader',
      'overdue dutyOfficer',
      'overdueAbove chiefLeader',
      'overdue dutyOfficer',
      'overdueAbove chiefLeader',
      'overdue dutyOfficer',
    ]);
  });

  it('climbs a unit’s ladder from the liaison through all five rungs', () => {
    const file = orange({ instants: { outbreakAt: at('03-02 08:00') } });
    file.runTo('03-03 10:00');
    expect(told(eventsOf(file), 'dailyReport').filter((line) => !line.includes('remind'))).toEqual([
      'begins unitLiaison',
      'due unitLiaison',
      'dueAbove unitHead',
      'overdueAbove unitHead',
      'overdue unitLiaison',
      'overdueAbove officeHead',
      'overdue unitLiaison',
      'overdueAbove deputyLeader',
      'overdue unitLiaison',
      'overdueAbove chiefLeader',
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
    const seen = file.runTo('03-02 11:20').filter((line) => line.includes('emergencyMeeting'));
    expect(seen).toEqual([
      '03-02 10:30 emergencyMeeting#1 due0',
      '03-02 10:45 emergencyMeeting#1 remind0',
      '03-02 11:00 emergencyMeeting#1 remind1',
      '03-02 11:15 emergencyMeeting#1 remind2',
    ]);
    expect(told(eventsOf(file), 'emergencyMeeting').slice(0, 5)).toEqual([
      'atOnce unitHead',
      'chaseAbove officeHead',
      'chase unitHead',
      'chaseAbove deputyLeader',
      'chase unitHead',
    ]);
  });

  it('repeats 立即 past the top every quarter of an hour to who must act, and hourly to the top', () => {
    const file = orange();
    file.runTo('03-02 12:45');
    const past = file.log.filter(({ at: when }) => when > at('03-02 11:15'));
    const repeats = past.flatMap(({ at: when, events }) =>
      noticesOf(events, 'emergencyMeeting').map(({ role, template, repeat }) => ({
        when: when.slice(11, 16),
        role,
        template,
        repeat,
      })),
    );
    const own = (when: string) => ({ when, role: 'unitHead', template: 'chase', repeat: true });
    const top = (when: string) => ({ when, role: 'chiefLeader', template: 'chaseAbove', repeat: true });
    expect(repeats).toEqual([
      own('03:30'),
      own('03:45'),
      own('04:00'),
      own('04:15'),
      top('04:30'),
      own('04:30'),
      own('04:45'),
    ]);
  });

  it('says all that is 立即 by one clock, which another takes over when its duty is met', () => {
    const file = orange();
    file.runTo('03-02 14:00');
    const said = (when: string): number =>
      file.log.filter(
        ({ at: instant, events }) =>
          instant === at(when) && events.some(({ type }) => type === 'DutyReminded'),
      ).length;
    expect(said('03-02 14:00')).toBe(1);
    const first = file.log.find(({ at: instant }) => instant === at('03-02 14:00'))!;
    expect(first.events[0]).toMatchObject({ duty: 'warnUnits', also: expect.any(Array) });
    file.release('03-02 14:05');
    const { duties } = file.schedule();
    expect(
      duties.filter(({ next }) => next?.repeats && next.carriedAt === undefined).map(({ next }) => next!.at),
    ).toEqual([at('03-02 14:15')]);
    file.runTo('03-02 14:15');
    expect(said('03-02 14:15')).toBeGreaterThan(0);
  });

  it('repeats it hourly after a day, and never falls silent', () => {
    const file = orange();
    file.runTo('03-03 12:00');
    const steps = file.runTo('03-04 12:00').filter((step) => step.includes('remind'));
    const hours = steps.map((step) => step.slice(0, 8));
    expect(new Set(hours).size).toBeGreaterThanOrEqual(24);
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
