import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { at, caseFile, group, head, leader, liaison, officer, opening } from '../../support/case-file.ts';
import { calm, history, orange, progress } from './repetition.ts';

const rekindle = (outbreakAt?: string): CaseCommand => ({
  type: 'Rekindle',
  reason: '再次发酵',
  ...(outbreakAt === undefined ? {} : { outbreakAt: at(outbreakAt) }),
});

describe('calm', () => {
  it('is not declared twice, not before the outbreak and not in the future', () => {
    const file = orange();
    expect(file.give('03-02 11:00', group, calm('03-02 07:59:59')).refusal?.code).toBe(
      'INSTANT_BEFORE_OUTBREAK',
    );
    expect(file.give('03-02 11:00', group, calm('03-02 11:05:01')).refusal?.code).toBe('INSTANT_IN_FUTURE');
    expect(file.give('03-02 11:00', group, calm('03-02 08:00')).refusal).toBeNull();
    expect(file.give('03-02 11:00', group, calm()).refusal?.code).toBe('ALREADY_CALM');
  });

  it('is the leading group’s at orange and red, a leader’s below', () => {
    expect(orange().give('03-02 11:00', leader, calm()).refusal?.code).toBe('ROLE_NOT_ALLOWED');
    expect(orange().give('03-02 11:00', group, calm()).refusal).toBeNull();
    const yellow = caseFile();
    yellow.give('03-02 10:30', officer, opening({ level: 'yellow' }));
    expect(yellow.give('03-02 11:00', head, calm()).refusal?.code).toBe('ROLE_NOT_ALLOWED');
    expect(yellow.give('03-02 11:00', leader, calm()).refusal).toBeNull();
  });
});

describe('a story that breaks out again', () => {
  it('owes daily reports anew, then weekly anew, all under names of their own', () => {
    const file = orange();
    file.runTo('03-03 09:00');
    file.give('03-03 09:00', group, calm());
    file.runTo('03-12 10:00');
    const names = new Set<string>();
    const note = () => {
      for (const id of ['dailyReport', 'weeklyReport'])
        for (const { occurrence } of file.duty(id)!.history) names.add(`${id}#${occurrence}`);
    };
    note();
    file.give('03-12 10:00', officer, rekindle());
    expect(file.duty('weeklyReport')).toMatchObject({ status: 'notStarted', next: null });
    expect(history(file, 'dailyReport')).toEqual([
      ['1.1', at('03-03 08:00'), 'missed'],
      ['2.1', at('03-13 10:00'), 'open'],
    ]);
    expect(file.duty('dailyReport')!.next).toMatchObject({ stage: 'remind', at: at('03-13 04:00') });
    note();
    file.give('03-13 09:30', liaison, progress());
    file.give('03-13 12:00', group, calm());
    note();
    expect(history(file, 'weeklyReport')).toEqual([
      ['1.1', at('03-11 00:00'), 'missed'],
      ['2.1', at('03-21 00:00'), 'open'],
    ]);
    expect([...names]).toEqual([
      'dailyReport#1.1',
      'weeklyReport#1.1',
      'dailyReport#2.1',
      'weeklyReport#2.1',
    ]);
    expect(history(file, 'dailyReport')).toEqual([
      ['1.1', at('03-03 08:00'), 'missed'],
      ['2.1', at('03-13 10:00'), 'fulfilled'],
    ]);
  });

  it('has to have calmed first, and breaks out neither before that nor in the future', () => {
    const file = orange();
    expect(file.give('03-02 11:00', officer, rekindle()).refusal?.code).toBe('NOT_CALM');
    file.give('03-02 12:00', group, calm());
    expect(file.give('03-02 13:00', officer, rekindle('03-02 11:59:59')).refusal?.code).toBe(
      'INSTANT_BEFORE_CALM',
    );
    expect(file.give('03-02 13:00', officer, rekindle('03-02 13:05:01')).refusal?.code).toBe(
      'INSTANT_IN_FUTURE',
    );
    expect(file.give('03-02 13:00', officer, rekindle('03-02 12:00')).refusal).toBeNull();
  });

  it('is asked about again after a week, whatever was confirmed in the first outbreak', () => {
    const file = orange();
    file.give('03-09 09:00', head, { type: 'RecordAction', action: 'notCalmedConfirmed' });
    expect(file.duty('confirmNotCalmed')?.status).toBe('fulfilled');
    file.give('03-10 09:00', group, calm());
    file.give('03-11 09:00', officer, rekindle());
    expect(file.duty('confirmNotCalmed')).toMatchObject({
      status: 'open',
      current: { due: at('03-19 00:00') },
    });
  });

  it('can have the instant of its second outbreak corrected', () => {
    const file = orange();
    file.give('03-03 09:00', group, calm());
    file.give('03-05 10:00', officer, rekindle());
    file.give('03-05 10:10', officer, {
      type: 'CorrectInstant',
      instant: 'outbreakAt',
      at: at('03-05 09:00'),
      reason: '核实',
    });
    expect(file.due('dailyReport')).toBe(at('03-06 09:00'));
  });
});
