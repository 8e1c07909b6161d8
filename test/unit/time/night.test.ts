import { describe, expect, it } from 'vitest';
import { isAskedNow, lastMorning, outOfNight } from '../../../shared/time/night.ts';
import { at } from '../../support/case-file.ts';

const ZONE = 'Asia/Shanghai';

describe('the night', () => {
  it.each([
    ['03-02 07:59:59', '03-02 08:00'],
    ['03-02 08:00', '03-02 08:00'],
    ['03-02 21:59:59', '03-02 21:59:59'],
    ['03-02 22:00', '03-03 08:00'],
  ])('what is to be done waits from %s until %s', (when, until) => {
    expect(outOfNight(at(when), ZONE)).toBe(at(until));
  });

  it.each([
    ['03-02 07:59:59', false],
    ['03-02 08:00', true],
    ['03-02 19:59:59', true],
    ['03-02 20:00', false],
  ])('somebody is asked for his word at %s: %s', (when, isAsked) => {
    expect(isAskedNow(at(when), ZONE)).toBe(isAsked);
  });

  it.each([
    ['03-02 07:59:59', '03-01 08:00'],
    ['03-02 08:00', '03-02 08:00'],
  ])('the last morning at %s was %s', (when, morning) => {
    expect(lastMorning(at(when), ZONE)).toBe(at(morning));
  });
});
