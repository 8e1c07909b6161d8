import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import {
  at,
  caseFile,
  group,
  head,
  leader,
  liaison,
  officer,
  opening,
  system,
} from '../../support/case-file.ts';

const toLeaders = ['deputyLeader', 'officeHead'];
const progress = (madeAt?: string): CaseCommand => ({
  type: 'FileReport',
  kind: 'progress',
  form: 'written',
  to: toLeaders,
  ...(madeAt === undefined ? {} : { madeAt: at(madeAt) }),
});
const calm = (calmedAt?: string): CaseCommand => ({
  type: 'DeclareCalm',
  reason: '已平息',
  ...(calmedAt === undefined ? {} : { calmedAt: at(calmedAt) }),
});
const rekindle = (outbreakAt?: string): CaseCommand => ({
  type: 'Rekindle',
  reason: '再次发酵',
  ...(outbreakAt === undefined ? {} : { outbreakAt: at(outbreakAt) }),
});
const orange = (when = '03-02 10:30', outbreakAt = '03-02 08:00') => {
  const file = caseFile();
  file.give(when, officer, opening({ level: 'orange', instants: { outbreakAt: at(outbreakAt) } }));
  return file;
};
const history = (file: ReturnType<typeof caseFile>, duty: string) =>
  file.duty(duty)!.history.map(({ occurrence, due, outcome }) => [occurrence, due, outcome]);
const settledBy = (file: ReturnType<typeof caseFile>) =>
  file.log.at(-1)!.events.flatMap((event) => (event.type === 'DutiesSettled' ? event.settled : []));

describe('the daily report until calm', () => {
  it('is met once by one report, and not twice by two in the same period', () => {
    const file = orange();
    file.give('03-02 20:00', liaison, progress());
    file.give('03-02 21:00', liaison, progress());
    expect(history(file, 'dailyReport')).toEqual([
      ['1.1', at('03-03 08:00'), 'fulfilled'],
      ['1.2', at('03-04 08:00'), 'open'],
    ]);
  });

  it('filed late meets the late one; the next is still owed at its own instant', () => {
    const file = orange();
    file.give('03-03 09:00', liaison, progress());
    expect(history(file, 'dailyReport')).toEqual([
      ['1.1', at('03-03 08:00'), 'fulfilledLate'],
      ['1.2', at('03-04 08:00'), 'open'],
    ]);
    file.give('03-04 07:00', liaison, progress());
    expect(history(file, 'dailyReport')[1]).toEqual(['1.2', at('03-04 08:00'), 'fulfilled']);
  });

  it('still open when the next falls due is recorded as missed, and the grid stays', () => {
    const file = orange();
    const seen = file.runTo('03-04 08:00').filter((line) => line.includes('dailyReport'));
    expect(seen.filter((line) => line.startsWith('03-04 08:00 dailyReport#1.1 missed'))).toHaveLength(1);
    expect(file.state.missed).toEqual([`dailyReport#1.1#${at('03-03 08:00')}`]);
    expect(history(file, 'dailyReport')).toEqual([
      ['1.1', at('03-03 08:00'), 'missed'],
      ['1.2', at('03-04 08:00'), 'open'],
    ]);
  });

  it('missed while no clock ran is on the file as soon as somebody files the next', () => {
    const file = orange();
    file.give('03-04 09:00', liaison, progress());
    expect(settledBy(file)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ duty: 'dailyReport', occurrence: '1.1', outcome: 'missed' }),
        expect.objectContaining({ duty: 'dailyReport', occurrence: '1.2', outcome: 'fulfilledLate' }),
      ]),
    );
  });

  it('takes a back-dated report for the period it was made in', () => {
    const file = orange();
    file.give('03-04 09:00', liaison, progress('03-03 07:00'));
    expect(history(file, 'dailyReport')).toEqual([
      ['1.1', at('03-03 08:00'), 'fulfilled'],
      ['1.2', at('03-04 08:00'), 'open'],
    ]);
  });

  it('is not met by a report from before the outbreak, by telephone, or to nobody who has to read it', () => {
    const file = orange();
    file.give('03-02 11:00', liaison, progress('03-02 07:00'));
    file.give('03-02 12:00', liaison, {
      type: 'FileReport',
      kind: 'progress',
      form: 'telephone',
      to: toLeaders,
    });
    file.give('03-02 12:00', liaison, {
      type: 'FileReport',
      kind: 'progress',
      form: 'written',
      to: ['zhanjiang'],
    });
    file.give('03-02 12:00', liaison, { type: 'FileReport', kind: 'first', form: 'written', to: toLeaders });
    expect(history(file, 'dailyReport')).toEqual([['1.1', at('03-03 08:00'), 'open']]);
  });

  it.each([
    ['a second before it falls due', '03-03 07:59:59', []],
    ['in the second it falls due', '03-03 08:00:00', [['1.1', at('03-03 08:00'), 'missed']]],
    ['a second after it fell due', '03-03 08:00:01', [['1.1', at('03-03 08:00'), 'missed']]],
  ])('calm %s', (_, when, expected) => {
    const file = orange();
    const { rearms } = file.give(when, group, calm());
    expect(rearms).toBe(true);
    expect(history(file, 'dailyReport')).toEqual(expected);
    expect(file.duty('dailyReport')!.next).toBeNull();
    expect(settledBy(file)).toContainEqual(
      expect.objectContaining({
        duty: 'dailyReport',
        occurrence: '1.1',
        outcome: expected.length === 0 ? 'cancelled' : 'missed',
      }),
    );
  });

  it('overdue at the calm can still be filed, late', () => {
    const file = orange();
    file.runTo('03-03 09:00');
    file.give('03-03 09:00', group, calm());
    file.give('03-03 10:00', liaison, progress());
    expect(history(file, 'dailyReport')).toEqual([['1.1', at('03-03 08:00'), 'fulfilledLate']]);
  });

  it('follows a back-dated calm: what fell due after it was not owed', () => {
    const file = orange();
    file.give('03-02 20:00', liaison, progress());
    file.runTo('03-04 09:00');
    file.give('03-04 09:00', group, calm('03-04 07:00'));
    expect(history(file, 'dailyReport')).toEqual([['1.1', at('03-03 08:00'), 'fulfilled']]);
    expect(file.due('weeklyReport')).toBe(at('03-11 07:00'));
  });
});

