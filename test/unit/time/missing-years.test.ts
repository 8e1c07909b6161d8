import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCalendar, readOverrides } from '../../../shared/time/calendar.ts';
import { addDays, addWorkingDays } from '../../../shared/time/day-limits.ts';
import {
  dayAfter,
  listSettling,
  NEAR_HOLIDAY_DAYS,
  statutoryHolidays,
} from '../../../shared/time/statutory-holidays.ts';
import { addWorking, type Policy } from '../../../shared/time/working-time.ts';
import { at, byCode, calendar, due, officeHours, shown, zone } from './working-hours.ts';

const lists = (policy: Policy, start: string, length: string): number[] =>
  addWorking(at(start), length, { policy, officeHours, zone, calendar }).lists;
const working = (start: string, days: number) => addWorkingDays(at(start), days, byCode);
const inDays = (start: string, length: string) => addDays(at(start), length, 1, byCode);

describe('the days that are free by law', () => {
  it.each([
    // Published: 春节 2027-02-06, 2028-01-26, 2029-02-13, 2030-02-03.
    [2027, '2027-02-05', '2027-02-08', ['2027-04-05', '2027-06-09', '2027-09-15']],
    [2028, '2028-01-25', '2028-01-28', ['2028-04-04', '2028-05-28', '2028-10-03']],
    [2029, '2029-02-12', '2029-02-15', ['2029-04-04', '2029-06-16', '2029-09-22']],
    [2030, '2030-02-02', '2030-02-05', ['2030-04-05', '2030-06-05', '2030-09-12']],
  ])('of %i: 除夕 %s to 初三 %s, 清明, 端午 and 中秋', (year, eve, third, others) => {
    const free = statutoryHolidays(year);
    expect(free).toHaveLength(13);
    for (const day of [eve, third, ...others, `${year}-01-01`, `${year}-05-02`, `${year}-10-03`])
      expect(free).toContain(day);
    expect(free).not.toContain(dayAfter(eve, -1));
    expect(free).not.toContain(dayAfter(third));
  });

  it.each([2025, 2026])('are all free in the list of %i', (year) => {
    for (const day of statutoryHolidays(year)) expect(calendar.isWorkingDay(day), day).toBe(false);
  });

  it('are 13 in every year of the table, twelve where 中秋 is a National Day', () => {
    for (let year = 2025; year <= 2050; year += 1) {
      const free = new Set(statutoryHolidays(year));
      expect(free.size, String(year)).toBe(year === 2028 || year === 2031 || year === 2039 ? 12 : 13);
    }
  });
});

