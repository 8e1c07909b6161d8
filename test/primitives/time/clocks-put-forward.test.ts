import fc from 'fast-check';
import * as Duration from 'temporal-polyfill/fns/Duration';
import * as Instants from 'temporal-polyfill/fns/Instant';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';
import { expect, it } from 'vitest';
import { add, endOfDay, instantOf, startOfDay } from '../../../shared/time/instants.ts';
import { timeOn } from '../../../shared/time/night.ts';

// The bureaus' zone has not changed its clocks since 1991; a sum that is right only there would not be seen to be wrong.
const ZONES = ['Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Apia'];

const minute = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    // From 1985 (Shanghai had summer time from 1986 to 1991; Apia left out 30 December 2011) to 2035.
    at: fc.integer({ min: Date.UTC(1985, 0) / 60_000, max: Date.UTC(2035, 0) / 60_000 }),
  })
  .map(({ zone, at }) => ({
    zone,
    at: instantOf(at * 60_000),
    local: Instants.toZonedDateTimeISO(Instants.fromEpochMilliseconds(at * 60_000), zone),
  }));
const text = (zoned: ZonedDateTime.Record): string => instantOf(zoned.epochMilliseconds);

it('a day, its ends and a clock time are those of the zone’s own rules, where clocks change too', () => {
  fc.assert(
    fc.property(minute, fc.integer({ min: 0, max: 40 }), ({ at, zone, local }, days) => {
      expect(startOfDay(at, zone)).toBe(text(ZonedDateTime.startOfDay(local)));
      expect(endOfDay(at, zone)).toBe(text(ZonedDateTime.startOfDay(ZonedDateTime.addDays(local, 1))));
      expect(add(at, `P${days}DT3H`, zone)).toBe(
        text(ZonedDateTime.add(ZonedDateTime.addDays(local, days), Duration.fromFields({ hours: 3 }))),
      );
    }),
    { numRuns: 3_000 },
  );
});

it.each([
  [
    '2027-03-28T12:00:00.000Z',
    '2027-03-27T23:00:00.000Z',
    '2027-03-28T22:00:00.000Z',
    '2027-03-28T06:00:00.000Z',
  ],
  [
    '2027-10-31T12:00:00.000Z',
    '2027-10-30T22:00:00.000Z',
    '2027-10-31T23:00:00.000Z',
    '2027-10-31T07:00:00.000Z',
  ],
])('Berlin on %s: a day of 23 and of 25 hours', (at, starts, ends, eight) => {
  expect(startOfDay(at, 'Europe/Berlin')).toBe(starts);
  expect(endOfDay(at, 'Europe/Berlin')).toBe(ends);
  expect(timeOn(at, '08:00', 'Europe/Berlin')).toBe(eight);
});
