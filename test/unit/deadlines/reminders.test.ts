import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendar } from '../../../shared/deadlines/days/lists.ts';
import { remindersOf } from '../../../shared/deadlines/ladder/reminders.ts';
import { nextStep } from '../../../shared/deadlines/steps.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { at } from '../../support/case-file.ts';

const zone = 'Asia/Shanghai';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const later = (from: string, milliseconds: number): string =>
  new Date(Date.parse(from) + milliseconds).toISOString();
const inHours = (toldAt: string, due: string, before: readonly string[], soft: string | null = null) =>
  remindersOf({ due, toldAt, soft, inDays: false, calendar }, before, zone);
const inDays = (toldAt: string, due: string) =>
  remindersOf({ due, toldAt, soft: null, inDays: true, calendar }, [], zone);
/** How long before its end each comes, in minutes. */
const minutesBefore = (due: string, reminders: readonly string[]): number[] =>
  reminders.map((each) => (Date.parse(due) - Date.parse(each)) / MINUTE);

const ladderOf = (bureau: string, id: string) =>
  regulations[bureau]!.ladders.find((ladder) => ladder.id === id)!;

describe('the reminders of a limit in hours', () => {
  it.each([
    ['leizhou', 'officeHours', 'PT3H 电话', 180, [45, 15]],
    ['leizhou', 'officeHours', 'PT5H 发布', 300, [75, 60, 15]],
    ['leizhou', 'officeHours', 'PT12H 书面', 720, [180, 60, 15]],
    ['leizhou', 'officeHours', 'PT24H 发布会', 1440, [360, 60, 15]],
    ['leizhou', 'officeHours', 'PT48H', 2880, [720, 60, 15]],
    ['hohhot', 'officeHours', 'PT24H', 1440, [360, 60, 15]],
    ['nanning', 'officeUrgent', 'PT2H', 120, [30, 15]],
    ['nanning', 'officeUrgent', 'PT4H', 240, [60, 15]],
    ['nanning', 'officeHours', 'PT24H', 1440, [360, 240, 60]],
    ['nanning', 'unitHours', 'PT3H', 180, [45, 15]],
    ['petition', 'officeMinutes', 'PT30M', 30, [7.5, 5]],
    ['petition', 'officeHours', 'PT24H', 1440, [360, 60, 15]],
    ['yinzhou', 'unitMinutes', 'PT15M', 15, [5]],
    ['yinzhou', 'unitMinutes', 'PT20M', 20, [5]],
  ])('%s %s, %s: told at once, %i minutes long, %o minutes before', (bureau, ladder, _, length, expected) => {
    const told = at('03-02 09:00');
    const due = later(told, length * MINUTE);
    expect(minutesBefore(due, inHours(told, due, ladderOf(bureau, ladder).remindBefore))).toEqual(expected);
  });

  it('come a day before at the earliest, and not at all with less left than five minutes', () => {
    const due = at('03-20 09:00');
    expect(inHours(at('03-02 09:00'), due, [])).toEqual([at('03-19 09:00')]);
    expect(inHours(at('03-20 08:54:59'), due, [])).toEqual([at('03-20 08:55')]);
    expect(inHours(at('03-20 08:55'), due, [])).toEqual([]);
    expect(inHours(at('03-20 08:55:01'), due, [])).toEqual([]);
  });

  it('of a target: before it and at it, and again before the limit', () => {
    const told = at('03-02 08:00');
    expect(inHours(told, at('03-03 08:00'), ['PT1H', 'PT15M'], at('03-02 20:00'))).toEqual(
      ['03-02 17:00', '03-02 20:00', '03-03 02:00', '03-03 07:00', '03-03 07:45'].map(at),
    );
  });
});

describe('the reminders of a limit in days', () => {
  it('come at 08:30 of the last day, which ends at midnight', () => {
    expect(inDays(at('03-02 09:00'), at('03-13 00:00'))).toEqual([at('03-12 08:30')]);
    expect(inDays(at('03-12 08:29:59'), at('03-13 00:00'))).toEqual([at('03-12 08:30')]);
    expect(inDays(at('03-12 08:30'), at('03-13 00:00'))).toEqual([]);
  });

  it('come on the last working day too, where rest days end the limit or lie before its last day', () => {
    // 2026-03-15 is a Sunday.
    expect(inDays(at('03-02 09:00'), at('03-16 00:00'))).toEqual([at('03-13 08:30'), at('03-15 08:30')]);
    expect(inDays(at('03-02 09:00'), at('03-17 00:00'))).toEqual([at('03-13 08:30'), at('03-16 08:30')]);
  });

  it('come before closing, and the day before where the limit ends sooner than 08:35', () => {
    expect(inDays(at('03-02 09:00'), at('03-10 17:00'))).toEqual([at('03-10 08:30')]);
    expect(inDays(at('03-02 09:00'), at('03-12 08:35'))).toEqual([at('03-12 08:30')]);
    expect(inDays(at('03-02 09:00'), at('03-12 08:34'))).toEqual([at('03-11 08:30')]);
  });
});

describe('any limit in numbers', () => {
  const anyLimit = fc
    .record({
      bureau: fc.constantFrom('leizhou', 'yinzhou', 'petition', 'nanning', 'hohhot'),
      ladder: fc.nat(20),
      told: fc.integer({ min: 0, max: 300 * 24 * 60 }),
      left: fc.integer({ min: 1, max: 20 * 24 * 3600 }),
      inDays: fc.boolean(),
    })
    .map(({ bureau, ladder, told, left, inDays: counted }) => {
      const { ladders } = regulations[bureau]!;
      const toldAt = later(at('01-01 00:00'), told * MINUTE);
      return {
        ladder: ladders[ladder % ladders.length]!,
        limit: { toldAt, due: later(toldAt, left * 1000), soft: null, inDays: counted, calendar },
      };
    });

  it('is reminded of in order, after it was told of and at least five minutes before, in hours at most a day', () => {
    fc.assert(
      fc.property(anyLimit, ({ ladder, limit }) => {
        const reminders = remindersOf(limit, ladder.remindBefore, zone);
        expect(reminders).toEqual([...new Set(reminders)].sort());
        for (const each of reminders) {
          const before = Date.parse(limit.due) - Date.parse(each);
          expect(each > limit.toldAt).toBe(true);
          expect(before).toBeGreaterThanOrEqual(5 * MINUTE);
          if (!limit.inDays) expect(before).toBeLessThanOrEqual(DAY);
          else expect(each.slice(11, 16)).toBe('00:30');
        }
      }),
    );
  });

  it('is spoken of before it passes: in hours by a reminder, or it was told of with less left than five minutes', () => {
    fc.assert(
      fc.property(anyLimit, ({ ladder, limit }) => {
        const step = nextStep(
          {
            ...limit,
            knownAt: limit.toldAt,
            breachable: true,
            pressing: null,
            givenUpAt: null,
            firstChaseAfter: null,
            mark: undefined,
          },
          { ladder, rungs: 4, zone, outOfNight: (instant) => instant },
        )!;
        const left = Date.parse(limit.due) - Date.parse(limit.toldAt);
        if (!limit.inDays && left > 5 * MINUTE) expect(step).toMatchObject({ stage: 'remind' });
        expect(step.at > limit.toldAt && step.at <= limit.due).toBe(true);
      }),
    );
  });
});