describe('calm', () => {
  it('is not declared twice, not before the outbreak and not in the future', () => {
    const file = orange();
    expect(file.give('03-02 11:00', group, calm('03-02 07:59:59')).refusal?.code).toBe(
      'INSTANT_BEFORE_OUTBREAK',
    );
    expect(file.give('03-02 11:00', group, calm('03-02 11:00:01')).refusal?.code).toBe('INSTANT_IN_FUTURE');
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
    expect(history(file, 'dailyReport')).toEqual([['2.1', at('03-13 10:00'), 'open']]);
    expect(file.duty('dailyReport')!.next).toMatchObject({ stage: 'remind', at: at('03-13 09:00') });
    note();
    file.give('03-13 09:30', liaison, progress());
    file.give('03-13 12:00', group, calm());
    note();
    expect(history(file, 'weeklyReport')).toEqual([['2.1', at('03-20 12:00'), 'open']]);
    expect([...names]).toEqual([
      'dailyReport#1.1',
      'weeklyReport#1.1',
      'dailyReport#2.1',
      'weeklyReport#2.1',
    ]);
    expect(history(file, 'dailyReport')).toEqual([['2.1', at('03-13 10:00'), 'fulfilled']]);
  });

  it('has to have calmed first, and breaks out neither before that nor in the future', () => {
    const file = orange();
    expect(file.give('03-02 11:00', officer, rekindle()).refusal?.code).toBe('NOT_CALM');
    file.give('03-02 12:00', group, calm());
    expect(file.give('03-02 13:00', officer, rekindle('03-02 11:59:59')).refusal?.code).toBe(
      'INSTANT_BEFORE_CALM',
    );
    expect(file.give('03-02 13:00', officer, rekindle('03-02 13:00:01')).refusal?.code).toBe(
      'INSTANT_IN_FUTURE',
    );
    expect(file.give('03-02 13:00', officer, rekindle('03-02 12:00')).refusal).toBeNull();
  });

  it('is asked about again after a week, whatever was confirmed in the first outbreak', () => {
    const file = orange();
    file.give('03-09 09:00', officer, { type: 'RecordAction', action: 'notCalmedConfirmed' });
    expect(file.duty('confirmNotCalmed')?.status).toBe('fulfilled');
    file.give('03-10 09:00', group, calm());
    file.give('03-11 09:00', officer, rekindle());
    expect(file.duty('confirmNotCalmed')).toMatchObject({
      status: 'open',
      current: { due: at('03-18 09:00') },
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

describe('the weekly report until the conclusion', () => {
  it('is owed on its grid, reminded three days and one day before', () => {
    const file = orange();
    file.give('03-02 12:00', group, calm());
    const seen = file.runTo('03-16 12:00').filter((line) => line.includes('weeklyReport'));
    expect(seen.slice(0, 3)).toEqual([
      '03-06 12:00 weeklyReport#1.1 remind0',
      '03-08 12:00 weeklyReport#1.1 remind1',
      '03-09 12:00 weeklyReport#1.1 due0',
    ]);
    expect(file.state.missed).toContain(`weeklyReport#1.1#${at('03-09 12:00')}`);
  });

  it('whose calm is recorded late is overdue at discovery, the newest only', () => {
    const file = orange();
    file.give('03-20 12:00', group, calm('03-02 12:00'));
    const scheduled = file.duty('weeklyReport')!;
    expect(scheduled.current).toMatchObject({ occurrence: '1.2', due: at('03-16 12:00'), outcome: 'open' });
    expect(scheduled.next).toMatchObject({ stage: 'overdue', at: at('03-20 12:00') });
    expect(scheduled.discoveryLagMilliseconds).toBe(4 * 24 * 3600_000);
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

  it('counts from the grading, then from the first report, then from each completion (X12)', () => {
    const file = blue();
    expect(file.due('blueProgress')).toBe(at('03-17 10:30'));
    file.give('03-10 09:00', officer, toZhanjiang);
    expect(file.duty('zhanjiangWritten')?.current.outcome).toBe('fulfilled');
    expect(file.due('blueProgress')).toBe(at('03-25 09:00'));
    file.give('03-20 16:00', liaison, progress());
    expect(file.due('blueProgress')).toBe(at('04-04 16:00'));
    file.give('04-06 16:00', liaison, progress());
    expect(file.due('blueProgress')).toBe(at('04-21 16:00'));
    expect(history(file, 'blueProgress').map(([, , outcome]) => outcome)).toEqual([
      'fulfilled',
      'fulfilledLate',
      'open',
    ]);
  });

  it('is not taken back by a first report that comes after the first progress report', () => {
    const file = blue();
    file.give('03-05 09:00', liaison, progress());
    expect(history(file, 'blueProgress')).toEqual([
      ['1', at('03-17 10:30'), 'fulfilled'],
      ['2', at('03-20 09:00'), 'open'],
    ]);
    file.give('03-08 09:00', officer, toZhanjiang);
    expect(history(file, 'blueProgress')).toEqual([
      ['1', at('03-17 10:30'), 'fulfilled'],
      ['2', at('03-20 09:00'), 'open'],
    ]);
  });

  it('counts from the unit’s first report in a self-found case; that report is not also the second', () => {
    const file = blue('monitored');
    file.runTo('03-02 10:30');
    file.give('03-03 09:00', liaison, progress());
    expect(file.duty('unitResponse')?.status).toBe('fulfilled');
    expect(history(file, 'blueProgress')).toEqual([['1', at('03-18 09:00'), 'open']]);
  });

  it('unfiled is reminded, falls due, goes up the ladder every 12 hours, then daily', () => {
    const file = blue('monitored');
    file.runTo('03-02 10:30');
    file.give('03-02 12:00', liaison, progress());
    expect(file.runTo('03-21 12:00').filter((line) => line.includes('blueProgress'))).toEqual([
      '03-14 12:00 blueProgress#1 remind0',
      '03-16 12:00 blueProgress#1 remind1',
      '03-17 12:00 blueProgress#1 due0',
      '03-18 00:00 blueProgress#1 overdue0',
      '03-18 12:00 blueProgress#1 overdue1',
      '03-19 00:00 blueProgress#1 overdue2',
      '03-20 00:00 blueProgress#1 overdue3',
      '03-21 00:00 blueProgress#1 overdue4',
    ]);
  });

  it('ends with the conclusion', () => {
    const file = blue('monitored');
    file.give('03-05 09:00', head, { type: 'Conclude', summary: '已办结', acknowledgeUnmet: '已口头报告' });
    expect(file.duty('blueProgress')).toMatchObject({ status: 'ended', next: null });
    expect(
      file.give('03-17 10:30', system, {
        type: 'EnforceStage',
        duty: 'blueProgress',
        occurrence: '1',
        stage: 'due',
        index: 0,
        due: at('03-17 10:30'),
      }).events,
    ).toEqual([]);
  });
});

describe('a corrected outbreak', () => {
  it('puts the reports on a new grid, where what was missed on the old one is missed no more', () => {
    const file = orange();
    file.runTo('03-04 09:00');
    expect(file.state.missed).toHaveLength(1);
    file.give('03-04 09:00', head, {
      type: 'CorrectInstant',
      instant: 'outbreakAt',
      at: at('03-02 20:00'),
      reason: '核实',
    });
    expect(file.duty('dailyReport')).toMatchObject({
      current: { occurrence: '1.1', due: at('03-03 20:00'), outcome: 'open' },
      next: { stage: 'overdue', at: at('03-04 09:00') },
    });
  });
});

describe('a repetition that is found late', () => {
  it('owes the newest occurrence that has passed, with its lag, and none before', () => {
    const file = orange('03-05 10:30');
    const scheduled = file.duty('dailyReport')!;
    expect(history(file, 'dailyReport')).toEqual([['1.3', at('03-05 08:00'), 'open']]);
    expect(scheduled.discoveryLagMilliseconds).toBe(2.5 * 3600_000);
    expect(scheduled.next).toMatchObject({ stage: 'overdue', at: at('03-05 10:30'), rung: 0 });
  });

  it('goes on with the next one at its own instant', () => {
    const file = orange('03-05 10:30');
    file.give('03-05 11:00', liaison, progress());
    expect(history(file, 'dailyReport')).toEqual([
      ['1.3', at('03-05 08:00'), 'fulfilledLate'],
      ['1.4', at('03-06 08:00'), 'open'],
    ]);
    expect(file.duty('dailyReport')!.discoveryLagMilliseconds).toBeNull();
    expect(file.duty('dailyReport')!.next).toMatchObject({ stage: 'remind', at: at('03-06 07:00') });
  });
});
