import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addWorkingDays } from '../../../shared/time/day-limits.ts';
import { withOffset } from '../../../shared/time/instants.ts';
import { dayAfter } from '../../../shared/time/statutory-holidays.ts';
import { addWorking, type Policy, readOfficeHours } from '../../../shared/time/working-time.ts';
import { at, byClock, byCode, CIVIL, calendar, due, officeHours, zone } from './working-hours.ts';

const anyInstant = fc.date({
  min: new Date('2025-12-01'),
  max: new Date('2027-03-01'),
  noInvalidDate: true,
});
const anyMinutes = fc.integer({ min: 1, max: 6000 });
const dayOf = (instant: string): string => withOffset(instant, zone).slice(0, 10);

describe('any count', () => {
  it('is rounded up to whole seconds, so that no wait ends before its limit', () => {
    const start = at('2026-03-03 10:00').replace('.000Z', '.001Z');
    for (const policy of ['count', 'shiftEnd', 'shiftStart'] as const)
      expect(addWorking(start, 'PT1H', { policy, officeHours, zone, calendar }).at).toBe(
        at('2026-03-03 11:00:01'),
      );
    expect(addWorkingDays(start, 1, byClock).at).toBe(at('2026-03-04 10:00:01'));
    // Half a second before closing: rounded to the closing instant, which is inside.
    const late = at('2026-03-03 13:59:59').replace('.000Z', '.500Z');
    expect(addWorking(late, 'PT3H', { policy: 'shiftEnd', officeHours, zone, calendar }).at).toBe(
      at('2026-03-03 17:00'),
    );
  });

  it.each(['P1D', 'P1DT3H', 'P1W', 'P1M', '-PT3H'])('refuses the length %s', (length) => {
    expect(() => due('count', '2026-03-03 10:00', length)).toThrow('请只用小时和分钟');
  });

  it('ends where nobody ever works, and says what to look at', () => {
    const never = { isWorkingDay: () => false };
    const options = { officeHours, zone, calendar: never };
    for (const policy of ['count', 'shiftEnd', 'shiftStart'] as const)
      expect(() => addWorking(at('2026-03-03 10:00'), 'PT3H', { ...options, policy })).toThrow('请核对');
    expect(() => addWorkingDays(at('2026-03-03 10:00'), 1, { ...byClock, ...options })).toThrow('请核对');
    expect(() => due('count', '2026-03-03 10:00', 'PT999999999H')).toThrow('请核对');
  });

  it('keeps to the clock of a zone that changes it', () => {
    // In Berlin 2026-03-29 has no hour from 2:00; every day is worked here.
    const every = { isWorkingDay: () => true };
    const midnight = '2026-03-28T23:00:00.000Z';
    const count = (hours: string, length: string): string => {
      const place = { officeHours: readOfficeHours(hours), zone: 'Europe/Berlin', calendar: every };
      return addWorking(midnight, length, { ...place, policy: 'count' }).at;
    };
    expect(count('00:00-24:00', 'PT23H')).toBe('2026-03-29T22:00:00.000Z');
    // The hours that are left out do not count twice with those they are moved to.
    expect(count('02:00-02:30 03:00-04:00', 'PT1H')).toBe('2026-03-29T02:00:00.000Z');
    const berlin = { ...byClock, zone: 'Europe/Berlin', calendar: every };
    expect(addWorkingDays('2026-03-28T11:00:00.000Z', 1, berlin).at).toBe('2026-03-29T10:00:00.000Z');
  });
});

