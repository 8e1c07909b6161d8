import { describe, expect, it } from 'vitest';
import { growthOf } from '../../../shared/rules/spread/growth.ts';
import { at } from '../../support/case-file.ts';

const reading = (when: string, counters: Record<string, number>) => ({ at: at(when), counters });
const COUNTERS = ['reposts', 'views', 'comments'];
const grown = (rules: string, ...readings: ReturnType<typeof reading>[]) =>
  growthOf(rules, { feed: 'f', id: 'a', readings }, COUNTERS, 'Asia/Shanghai');

describe('a counter of an item that grows', () => {
  it.each([
    // The earlier reading a second before the hour, at it, and a second after.
    ['03-02 08:59:59', false],
    ['03-02 09:00:00', true],
    ['03-02 09:00:01', true],
  ])('by so much within the hour, from %s: %s', (when, holds) => {
    const spread = grown(
      '+100/PT1H',
      reading(when, { reposts: 10 }),
      reading('03-02 10:00', { reposts: 110 }),
    );
    expect(spread).toEqual(
      holds
        ? {
            rule: '+100/PT1H',
            from: at(when),
            to: at('03-02 10:00'),
            growth: { feed: 'f', id: 'a', counter: 'reposts', before: 10, after: 110 },
          }
        : undefined,
    );
  });

  it.each([
    ['+100/PT1H', 10, 109, false],
    ['+100/PT1H', 10, 110, true],
    ['100x3/PT1H', 40, 119, false],
    ['100x3/PT1H', 40, 120, true],
    // A factor says nothing of few.
    ['100x3/PT1H', 2, 99, false],
    ['100x3/PT1H', 2, 100, true],
    // From zero nothing can be multiplied: any rise counts once it is worth counting.
    ['100x3/PT1H', 0, 100, true],
    ['100x1.5/PT1H', 100, 149, false],
    ['100x1.5/PT1H', 100, 150, true],
    // What falls has not grown.
    ['+1/PT1H', 110, 10, false],
  ])('%s from %i to %i: %s', (rules, before, after, holds) => {
    const spread = grown(
      rules,
      reading('03-02 09:30', { views: before }),
      reading('03-02 10:00', { views: after }),
    );
    expect(spread !== undefined).toBe(holds);
  });

  it('by the first of several rules that holds, whichever counter it is', () => {
    const readings = [
      reading('03-02 09:30', { views: 100, comments: 1 }),
      reading('03-02 10:00', { views: 150, comments: 9 }),
    ];
    expect(grown('+1000/PT1H 5x3/PT1H', ...readings)).toMatchObject({
      rule: '5x3/PT1H',
      growth: { counter: 'comments', before: 1, after: 9 },
    });
  });

  it('is not known by one reading, or by a counter that one of them lacks', () => {
    expect(grown('+1/PT1H')).toBeUndefined();
    expect(grown('+1/PT1H', reading('03-02 10:00', { views: 9 }))).toBeUndefined();
    expect(
      grown('+1/PT1H', reading('03-02 09:30', { comments: 1 }), reading('03-02 10:00', { views: 9 })),
    ).toBeUndefined();
  });
});
