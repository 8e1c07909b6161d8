import { describe, expect, it } from 'vitest';
import { at, caseFile, group, head, liaison, officer, opening } from '../../support/case-file.ts';
import { calm, history, orange, progress, toLeaders } from './repetition.ts';

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

  it('counts for the period that it falls in: right after a report the next is owed of the one to come', () => {
    const file = orange();
    const period = () => {
      const { due, countsFrom } = file.duty('dailyReport')!.current;
      return [countsFrom, due];
    };
    expect(period()).toEqual([undefined, at('03-03 08:00')]);
    file.give('03-03 07:55', liaison, progress());
    expect(period()).toEqual([at('03-03 08:00'), at('03-04 08:00')]);
    // Five minutes into the second period: the third is almost 48 hours away.
    file.give('03-03 08:05', liaison, progress());
    expect(period()).toEqual([at('03-04 08:00'), at('03-05 08:00')]);
    file.give('03-04 08:00', liaison, progress());
    expect(period()).toEqual([at('03-04 08:00'), at('03-05 08:00')]);
    file.give('03-04 08:00:01', liaison, progress());
    expect(period()).toEqual([at('03-05 08:00'), at('03-06 08:00')]);
  });

  it.each([
    // Found at 10:30: of 9,557 periods since, the last one has just passed.
    ['2000-01-01T00:00:00.000Z', 9557, '03-02 08:00'],
    ['2000-01-01T02:29:59.000Z', 9557, '03-02 10:29:59'],
    ['2000-01-01T02:30:00.000Z', 9557, '03-02 10:30'],
    // One second later it is not over yet: owed is the one before.
    ['2000-01-01T02:30:01.000Z', 9556, '03-01 10:30:01'],
  ])(
    'of a story that broke out at %s is number %i, as if each had been counted',
    (outbreakAt, number, due) => {
      const file = caseFile();
      file.give('03-02 10:30', officer, opening({ level: 'orange', instants: { outbreakAt } }));
      expect(history(file, 'dailyReport')[0]?.slice(0, 2)).toEqual([`1.${number}`, at(due)]);
    },
  );

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
      ['1.1', at('03-03 08:00'), 'lateEntry'],
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

  it('stays missed where it had passed unmet before a back-dated calm was entered', () => {
    const file = orange();
    file.give('03-02 20:00', liaison, progress());
    file.runTo('03-04 09:00');
    file.give('03-04 09:00', group, calm('03-04 07:00'));
    expect(history(file, 'dailyReport')).toEqual([
      ['1.1', at('03-03 08:00'), 'fulfilled'],
      ['1.2', at('03-04 08:00'), 'missed'],
    ]);
    expect(file.due('weeklyReport')).toBe(at('03-12 00:00'));
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
    expect(scheduled.foundLate?.lagMilliseconds).toBe(2.5 * 3600_000);
    expect(scheduled.next).toMatchObject({ stage: 'overdue', at: at('03-05 10:30'), rung: 0 });
  });

  it('goes on with the next one at its own instant', () => {
    const file = orange('03-05 10:30');
    file.give('03-05 11:00', liaison, progress());
    expect(history(file, 'dailyReport')).toEqual([
      ['1.3', at('03-05 08:00'), 'fulfilledLate'],
      ['1.4', at('03-06 08:00'), 'open'],
    ]);
    expect(file.duty('dailyReport')!.foundLate).toBeNull();
    expect(file.duty('dailyReport')!.next).toMatchObject({ stage: 'remind', at: at('03-06 02:45') });
  });
});
