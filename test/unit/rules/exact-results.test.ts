import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { at, caseFile, group, head, leader, liaison, officer, opening } from '../../support/case-file.ts';
import { concludeCase } from '../../support/conclude.ts';

/** 橙, occurred and broke out 03-02 08:00, assigned by 湛江局, received 10:00, graded 10:30. */
const orangeCase = () => {
  const file = caseFile();
  file.give(
    '03-02 10:30',
    officer,
    opening({
      level: 'orange',
      sources: [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 10:00') }],
      instants: { occurredAt: at('03-02 08:00'), outbreakAt: at('03-02 08:00') },
    }),
  );
  return file;
};
const progressReport: CaseCommand = {
  type: 'FileReport',
  kind: 'progress',
  form: 'written',
  to: ['officeHead', 'deputyLeader'],
};

describe('an orange case assigned by 湛江局', () => {
  it('leizhou 办法 第十六条 ①: warns unit, leading group and leaders and asks for meeting and plan at the grading', () => {
    const file = orangeCase();
    const seen = file.runTo('03-02 10:30');
    expect(seen).toEqual(
      expect.arrayContaining([
        '03-02 10:30 warnUnits#1 due0',
        '03-02 10:30 reportLeaders#1 due0',
        '03-02 10:30 emergencyMeeting#1 due0',
        '03-02 10:30 emergencyPlan#1 due0',
      ]),
    );
    expect(Object.keys(file.state.reached['warnUnits#1']!)).toEqual(['dutyOfficer']);
    expect(file.duty('warnUnits')?.status).toBe('open');
    file.release('03-02 10:31');
    expect(Object.keys(file.state.reached['warnUnits#1']!).sort()).toEqual(['dutyOfficer', 'unitLiaison']);
    expect(Object.keys(file.state.reached['reportGroup#1']!)).toEqual(['leadingGroup']);
    expect(Object.keys(file.state.reached['reportLeaders#1']!).sort()).toEqual([
      'chiefLeader',
      'deputyLeader',
      'officeHead',
    ]);
    expect(file.duty('warnUnits')?.status).toBe('fulfilled');
    expect(file.duty('reportLeaders')?.status).toBe('fulfilled');
    expect(file.due('emergencyMeeting')).toBe(at('03-02 10:30'));
    expect(file.due('emergencyPlan')).toBe(at('03-02 10:30'));
  });

  it('leizhou 办法 第二十二条(二)橙+ 电话: owes the telephone report, the written report and the public response at their instants', () => {
    const file = orangeCase();
    expect(file.due('zhanjiangTelephone')).toBe(at('03-02 13:00'));
    expect(file.due('zhanjiangWritten')).toBe(at('03-02 22:00'));
    expect(file.due('publicResponse')).toBe(at('03-04 08:00'));
  });

  it('leizhou 办法 第二十三条(二)②: reports daily until calm, then weekly until it is concluded', () => {
    const file = orangeCase();
    const daily: (string | null | undefined)[] = [];
    for (const day of ['03-03', '03-04', '03-05', '03-06']) {
      daily.push(file.due('dailyReport'));
      file.give(`${day} 07:30`, liaison, progressReport);
    }
    expect(daily).toEqual(['03-03', '03-04', '03-05', '03-06'].map((day) => at(`${day} 08:00`)));
    expect(file.due('dailyReport')).toBe(at('03-07 08:00'));

    file.give('03-06 15:00', group, { type: 'DeclareCalm', reason: '传播已得到控制' });
    expect(file.duty('dailyReport')?.next).toBeNull();
    expect(file.duty('dailyReport')?.history.map(({ due }) => due)).toEqual(daily);

    const weekly: (string | null | undefined)[] = [];
    for (const day of ['03-13', '03-20', '03-27']) {
      weekly.push(file.due('weeklyReport'));
      file.give(`${day} 14:00`, liaison, progressReport);
    }
    expect(weekly).toEqual(['03-14', '03-21', '03-28'].map((day) => at(`${day} 00:00`)));

    for (const form of ['telephone', 'written'])
      file.give('03-28 08:00', officer, { ...progressReport, form, to: ['zhanjiang'] });
    concludeCase(file, '03-28 09:00', head);
    expect(file.duty('weeklyReport')?.next).toBeNull();
    expect(file.schedule().duties.filter(({ next }) => next !== null)).toEqual([]);
  });
});

describe('leizhou 办法 第二十一条(一)②: a routine case that a leader of the bureau instructs on', () => {
  it('is handled as blue by reference and has no duty of ten days', () => {
    const file = caseFile();
    file.give('03-02 10:00', officer, opening({ level: 'routine' }));
    expect(file.schedule().duties).toEqual([]);
    file.give('03-02 11:00', leader, { type: 'RecordInstruction', from: 'bureau', text: '请食品股核实' });
    expect(file.state).toMatchObject({ warningLevel: 'routine', handlingLevel: 'blue' });
    expect(file.state.byReference?.cite).toEqual(['办法 第二十一条(一)②']);
    expect(file.duty('zhanjiangWritten')).toBeUndefined();
    expect(file.duty('warnUnits')?.next?.at).toBe(at('03-02 11:00'));
  });

  it('is the same when the instruction is the source it opens with', () => {
    const file = caseFile();
    file.give(
      '03-02 10:00',
      officer,
      opening({
        level: 'routine',
        sources: [{ kind: 'bureau-instruction', receivedAt: at('03-02 09:00') }],
      }),
    );
    expect(file.state.handlingLevel).toBe('blue');
    expect(file.duty('zhanjiangWritten')).toBeUndefined();
  });
});
