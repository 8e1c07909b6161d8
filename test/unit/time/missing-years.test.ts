import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCalendar, readOverrides } from '../../../shared/time/calendar.ts';
import { addWorking, addWorkingDays, type Policy } from '../../../shared/time/working-time.ts';
import { at, calendar, due, officeHours, shown, zone } from './working-hours.ts';

const missing = (policy: Policy, start: string, length: string): number[] =>
  addWorking(at(start), length, { policy, officeHours, zone, calendar }).missingYears;

describe('a year without a holiday list', () => {
  it('counts every day from the last week before it, and is named', () => {
    // 2026-12-31 is a Thursday; New Year's Day would be free.
    expect(due('count', '2026-12-31 16:30')).toBe('2027-01-01 11:30');
    expect(missing('count', '2026-12-31 16:30', 'PT3H')).toEqual([2027]);
    expect(due('shiftEnd', '2027-01-02 09:00')).toBe('2027-01-02 12:00');
    expect(missing('shiftEnd', '2027-01-02 09:00', 'PT3H')).toEqual([2027]);
    expect(missing('shiftStart', '2027-01-02 09:00', 'PT3H')).toEqual([2027]);
    // A Saturday.
    expect(due('count', '2026-12-25 16:30')).toBe('2026-12-26 11:30');
  });

  it('is not named when the answer does not rest on it', () => {
    expect(missing('count', '2026-12-24 09:00', 'PT7H')).toEqual([]);
    expect(missing('count', '2026-12-24 09:00:01', 'PT7H')).toEqual([2027]);
    expect(missing('shiftStart', '2026-12-24 16:59:59', 'PT3000H')).toEqual([]);
    expect(missing('shiftEnd', '2026-12-24 14:00', 'PT3H')).toEqual([]);
    expect(missing('shiftEnd', '2026-12-24 14:00:01', 'PT3H')).toEqual([2027]);
  });

  it('is named beside the others, ascending', () => {
    const { at: end, missingYears } = addWorkingDays(at('2026-12-24 10:00'), 400, { zone, calendar });
    expect(shown(end)).toBe('2028-01-28 10:00');
    expect(missingYears).toEqual([2027, 2028]);
  });

  it('never makes a limit later than its list would', () => {
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
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-12-15'), max: new Date('2027-01-31'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 80 }),
        fc.constantFrom<Policy>('count', 'shiftEnd', 'shiftStart'),
        (date, hours, policy) => {
          const options = { policy, officeHours, zone };
          const start = date.toISOString();
          const without = addWorking(start, `PT${hours}H`, { ...options, calendar }).at;
          expect(without <= addWorking(start, `PT${hours}H`, { ...options, calendar: listed }).at).toBe(true);
          const days = (each: typeof calendar) =>
            addWorkingDays(start, hours + 1, { zone, calendar: each }).at;
          expect(days(calendar) <= days(listed)).toBe(true);
        },
      ),
    );
  });
});
