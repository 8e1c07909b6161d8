import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCalendar, readOverrides } from '../../../shared/time/calendar.ts';
import { withOffset } from '../../../shared/time/instants.ts';
import {
  addWorking,
  addWorkingDays,
  type Policy,
  readOfficeHours,
} from '../../../shared/time/working-time.ts';

const zone = 'Asia/Shanghai';
const calendar = createCalendar([]);
const officeHours = readOfficeHours('09:00-12:00 13:00-17:00');

/** `2026-03-06 16:30` in the bureau's zone, and back. */
const at = (local: string): string => new Date(`${local.replace(' ', 'T')}+08:00`).toISOString();
const shown = (instant: string): string =>
  withOffset(instant, zone).slice(0, 19).replace('T', ' ').replace(/:00$/, '');

const due = (policy: Policy, start: string, length = 'PT3H', hours = officeHours): string =>
  shown(addWorking(at(start), length, { policy, officeHours: hours, zone, calendar }).at);
const missing = (policy: Policy, start: string, length: string): number[] =>
  addWorking(at(start), length, { policy, officeHours, zone, calendar }).missingYears;

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

describe('working days', () => {
  it.each([
    ['the next day', '2026-03-03 10:15', 1, '2026-03-04 10:15'],
    ['over a weekend', '2026-03-06 16:30', 1, '2026-03-09 16:30'],
    ['a week', '2026-03-06 16:30', 5, '2026-03-13 16:30'],
    ['from a Saturday, whose clock time stays', '2026-03-07 20:00', 1, '2026-03-09 20:00'],
    ['into a Saturday that is worked', '2026-02-13 10:00', 1, '2026-02-14 10:00'],
    ['over Spring Festival', '2026-02-14 10:00', 1, '2026-02-24 10:00'],
    ['over National Day and the Saturday after', '2026-09-30 10:00', 3, '2026-10-10 10:00'],
    ['from the last second of a day', '2026-03-05 23:59:59', 1, '2026-03-06 23:59:59'],
    ['from the first second of the next', '2026-03-06 00:00:00', 1, '2026-03-09 00:00'],
  ])('%s: %s + %i = %s', (_what, start, days, expected) => {
    expect(shown(addWorkingDays(at(start), days, { zone, calendar }).at)).toBe(expected);
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('are not %d', (days) => {
    expect(() => addWorkingDays(at('2026-03-03 10:00'), days, { zone, calendar })).toThrow(
      '请填写1以上的整数',
    );
  });
});

describe('any count', () => {
  it('is rounded up to whole seconds, so that no wait ends before its limit', () => {
    const start = at('2026-03-03 10:00').replace('.000Z', '.001Z');
    for (const policy of ['count', 'shiftEnd', 'shiftStart'] as const)
      expect(addWorking(start, 'PT1H', { policy, officeHours, zone, calendar }).at).toBe(
        at('2026-03-03 11:00:01'),
      );
    expect(addWorkingDays(start, 1, { zone, calendar }).at).toBe(at('2026-03-04 10:00:01'));
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
    const never = { isWorkingDay: () => false, isKnown: () => true, missingYear: () => undefined };
    const options = { officeHours, zone, calendar: never };
    for (const policy of ['count', 'shiftEnd', 'shiftStart'] as const)
      expect(() => addWorking(at('2026-03-03 10:00'), 'PT3H', { ...options, policy })).toThrow('请核对');
    expect(() => addWorkingDays(at('2026-03-03 10:00'), 1, options)).toThrow('请核对');
    expect(() => due('count', '2026-03-03 10:00', 'PT999999999H')).toThrow('请核对');
  });

  it('keeps to the clock of a zone that changes it', () => {
    // In Berlin 2026-03-29 has no hour from 2:00; every day is worked here.
    const every = { isWorkingDay: () => true, isKnown: () => true, missingYear: () => undefined };
    const midnight = '2026-03-28T23:00:00.000Z';
    const count = (hours: string, length: string): string => {
      const place = { officeHours: readOfficeHours(hours), zone: 'Europe/Berlin', calendar: every };
      return addWorking(midnight, length, { ...place, policy: 'count' }).at;
    };
    expect(count('00:00-24:00', 'PT23H')).toBe('2026-03-29T22:00:00.000Z');
    // The hours that are left out do not count twice with those they are moved to.
    expect(count('02:00-02:30 03:00-04:00', 'PT1H')).toBe('2026-03-29T02:00:00.000Z');
    const berlin = { zone: 'Europe/Berlin', calendar: every };
    expect(addWorkingDays('2026-03-28T11:00:00.000Z', 1, berlin).at).toBe('2026-03-29T10:00:00.000Z');
  });
});

const anyInstant = fc.date({
  min: new Date('2025-12-01'),
  max: new Date('2027-03-01'),
  noInvalidDate: true,
});
const anyMinutes = fc.integer({ min: 1, max: 6000 });
const dayOf = (instant: string): string => withOffset(instant, zone).slice(0, 10);

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
        const end = addWorkingDays(start, days, { zone, calendar }).at;
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
});
