import { describe, expect, it } from 'vitest';
import { clockedDuties } from '../../shared/deadlines/clocks.ts';
import { openableLevels } from '../../shared/regulations/lookup.ts';
import {
  ENFORCEMENTS_PER_DAY,
  HISTORY_LIMIT,
  historyBound,
  mustContinue,
  type Running,
} from '../../shared/workflows/history-bound.ts';
import { caseFile } from '../support/case-file.ts';
import { configuredBureaus, instantAt, openerOf, statedIn } from './random-case.ts';

const DAY = 24 * 60;

/**
 * The history of each execution at its end, for a case of a year whose first days are these and whose others are like the
 * busiest of the last two weeks, with a schedule a day and one more for each thing that is enforced.
 */
const historyOfAYear = (running: Running, days: readonly number[]): number[] => {
  const usual = Math.max(...days.slice(-14));
  const ends: number[] = [];
  let [schedules, enforced] = [0, 0];
  for (let day = 0; day < 365; day += 1) {
    const today = days[day] ?? usual;
    schedules += 1 + today;
    enforced += today;
    if (!mustContinue(running, schedules, enforced)) continue;
    ends.push(historyBound(running, schedules, enforced));
    [schedules, enforced] = [0, 0];
  }
  return [...ends, historyBound(running, schedules, enforced)];
};

describe.each(configuredBureaus)(
  'a month of %s in which nobody acts, and the year after it',
  (_, regulation) => {
    const levels = openableLevels(regulation).filter(({ clocked }) => clocked);

    it.each(levels.map(({ id }) => id))(
      'enforce no duty more often than the history allows for: %s',
      (level) => {
        const file = caseFile(regulation);
        const opening = {
          type: 'OpenCase' as const,
          caseId: 'XX2026-0001',
          title: '无人办理',
          how: 'hand' as const,
          sources: regulation.sources.map(({ id: kind, from }) =>
            from === null ? { kind } : { kind, receivedAt: instantAt(0) },
          ),
          instants: statedIn(regulation, {
            detectedAt: instantAt(0),
            occurredAt: instantAt(0),
            knownAt: instantAt(0),
          }),
          flags: regulation.flags.map(({ id }) => id),
          items: [],
          level,
          grade: { level, score: null, values: {}, flags: [], reasons: [] },
        };
        expect(file.give(instantAt(0), openerOf(regulation, level), opening).refusal).toBeNull();
        const clocked = new Set(
          clockedDuties(regulation, file.state.handlingLevel).map(({ duty }) => duty.id),
        );
        const enforced: number[] = [];
        for (let day = 1; day <= 31; day += 1) {
          const count = new Map<string, number>();
          for (const step of file.runTo(instantAt(day * DAY))) {
            const duty = step.split(' ')[2]!.split('#')[0]!;
            expect(clocked.has(duty), `${duty} has no clock at ${file.state.handlingLevel}`).toBe(true);
            count.set(duty, (count.get(duty) ?? 0) + 1);
          }
          for (const [duty, times] of count)
            expect(times, `${duty} on day ${day}`).toBeLessThanOrEqual(ENFORCEMENTS_PER_DAY);
          enforced.push([...count.values()].reduce((sum, times) => sum + times, 0));
        }
        const running = { branches: clocked.size + 1, duties: clocked.size };
        expect(Math.max(...historyOfAYear(running, enforced))).toBeLessThan(HISTORY_LIMIT);
      },
    );
  },
);
