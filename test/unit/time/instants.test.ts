import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  add,
  addTimes,
  elapsedInChinese,
  inChinese,
  shortLocal,
  subtract,
  withOffset,
  yearOf,
} from '../../../shared/time/instants.ts';

const zone = 'Asia/Shanghai';
const start = '2026-03-02T00:00:00.000Z';

describe('adding a limit to an instant', () => {
  it.each([
    ['PT3H', '2026-03-02T03:00:00.000Z'],
    ['PT48H', '2026-03-04T00:00:00.000Z'],
    ['P10D', '2026-03-12T00:00:00.000Z'],
    ['P1W', '2026-03-09T00:00:00.000Z'],
    ['PT0S', start],
  ])('%s', (limit, expected) => {
    expect(add(start, limit, zone)).toBe(expected);
  });

  it('rounds up to whole seconds, so that no wait ends before its limit', () => {
    expect(add('2026-03-02T00:00:00.001Z', 'PT3H', zone)).toBe('2026-03-02T03:00:01.000Z');
    expect(add('2026-03-02T00:00:00.999Z', 'P1D', zone)).toBe('2026-03-03T00:00:01.000Z');
  });

  it('counts hours as elapsed time, days and weeks by the clock of the zone', () => {
    // Clocks in Berlin go forward on 2026-03-29.
    const before = '2026-03-28T11:00:00.000Z';
    expect(add(before, 'PT24H', 'Europe/Berlin')).toBe('2026-03-29T11:00:00.000Z');
    expect(add(before, 'P1D', 'Europe/Berlin')).toBe('2026-03-29T10:00:00.000Z');
  });

  it('is undone by subtracting it', () => {
    expect(subtract(add(start, 'PT1H', zone), 'PT1H', zone)).toBe(start);
    expect(subtract(start, 'P3D', zone)).toBe('2026-02-27T00:00:00.000Z');
  });

  it('many times counts from the anchor each time', () => {
    expect(addTimes(start, 'PT24H', 0, zone)).toBe(start);
    expect(addTimes(start, 'PT24H', 4, zone)).toBe('2026-03-06T00:00:00.000Z');
    expect(addTimes(start, 'P1W', 3, zone)).toBe('2026-03-23T00:00:00.000Z');
    expect(addTimes('2026-03-02T00:00:00.400Z', 'PT30M', 3, zone)).toBe('2026-03-02T01:30:01.000Z');
  });
});

describe('showing an instant', () => {
  it('carries the offset of the bureau, or is short enough for a text message', () => {
    expect(withOffset(start, zone)).toBe('2026-03-02T08:00:00+08:00');
    expect(shortLocal(start, zone)).toBe('03-02 08:00');
  });

  it('belongs to the year of the bureau’s zone', () => {
    expect(yearOf('2025-12-31T15:59:59.000Z', zone)).toBe(2025);
    expect(yearOf('2025-12-31T16:00:00.000Z', zone)).toBe(2026);
  });

  it.each([
    ['PT3H', '3小时'],
    ['P10D', '10日'],
    ['P1W', '1周'],
    ['PT1H30M', '1小时30分钟'],
  ])('says %s in Chinese', (duration, words) => {
    expect(inChinese(duration)).toBe(words);
  });

  it.each([
    [1, '1秒'],
    [59_001, '60秒'],
    [60_000, '1分钟'],
    [5 * 3600_000, '5小时'],
    [26.5 * 3600_000, '1日2小时30分钟'],
  ])('says %i milliseconds of lag in Chinese', (milliseconds, words) => {
    expect(elapsedInChinese(milliseconds)).toBe(words);
  });
});

it.each(['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Kathmandu', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC'])(
  'what the clocks of %s show is what Temporal says, also where they are put forward and back',
  (place) => {
    fc.assert(
      fc.property(
        // The clocks of Shanghai were put forward in the summers up to 1991.
        fc.date({ min: new Date('1985-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        (date) => {
          const zoned = Temporal.Instant.from(date.toISOString()).toZonedDateTimeISO(place);
          const options = { smallestUnit: 'second', timeZoneName: 'never' } as const;
          expect(withOffset(date.toISOString(), place)).toBe(zoned.toString(options));
          expect(shortLocal(date.toISOString(), place)).toBe(
            zoned.toPlainDateTime().toString({ smallestUnit: 'minute' }).slice(5).replace('T', ' '),
          );
        },
      ),
      { numRuns: 300 },
    );
  },
);
