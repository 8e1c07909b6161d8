import { describe, expect, it } from 'vitest';
import { at } from '../../support/case-file.ts';
import { concludeCase } from '../../support/conclude.ts';
import {
  around,
  type Case,
  calm,
  IN_TIME_UP_TO_THE_LIMIT,
  openCase,
  outcomesAround,
  report,
} from '../bureau-case.ts';

/** 雷州, broken out on Monday 2 March at 08:00. */
const story = (level = 'orange'): Case =>
  openCase('leizhou', level, { instants: { outbreakAt: '03-02 08:00', detectedAt: '03-02 08:00' } });
const progress = (opened: Case, when: string) =>
  expect(opened.give(when, 'unitLiaison', report('progress', 'written', 'officeHead'))).toBe('done');
const historyOf = (opened: Case, duty: string) => opened.duty(duty)?.history.map(({ outcome }) => outcome);
const duesOf = (opened: Case, duty: string) => opened.duty(duty)?.history.map(({ due }) => due);

describe('P5 repeat every N until an event', () => {
  it.each(['orange', 'red'])('雷州 %s: every 24 hours from 爆发, to the second', (level) => {
    expect(outcomesAround('03-03 08:00', 'dailyReport', () => story(level), progress)).toEqual(
      IN_TIME_UP_TO_THE_LIMIT,
    );
  });

  it('goes on day after day, and several reports of one day meet one day', () => {
    const opened = story();
    for (const when of ['03-02 20:00', '03-03 07:00', '03-03 19:00']) progress(opened, when);
    expect(historyOf(opened, 'dailyReport')).toEqual(['fulfilled', 'fulfilled', 'open']);
    expect(opened.due('dailyReport')).toBe(at('03-05 08:00'));
  });

  it('is missed for good when the next period is over, and chased until then', () => {
    const opened = story();
    expect(opened.steps('03-03 08:30', 'dailyReport')).toEqual([
      '03-03 02:00#1.1 remind0',
      '03-03 07:00#1.1 remind1',
      '03-03 07:45#1.1 remind2',
      '03-03 08:00#1.1 due0',
      '03-03 08:30#1.1 overdue0',
    ]);
    expect(opened.steps('03-04 08:00', 'dailyReport').at(-2)).toBe('03-04 08:00#1.1 missed4');
    expect(historyOf(opened, 'dailyReport')).toEqual(['missed', 'open']);
  });

  it.each(around('03-04 08:00').map((when, index) => [when, index]))(
    'ends with 平息: at %s the day that is over by then was owed',
    (when, index) => {
      const opened = story();
      progress(opened, '03-03 07:30');
      expect(opened.give(when, 'leadingGroup', calm)).toBe('done');
      expect(historyOf(opened, 'dailyReport')).toEqual(index === 0 ? ['fulfilled'] : ['fulfilled', 'missed']);
      expect(opened.duty('dailyReport')?.next).toBeNull();
    },
  );
});

describe('P6 repeat, then a slower repeat until another event', () => {
  const calmed = (level = 'orange'): Case => {
    const opened = story(level);
    for (const day of ['03-03', '03-04', '03-05', '03-06']) progress(opened, `${day} 07:30`);
    expect(opened.give('03-06 15:00', 'leadingGroup', calm)).toBe('done');
    return opened;
  };

  it('雷州: weekly from 平息, to the second, and no more daily', () => {
    expect(story().duty('weeklyReport')).toMatchObject({ status: 'notStarted', next: null });
    expect(outcomesAround('03-14 00:00', 'weeklyReport', calmed, progress)).toEqual(IN_TIME_UP_TO_THE_LIMIT);
    expect(calmed().steps('03-12 15:00', 'dailyReport')).toEqual([]);
  });

  it('until 结报, after which nothing is owed', () => {
    const opened = calmed();
    progress(opened, '03-13 14:00');
    progress(opened, '03-20 14:00');
    expect(duesOf(opened, 'weeklyReport')).toEqual(
      ['03-14', '03-21', '03-28'].map((day) => at(`${day} 00:00`)),
    );
    const head = { id: 'p-officeHead', name: 'officeHead', role: 'officeHead' };
    expect(concludeCase(opened.file, '03-21 09:00', head).refusal).toBeNull();
    expect(opened.duty('weeklyReport')?.next).toBeNull();
    expect(opened.steps('04-30 08:00', 'weeklyReport')).toEqual([]);
  });

  it.each([
    [true, at('03-14 00:00')],
    [false, undefined],
  ])('at yellow, which has no daily report, by a choice of the bureau (X15): %s', (weeklyForYellow, due) => {
    const opened = openCase('leizhou', 'yellow', { settings: { weeklyForYellow } });
    expect(opened.duty('dailyReport')).toBeUndefined();
    opened.give('03-06 15:00', 'deputyLeader', calm);
    expect(opened.due('weeklyReport')).toBe(due);
  });
});

describe('P7 repeat from the previous completion, or from the previous due instant', () => {
  const blue = (): Case => {
    const opened = openCase('leizhou', 'blue', {
      opened: '03-02 10:30',
      sources: { 'zhanjiang-assigned': '03-02 10:00' },
    });
    opened.give('03-05 09:00', 'dutyOfficer', report('first', 'written', 'zhanjiang'));
    return opened;
  };
  const follow = (opened: Case, when: string) =>
    expect(opened.give(when, 'dutyOfficer', report('progress', 'written', 'zhanjiang'))).toBe('done');

  it('雷州 blue: every 15 days from the last report, to the second', () => {
    expect(outcomesAround('03-21 00:00', 'blueProgress', blue, follow)).toEqual(IN_TIME_UP_TO_THE_LIMIT);
  });

  it.each([
    ['early', '03-10 16:00', '03-26 00:00'],
    // Monday 04-06 is 清明: with Tuesday 04-07.
    ['late', '03-22 16:00', '04-08 00:00'],
  ])('blue, done %s: the next 15 days count from then', (_how, when, due) => {
    const opened = blue();
    follow(opened, when);
    expect(opened.due('blueProgress')).toBe(at(due));
  });

  it.each([
    ['early', '03-02 16:00'],
    ['late', '03-03 16:00'],
  ])('orange, done %s: the next day stays where it was', (_how, when) => {
    const opened = story();
    progress(opened, when);
    expect(opened.due('dailyReport')).toBe(at('03-04 08:00'));
  });
});
