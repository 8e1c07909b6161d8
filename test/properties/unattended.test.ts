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
 * The largest history of any execution, for a case of a year whose first days are these and whose others are like the
 * busiest of the last two weeks: each schedule counts first, as the machine does, and after it either the whole day goes
 * by (`together`) or each thing that is enforced brings on another schedule.
 */
const historyOfAYear = (running: Running, days: readonly number[], together: boolean): number => {
  const usual = Math.max(...days.slice(-14));
  let largest = 0;
  let [schedules, enforced] = [0, 0];
  const scheduleThen = (today: number): void => {
    schedules += 1;
    if (mustContinue(running, schedules, enforced)) [schedules, enforced] = [1, 0];
    enforced += today;
    largest = Math.max(largest, historyBound(running, schedules, enforced));
  };
  for (let day = 0; day < 365; day += 1) {
    const today = days[day] ?? usual;
    if (together) scheduleThen(today);
    else for (let each = 0; each <= today; each += 1) scheduleThen(each === 0 ? 0 : 1);
  }
  return largest;
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
        const owedAtOnce = file.schedule().duties.filter(({ duty }) => clocked.has(duty)).length;
        const enforced: number[] = [];
        for (let day = 1; day <= 31; day += 1) {
          const count = new Map<string, number>();
          for (const step of file.runTo(instantAt(day * DAY))) {
            const owed = step.split(' ')[2]!;
            const duty = owed.split('#')[0]!;
            expect(clocked.has(duty), `${duty} has no clock at ${file.state.handlingLevel}`).toBe(true);
            // Each 交办 is owed an answer of its own; a repetition has one clock for all its times.
            const isOfReceipt = regulation.duties.find(({ id }) => id === duty)?.recurs === 'eachReceipt';
            const key = isOfReceipt ? owed : duty;
            count.set(key, (count.get(key) ?? 0) + 1);
          }
          for (const [duty, times] of count)
            expect(times, `${duty} on day ${day}`).toBeLessThanOrEqual(ENFORCEMENTS_PER_DAY);
          enforced.push([...count.values()].reduce((sum, times) => sum + times, 0));
        }
        const running = { branches: clocked.size + 1, duties: Math.max(clocked.size, owedAtOnce) };
        for (const together of [true, false])
          expect(historyOfAYear(running, enforced, together)).toBeLessThan(HISTORY_LIMIT);
      },
    );
  },
);