describe('for any start', () => {
  it.each<Policy>(['count', 'shiftEnd', 'shiftStart'])('a later one is never due earlier by %s', (policy) => {
    fc.assert(
      fc.property(anyInstant, fc.nat(4 * 86_400_000), anyMinutes, (first, later, minutes) => {
        const end = (time: number): string =>
          addWorking(new Date(time).toISOString(), `PT${minutes}M`, { policy, officeHours, zone, calendar })
            .at;
        expect(end(first.getTime()) <= end(first.getTime() + later)).toBe(true);
      }),
    );
  });

  it('what is counted or moved is due inside office hours, and not before its start', () => {
    fc.assert(
      fc.property(
        anyInstant,
        anyMinutes,
        fc.constantFrom<Policy>('count', 'shiftEnd'),
        (date, minutes, policy) => {
          const start = date.toISOString();
          const end = addWorking(start, `PT${minutes}M`, { policy, officeHours, zone, calendar }).at;
          const clock = withOffset(end, zone).slice(11, 19);
          expect(calendar.isWorkingDay(dayOf(end))).toBe(true);
          expect(
            (clock >= '09:00:00' && clock <= '12:00:00') || (clock >= '13:00:00' && clock <= '17:00:00'),
          ).toBe(true);
          expect(end >= start).toBe(true);
        },
      ),
    );
  });

  it('working days end on a working day after it, with exactly so many passed', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 40 }), (date, days) => {
        // A whole second: a fraction in the day's last second is rounded up to 24:00.
        const start = new Date(Math.floor(date.getTime() / 1000) * 1000).toISOString();
        const end = addWorkingDays(start, days, byClock).at;
        expect(calendar.isWorkingDay(dayOf(end))).toBe(true);
        let passed = 0;
        for (let time = Date.parse(start); time < Date.parse(end); ) {
          time += 86_400_000;
          if (calendar.isWorkingDay(dayOf(new Date(time).toISOString()))) passed += 1;
        }
        expect(passed).toBe(days);
      }),
    );
  });

  const lengths = fc.oneof(
    fc.integer({ min: 1, max: 40 }).map((days) => `P${days}D`),
    fc.integer({ min: 1, max: 5 }).map((weeks) => `P${weeks}W`),
  );
  const daysOf = (length: string): number => Number(length.slice(1, -1)) * (length.endsWith('W') ? 7 : 1);

  it('a limit in days never ends before its day does, never on a day of rest, and no working day lies between', () => {
    fc.assert(
      fc.property(anyInstant, lengths, (date, length) => {
        const start = date.toISOString();
        const end = addDays(start, length, 1, byCode).at;
        const last = dayOf(new Date(Date.parse(end) - 1).toISOString());
        const unmoved = dayAfter(dayOf(start), daysOf(length));
        expect(withOffset(end, zone).slice(11, 19)).toBe('00:00:00');
        expect(last >= unmoved).toBe(true);
        expect(calendar.isWorkingDay(last)).toBe(true);
        for (let day = unmoved; day < last; day = dayAfter(day))
          expect(calendar.isWorkingDay(day)).toBe(false);
        const stays = addDays(start, length, 1, { ...byCode, reading: { ...CIVIL, restDay: 'stays' } }).at;
        expect(dayOf(stays)).toBe(dayAfter(unmoved));
      }),
    );
  });

  it('a later start never ends earlier, and a later period never before the one ahead of it', () => {
    fc.assert(
      fc.property(anyInstant, fc.nat(4 * 86_400_000), lengths, fc.nat(20), (first, later, length, times) => {
        const start = first.toISOString();
        const end = (from: string, n: number): string => addDays(from, length, n, byCode).at;
        expect(end(start, 1) <= end(new Date(first.getTime() + later).toISOString(), 1)).toBe(true);
        expect(end(start, times + 1) <= end(start, times + 2)).toBe(true);
      }),
    );
  });

  it('working days are over at closing on the n-th working day, by the Code', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 40 }), (date, days) => {
        const start = date.toISOString();
        const end = addWorkingDays(start, days, byCode).at;
        expect(withOffset(end, zone).slice(11, 19)).toBe('17:00:00');
        let counted = 0;
        for (let day = dayAfter(dayOf(start)); day <= dayOf(end); day = dayAfter(day))
          if (calendar.isWorkingDay(day)) counted += 1;
        expect(counted).toBe(days);
      }),
    );
  });
});
