import { describe, expect, it } from 'vitest';
import { type Policy, readOfficeHours } from '../../../shared/time/working-time.ts';
import { due } from './working-hours.ts';

describe('office hours', () => {
  it('are read as spans of minutes', () => {
    expect(readOfficeHours('09:00-12:00  13:00-24:00 ')).toEqual([
      { from: 540, to: 720 },
      { from: 780, to: 1440 },
    ]);
    expect(readOfficeHours('00:00-12:00 12:00-13:30')).toHaveLength(2);
  });

  it.each([
    ['', '不对'],
    ['全天', '“全天”不对'],
    ['9:00-12:00', '不对'],
    ['09:00-12:60', '不对'],
    ['09:00-24:01', '不对'],
    ['24:00-24:00', '不对'],
    ['09:00-09:00', '不对'],
    ['17:00-09:00', '不对'],
    ['09:00-12:00,13:00-17:00', '不对'],
    ['09:00-12:00 11:59-17:00', '“11:59-17:00”早于前一段的结束'],
    ['13:00-17:00 09:00-12:00', '“09:00-12:00”早于前一段的结束'],
  ])('are refused when written “%s”, with the mend', (text, fault) => {
    expect(() => readOfficeHours(text)).toThrow(fault);
    expect(() => readOfficeHours(text)).toThrow('请按“09:00-12:00 13:00-17:00”填写');
  });
});

describe('three hours from Friday 16:30', () => {
  it.each<[Policy, string]>([
    ['count', '2026-03-09 11:30'],
    ['shiftEnd', '2026-03-09 09:00'],
    ['shiftStart', '2026-03-06 19:30'],
  ])('by %s end at %s', (policy, expected) => {
    expect(due(policy, '2026-03-06 16:30')).toBe(expected);
  });
});

describe('counting only office hours', () => {
  it.each([
    ['before the opening', '2026-03-03 08:59:59', 'PT1H', '2026-03-03 10:00'],
    ['at the opening', '2026-03-03 09:00', 'PT1H', '2026-03-03 10:00'],
    ['after the opening', '2026-03-03 09:00:01', 'PT1H', '2026-03-03 10:00:01'],
    ['until before the lunch break', '2026-03-03 10:59:59', 'PT1H', '2026-03-03 11:59:59'],
    ['until the lunch break', '2026-03-03 11:00', 'PT1H', '2026-03-03 12:00'],
    ['into the lunch break', '2026-03-03 11:00:01', 'PT1H', '2026-03-03 13:00:01'],
    ['a second before the lunch break', '2026-03-03 11:59:59', 'PT1H', '2026-03-03 13:59:59'],
    ['at the lunch break', '2026-03-03 12:00', 'PT1H', '2026-03-03 14:00'],
    ['in the lunch break', '2026-03-03 12:30', 'PT1H', '2026-03-03 14:00'],
    ['until the evening', '2026-03-03 16:00', 'PT1H', '2026-03-03 17:00'],
    ['a second past the evening', '2026-03-03 16:00:01', 'PT1H', '2026-03-04 09:00:01'],
    ['a second before the evening', '2026-03-03 16:59:59', 'PT1H', '2026-03-04 09:59:59'],
    ['at the evening', '2026-03-03 17:00', 'PT1H', '2026-03-04 10:00'],
    ['at night', '2026-03-03 23:30', 'PT30M', '2026-03-04 09:30'],
    ['on a Saturday', '2026-03-07 10:00', 'PT7H', '2026-03-09 17:00'],
    ['a whole week', '2026-03-03 09:00', 'PT35H', '2026-03-09 17:00'],
    ['no time at all, inside', '2026-03-03 10:00', 'PT0S', '2026-03-03 10:00'],
    ['into the Saturday worked for Spring Festival', '2026-02-13 16:30', 'PT3H', '2026-02-14 11:30'],
    ['over Spring Festival', '2026-02-14 16:30', 'PT3H', '2026-02-24 11:30'],
    ['on a day of Spring Festival', '2026-02-17 10:00', 'PT3H', '2026-02-24 12:00'],
    ['into the Sunday worked for National Day', '2026-09-19 16:30', 'PT3H', '2026-09-20 12:00'],
    ['over National Day', '2026-09-30 16:30', 'PT3H', '2026-10-08 11:30'],
    ['into the Saturday worked after it', '2026-10-09 16:30', 'PT3H', '2026-10-10 11:30'],
  ])('%s: %s + %s = %s', (_what, start, length, expected) => {
    expect(due('count', start, length)).toBe(expected);
  });
});

describe('moving an end outside office hours', () => {
  it.each([
    ['before the opening', '2026-03-03 05:59:59', '2026-03-03 09:00'],
    ['at the opening', '2026-03-03 06:00', '2026-03-03 09:00'],
    ['after the opening', '2026-03-03 06:00:01', '2026-03-03 09:00:01'],
    ['before the lunch break', '2026-03-03 08:59:59', '2026-03-03 11:59:59'],
    ['at the lunch break', '2026-03-03 09:00', '2026-03-03 12:00'],
    ['in the lunch break', '2026-03-03 09:00:01', '2026-03-03 13:00'],
    ['at 17:00', '2026-03-03 14:00', '2026-03-03 17:00'],
    ['a second after 17:00', '2026-03-03 14:00:01', '2026-03-04 09:00'],
    ['on a Saturday', '2026-03-07 09:00', '2026-03-09 09:00'],
    ['on a Saturday that is worked', '2026-02-14 09:00', '2026-02-14 12:00'],
    ['before Spring Festival', '2026-02-14 14:00:01', '2026-02-24 09:00'],
    ['during National Day', '2026-10-03 10:00', '2026-10-08 09:00'],
  ])('%s: from %s to %s', (_what, start, expected) => {
    expect(due('shiftEnd', start)).toBe(expected);
  });

  it('leaves an end at 24:00 where the office closes then', () => {
    const late = readOfficeHours('09:00-24:00');
    expect(due('shiftEnd', '2026-03-06 21:00', 'PT3H', late)).toBe('2026-03-07 00:00');
    expect(due('shiftEnd', '2026-03-06 21:00:01', 'PT3H', late)).toBe('2026-03-09 09:00');
    expect(due('count', '2026-03-06 21:00', 'PT3H', late)).toBe('2026-03-07 00:00');
    expect(due('shiftStart', '2026-03-07 00:00', 'PT3H', late)).toBe('2026-03-09 12:00');
  });
});

describe('moving a start outside office hours', () => {
  it.each([
    ['before the opening', '2026-03-03 08:59:59', '2026-03-03 12:00'],
    ['at the opening', '2026-03-03 09:00', '2026-03-03 12:00'],
    ['after the opening', '2026-03-03 09:00:01', '2026-03-03 12:00:01'],
    ['a second before the lunch break', '2026-03-03 11:59:59', '2026-03-03 14:59:59'],
    ['at the lunch break', '2026-03-03 12:00', '2026-03-03 16:00'],
    ['a second before the evening', '2026-03-03 16:59:59', '2026-03-03 19:59:59'],
    ['at the evening', '2026-03-03 17:00', '2026-03-04 12:00'],
    ['at night', '2026-03-06 22:00', '2026-03-09 12:00'],
    ['on a holiday', '2026-02-16 10:00', '2026-02-24 12:00'],
    ['on a Saturday that is worked', '2026-02-28 10:00', '2026-02-28 13:00'],
  ])('%s: from %s to %s', (_what, start, expected) => {
    expect(due('shiftStart', start)).toBe(expected);
  });
});
