import { describe, expect, it } from 'vitest';
import type { CaseEvent, Notice } from '../../../shared/case/events.ts';
import { at, caseFile, head, leader, officer, opening, system } from '../../support/case-file.ts';

const assigned = [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 10:00') }];
type File = ReturnType<typeof caseFile>;
const orange = (facts: Parameters<typeof opening>[0] = {}): File => {
  const file = caseFile();
  file.give('03-02 10:30', officer, opening({ level: 'orange', sources: assigned, ...facts }));
  return file;
};
const eventsOf = (file: File): CaseEvent[] => file.log.flatMap(({ events }) => events);
const noticesOf = (events: readonly CaseEvent[], duty: string): Notice[] =>
  events.flatMap((event) =>
    event.type === 'NoticesMade' ? event.notices.filter((notice) => notice.duty === duty) : [],
  );
const told = (events: readonly CaseEvent[], duty: string): string[] =>
  noticesOf(events, duty).map(({ template, role }) => `${template} ${role}`);
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
      'order officeHead',
      'order dutyOfficer',
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
      'order unitHead',
      'order unitLiaison',
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

  it('issues one supervision order for one missed limit, to its unit if a unit is responsible', () => {
    const file = orange({ instants: { outbreakAt: at('03-02 08:00') } });
    file.runTo('03-03 20:00');
    const orders = eventsOf(file).filter((event) => event.type === 'SupervisionOrderIssued');
    expect(orders.map(({ duty }) => duty).sort()).toEqual([
      'dailyReport',
      'zhanjiangTelephone',
      'zhanjiangWritten',
    ]);
    expect(orders.find(({ duty }) => duty === 'dailyReport')).toMatchObject({
      role: 'unitLiaison',
      unit: 'food',
      occurrence: '1.1',
    });
    expect(orders.find(({ duty }) => duty === 'zhanjiangTelephone')?.unit).toBeUndefined();
    expect(file.state.orders).toHaveLength(3);
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

describe('a case that is found late', () => {
  const red = () => {
    const file = caseFile();
    file.give('03-02 18:00', officer, opening({ level: 'red', instants: { occurredAt: at('03-02 08:00') } }));
    return file;
  };

  it('shows the 5 hours as overdue at discovery with the lag, and does not move them', () => {
    const scheduled = red().duty('publicResponse')!;
    expect(scheduled.current.due).toBe(at('03-02 13:00'));
    expect(scheduled.discoveryLagMilliseconds).toBe(5 * 3600_000);
    expect(scheduled.next).toMatchObject({ stage: 'overdue', at: at('03-02 18:00'), rung: 0 });
  });

  it('escalates it at once and from the responsible role upwards', () => {
    const file = red();
    const seen = file.runTo('03-02 19:10').filter((line) => line.includes('publicResponse'));
    expect(seen).toEqual([
      '03-02 18:00 publicResponse#1 overdue0',
      '03-02 18:30 publicResponse#1 overdue1',
      '03-02 19:00 publicResponse#1 overdue2',
    ]);
    expect(told(eventsOf(file), 'publicResponse')).toEqual([
      'order officeHead',
      'overdue deputyLeader',
      'overdue officeHead',
      'overdue chiefLeader',
      'overdue officeHead',
    ]);
    expect(eventsOf(file)).toContainEqual(
      expect.objectContaining({
        type: 'DutyOverdue',
        duty: 'publicResponse',
        index: 0,
        atDiscovery: true,
        lagMilliseconds: 5 * 3600_000,
      }),
    );
  });

  it.each([
    ['03-02 12:59:59', null, 'due'],
    ['03-02 13:00:00', null, 'due'],
    ['03-02 13:00:01', 1000, 'overdue'],
  ])('opened at %s has the lag %s', (when, lag, stage) => {
    const file = caseFile();
    file.give(when, officer, opening({ level: 'red', instants: { occurredAt: at('03-02 08:00') } }));
    expect(file.duty('publicResponse')!.discoveryLagMilliseconds).toBe(lag);
    expect(file.duty('publicResponse')!.next!.stage).toBe(stage);
  });

  it('counts from the earliest publication when nobody knows the occurrence, and says that it is an estimate', () => {
    const file = caseFile();
    file.give(
      '03-02 12:00',
      officer,
      opening({ level: 'red', instants: { publishedAt: at('03-02 09:00') } }),
    );
    expect(file.duty('publicResponse')).toMatchObject({
      start: { instant: 'publishedAt', estimated: true },
      current: { due: at('03-02 14:00') },
    });
    file.give('03-02 12:10', officer, {
      type: 'CorrectInstant',
      instant: 'occurredAt',
      at: at('03-02 08:30'),
      reason: '核实',
    });
    expect(file.duty('publicResponse')).toMatchObject({
      start: { instant: 'occurredAt', estimated: false },
      current: { due: at('03-02 13:30') },
    });
  });

  it('waits, with the reason, when neither occurrence nor publication is known', () => {
    const file = caseFile();
    file.give('03-02 12:00', officer, opening({ level: 'red' }));
    expect(file.duty('publicResponse')).toMatchObject({ status: 'notStarted', next: null, start: null });
    expect(file.duty('publicResponse')!.reason).toContain('舆情发生');
  });
});

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
    expect(enforce(file, '03-02 11:59:59', 'zhanjiangTelephone').events).toEqual([]);
    expect(enforce(file, '03-02 12:00', 'zhanjiangTelephone', { occurrence: '2' }).events).toEqual([]);
    expect(enforce(file, '03-02 12:00', 'zhanjiangTelephone', { index: 1 }).events).toEqual([]);
    expect(enforce(file, '03-02 12:00', 'zhanjiangTelephone', { stage: 'due' }).events).toEqual([]);
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
    expect(enforce(file, '03-02 12:00', 'zhanjiangTelephone').events.length).toBeGreaterThan(0);
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
    file.runTo('03-02 12:00');
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
      'order dutyOfficer',
      'order officeHead',
      'order deputyLeader',
    ]);
    expect(marks.filter(({ type }) => type === 'SupervisionOrderIssued')).toHaveLength(1);
    file.runTo('03-03 15:00');
    expect(file.state.orders.filter(({ duty }) => duty === 'zhanjiangTelephone')).toHaveLength(1);
  });

  it('after an outage chases a duty due at once at every rung that was skipped', () => {
    const file = orange();
    const marks: CaseEvent[] = [];
    while (file.duty('emergencyMeeting')!.next!.at <= at('03-02 11:10'))
      marks.push(...enforce(file, '03-02 11:10', 'emergencyMeeting').events);
    expect(told(marks, 'emergencyMeeting')).toEqual([
      'chase unitHead',
      'chase officeHead',
      'chase deputyLeader',
    ]);
  });

  it('after an outage still gives the warning that is itself the duty, and chases once', () => {
    const file = orange();
    const marks: CaseEvent[] = [];
    while (file.duty('warnUnits')!.next!.at <= at('03-02 11:10'))
      marks.push(...enforce(file, '03-02 11:10', 'warnUnits').events);
    expect(told(marks, 'warnUnits')).toEqual([
      'warning unitLiaison',
      'warning leadingGroup',
      'chase dutyOfficer',
      'chase officeHead',
      'chase deputyLeader',
    ]);
  });

  it('starts again against the new due instant when an instant is corrected', () => {
    const file = caseFile();
    file.give('03-02 10:00', officer, opening({ level: 'red', instants: { occurredAt: at('03-02 08:00') } }));
    file.runTo('03-02 13:45');
    expect(file.state.marks.publicResponse).toMatchObject({ fellDue: true, overdue: 1 });
    const { rearms } = file.give('03-02 14:00', head, {
      type: 'CorrectInstant',
      instant: 'occurredAt',
      at: at('03-02 10:00'),
      reason: '原始视频时间',
    });
    expect(rearms).toBe(true);
    expect(file.duty('publicResponse')).toMatchObject({
      current: { due: at('03-02 15:00') },
      discoveryLagMilliseconds: null,
    });
    expect(file.runTo('03-02 15:30').filter((line) => line.includes('publicResponse'))).toEqual([
      '03-02 14:45 publicResponse#1 remind1',
      '03-02 15:00 publicResponse#1 due0',
      '03-02 15:30 publicResponse#1 overdue0',
    ]);
  });
});

