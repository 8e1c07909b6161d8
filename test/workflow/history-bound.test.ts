import { describe, expect, it } from 'vitest';
import { loadRegulation } from '../../infra/regulation-check/checks/load.ts';
import type { Clock, EnforceInput, ScheduleOutput } from '../../shared/contracts/workflow.ts';
import { clockedDuties } from '../../shared/deadlines/clocks.ts';
import { versions } from '../../shared/regulations/index.ts';
import { clockedLevels } from '../../shared/regulations/lookup.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import {
  type CaseOnMachine,
  CONTINUE_AT,
  casesOnMachines,
  ENFORCEMENTS_PER_DAY,
  HISTORY_LIMIT,
  hasHistoryRoom,
  historyBound,
  mustContinue,
  type Running,
  requireHistoryRoom,
  TASK_RETRIES,
  worstWindow,
} from '../../shared/workflows/history-bound.ts';
import { DAY, named, SECOND, START } from '../infra/local/support.ts';
import { leizhou } from '../support/bureaus.ts';
import { createOffice } from '../support/office.ts';
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
 * Days in which every branch, that for all other duties too, is enforced as often as can be, each task being tried
 * `tries` times, then the end. The events are read after each day's schedule ran out.
 */
const runDays = async (level: string, days: number, tries: number) => {
  const running = runningOf(level, 1);
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
      return clock.index + 1 < ENFORCEMENTS_PER_DAY
        ? clockOf(clock.index + 1)
        : clockAt('overdue', 99 * DAY_SECONDS);
    },
  });
  const arn = await rig.run();
  await rig.goTo(SPACING_SECONDS / 2);
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
  return { running, counts, total: count(), status: rig.engine.describeExecution(arn).status };
};

describe.each(levels)('the history of %s', (level) => {
  it.each([
    ['when all goes well', 1],
    ['when every task fails as often as it may', TASK_RETRIES + 1],
  ])('stays within the bound %s', async (_, tries) => {
    // A third day of this kind would not fit into one execution, and never comes: see mustContinue.
    const days = 2;
    const { running, counts, total, status } = await runDays(level, days, tries);
    expect(status).toBe('SUCCEEDED');
    const perDay = running.duties * ENFORCEMENTS_PER_DAY;
    counts.forEach((counted, day) => {
      expect(counted).toBeLessThanOrEqual(historyBound(running, day + 1, day * perDay));
      expect(counted - (counts[day - 1] ?? 0)).toBeLessThanOrEqual(worstWindow(running));
    });
    expect(total).toBeLessThanOrEqual(historyBound(running, days + 1, days * perDay));
  });

  it('has room above the count at which a new execution begins', () => {
    expect(CONTINUE_AT + worstWindow(runningOf(level, 0))).toBeLessThan(HISTORY_LIMIT);
  });
});

/** The regulation with other names for some duties, wherever they are named. */
const renamed = (ids: readonly string[]): Regulation =>
  loadRegulation({
    ...ids.reduce<Regulation>(
      (regulation, id) => JSON.parse(JSON.stringify(regulation).replaceAll(`"${id}"`, `"${id}Anew"`)),
      leizhou,
    ),
    version: '2027-01-01',
  });
/** The regulation with so many duties at a level, as many as needed being copies. */
const crowded = (level: string, count: number, version = '2028-01-01'): Regulation => {
  const { duty } = clockedDuties(leizhou, level).find(({ duty }) => duty.id === 'zhanjiangWritten')!;
  const { name: _, ...term } = duty.terms[0]!;
  const copies = Array.from({ length: count - dutiesOf(level).length }, (_, index) => ({
    ...duty,
    id: `${duty.id}${index}`,
    name: `${duty.name}${index}`,
    terms: [{ ...term, levels: [level] }],
  }));
  return loadRegulation({ ...leizhou, version, duties: [...leizhou.duties, ...copies] });
};
const titleOf = ({ ofCase, ofMachine, level }: CaseOnMachine): string =>
  `${level.id}: ${ofCase.version} on ${ofMachine.version}`;
const fullOf = (known: readonly Regulation[]): string[] =>
  casesOnMachines(known)
    .filter(({ running }) => !hasHistoryRoom(running))
    .map(titleOf);

