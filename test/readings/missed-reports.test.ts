import { describe, expect, it } from 'vitest';
import { at, chief, liaison, officer } from '../support/case-file.ts';
import { give, open, timesOf } from './given.ts';

describe('leizhou 办法 第二十三条(二)②: 缺报', () => {
  const missed = () => {
    const file = open({ level: 'orange', when: '03-02 09:00' });
    file.runTo('03-04 14:00');
    return file;
  };
  it('stays under a calm that is dated back', () => {
    const file = missed();
    give(file, '03-04 15:00', chief, {
      type: 'DeclareCalm',
      reason: '已平息',
      calmedAt: at('03-02 20:00'),
    });
    expect(timesOf(file, 'dailyReport')).toEqual([
      ['1.1', 'missed'],
      ['1.2', 'missed'],
    ]);
  });

  it('is not met by what says afterwards that it was made before', () => {
    const file = missed();
    expect(
      give(file, '03-04 15:00', liaison, {
        type: 'FileReport',
        kind: 'progress',
        form: 'written',
        to: ['officeHead'],
        madeAt: at('03-03 09:05'),
      }),
    ).toBe('done');
    expect(timesOf(file, 'dailyReport')?.[0]).toEqual(['1.1', 'missed']);
  });
});

describe('leizhou 办法 第二十三条(二)③: a week without a report after 平息', () => {
  it.each([
    ['03-09 23:59:59', []],
    ['03-10 00:00:00', []],
    ['03-10 00:00:01', [['1.1', 'missed']]],
  ])('due with 03-09, stays so when the story flares up again at %s', (when, times) => {
    const file = open({ level: 'orange', when: '03-02 09:00' });
    give(file, '03-02 10:00', chief, { type: 'DeclareCalm', reason: '已平息' });
    file.runTo(when);
    give(file, when, officer, { type: 'Rekindle', reason: '再次上热搜' });
    expect(timesOf(file, 'weeklyReport')).toEqual(times);
    give(file, '03-10 10:00', chief, { type: 'DeclareCalm', reason: '已平息' });
    expect(timesOf(file, 'weeklyReport')).toEqual([...times, ['2.1', 'open']]);
  });
});
