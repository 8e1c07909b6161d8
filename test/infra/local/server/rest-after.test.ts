import { expect, it } from 'vitest';
import { restAfter } from '../../../../infra/local/server/bureau.ts';

it.each([
  ['is over at once', 0, 60],
  ['takes a ninth of the interval', 60_000 / 9, 60],
  ['takes seven seconds', 7_000, 63],
  ['takes a ninth of five minutes', 300_000 / 9, 300],
  ['takes two minutes', 120_000, 300],
])('after a sweep that %s, the next one comes %3$i seconds later', (_which, took, seconds) => {
  expect(restAfter(took, 60_000)).toBeCloseTo(seconds * 1000);
});

it('an interval of its own that is longer stays', () => {
  expect(restAfter(1_000, 3_600_000)).toBe(3_600_000);
});
