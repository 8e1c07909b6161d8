import { describe, expect, it } from 'vitest';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { leizhou } from '../../support/bureaus.ts';
import { at, caseFile, leader, officer, opening } from '../../support/case-file.ts';

const withSetting = (id: string, value: boolean | string): Regulation => ({
  ...leizhou,
  settings: leizhou.settings.map((setting) => (setting.id === id ? { ...setting, value } : setting)),
});
const received = at('03-02 10:00');
const open = (level: string, kind: string, regulation: Regulation = leizhou, regardedAs?: string) => {
  const file = caseFile(regulation);
  const source = { kind, receivedAt: received, ...(regardedAs === undefined ? {} : { regardedAs }) };
  file.give(
    '03-02 10:30',
    officer,
    opening({ level, sources: [source], instants: { detectedAt: at('03-02 09:00') } }),
  );
  return file;
};

describe('limits that count from receipt', () => {
  it.each(['monitored', 'unit-found', 'city-prompted', 'bureau-instruction', 'superior-instruction'])(
    'are not owed at any level when the source is %s',
    (kind) => {
      for (const level of ['blue', 'yellow', 'orange', 'red']) {
        const file = open(level, kind);
        expect(file.duty('zhanjiangTelephone')).toBeUndefined();
        expect(file.duty('zhanjiangWritten')).toBeUndefined();
      }
    },
  );

  it.each([
    ['yellow', '03-02 22:00', '03-03 10:00'],
    ['orange', '03-02 13:00', '03-02 22:00'],
    ['red', '03-02 13:00', '03-02 22:00'],
  ])('are owed at %s when 湛江局 assigned it', (level, telephone, written) => {
    const file = open(level, 'zhanjiang-assigned');
    expect(file.due('zhanjiangTelephone')).toBe(at(telephone));
    expect(file.due('zhanjiangWritten')).toBe(at(written));
  });

  it('have no telephone report at blue, and the ten days only when 湛江局 assigned it (X8)', () => {
    expect(open('blue', 'zhanjiang-assigned').duty('zhanjiangTelephone')).toBeUndefined();
    expect(open('blue', 'zhanjiang-assigned').due('zhanjiangWritten')).toBe(at('03-12 10:00'));
  });

  it('are owed when 湛江局 prompted, unless the setting says otherwise (X51)', () => {
    expect(open('yellow', 'zhanjiang-prompted').due('zhanjiangTelephone')).toBe(at('03-02 22:00'));
    const off = withSetting('promptCountsAsAssigned', false);
    expect(open('yellow', 'zhanjiang-prompted', off).duty('zhanjiangTelephone')).toBeUndefined();
    expect(open('yellow', 'zhanjiang-assigned', off).due('zhanjiangTelephone')).toBe(at('03-02 22:00'));
  });

  it('count from the detection of a self-found case only when the bureau switches that on (X10)', () => {
    const on = withSetting('receiptLimitsForSelfFound', true);
    expect(open('orange', 'monitored').duty('zhanjiangTelephone')).toBeUndefined();
    expect(open('orange', 'monitored', on).due('zhanjiangTelephone')).toBe(at('03-02 12:00'));
    expect(open('orange', 'monitored', on).due('zhanjiangWritten')).toBe(at('03-02 21:00'));
    expect(open('blue', 'monitored', on).duty('zhanjiangWritten')).toBeUndefined();
  });

  it('wait for the instant of receipt, say so, and start when it comes', () => {
    const file = caseFile();
    file.give(
      '03-02 10:30',
      officer,
      opening({ level: 'orange', sources: [{ kind: 'zhanjiang-assigned' }] }),
    );
    expect(file.duty('zhanjiangTelephone')).toMatchObject({ status: 'notStarted', next: null });
    expect(file.duty('zhanjiangTelephone')?.reason).toContain('收到');
    const outcome = file.give('03-02 11:00', officer, {
      type: 'AddSource',
      source: { kind: 'zhanjiang-assigned', receivedAt: received },
    });
    expect(outcome.rearms).toBe(true);
    expect(file.due('zhanjiangTelephone')).toBe(at('03-02 13:00'));
  });
});

describe('handling by reference', () => {
  it.each(['zhanjiang-prompted', 'city-prompted'])('treats what %s as yellow', (kind) => {
    expect(open('routine', kind).state.handlingLevel).toBe('yellow');
    expect(open('blue', kind).state.handlingLevel).toBe('yellow');
    expect(open('red', kind).state.handlingLevel).toBe('red');
  });

  it('only passes on what the superior itself regards as routine (X7)', () => {
    expect(open('routine', 'zhanjiang-prompted', leizhou, 'routine').state.handlingLevel).toBe('routine');
    expect(open('routine', 'zhanjiang-prompted', leizhou, 'blue').state.handlingLevel).toBe('yellow');
  });

  it('raises a running case when a new source asks for it, and counts receipt from the receipt', () => {
    const file = caseFile();
    file.give('03-02 10:30', officer, opening({ level: 'routine' }));
    const outcome = file.give('03-02 12:00', officer, {
      type: 'AddSource',
      source: { kind: 'zhanjiang-prompted', receivedAt: received },
    });
    expect(outcome.rearms).toBe(true);
    expect(file.state).toMatchObject({ warningLevel: 'routine', handlingLevel: 'yellow', generation: 2 });
    expect(file.due('zhanjiangTelephone')).toBe(at('03-02 22:00'));
  });

  it('handles a superior’s instruction as blue without the ten days of an assignment (X8)', () => {
    const file = open('routine', 'superior-instruction');
    expect(file.state.handlingLevel).toBe('blue');
    expect(file.duty('zhanjiangWritten')).toBeUndefined();
    expect(file.duty('verifySource')?.next?.at).toBe(received);
  });

  it('follows the office’s own decision instead of the rule, never below the warning level', () => {
    const file = open('routine', 'city-prompted');
    file.give('03-02 11:00', leader, {
      type: 'RecordInstruction',
      from: 'bureau',
      text: '按橙色办',
      handleAs: 'orange',
    });
    expect(file.state).toMatchObject({ handlingLevel: 'orange', handlingOverride: 'orange' });
    expect(file.state.warningLevel).toBe('routine');
  });
});

