import { describe, expect, it } from 'vitest';
import { withSettings } from '../../../../shared/regulations/settings.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { at, head, officer } from '../../../support/case-file.ts';
import {
  codeOf,
  LEADERS,
  openFile,
  outcomeOf,
  person,
  report,
  WITH_OFFICE,
  yinzhou,
} from './yinzhou-file.ts';

describe('yinzhou E 四(二)3 口头15min: the oral report within 15 minutes of 事发', () => {
  it('is due 15 minutes after it happened, not after it was found', () => {
    expect(openFile().due('oralReport')).toBe(at('03-02 09:15'));
  });

  it.each([
    ['one second before', '03-02 09:14:59', 'fulfilled'],
    ['at the limit', '03-02 09:15:00', 'fulfilled'],
    ['one second after', '03-02 09:15:01', 'fulfilledLate'],
  ])('%s is %s: %s', (_when, made, outcome) => {
    const file = openFile();
    file.give(made, person, report('oral', LEADERS));
    expect(outcomeOf(file, 'oralReport')).toBe(outcome);
  });

  it('is made when both leaders have it', () => {
    const file = openFile();
    file.give('03-02 09:04', person, report('oral', ['deputyLeader']));
    expect(outcomeOf(file, 'oralReport')).toBe('open');
    file.give('03-02 09:16', person, report('oral', ['chiefLeader']));
    expect(outcomeOf(file, 'oralReport')).toBe('fulfilledLate');
  });

  it('is not made by a paper', () => {
    const file = openFile();
    file.give('03-02 09:04', person, report('written', WITH_OFFICE));
    expect(outcomeOf(file, 'oralReport')).toBe('open');
  });

  it('is overdue at discovery when found late, with the lag, and is not moved', () => {
    const file = openFile({ opened: '03-02 10:10', instants: { eventAt: '03-02 09:00' } });
    expect(file.duty('oralReport')).toMatchObject({
      current: { due: at('03-02 09:15') },
      foundLate: { how: 'discovery', lagMilliseconds: 55 * 60_000 },
      next: { stage: 'overdue', at: at('03-02 10:10'), rung: 0, orders: true },
    });
  });

  it('is overdue by as long as it was when the matter was found, not when it was entered', () => {
    const instants = { eventAt: '03-02 09:00', detectedAt: '03-02 09:40' };
    const file = openFile({ opened: '03-02 10:10', instants });
    expect(file.duty('oralReport')?.foundLate).toEqual({ how: 'discovery', lagMilliseconds: 25 * 60_000 });
  });

  it.each([
    ['09:14:59', undefined],
    ['09:15:00', 0],
    ['09:15:01', 1000],
  ])('opened at %s has the lag %s', (opened, lag) => {
    const file = openFile({ opened: `03-02 ${opened}`, instants: { eventAt: '03-02 09:00' } });
    expect(file.duty('oralReport')?.foundLate?.lagMilliseconds).toBe(lag);
  });

  it('is plainly overdue when it was found in time and entered late', () => {
    expect(openFile({ opened: '03-02 10:10' }).duty('oralReport')).toMatchObject({
      current: { due: at('03-02 09:15') },
      foundLate: null,
      next: { stage: 'overdue', at: at('03-02 10:10'), rung: 0, orders: true },
    });
  });

  it.each([
    [{ publishedAt: '03-02 08:55', detectedAt: '03-02 09:01' }, 'publishedAt', '03-02 09:10'],
    [{ detectedAt: '03-02 09:01' }, 'detectedAt', '03-02 09:16'],
  ])('is estimated from %o when nobody knows 事发', (instants, instant, due) => {
    const file = openFile({ instants });
    expect(file.due('oralReport')).toBe(at(due));
    expect(file.duty('oralReport')?.start).toMatchObject({ instant, estimated: true });
  });

  it('follows a correction of 事发, which only the head of the office may put off', () => {
    const file = openFile();
    const correct = (local: string): CaseCommand => ({
      type: 'CorrectInstant',
      instant: 'eventAt',
      at: at(local),
      reason: '核实',
    });
    expect(codeOf(file, '03-02 09:10', person, correct('03-02 08:58'))).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file, '03-02 09:10', officer, correct('03-02 09:05'))).toBe('ROLE_NOT_ALLOWED');
    file.give('03-02 09:10', officer, correct('03-02 08:58'));
    expect(file.due('oralReport')).toBe(at('03-02 09:13'));
    expect(codeOf(file, '03-02 09:10', officer, correct('03-02 08:59'))).toBe('ROLE_NOT_ALLOWED');
    file.give('03-02 09:11', head, correct('03-02 09:00'));
    expect(file.due('oralReport')).toBe(at('03-02 09:15'));
  });
});

