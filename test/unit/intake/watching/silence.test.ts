import { describe, expect, it } from 'vitest';
import type { ExpectedPeriod } from '../../../../shared/contracts/feeds/watch.ts';
import { silentFrom } from '../../../../shared/intake/watching/silence.ts';

const ZONE = 'Asia/Shanghai';
const BY_DAY: ExpectedPeriod = { hours: '08:00-22:00', within: 'PT2H' };
const BY_NIGHT: ExpectedPeriod = { hours: '22:00-08:00', within: 'PT8H' };
const at = (local: string) => new Date(`2026-03-${local}:00+08:00`).toISOString();
const silent = (expected: ExpectedPeriod[], since: string) => silentFrom(expected, at(since), ZONE);

describe('from when a feed is silent', () => {
  it.each([
    // Within one period: its interval.
    ['02T09:00', '02T11:00'],
    ['02T20:00', '02T22:00'],
    ['02T23:00', '03T07:00'],
    // Over an edge: each hour uses up its share.
    ['02T21:30', '03T04:00'],
    ['02T22:00', '03T06:00'],
    ['03T07:00', '03T09:45'],
    ['03T08:00', '03T10:00'],
  ])('by day two hours, by night eight: last heard of at %s, at %s', (since, then) => {
    expect(silent([BY_DAY, BY_NIGHT], since)).toBe(at(then));
  });

  it.each([
    ['02T21:00', '03T09:00'],
    ['02T22:00', '03T10:00'],
    ['03T03:00', '03T10:00'],
    ['03T07:59', '03T10:00'],
  ])('hours in no period use up nothing: last heard of at %s, at %s', (since, then) => {
    expect(silent([BY_DAY], since)).toBe(at(then));
  });

  it('an interval longer than its period goes on in the next day', () => {
    const mornings: ExpectedPeriod = { hours: '08:00-10:00', within: 'PT5H' };
    expect(silent([mornings], '02T09:00')).toBe(at('04T10:00'));
  });

  it('of the whole day it is one interval', () => {
    expect(silent([{ within: 'P1D' }], '02T09:00')).toBe(at('03T09:00'));
  });

  it('without a period it never is', () => {
    expect(silent([], '02T09:00')).toBeNull();
  });
});
