import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { at, caseFile, group, head, liaison, officer, opening, system } from '../../support/case-file.ts';
import { concludeCase } from '../../support/conclude.ts';
import { calm, history, orange, progress } from './repetition.ts';

describe('the weekly report until the conclusion', () => {
  it('is owed on its grid, reminded on the mornings of the last working day before and of its own', () => {
    const file = orange();
    file.give('03-02 12:00', group, calm());
    const seen = file.runTo('03-17 00:00').filter((line) => line.includes('weeklyReport'));
    expect(seen.slice(0, 3)).toEqual([
      '03-06 08:30 weeklyReport#1.1 remind0',
      '03-09 08:30 weeklyReport#1.1 remind1',
      '03-10 00:00 weeklyReport#1.1 due0',
    ]);
    expect(file.state.missed).toContain(`weeklyReport#1.1#${at('03-10 00:00')}`);
  });

  it('whose calm is recorded late is plainly overdue, for it was known in time, the newest only', () => {
    const file = orange();
    file.give('03-20 12:00', group, calm('03-02 12:00'));
    const scheduled = file.duty('weeklyReport')!;
    expect(scheduled.current).toMatchObject({ occurrence: '1.2', due: at('03-17 00:00'), outcome: 'open' });
    expect(scheduled.next).toMatchObject({ stage: 'overdue', at: at('03-20 12:00') });
    expect(scheduled.foundLate).toBeNull();
  });
});

describe('the blue report every 15 days', () => {
  const blue = (kind = 'zhanjiang-assigned') => {
    const file = caseFile();
    file.give(
      '03-02 10:30',
      officer,
      opening({ level: 'blue', sources: [{ kind, receivedAt: at('03-02 10:00') }] }),
    );
    return file;
  };
  const toZhanjiang: CaseCommand = { type: 'FileReport', kind: 'first', form: 'oa', to: ['zhanjiang'] };
  const further: CaseCommand = { ...toZhanjiang, kind: 'progress' };
  const toChief: CaseCommand = { ...toZhanjiang, to: ['chiefLeader'] };

  it('counts from the grading, then from the first report, then from each completion (X12)', () => {
    const file = blue();
    expect(file.due('blueProgress')).toBe(at('03-18 00:00'));
    file.give('03-10 09:00', officer, toZhanjiang);
    expect(file.duty('zhanjiangWritten')?.current.outcome).toBe('fulfilled');
    expect(file.due('blueProgress')).toBe(at('03-26 00:00'));
    file.give('03-19 16:00', liaison, progress());
    expect(file.due('blueProgress')).toBe(at('03-26 00:00'));
    file.give('03-20 16:00', officer, further);
    // Saturday 04-04 begins 清明, free until Monday: with Tuesday 04-07.
    expect(file.due('blueProgress')).toBe(at('04-08 00:00'));
    file.give('04-08 16:00', officer, further);
    expect(file.due('blueProgress')).toBe(at('04-24 00:00'));
    expect(history(file, 'blueProgress').map(([, , outcome]) => outcome)).toEqual([
      'fulfilled',
      'fulfilledLate',
      'open',
    ]);
  });

  it('is not taken back by a first report that comes after the first progress report', () => {
    const file = blue('monitored');
    file.give('03-05 09:00', liaison, progress());
    expect(history(file, 'blueProgress')).toEqual([
      ['1', at('03-18 00:00'), 'fulfilled'],
      ['2', at('03-21 00:00'), 'open'],
    ]);
    file.give('03-08 09:00', liaison, toChief);
    expect(history(file, 'blueProgress')).toEqual([
      ['1', at('03-18 00:00'), 'fulfilled'],
      ['2', at('03-21 00:00'), 'open'],
    ]);
  });

  it('counts from the unit’s first report in a self-found case; that report is not also the second', () => {
    const file = blue('monitored');
    file.release('03-02 10:30');
    file.give('03-03 09:00', liaison, toChief);
    expect(file.duty('unitResponse')?.status).toBe('fulfilled');
    expect(history(file, 'blueProgress')).toEqual([['1', at('03-19 00:00'), 'open']]);
  });

  it('keeps what was reported when the superior assigns the case afterwards: the next counts from the last, and is his', () => {
    const file = blue('monitored');
    file.give('03-05 09:00', liaison, progress());
    const before = history(file, 'blueProgress');
    const source = { kind: 'zhanjiang-assigned', receivedAt: at('03-06 10:00'), reference: '1号' };
    file.give('03-06 10:00', officer, { type: 'AddSource', source });
    expect(history(file, 'blueProgress')).toEqual(before);
    expect(file.duty('blueProgress')?.receivers).toEqual(['zhanjiang']);
    file.give('03-20 16:00', officer, further);
    expect(history(file, 'blueProgress').slice(0, 2)).toEqual([
      ['1', at('03-18 00:00'), 'fulfilled'],
      ['2', at('03-21 00:00'), 'fulfilled'],
    ]);
  });

  it('takes a report back with all that rested on it, after another source too', () => {
    const file = blue('monitored');
    file.give('03-05 09:00', liaison, progress());
    file.give('03-06 09:00', liaison, progress());
    const source = { kind: 'zhanjiang-assigned', receivedAt: at('03-06 10:00'), reference: '1号' };
    file.give('03-06 10:00', officer, { type: 'AddSource', source });
    const [first, second] = file.state.reports;
    file.give('03-06 11:00', liaison, { type: 'WithdrawAct', act: first!.entry, reason: '误录' });
    expect(history(file, 'blueProgress')).toEqual([
      ['1', expect.anything(), 'fulfilled'],
      ['2', at('03-24 00:00'), 'open'],
    ]);
    file.give('03-06 12:00', liaison, { type: 'WithdrawAct', act: second!.entry, reason: '误录' });
    expect(history(file, 'blueProgress')).toEqual([['1', at('03-18 00:00'), 'open']]);
  });

  it('unfiled is reminded, falls due, goes up the ladder every 12 hours by day, then daily', () => {
    const file = blue('monitored');
    file.release('03-02 10:30');
    file.give('03-02 12:00', liaison, toChief);
    expect(file.runTo('03-21 12:00').filter((line) => line.includes('blueProgress'))).toEqual([
      '03-17 08:30 blueProgress#1 remind0',
      '03-18 00:00 blueProgress#1 due0',
      '03-18 20:00 blueProgress#1 overdue0',
      '03-19 08:00 blueProgress#1 overdue1',
      '03-19 20:00 blueProgress#1 overdue2',
      '03-20 20:00 blueProgress#1 overdue3',
    ]);
  });

  it('ends with the conclusion', () => {
    const file = blue('monitored');
    concludeCase(file, '03-05 09:00', head);
    expect(file.duty('blueProgress')).toMatchObject({ status: 'ended', next: null });
    expect(
      file.give('03-18 00:00', system, {
        type: 'EnforceStage',
        duty: 'blueProgress',
        occurrence: '1',
        stage: 'due',
        index: 0,
        due: at('03-18 00:00'),
      }).events,
    ).toEqual([]);
  });
});