describe('yinzhou E 四(二)3 书面+20min: the written report within 20 minutes of the oral one', () => {
  it('is due 35 minutes after 事发 while there is no oral report (X44)', () => {
    const file = openFile();
    expect(file.due('writtenReport')).toBe(at('03-02 09:35'));
    expect(file.duty('writtenReport')?.start).toMatchObject({ instant: 'due:oralReport', estimated: true });
  });

  it.each([
    ['03-02 09:05', '03-02 09:25'],
    ['03-02 09:15', '03-02 09:35'],
    ['03-02 09:40', '03-02 10:00'],
    ['03-02 09:40:01', '03-02 10:00:01'],
  ])('is due, after an oral report at %s, at %s', (made, due) => {
    const file = openFile();
    file.give(made, person, report('oral', LEADERS));
    expect(file.due('writtenReport')).toBe(at(due));
    expect(file.duty('writtenReport')?.start).toMatchObject({
      instant: 'after:oralReport',
      estimated: false,
    });
  });

  it('counts from the second leader when they were told apart', () => {
    const file = openFile();
    file.give('03-02 09:04', person, report('oral', ['deputyLeader']));
    file.give('03-02 09:06', person, report('oral', ['chiefLeader']));
    expect(file.due('writtenReport')).toBe(at('03-02 09:26'));
  });

  it('keeps its clock when the oral report is repeated', () => {
    const file = openFile();
    file.give('03-02 09:05', person, report('oral', LEADERS));
    file.give('03-02 09:12', person, report('oral', LEADERS));
    expect(file.due('writtenReport')).toBe(at('03-02 09:25'));
  });

  it.each([
    ['one second before', '09:24:59', 'fulfilled'],
    ['at the limit', '09:25:00', 'fulfilled'],
    ['one second after', '09:25:01', 'fulfilledLate'],
  ])('%s is %s: %s', (_when, made, outcome) => {
    const file = openFile();
    file.give('03-02 09:05', person, report('oral', LEADERS));
    file.give(`03-02 ${made}`, person, report('written', WITH_OFFICE));
    expect(outcomeOf(file, 'writtenReport')).toBe(outcome);
  });

  it.each([
    ['09:34:59', 'fulfilled'],
    ['09:35:00', 'fulfilled'],
    // Provisional: without an oral report the 20 minutes have not begun.
    ['09:35:01', 'fulfilled'],
  ])('without any oral report, at %s, is %s', (made, outcome) => {
    const file = openFile();
    file.give(`03-02 ${made}`, person, report('written', WITH_OFFICE));
    expect(outcomeOf(file, 'writtenReport')).toBe(outcome);
    expect(outcomeOf(file, 'oralReport')).toBe('open');
  });

  it('needs the copy to the office', () => {
    const file = openFile();
    file.give('03-02 09:05', person, report('oral', LEADERS));
    file.give('03-02 09:20', person, report('written', LEADERS));
    expect(outcomeOf(file, 'writtenReport')).toBe('open');
    file.give('03-02 09:21', person, report('written', ['officeHead']));
    expect(outcomeOf(file, 'writtenReport')).toBe('fulfilled');
  });

  it('does not run before the oral report in a bureau that chose so', () => {
    const file = openFile({ regulation: withSettings(yinzhou, { writtenFromOralDue: false }) });
    expect(file.duty('writtenReport')).toMatchObject({
      status: 'notStarted',
      reason: '书面报告尚未起算:缺少“口头报告”完成',
    });
    file.give('03-02 09:40', person, report('oral', LEADERS));
    expect(file.due('writtenReport')).toBe(at('03-02 10:00'));
  });
});

describe('yinzhou E 七(一): nobody answers', () => {
  it('goes up a rung every five minutes, to the second, and starts the written report’s own ladder', () => {
    const file = openFile();
    const climbed = file.runTo('03-02 16:00').filter((line) => / (oral|written)Report/.test(line));
    expect(climbed).toEqual([
      '03-02 09:10 oralReport#1 remind0',
      '03-02 09:15 oralReport#1 due0',
      '03-02 09:20 oralReport#1 overdue0',
      '03-02 09:25 oralReport#1 overdue1',
      '03-02 09:30 oralReport#1 overdue2',
      '03-02 09:30 writtenReport#1 remind0',
      '03-02 09:35 oralReport#1 overdue3',
      '03-02 09:35 writtenReport#1 due0',
      '03-02 09:40 writtenReport#1 remind1',
      '03-02 09:45 writtenReport#1 remind2',
      '03-02 09:50 writtenReport#1 remind3',
      '03-02 09:55 writtenReport#1 remind4',
      '03-02 15:35 oralReport#1 overdue4',
      '03-02 15:55 writtenReport#1 remind5',
    ]);
    // 鄞州's text knows no 督办通知: a missed limit is 催办.
    expect(file.state.orders).toEqual([]);
  });

  it('reaches the office, 分管领导 and 主要领导 in this order', () => {
    expect(openFile().duty('oralReport')?.rungs).toEqual([
      'unitLiaison',
      'unitHead',
      'officeHead',
      'deputyLeader',
      'chiefLeader',
    ]);
  });

  it('never calls 第一时间 overdue', () => {
    const file = openFile({ level: 'larger', source: 'unit-found' });
    file.runTo('03-04 09:00');
    expect(file.log.flatMap(({ events }) => events.map(({ type }) => type))).not.toContain('DutyOverdue');
    expect(file.state.orders).toEqual([]);
  });
});
