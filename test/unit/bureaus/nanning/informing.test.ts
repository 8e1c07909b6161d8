import { describe, expect, it } from 'vitest';
import type { ChosenSettings } from '../../../../shared/regulations/version.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { at } from '../../../support/case-file.ts';
import { missingParts } from '../../../support/whole-acts.ts';
import {
  act,
  businessLeader,
  clerk,
  codeOf,
  head,
  lawyer,
  nanning,
  openFile,
  rate,
  report,
  statusOf,
  unitHead,
} from './nanning-file.ts';

describe('nanning B 四(二) ①: the chain of reports', () => {
  it('goes from the unit to 分管领导 and only then to 主要领导, beside it to the office and the news leader', () => {
    const file = openFile({ by: unitHead, sources: [{ kind: 'unit-found' }] });
    expect(file.duty('officeReportsLeader')).toBeUndefined();
    expect(statusOf(file, 'unitReportsLeader')).toBe('listed');
    // The unit has entered the case itself: that is its report to the office.
    expect(statusOf(file, 'unitReportsOffice')).toBe('fulfilled');
    expect(statusOf(file, 'reportChief')).toBe('notStarted');
    expect(file.duty('reportNewsLeader')?.start?.at).toBe(at('03-02 09:10'));
    file.give('03-02 09:15', unitHead, report('businessLeader'));
    expect(file.duty('reportChief')?.start?.at).toBe(at('03-02 09:15'));
    file.give('03-02 09:20', businessLeader, report('chiefLeader'));
    file.give('03-02 09:25', head, report('deputyLeader'));
    for (const duty of ['unitReportsLeader', 'unitReportsOffice', 'reportChief', 'reportNewsLeader'])
      expect(statusOf(file, duty)).toBe('fulfilled');
  });

  it('begins at the office where the office found it', () => {
    const file = openFile();
    expect(file.duty('unitReportsLeader')).toBeUndefined();
    expect(file.duty('unitReportsOffice')).toBeUndefined();
    expect(statusOf(file, 'officeReportsLeader')).toBe('listed');
    expect(statusOf(file, 'reportNewsLeader')).toBe('listed');
  });

  it('has no number, unless the office sets itself a target that is never called overdue', () => {
    const file = openFile({ settings: { targetReportChain: 'PT30M' } });
    const seen = file.runTo('03-02 12:00').filter((line) => line.includes('officeReportsLeader'));
    expect(seen.slice(0, 2)).toEqual([
      '03-02 09:25 officeReportsLeader#1 remind0',
      '03-02 09:30 officeReportsLeader#1 due0',
    ]);
    expect(seen.join()).not.toContain('overdue');
  });

  it('nanning B 四(二) ②: a report has all seven points', () => {
    const file = openFile();
    const points = ['媒体与网络平台', '时间', '地点', '涉及单位', '过程', '结果', '网上跟贴的言论倾向'];
    const issue = (names: string[]): CaseCommand => ({
      type: 'IssueDocument',
      document: 'report',
      fields: Object.fromEntries(names.map((name) => [name, '略'])),
    });
    for (const left of points) {
      const lacking = openFile();
      lacking.give('03-02 09:20', clerk, issue(points.filter((name) => name !== left)));
      expect(missingParts(nanning, lacking.state)).toEqual([left]);
    }
    expect(codeOf(file.give('03-02 09:21', clerk, issue(points)))).toBeNull();
    expect(missingParts(nanning, file.state)).toEqual([]);
    expect(statusOf(file, 'composeReport')).toBe('fulfilled');
  });
});

