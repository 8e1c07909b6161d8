import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { at } from '../../../support/case-file.ts';
import {
  businessLeader,
  chief,
  clerk,
  codeOf,
  group,
  head,
  lawyer,
  newsLeader,
  openFile,
  outcomeOf,
  rate,
  report,
  statusOf,
  unitClerk,
  unitHead,
} from './nanning-file.ts';

describe('nanning B 五(二) ② 4h: the report to the superior', () => {
  it.each([
    ['important', '03-02 13:00:00', '12:59:59', '13:00:00', '13:00:01'],
    ['grave', '03-02 11:00:00', '10:59:59', '11:00:00', '11:00:01'],
  ])(
    'of %s is due %s, a second before and at the limit in time, a second after late',
    (level, due, ...times) => {
      const outcomes = times.map((time) => {
        const file = openFile({ level: 'major' });
        if (level === 'grave') file.give('03-02 09:30', chief, rate(level));
        const duty = level === 'grave' ? 'reportGrave' : 'reportImportant';
        expect(file.due(duty)).toBe(at(due));
        file.give(`03-02 ${time}`, clerk, report('superior'));
        return outcomeOf(file, duty);
      });
      expect(outcomes).toEqual(['fulfilled', 'fulfilled', 'fulfilledLate']);
    },
  );

  it('is not met by a report to anybody else', () => {
    const file = openFile({ level: 'major' });
    file.give('03-02 10:00', clerk, report('businessLeader', 'deputyLeader', 'chiefLeader'));
    expect(statusOf(file, 'reportImportant')).toBe('open');
  });

  it('is told to the clerk before, to the head at the limit, and ordered a quarter of an hour later', () => {
    const file = openFile({ level: 'major' });
    expect(file.runTo('03-02 13:30').filter((line) => line.includes('reportImportant'))).toEqual([
      '03-02 12:02 reportImportant#1 remind0',
      '03-02 12:45 reportImportant#1 remind1',
      '03-02 13:00 reportImportant#1 due0',
      '03-02 13:15 reportImportant#1 overdue0',
      '03-02 13:30 reportImportant#1 overdue1',
    ]);
  });

  it('is not owed at 一般, unless somebody rates the case', () => {
    const file = openFile();
    expect(file.duty('reportImportant')).toBeUndefined();
    expect(file.duty('publishOnline')).toBeUndefined();
    file.give('03-02 09:30', head, rate('important'));
    expect(file.due('reportImportant')).toBe(at('03-02 13:00'));
    expect(file.due('publishOnline')).toBe(at('03-03 09:00'));
  });

  it('is not owed by default where the bureau does not take 重大 for 重要敏感负面 (X31)', () => {
    const file = openFile({ level: 'major', settings: { majorIsImportant: false } });
    expect(file.duty('reportImportant')).toBeUndefined();
    file.give('03-02 09:30', group, rate('grave'));
    expect(file.due('reportGrave')).toBe(at('03-02 11:00'));
  });

  it('is no longer owed once a leader has said why the case is none of the two classes; the office cannot', () => {
    const file = openFile({ level: 'major' });
    expect(codeOf(file.give('03-02 09:29', head, rate('ordinary')))).toBe('ROLE_NOT_ALLOWED');
    file.give('03-02 09:30', newsLeader, rate('ordinary'));
    expect(file.duty('reportImportant')).toBeUndefined();
    expect(file.duty('informDepartments')).toBeUndefined();
  });

  it('is plainly overdue when the case is entered five hours after it was found', () => {
    const file = openFile({ level: 'major', opened: '03-02 14:00' });
    expect(file.duty('reportImportant')).toMatchObject({ foundLate: null, next: { stage: 'overdue' } });
  });

  it('is overdue at discovery when the case is raised to 重大 on the third day', () => {
    const file = openFile();
    file.give('03-04 09:00', clerk, {
      type: 'ChangeLevel',
      level: 'major',
      authority: 'change',
      reason: '微博转发达20条',
    });
    expect(file.duty('reportImportant')?.foundLate?.lagMilliseconds).toBe(44 * 3600_000);
    expect(file.duty('publishOnline')?.foundLate?.lagMilliseconds).toBe(24 * 3600_000);
  });

  it('nanning B 五(二) ③ 2h: gives way to that of two hours when the case is rated 特别重大, and a report made before counts', () => {
    const file = openFile({ level: 'major' });
    file.give('03-02 09:20', clerk, report('superior'));
    file.give('03-02 09:30', chief, rate('grave'));
    expect(file.duty('reportImportant')).toBeUndefined();
    expect(outcomeOf(file, 'reportGrave')).toBe('fulfilled');
  });

  it('keeps its limit when the case is lowered and raised again', () => {
    const file = openFile({ level: 'major' });
    const change = (level: string): CaseCommand => ({
      type: 'ChangeLevel',
      level,
      authority: 'change',
      reason: '重新评估',
    });
    file.give('03-02 10:00', clerk, change('general'));
    expect(codeOf(file.give('03-02 10:01', clerk, { type: 'ApproveLevelChange' }))).toBe('ROLE_NOT_ALLOWED');
    file.give('03-02 10:05', head, { type: 'ApproveLevelChange' });
    expect(file.state.handlingLevel).toBe('general');
    file.give('03-02 12:00', clerk, change('major'));
    expect(file.due('reportImportant')).toBe(at('03-02 13:00'));
  });
});

describe('the class of a case', () => {
  it('is 重要 by default at 重大, and 特别重大 only by hand of the head of the office or the leaders', () => {
    const file = openFile({ level: 'major' });
    for (const actor of [clerk, unitHead, unitClerk, lawyer, businessLeader])
      expect(codeOf(file.give('03-02 09:20', actor, rate('grave')))).toBe('ROLE_NOT_ALLOWED');
    for (const actor of [head, newsLeader, group, chief])
      expect(codeOf(openFile({ level: 'major' }).give('03-02 09:20', actor, rate('grave')))).toBeNull();
  });

  it('waits for the grade: what is still to be judged has no clock that a class could start', () => {
    const file = openFile({ level: 'pending' });
    expect(codeOf(file.give('03-02 09:20', head, rate('grave')))).toBe('ROLE_NOT_ALLOWED');
  });
});