describe('a year without a holiday list', () => {
  it('has its Saturdays, Sundays and statutory holidays, and no other day, free', () => {
    const free = ['2027-01-01', '2027-01-02', '2027-02-05', '2027-02-08', '2027-05-01', '2027-10-03'];
    for (const day of free) expect(calendar.isWorkingDay(day), day).toBe(false);
    for (const day of ['2026-12-31', '2027-01-04', '2027-02-04', '2027-02-09', '2027-05-03', '2027-10-04'])
      expect(calendar.isWorkingDay(day), day).toBe(true);
  });

  it('is awaited by the days near one of its holidays, the weeks before New Year too', () => {
    expect(['2026-12-17', '2026-12-18', '2027-01-15', '2027-01-16'].map(calendar.missingYear)).toEqual([
      undefined,
      2027,
      2027,
      undefined,
    ]);
    // 初三 is 02-08, 清明 04-05.
    expect(['2027-02-22', '2027-02-23', '2027-03-21', '2027-03-22'].map(calendar.missingYear)).toEqual([
      2027,
      undefined,
      undefined,
      2027,
    ]);
    expect(listSettling('2026-02-17')).toBe(2026);
    expect(calendar.missingYear('2026-02-17')).toBeUndefined();
  });

  it('New Year 2027, five working days from Wednesday 2026-12-30: Thu 31, Mon 4, Tue 5, Wed 6, Thu 7', () => {
    const { at: end, lists: years } = working('2026-12-30 10:00', 5);
    expect(shown(end)).toBe('2027-01-07 17:00');
    expect(years).toEqual([2027]);
  });

  it('春节 2027 (Fri 02-05 to Mon 02-08): Tue 02-09 is the first working day after Thu 02-04', () => {
    expect(shown(working('2027-02-03 10:00', 1).at)).toBe('2027-02-04 17:00');
    expect(shown(working('2027-02-04 10:00', 1).at)).toBe('2027-02-09 17:00');
    expect(shown(inDays('2027-01-29 10:00', 'P1W').at)).toBe('2027-02-10 00:00');
    expect(inDays('2027-01-29 10:00', 'P1W').lists).toEqual([2027]);
    expect(due('count', '2027-02-04 16:30')).toBe('2027-02-09 11:30');
  });

  it('is named only where the answer rests on such a day', () => {
    expect(working('2026-12-14 10:00', 3).lists).toEqual([]);
    // The fourth is Friday 12-18.
    expect(working('2026-12-14 10:00', 4).lists).toEqual([2027]);
    expect(lists('count', '2026-12-17 09:00', 'PT7H')).toEqual([]);
    expect(lists('count', '2026-12-17 09:00:01', 'PT7H')).toEqual([2027]);
    expect(lists('shiftStart', '2026-12-17 16:59:59', 'PT3000H')).toEqual([]);
    expect(lists('shiftEnd', '2026-12-17 14:00', 'PT3H')).toEqual([]);
    expect(lists('shiftEnd', '2026-12-17 14:00:01', 'PT3H')).toEqual([2027]);
    expect(inDays('2026-12-07 10:00', 'P10D').lists).toEqual([]);
    expect(inDays('2026-12-08 10:00', 'P10D').lists).toEqual([2027]);
    // What passes over the holidays and ends on a working day far from them is sure.
    expect(inDays('2026-12-20 10:00', 'P30D').lists).toEqual([]);
    const stays = { ...byCode, reading: { ...byCode.reading, restDay: 'stays' } as const };
    expect(addDays(at('2026-12-08 10:00'), 'P10D', 1, stays).lists).toEqual([]);
  });

  it('is named beside the others, ascending', () => {
    expect(working('2026-12-24 10:00', 400).lists).toEqual([2027, 2028]);
  });

  it('changes no day that is not named, whatever its list says', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-11-01'), max: new Date('2028-02-28'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          if (calendar.missingYear(day) !== undefined) return;
          for (let near = -NEAR_HOLIDAY_DAYS; near <= NEAR_HOLIDAY_DAYS; near += 1)
            for (const year of [2027, 2028])
              expect(statutoryHolidays(year)).not.toContain(dayAfter(day, near));
        },
      ),
    );
  });
});

describe('a list that comes', () => {
  // The dates are made up.
  const listed = createCalendar(
    readOverrides([
      {
        year: 2027,
        source: '试',
        holidays: ['2026-12-31', '2027-01-01', '2027-01-02', '2027-05-01', '2027-10-01'],
        makeUpWorkdays: ['2026-12-26', '2027-01-10'],
      },
    ]),
  );
  const end = (start: string, days: number, of = listed): string =>
    shown(addWorkingDays(at(start), days, { ...byCode, calendar: of }).at);

  it('settles the limit either way', () => {
    // Thu 2026-12-31 is free: Mon 4, Tue 5, Wed 6, Thu 7, Fri 8 January.
    expect(end('2026-12-30 10:00', 5)).toBe('2027-01-08 17:00');
    // Saturday 2026-12-26 is worked: earlier than Mon 12-28.
    expect(end('2026-12-25 10:00', 1)).toBe('2026-12-26 17:00');
  });

  it('is not there for who goes back to before it came', () => {
    const before = listed.until(2026);
    expect(before.knownTo).toBe(2026);
    expect(end('2026-12-30 10:00', 5, before)).toBe('2027-01-07 17:00');
    expect(before.isWorkingDay('2026-12-26')).toBe(false);
    expect(before.missingYear('2026-12-31')).toBe(2027);
    expect(listed.until(2027)).toBe(listed);
    expect(calendar.until(2025).missingYear('2026-01-05')).toBe(2026);
  });
});
