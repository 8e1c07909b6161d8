import { describe, expect, it } from 'vitest';
import { lastTry, nextTry } from '../../../shared/notices/retry.ts';

const FIRST = '2026-03-02T02:00:00.000Z';
const on = (seconds: number): string => new Date(Date.parse(FIRST) + seconds * 1000).toISOString();
const boxes = Array.from({ length: 200 }, (_, n) => `MAILBOX#${n}`);
/** Seconds after the first try at which one mailbox is tried, as long as nobody takes a text. */
const triesOf = (box: string): number[] => {
  const tries: number[] = [];
  for (let now = FIRST; now < lastTry(FIRST); ) {
    now = nextTry(FIRST, now, box);
    tries.push((Date.parse(now) - Date.parse(FIRST)) / 1000);
  }
  return tries;
};

describe('a text that no gateway took', () => {
  it('is tried for 72 hours, the last time at their end', () => {
    expect(lastTry(FIRST)).toBe('2026-03-05T02:00:00.000Z');
    for (const box of boxes.slice(0, 5)) expect(triesOf(box).at(-1)).toBe(72 * 3600);
  });

  it.each(boxes.slice(0, 5))(
    'is tried after a minute, at growing distances, at last each quarter of an hour: %s',
    (box) => {
      const tries = triesOf(box);
      expect(tries[0]).toBe(60);
      const distances = tries.slice(1, -1).map((at, index) => at - tries[index]!);
      for (const distance of distances) {
        expect(distance).toBeGreaterThanOrEqual(60);
        expect(distance).toBeLessThanOrEqual(15 * 60);
      }
      expect(distances.slice(0, 4)).toEqual(distances.slice(0, 4).toSorted((one, other) => one - other));
      expect(distances.at(-2)).toBeGreaterThan(11 * 60);
      expect(tries.length).toBeLessThan(420);
    },
  );

  it('is not tried for everybody at once, and always at the same instants', () => {
    const at = boxes.map((box) => nextTry(FIRST, on(3600), box));
    expect(at).toEqual(boxes.map((box) => nextTry(FIRST, on(3600), box)));
    expect(new Set(at).size).toBeGreaterThan(100);
    const seconds = at.map((each) => (Date.parse(each) - Date.parse(on(3600))) / 1000);
    expect(Math.min(...seconds)).toBeLessThan(12 * 60);
    expect(Math.max(...seconds)).toBeGreaterThan(14 * 60);
  });

  it.each([
    [72 * 3600 - 901, false],
    [72 * 3600 - 61, true],
    [72 * 3600 - 1, true],
  ])('goes to the last try from %i seconds on: %s', (seconds, isLast) => {
    expect(nextTry(FIRST, on(seconds), 'MAILBOX#0') === lastTry(FIRST)).toBe(isLast);
  });
});
