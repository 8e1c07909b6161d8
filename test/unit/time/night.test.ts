import { describe, expect, it } from 'vitest';
import {
  dayPlanOf,
  endOfNight,
  isAskedNow,
  lastDigest,
  lastMorning,
  nextDigest,
  noonAfter,
  outOfNight,
} from '../../../shared/regulations/day.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { withSettings } from '../../../shared/regulations/settings.ts';
import { isClockTime, readDayHours } from '../../../shared/time/night.ts';
import { leizhou } from '../../support/bureaus.ts';
import { at } from '../../support/case-file.ts';

const plan = dayPlanOf(leizhou);

describe('the night', () => {
  it.each([
    ['03-02 07:59:59', '03-02 08:00'],
    ['03-02 08:00', '03-02 08:00'],
    ['03-02 21:59:59', '03-02 21:59:59'],
    ['03-02 22:00', '03-03 08:00'],
  ])('what is to be done by day waits from %s until %s', (when, until) => {
    expect(outOfNight(plan, at(when))).toBe(at(until));
  });

  it.each([
    ['03-02 21:59:59', null],
    ['03-02 22:00', '03-03 07:30'],
    ['03-03 06:59:59', '03-03 07:30'],
    ['03-03 07:00', null],
  ])('what can wait at %s is told at %s', (when, until) => {
    expect(endOfNight(plan, at(when))).toBe(until === null ? null : at(until));
  });

  it('leads to a noon: that of the day on which it ends', () => {
    expect(noonAfter(plan, at('03-03 07:30'))).toBe(at('03-03 12:00'));
  });

  it.each([
    ['03-02 07:59:59', false],
    ['03-02 08:00', true],
    ['03-02 19:59:59', true],
    ['03-02 20:00', false],
  ])('somebody is asked for his word at %s: %s', (when, isAsked) => {
    expect(isAskedNow(plan, at(when))).toBe(isAsked);
  });

  it.each([
    ['03-02 07:59:59', '03-01 08:00'],
    ['03-02 08:00', '03-02 08:00'],
  ])('the last morning at %s was %s', (when, morning) => {
    expect(lastMorning(plan, at(when))).toBe(at(morning));
  });

  it('is the bureau’s own', () => {
    const own = dayPlanOf(
      withSettings(regulations.yinzhou!, { quietHours: '23:00-06:00', nightToldAt: '06:30' }),
    );
    expect([endOfNight(own, at('03-02 22:30')), endOfNight(own, at('03-02 23:00'))]).toEqual([
      null,
      at('03-03 06:30'),
    ]);
  });

  it.each(['22:00-22:00', '00:00-24:00', '22:00', '25:00-07:00', '22:00-07:00-08:00', '夜间'])(
    '%s is no night',
    (text) => {
      expect(() => readDayHours(text)).toThrow('请按“22:00-07:00”填写');
    },
  );

  it.each([
    ['08:00', true],
    ['23:59', true],
    ['24:00', false],
    ['25:00', false],
    ['8:00', false],
  ])('%s is a clock time: %s', (text, is) => {
    expect(isClockTime(text)).toBe(is);
  });
});

describe('the digest', () => {
  it.each([
    ['03-02 07:59:59', '03-02 08:00', '03-01 20:00'],
    ['03-02 08:00', '03-02 09:00', '03-02 08:00'],
    ['03-02 18:30', '03-02 19:00', '03-02 18:00'],
    ['03-02 19:00', '03-02 20:00', '03-02 19:00'],
    ['03-02 20:00', '03-03 08:00', '03-02 20:00'],
    ['03-02 23:00', '03-03 08:00', '03-02 20:00'],
  ])('after %s is at %s, before it was at %s', (when, next, last) => {
    expect([nextDigest(plan, at(when)), lastDigest(plan, at(when))]).toEqual([at(next), at(last)]);
  });

  it('is one a day where the bureau wants no more', () => {
    const daily = dayPlanOf(withSettings(leizhou, { routinePushEvery: null }));
    expect([nextDigest(daily, at('03-02 08:00')), lastDigest(daily, at('03-03 07:59:59'))]).toEqual([
      at('03-03 08:00'),
      at('03-02 08:00'),
    ]);
  });
});