describe('a case of one version on the machine of another', () => {
  it.each(casesOnMachines(versions).map((each) => [titleOf(each), each] as const))(
    'leaves room in the history: %s',
    (_, { running }) => {
      expect(CONTINUE_AT + worstWindow(running)).toBeLessThan(HISTORY_LIMIT);
    },
  );

  it('is looked at for each pair of versions at each level that both have', () => {
    expect(casesOnMachines(versions).map(({ ofMachine, level }) => `${ofMachine.id} ${level.id}`)).toEqual(
      versions.flatMap((ofMachine) =>
        clockedLevels(ofMachine).flatMap(({ id }) =>
          versions
            .filter((ofCase) => ofCase.id === ofMachine.id)
            .filter((ofCase) => clockedLevels(ofCase).some((level) => level.id === id))
            .map(() => `${ofMachine.id} ${id}`),
        ),
      ),
    );
    const later = renamed(['zhanjiangWritten']);
    const titles = casesOnMachines([leizhou, later]).map(titleOf);
    expect(titles).toHaveLength(levels.length * 4);
    expect(titles).toContain(`red: ${leizhou.version} on ${later.version}`);
    expect(titles).toContain(`red: ${later.version} on ${leizhou.version}`);
    const otherBureau = { ...leizhou, id: 'elsewhere' };
    expect(casesOnMachines([leizhou, otherBureau])).toHaveLength(levels.length * 2);
  });

  it.each(levels)('has its duties outside when they are renamed, and needs no more room: %s', (level) => {
    // “review” is also the word for an act.
    const ids = leizhou.duties.map(({ id }) => id).filter((id) => id !== 'review');
    const later = renamed(ids);
    const [own, old] = [leizhou, later].map(
      (ofMachine) =>
        casesOnMachines([leizhou, later]).find(
          (each) => each.ofCase === leizhou && each.ofMachine === ofMachine && each.level.id === level,
        )!,
    );
    expect(own!.outside).toEqual([]);
    expect(old!.outside).toEqual(dutiesOf(level));
    expect(old!.running).toEqual(own!.running);
    expect(() => requireHistoryRoom([leizhou, later])).not.toThrow();
  });

  it('is counted as the schedule step counts it', async () => {
    const later = renamed(['zhanjiangWritten', 'zhanjiangTelephone', 'dailyReport']);
    const office = await createOffice();
    const opened = await office.as('dutyOfficer')('POST', '/v1/cases', {
      key: 'k',
      title: '某连锁超市过期食品被曝光',
      sources: [{ kind: 'zhanjiang-assigned', receivedAt: '2026-03-02T07:30:00+08:00' }],
      level: 'red',
    });
    const meeting = casesOnMachines([leizhou, later]).find(
      (each) => each.ofCase === leizhou && each.ofMachine === later && each.level.id === 'red',
    )!;
    expect(meeting.outside).toHaveLength(3);
    const outcomeAfter = async (schedules: number): Promise<unknown> => {
      const input = { caseId: opened.body.case, level: 'red', generation: 1, enforcedBefore: 0, contract: 2 };
      const branches = clockedDuties(later, 'red').map(({ duty }) => duty.id);
      const told = await office.lambdas.invoke('leizhou-schedule-duties', { ...input, branches, schedules });
      return (told as ScheduleOutput).outcome;
    };
    const last = Array.from({ length: 1000 }, (_, schedules) => schedules).findLast(
      (schedules) => !mustContinue(meeting.running, schedules, 0),
    )!;
    expect(await outcomeAfter(last - 1)).toBe('handle');
    expect(await outcomeAfter(last)).toBe('continue');
  });

  it('is refused where its version has more duties than there is room for, on every machine', () => {
    // The most that fit with as many branches, and one more.
    const most = Array.from({ length: 100 }, (_, duties) => duties).findLast((duties) =>
      hasHistoryRoom({ branches: duties + 1, duties }),
    )!;
    expect(most).toBeGreaterThan(dutiesOf('red').length);
    const [fits, full] = [crowded('red', most), crowded('red', most + 1, '2029-01-01')];
    expect(fullOf([leizhou, fits])).toEqual([]);
    expect(fullOf([leizhou, full])).toEqual([
      `red: ${full.version} on ${leizhou.version}`,
      `red: ${full.version} on ${full.version}`,
    ]);
    expect(() => requireHistoryRoom([leizhou, fits])).not.toThrow();
    expect(() => requireHistoryRoom([leizhou, full])).toThrow(
      `${full.version} 版案卷的 ${most + 1} 项计时职责在 ${leizhou.version} 版流程`,
    );
  });

  it('is refused where branches without a duty take the room', () => {
    const [most, wide] = [crowded('red', 22), crowded('red', 60, '2029-01-01')];
    expect(fullOf([most])).toEqual([]);
    expect(fullOf([most, wide])).toContain(`red: ${most.version} on ${wide.version}`);
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
      mustContinue(running, 1, count),
    )!;
    expect(historyBound(running, 1, enforcedUntilFull - 1)).toBeLessThan(CONTINUE_AT);
    expect(historyBound(running, 1, enforcedUntilFull)).toBeGreaterThanOrEqual(CONTINUE_AT);
    expect(CONTINUE_AT + worstWindow(running)).toBeLessThan(HISTORY_LIMIT);
  });
});
