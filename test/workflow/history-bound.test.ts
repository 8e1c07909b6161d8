import { describe, expect, it } from 'vitest';
import type { Clock, EnforceInput } from '../../shared/contracts/workflow.ts';
import {
  CONTINUE_AT,
  HISTORY_LIMIT,
  historyBound,
  mustContinue,
  type Running,
  stagesPerSchedule,
  TASK_RETRIES,
  worstWindow,
} from '../../shared/workflows/history-bound.ts';
import { DAY, named, SECOND, START } from '../infra/local/support.ts';
import { clockAt, createLevelRig, dutiesOf, levels, OTHERS } from './level-rig.ts';

const DAY_SECONDS = DAY / SECOND;
/** Wide enough apart for every retry there can be: 126 s. */
const SPACING_SECONDS = 3600;
const fail = (): never => {
  throw named('CaseBusy');
};
/** What runs on a level's machine in a case with so many duties that have no branch of their own. */
const runningOf = (level: string, others: number): Running => ({
  branches: dutiesOf(level).length + 1,
  duties: dutiesOf(level).length + others,
});
/**
 * Days in which every branch, that for all other duties too, is enforced as often as one schedule allows, each task being tried
 * `tries` times, then the end. The events are read after each day's schedule ran out.
 */
const runDays = async (level: string, days: number, tries: number) => {
  const running = runningOf(level, 1);
  const stages = Math.ceil(stagesPerSchedule(running) / running.duties);
  // So far apart that a day has room for them, with every retry.
  const spacing = Math.floor(DAY_SECONDS / (stages + 1));
  let day = 0;
  const attempts = new Map<string, number>();
  /** The first tries of whatever the key names fail. */
  const struggle = (key: string): void => {
    const attempt = (attempts.get(key) ?? 0) + 1;
    attempts.set(key, attempt);
    if (attempt < tries) fail();
  };
  const clockOf = (index: number): Clock =>
    clockAt('overdue', Math.floor((rig.clock.now() - START) / SECOND) + spacing, { index });
  const rig = createLevelRig(level, {
    schedule: ({ schedules }) => {
      struggle(`schedule ${schedules}`);
      day = schedules + 1;
      return {
        duties: Object.fromEntries(dutiesOf(level).map((duty) => [duty, clockOf(0)])),
        others: clockOf(0),
      };
    },
    watch: ({ version }) => struggle(`watch ${version}`),
    enforce: ({ duty = OTHERS, clock }: EnforceInput) => {
      struggle(`${day} ${duty} ${clock.index}`);
      return clock.index + 1 < stages ? clockOf(clock.index + 1) : clockAt('overdue', 99 * DAY_SECONDS);
    },
  });
  const arn = await rig.run();
  await rig.goTo(spacing / 2);
  const count = (): number => rig.engine.getExecutionHistory(arn).count;
  // Before the first day's end, when the first schedule is made, and after each day.
  const counts = [count()];
  for (let passed = 1; passed <= days; passed += 1) {
    // The next schedule comes a day later, and later by the retries of schedule and watch.
    while (day === passed) await rig.goTo((rig.clock.now() - START) / SECOND + 600);
    counts.push(count());
  }
  await rig.goTo((rig.clock.now() - START) / SECOND + 600);
  await rig.signal('CaseConcluded');
  expect(rig.clock.pendingTimers()).toBe(0);
  return {
    running,
    perDay: running.duties * stages,
    counts,
    total: count(),
    status: rig.engine.describeExecution(arn).status,
  };
};

describe.each(levels)('the history of %s', (level) => {
  it.each([
    ['when all goes well', 1],
    ['when every task fails as often as it may', TASK_RETRIES + 1],
  ])('stays within the bound %s', async (_, tries) => {
    // A third day of this kind would not fit into one execution, and never comes: see mustContinue.
    const days = 2;
    const { running, perDay, counts, total, status } = await runDays(level, days, tries);
    expect(status).toBe('SUCCEEDED');
    expect(perDay).toBeGreaterThanOrEqual(stagesPerSchedule(running));
    counts.forEach((counted, day) => {
      expect(counted).toBeLessThanOrEqual(historyBound(running, day + 1, day * perDay));
      expect(counted - (counts[day - 1] ?? 0)).toBeLessThanOrEqual(historyBound(running, 1, perDay));
    });
    expect(total).toBeLessThanOrEqual(historyBound(running, days + 1, days * perDay));
  });

  it('has room above the count at which a new execution begins', () => {
    expect(CONTINUE_AT + worstWindow(runningOf(level, 0))).toBeLessThan(HISTORY_LIMIT);
  });
});

describe('the branch for all other duties', () => {
  /** One schedule in which the branch is woken `wakes` times. Returns the events until the schedule has run out. */
  const runOthers = async (wakes: number): Promise<number> => {
    const rig = createLevelRig('red', {
      schedule: () => ({ others: clockAt('due', SPACING_SECONDS) }),
      enforce: ({ clock }) =>
        clock.index + 1 < wakes
          ? clockAt('overdue', (clock.index + 2) * SPACING_SECONDS, { index: clock.index + 1 })
          : clockAt('none', 0),
    });
    const arn = await rig.run();
    await rig.goTo(DAY_SECONDS - 1);
    expect(rig.callsOf('enforce-duty')).toHaveLength(wakes);
    await rig.signal('CaseConcluded');
    return rig.engine.getExecutionHistory(arn).count;
  };
  const OTHER_DUTIES = 4;
  const running = runningOf('red', OTHER_DUTIES);

  it('stays within the bound when each wake enforces one duty', async () => {
    const wakes = OTHER_DUTIES * 3;
    expect(await runOthers(wakes)).toBeLessThanOrEqual(historyBound(running, 1, wakes));
  });

  it('stays within it when one wake enforces them all, which counts for more than it adds', async () => {
    expect(await runOthers(3)).toBeLessThanOrEqual(historyBound(running, 1, 3 * OTHER_DUTIES));
    expect(historyBound(running, 1, 3)).toBeLessThan(historyBound(running, 1, 3 * OTHER_DUTIES));
  });

  it('stays within it when it is woken for each of them once and none needs anything', async () => {
    expect(await runOthers(OTHER_DUTIES)).toBeLessThanOrEqual(historyBound(running, 1, 0));
  });

  it('brings on the new execution by what it enforced, and no later than its own events would', () => {
    const enforcedUntilFull = Array.from({ length: HISTORY_LIMIT }, (_, count) => count).find((count) =>
      mustContinue(running, 2, count),
    )!;
    const letThrough = historyBound(running, 2, enforcedUntilFull - 1);
    expect(letThrough).toBeLessThan(CONTINUE_AT);
    expect(letThrough + worstWindow(running)).toBeLessThan(HISTORY_LIMIT);
  });
});
