import { describe, expect, it } from 'vitest';
import { clockedDuties, STAGES_PER_SCHEDULE } from '../../shared/deadlines/clocks.ts';
import { openableLevels } from '../../shared/regulations/lookup.ts';
import { lengthInDays } from '../../shared/time/instants.ts';
import {
  HISTORY_LIMIT,
  historyBound,
  LATE_STAGES,
  mustContinue,
  type Running,
  SHORTEST_SPACING,
  stagesPerSchedule,
} from '../../shared/workflows/history-bound.ts';
import { caseFile } from '../support/case-file.ts';
import { configuredBureaus, instantAt, openerOf, statedIn } from './random-case.ts';

const DAY = 24 * 60;
/** So many days tell of those after them: the busiest of the last two weeks stands for the rest of the year. */
const DAYS = 17;
const SWEPT_EVERY = lengthInDays(SHORTEST_SPACING) * DAY;
const minutesBetween = (one: string, other: string): number =>
  (Date.parse(`2026-${other.replace(' ', 'T')}Z`) - Date.parse(`2026-${one.replace(' ', 'T')}Z`)) / 60_000;

/**
 * The largest history of any execution, for a case of a year whose first days are these and whose others are like the
 * busiest of the last two weeks: each schedule counts first, as the machine does, and after it either the whole day goes
 * by, or as much of it as fills a schedule (`together`), or each thing that is enforced brings on another schedule.
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
    // A schedule that is full is followed by another, however late its signal comes.
    if (together)
      for (let left = today; left > 0; left -= STAGES_PER_SCHEDULE)
        scheduleThen(Math.min(left, stagesPerSchedule(running)));
    else for (let each = 0; each <= today; each += 1) scheduleThen(each === 0 ? 0 : 1);
  }
  return largest;
};

describe.each(configuredBureaus)(
  'days of %s in which nobody acts, and the year after them',
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
        const last = new Map<string, string[]>();
        for (let day = 1; day <= DAYS; day += 1) {
          const count = new Map<string, number>();
          for (const step of file.runTo(instantAt(day * DAY))) {
            const owed = step.split(' ')[2]!;
            const duty = owed.split('#')[0]!;
            expect(clocked.has(duty), `${duty} has no clock at ${file.state.handlingLevel}`).toBe(true);
            // Each 交办 is owed an answer of its own; a repetition has one clock for all its times.
            const isOfReceipt = regulation.duties.find(({ id }) => id === duty)?.recurs === 'eachReceipt';
            const key = isOfReceipt ? owed : duty;
            count.set(key, (count.get(key) ?? 0) + 1);
            const when = step.slice(0, 11);
            const lately = (last.get(key) ?? []).filter(
              (before) => minutesBetween(before, when) < SWEPT_EVERY,
            );
            last.set(key, [...lately, when]);
            expect(lately.length, `${key} at ${when}`).toBeLessThan(LATE_STAGES);
          }
          enforced.push([...count.values()].reduce((sum, times) => sum + times, 0));
        }
        const running = { branches: clocked.size + 1, duties: Math.max(clocked.size, owedAtOnce) };
        for (const together of [true, false])
          expect(historyOfAYear(running, enforced, together)).toBeLessThan(HISTORY_LIMIT);
      },
    );
  },
);
