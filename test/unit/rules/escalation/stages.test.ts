import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../../../shared/case/events.ts';
import { at, caseFile, leader, officer, opening, system } from '../../../support/case-file.ts';
import { eventsOf, type File, orange, told } from './given.ts';

/** What one enforced stage of `duty` says; the stage is the one that the schedule waits for. */
const enforce = (
  file: File,
  when: string,
  duty: string,
  change: Partial<{ stage: 'remind' | 'due' | 'overdue'; index: number; occurrence: string }> = {},
) => {
  const { next, current } = file.duty(duty)!;
  return file.give(when, system, {
    type: 'EnforceStage',
    duty,
    occurrence: current.occurrence,
    stage: next!.stage,
    index: next!.index,
    due: next!.due,
    orderNumber: '督1',
    ...change,
  });
};

describe('enforcing a stage', () => {
  it('is done once: a repeat yields nothing', () => {
    const file = orange();
    const first = { ...file.duty('emergencyMeeting')!.next! };
    expect(enforce(file, '03-02 10:30', 'emergencyMeeting').events.length).toBeGreaterThan(0);
    const repeat = file.give('03-02 10:30', system, {
      type: 'EnforceStage',
      duty: 'emergencyMeeting',
      occurrence: '1',
      stage: first.stage,
      index: first.index,
      due: first.due,
    });
    expect(repeat).toEqual({ events: [], rearms: false, refusal: null });
  });

  it('is not done too early, for another occurrence, another index, or a duty that the case has not', () => {
    const file = orange();
    expect(enforce(file, '03-02 12:22:29', 'zhanjiangTelephone').events).toEqual([]);
    expect(enforce(file, '03-02 12:22:30', 'zhanjiangTelephone', { occurrence: '2' }).events).toEqual([]);
    expect(enforce(file, '03-02 12:22:30', 'zhanjiangTelephone', { index: 1 }).events).toEqual([]);
    expect(enforce(file, '03-02 12:22:30', 'zhanjiangTelephone', { stage: 'due' }).events).toEqual([]);
    expect(
      file.give('03-02 12:00', system, {
        type: 'EnforceStage',
        duty: 'pressConference',
        occurrence: '1',
        stage: 'due',
        index: 0,
        due: at('03-02 12:00'),
      }).events,
    ).toEqual([]);
    expect(enforce(file, '03-02 12:22:30', 'zhanjiangTelephone').events.length).toBeGreaterThan(0);
  });

  it('does nothing for a duty that was met meanwhile', () => {
    const file = orange();
    const scheduled = file.duty('zhanjiangTelephone')!;
    file.give('03-02 11:30', officer, {
      type: 'FileReport',
      kind: 'first',
      form: 'telephone',
      to: ['zhanjiang'],
    });
    expect(
      file.give('03-02 12:00', system, {
        type: 'EnforceStage',
        duty: scheduled.duty,
        occurrence: '1',
        stage: 'remind',
        index: 0,
        due: scheduled.next!.due,
      }).events,
    ).toEqual([]);
  });

  it('keys every notice by duty, occurrence, due instant, stage and role', () => {
    const file = orange();
    file.runTo('03-04 15:00');
    const keys = eventsOf(file).flatMap((event) =>
      event.type === 'NoticesMade' ? event.notices.map(({ key }) => key) : [],
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('after an outage lets only the last of the passed stages speak, to every rung that was skipped', () => {
    const file = orange();
    file.runTo('03-02 12:23');
    const marks: CaseEvent[] = [];
    while (file.duty('zhanjiangTelephone')!.next!.at <= at('03-02 14:00:20'))
      marks.push(...enforce(file, '03-02 14:00:20', 'zhanjiangTelephone').events);
    expect(
      marks.filter(({ type }) => type === 'DutyReminded' || type === 'DutyFellDue' || type === 'DutyOverdue'),
    ).toMatchObject([
      { type: 'DutyReminded', overtaken: true },
      { type: 'DutyFellDue', overtaken: true },
      { type: 'DutyOverdue', index: 0, overtaken: true },
      { type: 'DutyOverdue', index: 1 },
    ]);
    expect(told(marks, 'zhanjiangTelephone')).toEqual([
      'overdue dutyOfficer',
      'overdueAbove officeHead',
      'overdueAbove deputyLeader',
      'overdueAbove chiefLeader',
    ]);
    file.runTo('03-03 15:00');
    expect(file.state.orders.filter(({ duty }) => duty === 'zhanjiangTelephone')).toEqual([]);
  });

  it('after an outage chases a duty due at once at every rung that was skipped', () => {
    const file = orange();
    const marks: CaseEvent[] = [];
    while (file.duty('emergencyMeeting')!.next!.at <= at('03-02 11:10'))
      marks.push(...enforce(file, '03-02 11:10', 'emergencyMeeting').events);
    expect(told(marks, 'emergencyMeeting')).toEqual([
      'chase unitHead',
      'chaseAbove officeHead',
      'chaseAbove deputyLeader',
    ]);
  });

  it('after an outage still gives what the system itself tells, and chases once', () => {
    const file = orange();
    const marks: CaseEvent[] = [];
    while (file.duty('reportGroup')!.next!.at <= at('03-02 11:10'))
      marks.push(...enforce(file, '03-02 11:10', 'reportGroup').events);
    expect(told(marks, 'reportGroup')).toEqual([
      'warning leadingGroup',
      'chase dutyOfficer',
      'chaseAbove officeHead',
      'chaseAbove deputyLeader',
    ]);
  });

  it('after an outage still tells the unit of a warning that nobody released, and asks for the release', () => {
    const file = orange();
    const marks: CaseEvent[] = [];
    while (file.duty('warnUnits')!.next!.at <= at('03-02 11:10'))
      marks.push(...enforce(file, '03-02 11:10', 'warnUnits').events);
    expect(told(marks, 'warnUnits')).toEqual([
      'releaseWarning dutyOfficer',
      'bareWarning unitLiaison',
      'releaseWarning dutyOfficer',
      'releaseWarning dutyOfficer',
      'releaseAbove officeHead',
      'releaseAbove deputyLeader',
    ]);
  });

  it('starts again against the new due instant when an instant is corrected', () => {
    const file = caseFile();
    file.give('03-02 10:00', officer, opening({ level: 'red', instants: { occurredAt: at('03-02 08:00') } }));
    file.runTo('03-02 13:45');
    expect(file.state.marks['publicResponse#1']).toMatchObject({ fellDue: true, overdue: 1 });
    const { rearms } = file.give('03-02 14:00', leader, {
      type: 'CorrectInstant',
      instant: 'occurredAt',
      at: at('03-02 10:00'),
      reason: '原始视频时间',
    });
    expect(rearms).toBe(true);
    expect(file.duty('publicResponse')).toMatchObject({
      current: { due: at('03-02 15:00') },
      foundLate: null,
    });
    expect(file.runTo('03-02 15:30').filter((line) => line.includes('publicResponse'))).toEqual([
      '03-02 14:45 publicResponse#1 remind0',
      '03-02 15:00 publicResponse#1 due0',
      '03-02 15:30 publicResponse#1 overdue0',
    ]);
  });
});