describe('a duty on hold', () => {
  const held = () => {
    const file = caseFile();
    file.give('03-02 10:00', officer, opening({ level: 'red', instants: { occurredAt: at('03-02 08:00') } }));
    file.runTo('03-02 10:00');
    return file;
  };
  const hold = { type: 'HoldDuty', duty: 'publicResponse', reason: '生命权优先' } as const;

  it('shows its due instant and has no clock, until it is resumed at the same instant', () => {
    const file = held();
    expect(file.give('03-02 11:00', leader, hold).rearms).toBe(true);
    expect(file.duty('publicResponse')).toMatchObject({
      status: 'held',
      next: null,
      current: { due: at('03-02 13:00') },
    });
    expect(file.runTo('03-02 14:00').filter((line) => line.includes('publicResponse'))).toEqual([]);
    expect(
      file.give('03-02 14:00', leader, { type: 'ResumeDuty', duty: 'publicResponse', reason: '救援结束' })
        .rearms,
    ).toBe(true);
    expect(file.duty('publicResponse')).toMatchObject({
      status: 'open',
      current: { due: at('03-02 13:00') },
    });
    expect(file.runTo('03-02 14:00').filter((line) => line.includes('publicResponse'))).toEqual([
      '03-02 14:00 publicResponse#1 remind0',
      '03-02 14:00 publicResponse#1 remind1',
      '03-02 14:00 publicResponse#1 due0',
      '03-02 14:00 publicResponse#1 overdue0',
      '03-02 14:00 publicResponse#1 overdue1',
    ]);
  });

  it('is a leader’s, of a publication, once, and only while it is open', () => {
    const file = held();
    expect(file.give('03-02 11:00', head, hold).refusal?.code).toBe('ROLE_NOT_ALLOWED');
    expect(file.give('03-02 11:00', leader, { ...hold, duty: 'emergencyMeeting' }).refusal?.code).toBe(
      'DUTY_NOT_HOLDABLE',
    );
    expect(file.give('03-02 11:00', leader, { ...hold, duty: 'blueProgress' }).refusal?.code).toBe(
      'DUTY_NOT_IN_SCHEDULE',
    );
    expect(
      file.give('03-02 11:00', leader, { type: 'ResumeDuty', duty: 'publicResponse', reason: '无' }).refusal
        ?.code,
    ).toBe('DUTY_NOT_HELD');
    expect(file.give('03-02 11:00', leader, hold).refusal).toBeNull();
    expect(file.give('03-02 11:01', leader, hold).refusal?.code).toBe('DUTY_NOT_OPEN');
  });

  it('is shown for a duty without a number too', () => {
    const file = held();
    const keep = { ...hold, duty: 'keepPublishing' };
    expect(file.duty('keepPublishing')!.status).toBe('listed');
    file.give('03-02 11:00', leader, keep);
    expect(file.duty('keepPublishing')!.status).toBe('held');
    expect(file.give('03-02 11:01', leader, keep).refusal?.code).toBe('DUTY_NOT_OPEN');
  });

  it('is unmet at the conclusion', () => {
    const file = caseFile();
    file.give('03-02 10:00', officer, opening({ level: 'red', instants: { occurredAt: at('03-02 08:00') } }));
    file.give('03-02 11:00', leader, hold);
    file.give('03-02 11:30', { ...leader, role: 'leadingGroup' }, { type: 'DeclareCalm', reason: '平息' });
    expect(file.give('03-02 12:00', head, { type: 'Conclude', summary: '完' }).refusal?.message).toContain(
      '发布权威信息',
    );
  });
});
