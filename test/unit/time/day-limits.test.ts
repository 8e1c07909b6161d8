import { describe, expect, it } from 'vitest';
import { addDays, addWorkingDays, type DayReading } from '../../../shared/time/day-limits.ts';
import { readOfficeHours } from '../../../shared/time/working-time.ts';
import { at, byClock, byCode, CIVIL, shown } from './working-hours.ts';

const days = (start: string, length: string, reading: Partial<DayReading> = {}, times = 1): string =>
  shown(addDays(at(start), length, times, { ...byCode, reading: { ...CIVIL, ...reading } }).at);
const working = (start: string, count: number, reading: Partial<DayReading> = {}): string =>
  shown(addWorkingDays(at(start), count, { ...byCode, reading: { ...CIVIL, ...reading } }).at);

describe('a limit in calendar days (民法典第二百零一条、第二百零三条)', () => {
  // 24:00 of a day is written 00:00 of the next.
  it.each([
    // 2026-03-12 is a Thursday.
    ['ten days', '2026-03-02 09:00', 'P10D', '2026-03-13 00:00'],
    ['the same from the first second of that day', '2026-03-02 00:00', 'P10D', '2026-03-13 00:00'],
    ['the same from its last second', '2026-03-02 23:59:59', 'P10D', '2026-03-13 00:00'],
    ['a day later from the next midnight', '2026-03-03 00:00', 'P10D', '2026-03-14 00:00'],
    ['a week', '2026-03-09 10:00', 'P1W', '2026-03-17 00:00'],
    // The tenth day is Saturday 2026-03-14: the end of Monday.
    ['a last day on Saturday', '2026-03-04 09:00', 'P10D', '2026-03-17 00:00'],
    ['a last day on Sunday', '2026-03-05 09:00', 'P10D', '2026-03-17 00:00'],
    // Saturday 2026-02-14 is worked for 春节.
    ['a last day on a Saturday that is worked', '2026-02-04 09:00', 'P10D', '2026-02-15 00:00'],
    // 2026-02-17 lies in 春节 (02-15 to 02-23): the end of Tuesday 02-24.
    ['a last day in 春节', '2026-02-10 09:00', 'P1W', '2026-02-25 00:00'],
    ['the first day off', '2026-02-08 09:00', 'P1W', '2026-02-25 00:00'],
    // 2026-10-01 to 10-07 are free, Saturday 10-10 is worked.
    ['a last day in 国庆', '2026-09-24 09:00', 'P1W', '2026-10-09 00:00'],
    ['the last working day before 国庆', '2026-09-23 09:00', 'P1W', '2026-10-01 00:00'],
  ])('%s: %s + %s ends %s', (_what, start, length, expected) => {
    expect(days(start, length)).toBe(expected);
  });

  it('ends on its own day where rest days stay, and at the same clock time by the other reading', () => {
    expect(days('2026-03-04 09:00', 'P10D', { restDay: 'stays' })).toBe('2026-03-15 00:00');
    expect(days('2026-03-02 09:00:30', 'P10D', { dayEnd: 'clock' })).toBe('2026-03-12 09:00:30');
    expect(days('2026-03-04 09:00', 'P10D', { dayEnd: 'clock' })).toBe('2026-03-16 09:00');
    expect(days('2026-03-04 09:00', 'P10D', { dayEnd: 'clock', restDay: 'stays' })).toBe('2026-03-14 09:00');
  });

  it('counts each period from the beginning, never from a moved day', () => {
    // From Saturday 2026-03-07 on: 03-14, 03-21, 03-28 are Saturdays; Mondays after them.
    expect([1, 2, 3].map((n) => days('2026-03-07 10:00', 'P1W', {}, n))).toEqual([
      '2026-03-17 00:00',
      '2026-03-24 00:00',
      '2026-03-31 00:00',
    ]);
  });

  it('counts from the day that is known, of which the start is the end', () => {
    const known = { ...byCode, dateOnly: true };
    expect(shown(addDays(at('2026-03-03 00:00'), 'P10D', 1, known).at)).toBe('2026-03-13 00:00');
    expect(shown(addWorkingDays(at('2026-03-03 00:00'), 1, known).at)).toBe('2026-03-03 17:00');
    // What an earlier bound has put at an instant counts from that instant’s day.
    expect(shown(addDays(at('2026-03-02 09:00'), 'P10D', 1, known).at)).toBe('2026-03-13 00:00');
  });
});

describe('a limit in working days', () => {
  it.each([
    // 南宁, by hand: Tue 4, Wed 5, Thu 6, Fri 7, Mon 9 March.
    ['five', '2026-03-03 10:15', 5, '2026-03-10 17:00'],
    ['five from Monday', '2026-03-02 10:00', 5, '2026-03-09 17:00'],
    ['ten from Monday', '2026-03-02 10:00', 10, '2026-03-16 17:00'],
    ['one', '2026-03-03 10:15', 1, '2026-03-04 17:00'],
    ['one from after closing', '2026-03-03 20:00', 1, '2026-03-04 17:00'],
    ['one from before opening', '2026-03-03 06:00', 1, '2026-03-04 17:00'],
    ['one from Friday', '2026-03-06 16:30', 1, '2026-03-09 17:00'],
    ['one from Saturday', '2026-03-07 20:00', 1, '2026-03-09 17:00'],
    ['into a Saturday that is worked', '2026-02-13 10:00', 1, '2026-02-14 17:00'],
    ['over 春节', '2026-02-14 10:00', 1, '2026-02-24 17:00'],
    // 10-08 Thu, 10-09 Fri, 10-10 Sat (worked).
    ['over 国庆 and the Saturday after', '2026-09-30 10:00', 3, '2026-10-10 17:00'],
    ['until the last working day before 国庆', '2026-09-29 10:00', 1, '2026-09-30 17:00'],
    ['from the last second of a day', '2026-03-05 23:59:59', 1, '2026-03-06 17:00'],
    ['from the first second of the next', '2026-03-06 00:00:00', 1, '2026-03-09 17:00'],
  ])('%s: %s + %i ends %s', (_what, start, count, expected) => {
    expect(working(start, count)).toBe(expected);
  });

  it.each<[string, Partial<DayReading>, string]>([
    ['closing at noon', { officeHours: readOfficeHours('09:00-12:00') }, '2026-03-04 12:00'],
    [
      'closing after a noon break',
      { officeHours: readOfficeHours('08:30-12:00 14:30-18:00') },
      '2026-03-04 18:00',
    ],
    ['closing at midnight', { officeHours: readOfficeHours('00:00-24:00') }, '2026-03-05 00:00'],
    ['no hours at all', { officeHours: null }, '2026-03-05 00:00'],
    ['midnight by setting', { workingDayEnd: 'midnight' }, '2026-03-05 00:00'],
    ['the clock by setting', { workingDayEnd: 'clock' }, '2026-03-04 10:15'],
  ])('ends by the bureau’s reading: %s', (_what, reading, expected) => {
    expect(working('2026-03-03 10:15', 1, reading)).toBe(expected);
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('are not %d', (count) => {
    expect(() => addWorkingDays(at('2026-03-03 10:00'), count, byClock)).toThrow('请填写1以上的整数');
  });
});