describe('the first report to three superiors and the answer to an assignment (X50)', () => {
  it('both run for an assigned red case', () => {
    const file = open('red', 'zhanjiang-assigned');
    expect(file.duty('reportThreeSuperiors')?.status).toBe('open');
    expect(file.duty('zhanjiangTelephone')?.status).toBe('open');
  });

  it('needs all three receivers, in one report or in several (X6)', () => {
    const file = open('red', 'monitored');
    const report = (...to: string[]) => ({
      type: 'FileReport' as const,
      kind: 'first',
      form: 'telephone',
      to,
    });
    file.give('03-02 11:00', officer, report('zhanjiang', 'cityCommittee'));
    expect(file.duty('reportThreeSuperiors')?.status).toBe('open');
    file.give('03-02 11:10', officer, report('cityGovernment'));
    expect(file.duty('reportThreeSuperiors')).toMatchObject({
      status: 'fulfilled',
      current: { completedAt: at('03-02 11:10') },
    });
  });

  it('is not answered by a report from before the assignment came', () => {
    const file = caseFile();
    file.give('03-02 08:00', officer, opening({ level: 'red' }));
    const report = { type: 'FileReport' as const, kind: 'first', form: 'telephone', to: ['zhanjiang'] };
    file.give('03-02 09:00', officer, report);
    file.give('03-02 10:30', officer, {
      type: 'AddSource',
      source: { kind: 'zhanjiang-assigned', receivedAt: received },
    });
    expect(file.duty('zhanjiangTelephone')).toMatchObject({
      status: 'open',
      current: { due: at('03-02 13:00') },
    });
    file.give('03-02 11:00', officer, { ...report, madeAt: received });
    expect(file.duty('zhanjiangTelephone')?.status).toBe('fulfilled');
  });
});

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
    const off = file.give('03-02 11:05', officer, {
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
    expect(asked.due('confirmNotCalmed')).toBe(at('03-09 08:00'));
    const silent = caseFile(withSetting('askCalmAfterAWeek', false));
    silent.give('03-02 10:00', officer, facts);
    expect(silent.duty('confirmNotCalmed')).toBeUndefined();
  });

  it('a source added out of order counts from the earliest receipt', () => {
    const file = open('orange', 'zhanjiang-assigned');
    file.give('03-02 10:40', officer, {
      type: 'AddSource',
      source: { kind: 'zhanjiang-assigned', receivedAt: at('03-02 09:30') },
    });
    expect(file.due('zhanjiangTelephone')).toBe(at('03-02 12:30'));
    file.give('03-02 10:50', officer, {
      type: 'AddSource',
      source: { kind: 'zhanjiang-assigned', receivedAt: at('03-02 10:45') },
    });
    expect(file.due('zhanjiangTelephone')).toBe(at('03-02 12:30'));
  });
});

describe('an office target', () => {
  const regulation = withSetting('targetConfirmGrade', 'PT30M');
  const provisional = () => {
    const file = caseFile(regulation);
    file.give('03-02 10:00', officer, { ...opening({ how: 'feed' }), level: undefined });
    return file;
  };

  it('is apart from the law: no due instant of the law, no number in the limit', () => {
    const scheduled = provisional().duty('confirmGrade')!;
    expect(scheduled.current.due).toBeNull();
    expect(scheduled.limitText).toBe('未规定时限');
    expect(scheduled.next).toMatchObject({ stage: 'due', at: at('03-02 10:30'), due: at('03-02 10:30') });
  });

  it('asks, climbs the ladder, then asks daily, and never calls it overdue', () => {
    const file = provisional();
    const seen = file.runTo('03-03 12:00').filter((line) => line.includes('confirmGrade'));
    expect(seen).toEqual([
      '03-02 10:30 confirmGrade#1 due0',
      '03-02 10:45 confirmGrade#1 remind0',
      '03-02 11:00 confirmGrade#1 remind1',
      '03-02 11:15 confirmGrade#1 remind2',
      '03-03 11:15 confirmGrade#1 remind3',
    ]);
    const told = file.log
      .flatMap(({ events }) => events)
      .flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []))
      .filter(({ duty }) => duty === 'confirmGrade')
      .map(({ template, role }) => `${template} ${role}`);
    expect(told).toEqual([
      'atOnce dutyOfficer',
      'chase officeHead',
      'chase dutyOfficer',
      'chase deputyLeader',
      'chase dutyOfficer',
      'chase chiefLeader',
      'chase dutyOfficer',
      'chase chiefLeader',
      'chase dutyOfficer',
    ]);
  });

  it('is met late without being late by law', () => {
    const file = provisional();
    file.runTo('03-02 12:00');
    file.give('03-02 12:00', officer, { type: 'ConfirmGrade', level: 'blue' });
    expect(file.duty('confirmGrade')!.current.outcome).toBe('fulfilled');
  });
});
