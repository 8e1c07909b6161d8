import { describe, expect, it } from 'vitest';
import type { Clock, EnforceInput } from '../../shared/contracts/workflow.ts';
import {
  CONTINUE_AT,
  ENFORCEMENTS_PER_DAY,
  HISTORY_LIMIT,
  historyBound,
  TASK_RETRIES,
  worstWindow,
} from '../../shared/deadlines/clocks.ts';
import { DAY, named, SECOND, START } from '../infra/local/support.ts';
import { clockAt, createLevelRig, dutiesOf, levels } from './level-rig.ts';

const DAY_SECONDS = DAY / SECOND;
/** Wide enough apart for every retry there can be: 126 s. */
const SPACING_SECONDS = 3600;
const fail = (): never => {
  throw named('CaseBusy');
};

/**
 * Days in which every duty is enforced as often as can be, each task being tried `tries` times, then the end.
 * The events are read after each day's plan ran out.
 */
const runDays = async (level: string, days: number, tries: number) => {
  const branches = dutiesOf(level).length;
  let day = 0;
  const attempts = new Map<string, number>();
  /** The first tries of whatever the key names fail. */
  const struggle = (key: string): void => {
    const attempt = (attempts.get(key) ?? 0) + 1;
    attempts.set(key, attempt);
    if (attempt < tries) fail();
  };
  const clockOf = (index: number): Clock =>
    clockAt('overdue', Math.floor((rig.clock.now() - START) / SECOND) + SPACING_SECONDS, { index });
  const rig = createLevelRig(level, {
    plan: ({ plans }) => {
      struggle(`plan ${plans}`);
      day = plans + 1;
      return { duties: Object.fromEntries(dutiesOf(level).map((duty) => [duty, clockOf(0)])) };
    },
    watch: ({ version }) => struggle(`watch ${version}`),
    enforce: ({ duty, clock }: EnforceInput) => {
      struggle(`${day} ${duty} ${clock.index}`);
      return clock.index + 1 < ENFORCEMENTS_PER_DAY
        ? clockOf(clock.index + 1)
        : clockAt('overdue', 99 * DAY_SECONDS);
    },
  });
  const arn = await rig.run();
  await rig.goTo(SPACING_SECONDS / 2);
  const count = (): number => rig.engine.getExecutionHistory(arn).count;
  // Before the first day's end, when the first plan is made, and after each day.
  const counts = [count()];
  for (let passed = 1; passed <= days; passed += 1) {
    // The next plan comes a day later, and later by the retries of plan and watch.
    while (day === passed) await rig.goTo((rig.clock.now() - START) / SECOND + 600);
    counts.push(count());
  }
  await rig.goTo((rig.clock.now() - START) / SECOND + 600);
  await rig.signal('CaseConcluded');
  expect(rig.clock.pendingTimers()).toBe(0);
  return { branches, counts, total: count(), status: rig.engine.describeExecution(arn).status };
};

describe.each(levels)('the history of %s', (level) => {
  it.each([
    ['when all goes well', 1],
    ['when every task fails as often as it may', TASK_RETRIES + 1],
  ])('stays within the bound %s', async (_, tries) => {
    const days = 3;
    const { branches, counts, total, status } = await runDays(level, days, tries);
    expect(status).toBe('SUCCEEDED');
    const perDay = branches * ENFORCEMENTS_PER_DAY;
    counts.forEach((counted, day) => {
      expect(counted).toBeLessThanOrEqual(historyBound(branches, day + 1, day * perDay));
      expect(counted - (counts[day - 1] ?? 0)).toBeLessThanOrEqual(worstWindow(branches));
    });
    expect(total).toBeLessThanOrEqual(historyBound(branches, days + 1, days * perDay));
  });

  it('has room above the count at which a new execution begins', () => {
    expect(CONTINUE_AT + worstWindow(dutiesOf(level).length)).toBeLessThan(HISTORY_LIMIT);
  });
});