describe('nanning B 五(二) ⑤: 宣传部门 and 公安部门', () => {
  it('are both told of a 重大 case of one of the two classes that is on the net', () => {
    const file = openFile({ level: 'major' });
    expect(statusOf(file, 'informDepartments')).toBe('listed');
    file.give('03-02 10:00', head, report('propaganda'));
    expect(statusOf(file, 'informDepartments')).toBe('listed');
    file.give('03-02 10:05', head, report('police'));
    expect(statusOf(file, 'informDepartments')).toBe('fulfilled');
  });

  it('need not be told of what is not on the net, or is 一般 and merely 重要', () => {
    expect(openFile({ level: 'major', flags: ['offlineOnly'] }).duty('informDepartments')).toBeUndefined();
    const file = openFile();
    file.give('03-02 09:30', head, rate('important'));
    expect(file.duty('informDepartments')).toBeUndefined();
    file.give('03-02 09:31', head, rate('grave'));
    expect(statusOf(file, 'informDepartments')).toBe('listed');
  });
});

describe('the other duties', () => {
  it.each([
    ['preserveEvidence', clerk, 'evidencePreserved'],
    ['investigate', unitHead, 'investigated'],
    ['legalSupport', lawyer, 'legalOpinion'],
  ] as const)('%s is listed without a number until it is recorded', (duty, actor, action) => {
    const file = openFile();
    expect(statusOf(file, duty)).toBe('listed');
    file.give('03-02 10:00', actor, act(action));
    expect(statusOf(file, duty)).toBe('fulfilled');
  });

  it('leave the legal opinion to 法制科', () => {
    expect(codeOf(openFile().give('03-02 10:00', clerk, act('legalOpinion')))).toBe('ROLE_NOT_ALLOWED');
  });

  it('watch the development until the end, without a clock', () => {
    const file = openFile();
    file.give('03-02 10:00', clerk, act('developmentNoted'));
    expect(file.duty('watchDevelopment')).toMatchObject({ status: 'listed', limitText: '随时' });
  });

  it('are met by the office’s opinion whether and how far to respond, as a paper or a decision', () => {
    const file = openFile();
    file.give('03-02 10:00', head, { type: 'RecordDecision', decision: 'extent', outcome: '需要应对' });
    expect(statusOf(file, 'proposeResponse')).toBe('fulfilled');
  });

  it('inform the unit and the leaders once for each level', () => {
    const file = openFile();
    const told = (duty: string) => file.runTo('03-02 10:00').filter((line) => line.includes(duty));
    file.release('03-02 09:11', clerk);
    expect(told('informLeaders')).toEqual([]);
    expect(statusOf(file, 'informLeaders')).toBe('fulfilled');
    file.give('03-02 10:00', clerk, {
      type: 'ChangeLevel',
      level: 'major',
      authority: 'change',
      reason: '微博转发达20条',
    });
    expect(statusOf(file, 'informLeaders')).toBe('open');
    expect(told('informLeaders')).toEqual(['03-02 10:00 informLeaders#2 due0']);
  });
});

describe('nanning B 四(一) ①: periodic browsing (X30)', () => {
  const openPeriodic = (settings: ChosenSettings) => openFile({ level: 'periodic', by: head, settings });

  it('has no clock before the bureau gives the period', () => {
    const file = openPeriodic({});
    expect(file.duty('browseMedia')).toMatchObject({ status: 'listed', next: null });
    expect(file.duty('browseMedia')?.reason).toContain('定期浏览主流媒体的周期');
  });

  it('is owed once in each period, to the second', () => {
    const outcomes = ['03-03 23:59:59', '03-04 00:00:00', '03-04 00:00:01'].map((time) => {
      const file = openPeriodic({ browseEvery: 'P1D' });
      expect(file.due('browseMedia')).toBe(at('03-04 00:00'));
      file.give(time, clerk, act('mediaBrowsed'));
      return file.duty('browseMedia')?.history[0]?.outcome;
    });
    expect(outcomes).toEqual(['fulfilled', 'fulfilled', 'fulfilledLate']);
  });

  it('is no 舆情: it is not graded', () => {
    const file = openPeriodic({ browseEvery: 'P1D' });
    expect(codeOf(file.give('03-02 10:00', clerk, { type: 'ConfirmGrade', level: 'major' }))).toBe(
      'LEVEL_FIXED',
    );
  });
});
