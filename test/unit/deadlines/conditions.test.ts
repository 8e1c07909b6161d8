import { describe, expect, it } from 'vitest';
import { at, caseFile, leader, officer, opening } from '../../support/case-file.ts';
import { open, withSetting } from './opened.ts';

describe('conditions by flag, source and setting', () => {
  it('a unit that finds an orange case itself has to report it; an office that finds it has not', () => {
    expect(open('orange', 'unit-found').duty('unitFoundReport')).toBeDefined();
    expect(open('yellow', 'unit-found').duty('unitFoundReport')).toBeUndefined();
    expect(open('orange', 'monitored').duty('unitFoundReport')).toBeUndefined();
  });

  it('a flag starts a duty and its removal ends it, both on the file', () => {
    const file = open('blue', 'monitored');
    expect(file.duty('emergencyPlan')).toBeUndefined();
    const on = file.give('03-02 11:00', officer, {
      type: 'SetFlags',
      add: ['externalEmergency'],
      remove: [],
      reason: '预案已启动',
    });
    expect(on.rearms).toBe(true);
    expect(file.duty('emergencyPlan')?.next?.stage).toBe('due');
    const off = file.give('03-02 11:05', leader, {
      type: 'SetFlags',
      add: [],
      remove: ['externalEmergency'],
      reason: '误标',
    });
    expect(off.rearms).toBe(true);
    expect(off.events).toContainEqual({
      type: 'DutiesSettled',
      settled: [expect.objectContaining({ duty: 'emergencyPlan', outcome: 'cancelled' })],
    });
  });

  it('asks after a week whether a story has calmed, unless the office switches that off (X14)', () => {
    const facts = opening({ level: 'orange', instants: { outbreakAt: at('03-02 08:00') } });
    const asked = caseFile();
    asked.give('03-02 10:00', officer, facts);
    expect(asked.due('confirmNotCalmed')).toBe(at('03-10 00:00'));
    const silent = caseFile(withSetting('askCalmAfterAWeek', false));
    silent.give('03-02 10:00', officer, facts);
    expect(silent.duty('confirmNotCalmed')).toBeUndefined();
  });

  it('a source added out of order is owed its own answer, from its own receipt', () => {
    const file = open('orange', 'zhanjiang-assigned');
    const add = (when: string, received: string, reference: string) =>
      file.give(when, officer, {
        type: 'AddSource',
        source: { kind: 'zhanjiang-assigned', receivedAt: at(received), reference },
      });
    const dues = () =>
      file
        .schedule()
        .duties.filter(({ duty }) => duty === 'zhanjiangTelephone')
        .map(({ current }) => current.due);
    expect(dues()).toEqual([at('03-02 13:00')]);
    add('03-02 10:40', '03-02 09:30', '2号');
    expect(dues()).toEqual([at('03-02 13:00'), at('03-02 12:30')]);
    add('03-02 10:50', '03-02 10:45', '3号');
    expect(dues()).toEqual([at('03-02 13:00'), at('03-02 12:30'), at('03-02 13:45')]);
  });
});

describe('an office target', () => {
  const regulation = withSetting('targetConfirmGrade', 'PT30M');
  const provisional = () => {
    const file = caseFile(regulation);
    const instants = { detectedAt: at('03-02 10:00') };
    file.give('03-02 10:00', officer, { ...opening({ how: 'feed', instants }), level: undefined });
    return file;
  };

  it('is apart from the law: no due instant of the law, no number in the limit', () => {
    const scheduled = provisional().duty('confirmGrade')!;
    expect(scheduled.current.due).toBeNull();
    expect(scheduled.limitText).toBe('未规定时限');
    expect(scheduled.next).toMatchObject({
      stage: 'remind',
      at: at('03-02 10:22:30'),
      due: at('03-02 10:30'),
    });
  });

  it('asks, climbs the ladder, then asks daily, and never calls it overdue', () => {
    const file = provisional();
    const seen = file.runTo('03-03 12:00').filter((line) => line.includes('confirmGrade'));
    expect(seen).toEqual([
      '03-02 10:22 confirmGrade#1 remind0',
      '03-02 10:30 confirmGrade#1 due0',
      '03-02 10:45 confirmGrade#1 remind1',
      '03-02 11:00 confirmGrade#1 remind2',
      '03-02 11:15 confirmGrade#1 remind3',
      '03-03 11:15 confirmGrade#1 remind4',
    ]);
    const told = file.log
      .flatMap(({ events }) => events)
      .flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []))
      .filter(({ duty }) => duty === 'confirmGrade')
      .map(({ template, role }) => `${template} ${role}`);
    expect(told).toEqual([
      'gradeAsked dutyOfficer',
      'gradeAsked dutyOfficer',
      'gradeAsked officeHead',
      'gradeAsked dutyOfficer',
      'gradeAsked deputyLeader',
      'gradeAsked dutyOfficer',
      'gradeAsked chiefLeader',
      'gradeAsked dutyOfficer',
      'gradeAsked chiefLeader',
      'gradeAsked dutyOfficer',
    ]);
  });

  it('is met late without being late by law', () => {
    const file = provisional();
    file.runTo('03-02 12:00');
    file.give('03-02 12:00', officer, { type: 'ConfirmGrade', level: 'blue' });
    expect(file.duty('confirmGrade')!.current.outcome).toBe('fulfilled');
  });
});
