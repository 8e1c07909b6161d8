import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { waitingOutside } from '../../functions/clock-of.ts';
import { rehearse } from '../../infra/local/rehearsal/run.ts';
import { readScenario } from '../../infra/local/rehearsal/scenario.ts';
import type { CaseEvent } from '../../shared/case/events.ts';
import { NO_CLOCK, type ScheduleOutput } from '../../shared/contracts/workflow.ts';
import { clockedDuties } from '../../shared/deadlines/clocks.ts';
import { scheduleCase } from '../../shared/deadlines/schedule.ts';
import { handlingScale } from '../../shared/regulations/lookup.ts';
import { historyBound, mustContinue } from '../../shared/workflows/history-bound.ts';
import { momentsOf } from '../e2e/rehearsals/moments.ts';
import { leizhou } from '../support/bureaus.ts';
import { caseFile, officer, opening } from '../support/case-file.ts';
import { machinesOf } from './machines-of.ts';
import { ADDED, nextRegulation, REMOVED, SHORTENED } from './next-regulation.ts';
import { createUpgradeRig, type Machines, type UpgradeRig } from './rig.ts';

// What counts is that the machines differ: a case keeps its regulation, so the functions never ask for the later one.
const before = machinesOf(leizhou);
const after = machinesOf(nextRegulation);
/** The machines of a regulation that has none of the duties any more. */
const bare = machinesOf({ ...leizhou, duties: [] });

const ENFORCED = new Set<CaseEvent['type']>([
  'DutyReminded',
  'DutyFellDue',
  'DutyOverdue',
  'DutyMissed',
  'SupervisionOrderIssued',
]);
const enforcedOf = async (rig: UpgradeRig, caseId: string) =>
  (await rig.logOf(caseId))
    .filter(({ event }) => ENFORCED.has(event.type))
    .map(({ at, event }) => ({ at, ...event }) as { at: string; type: string; duty: string });

/** Opened at 2026-03-02 08:00; 湛江市局 handed it over at 07:30. */
const openCase = async (rig: UpgradeRig, level = 'yellow'): Promise<string> => {
  const opened = await rig.ask('dutyOfficer', 'POST', '/v1/cases', {
    key: 'upgrade',
    title: '某连锁超市过期食品被曝光',
    sources: [{ kind: 'zhanjiang-assigned', receivedAt: '2026-03-02T07:30:00+08:00' }],
    instants: { occurredAt: '2026-03-02T07:00:00+08:00', outbreakAt: '2026-03-02T07:00:00+08:00' },
    unit: 'food',
    level,
  });
  return String(opened.case);
};
const command = (rig: UpgradeRig, caseId: string, who: string, body: object) =>
  rig.ask(who, 'POST', `/v1/cases/${caseId}/commands`, body);

/** The ways on which a case comes to a new execution. */
const WAYS: Record<string, (rig: UpgradeRig, caseId: string) => Promise<unknown>> = {
  'a raised level': (rig, caseId) =>
    command(rig, caseId, 'officeHead', {
      type: 'ChangeLevel',
      level: 'orange',
      authority: 'change',
      reason: '多地媒体转发',
    }),
  'a full history': (rig, caseId) => rig.call('transfer-case', { caseId, generation: 1, reason: 'history' }),
  'a restart by the sweep': async (rig, caseId) => {
    await rig.stop(`${caseId}-orange-1`);
    return rig.sweep();
  },
};
/** A raise gives the limit of the new level from the raise on, 08:30; otherwise it runs from 07:30, when it was received. */
const startOf = (way: string): number =>
  Date.parse(way === 'a raised level' ? '2026-03-02T00:30:00.000Z' : '2026-03-01T23:30:00.000Z');
const MINUTE = 60_000;
const openingLevel = (way: string): string => (way === 'a raised level' ? 'yellow' : 'orange');

/** Opened on the machines of the case's own version, then brought at 08:30 to an execution on these. */
const upgraded = async (way: string, machines: Machines) => {
  const rig = await createUpgradeRig(before);
  const caseId = await openCase(rig, openingLevel(way));
  await rig.goTo('2026-03-02T00:30:00.000Z');
  rig.deploy(machines);
  await WAYS[way]!(rig, caseId);
  return { rig, caseId };
};
/** Some days without anybody doing anything, then the end. */
const runOut = async ({ rig, caseId }: { rig: UpgradeRig; caseId: string }) => {
  await rig.goTo('2026-03-05T00:00:00.000Z');
  const state = await rig.stateOf(caseId);
  await command(rig, caseId, 'leadingGroup', { type: 'DeclareCalm', reason: '传播得到控制' });
  await rig.goTo('2026-03-13T00:00:00.000Z');
  await command(rig, caseId, 'officeHead', {
    type: 'Conclude',
    summary: '已下架',
    acknowledgeUnmet: '合并办理',
  });
  await rig.goTo('2026-03-13T01:00:00.000Z');
  return { state, enforced: await enforcedOf(rig, caseId) };
};
type Played = Awaited<ReturnType<typeof upgraded>> & Awaited<ReturnType<typeof runOut>>;
const told = new Map<string, Map<Machines, Promise<Played>>>();
/** The same, told to its end: once, however many tests look at it. */
const played = (way: string, machines: Machines): Promise<Played> => {
  const known = told.get(way) ?? new Map<Machines, Promise<Played>>();
  told.set(way, known);
  const found =
    known.get(machines) ??
    upgraded(way, machines).then(async (each) => ({ ...each, ...(await runOut(each)) }));
  known.set(machines, found);
  return found;
};
const byInstant = (events: { at: string; duty: string; type: string }[]) =>
  [...events].sort((one, other) => {
    const [a, b] = [one, other].map(({ at, duty, type }) => `${at} ${duty} ${type}`);
    return a! < b! ? -1 : a! > b! ? 1 : 0;
  });

describe.each(Object.keys(WAYS))('a case that comes to a later machine by %s', (way) => {
  it.each([
    ['one duty removed, one added, one limit changed', after],
    ['every duty removed', bare],
  ])('keeps every stage of every duty at its instant: %s', async (_, machines) => {
    const [wanted, found] = [await played(way, before), await played(way, machines)];
    expect(byInstant(found.enforced)).toEqual(byInstant(wanted.enforced));
    // Not for want of anything to do: reminded, due, overdue with an order, and given up each day.
    const typesOf = (duty: string) =>
      new Set(found.enforced.filter((event) => event.duty === duty).map(({ type }) => type));
    for (const duty of [REMOVED, SHORTENED])
      expect(typesOf(duty)).toEqual(
        new Set(['DutyReminded', 'DutyFellDue', 'DutyOverdue', 'SupervisionOrderIssued']),
      );
    expect(typesOf('dailyReport')).toContain('DutyMissed');
    expect(found.state.enforcements).toBe(wanted.state.enforcements);
  });

  it('has no execution die, no fault reported and no clock left', async () => {
    const { rig } = await played(way, after);
    expect(rig.ended.filter(({ status }) => status === 'FAILED')).toEqual([]);
    expect(rig.calls.filter(({ function: name }) => name === 'report-fault')).toEqual([]);
    expect(rig.office.problems).toEqual([]);
    expect(rig.timersLeft()).toBe(0);
  });

  it('reminds, falls due and goes overdue with an order to the second for the duty that has no branch', async () => {
    const { rig, caseId } = await upgraded(way, after);
    const stages = async () =>
      (await enforcedOf(rig, caseId)).filter(({ duty }) => duty === REMOVED).map(({ type }) => type);
    let seen = (await stages()).length;
    // 办法第二十二条(二): within 3 hours; reminded an hour and a quarter of an hour before, chased every half hour.
    for (const [minutes, types] of [
      [120, ['DutyReminded']],
      [165, ['DutyReminded']],
      [180, ['DutyFellDue']],
      [210, ['DutyOverdue', 'SupervisionOrderIssued']],
      [240, ['DutyOverdue']],
    ] as const) {
      const second = (offset: number) =>
        new Date(startOf(way) + minutes * MINUTE + offset * 1000).toISOString();
      await rig.goTo(second(-1));
      expect((await stages()).slice(seen), second(-1)).toEqual([]);
      await rig.goTo(second(0));
      expect((await stages()).slice(seen), second(0)).toEqual(types);
      seen += types.length;
      await rig.goTo(second(1));
      expect((await stages()).slice(seen), second(1)).toEqual([]);
    }
  });

  it('wakes the branch of that duty for it alone', async () => {
    const { rig, enforced } = await played(way, after);
    const woken = rig.calls.filter(({ input }) => 'clock' in input && !('duty' in input)).map(({ at }) => at);
    const moved = rig.calls.find(({ input }) =>
      (input.branches as string[] | undefined)?.includes(ADDED),
    )!.at;
    const acted = enforced.filter(({ duty, at }) => duty === REMOVED && at >= moved).map(({ at }) => at);
    expect(woken).toEqual([...new Set(acted)]);
  });

  it('lets the duty with the changed limit fall due at its old instant only', async () => {
    const { rig, caseId } = await upgraded(way, after);
    const fellDue = async () =>
      (await enforcedOf(rig, caseId)).filter(
        ({ duty, type }) => duty === SHORTENED && type === 'DutyFellDue',
      );
    // Twelve hours, not six.
    const due = startOf(way) + 12 * 60 * MINUTE;
    await rig.goTo(new Date(due - 1000).toISOString());
    expect(await fellDue()).toEqual([]);
    await rig.goTo(new Date(due).toISOString());
    expect(await fellDue()).toMatchObject([{ at: new Date(due).toISOString() }]);
  });

  it('does not know the added duty, whose branch waits for nothing', async () => {
    const { rig, caseId } = await played(way, after);
    expect(JSON.stringify(await rig.logOf(caseId))).not.toContain(ADDED);
    const schedules = rig.calls.filter(
      ({ function: name, input }) =>
        name === 'schedule-duties' && (input.branches as string[] | undefined)?.includes(ADDED),
    );
    expect(schedules).not.toHaveLength(0);
    for (const { output } of schedules) expect((output as ScheduleOutput).duties[ADDED]).toEqual(NO_CLOCK);
    expect(rig.calls.filter(({ input }) => input.duty === ADDED)).toEqual([]);
  });
});

describe('the branch for the duties without one', () => {
  it('waits for nothing while a machine is of the version of the case', async () => {
    const rig = await createUpgradeRig(before);
    const caseId = await openCase(rig, 'red');
    await runOut({ rig, caseId });
    const schedules = rig.calls.filter(({ function: name }) => name === 'schedule-duties');
    expect(schedules.map(({ output }) => (output as ScheduleOutput).others)).toEqual(
      schedules.map(() => NO_CLOCK),
    );
    expect(rig.calls.filter(({ input }) => 'clock' in input && !('duty' in input))).toEqual([]);
  });

  it('does in one call what several duties need at the same instant', async () => {
    const rig = await createUpgradeRig(bare);
    const caseId = await openCase(rig, 'red');
    const { at } = rig.calls[0]!;
    const duties = new Set((await enforcedOf(rig, caseId)).map(({ duty }) => duty));
    expect(duties.size).toBeGreaterThan(3);
    const calls = rig.calls.filter(({ function: name }) => name === 'enforce-duty');
    expect(calls.length).toBeLessThan(duties.size);
    expect(new Set(calls.map((call) => call.at))).toEqual(new Set([at]));
    await runOut({ rig, caseId });
  });

  it('gives each order its own number', async () => {
    const rig = await createUpgradeRig(bare);
    const caseId = await openCase(rig, 'red');
    const { enforced } = await runOut({ rig, caseId });
    const numbers = enforced.flatMap((event) => ('number' in event ? [event.number] : []));
    expect(numbers.length).toBeGreaterThan(2);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('goes on with what is left when a call was cut off between two duties', async () => {
    const [whole, cut] = [await createUpgradeRig(bare), await createUpgradeRig(bare)];
    const { carryOut } = cut.office.system.office;
    let count = 0;
    cut.office.system.office.carryOut = async (...given) => {
      if (given[2].type === 'EnforceStage' && ++count === 3)
        throw Object.assign(new Error('busy'), { name: 'CaseBusy' });
      return carryOut(...given);
    };
    const logs = [];
    for (const rig of [whole, cut]) {
      const caseId = await openCase(rig, 'red');
      await rig.goTo('2026-03-02T00:10:00.000Z');
      logs.push((await enforcedOf(rig, caseId)).map(({ type, duty }) => `${duty} ${type}`));
    }
    expect(logs[1]!.sort()).toEqual(logs[0]!.sort());
    expect(cut.ended).toEqual([]);
  });

  it('keeps its history within the bound', async () => {
    const rig = await createUpgradeRig(bare);
    const caseId = await openCase(rig, 'red');
    await runOut({ rig, caseId });
    const { output } = rig.calls.findLast(({ function: name }) => name === 'schedule-duties')!;
    const { schedules, enforcedBefore } = output as ScheduleOutput;
    const { enforcements } = await rig.stateOf(caseId);
    const running = { branches: 1, duties: clockedDuties(leizhou, 'red').length };
    expect(rig.eventsOf(`${caseId}-red-1`)).toBeLessThanOrEqual(
      historyBound(running, schedules, enforcements - enforcedBefore),
    );
  });

  it('counts towards a new execution, and a machine of the first contract as it always did', async () => {
    const rig = await createUpgradeRig(before);
    const caseId = await openCase(rig, 'orange');
    const own = clockedDuties(leizhou, 'orange').map(({ duty }) => duty.id);
    const input = { caseId, level: 'orange', generation: 1, enforcedBefore: 0 };
    const { enforcements } = await rig.stateOf(caseId);
    for (const [says, running] of [
      [{}, { branches: own.length, duties: own.length }],
      [
        { contract: 2, branches: own },
        { branches: own.length + 1, duties: own.length },
      ],
      [
        { contract: 2, branches: [] },
        { branches: 1, duties: own.length },
      ],
      [
        { contract: 2, branches: [ADDED] },
        { branches: 2, duties: own.length },
      ],
    ] as const) {
      const last = Array.from({ length: 1000 }, (_, schedules) => schedules).findLast(
        (schedules) => !mustContinue(running, schedules, enforcements),
      )!;
      const outcomes = [last - 1, last].map(async (schedules) => {
        const { outcome } = (await rig.call('schedule-duties', {
          ...input,
          ...says,
          schedules,
        })) as ScheduleOutput;
        return outcome;
      });
      expect(await Promise.all(outcomes)).toEqual(['handle', 'continue']);
    }
  });

  it.each(['blue-rises-to-yellow', 'pushed-item-grows', 'red-answered', 'rekindled', 'second-person'])(
    'keeps every moment of the rehearsal %s, alone on its machine',
    async (name) => {
      const path = new URL(`../../rehearsals/${name}.json`, import.meta.url);
      const scenario = readScenario(readFileSync(path, 'utf8'), name);
      const moments = await Promise.all(
        [before, bare].map(async (machines) => {
          const { system, cases } = await rehearse(scenario, machines);
          const log = await system.cases.log(Object.values(cases)[0]!);
          return momentsOf(leizhou, log).sort();
        }),
      );
      expect(moments[1]).toEqual(moments[0]);
      expect(moments[0]).not.toHaveLength(0);
    },
  );

  // Of 舆情: the other matters may begin with nothing to wait for.
  it.each(
    handlingScale(leizhou)
      .levels.filter(({ clocked }) => clocked)
      .map(({ id }) => id),
  )('never takes a duty that has no clock at its level: %s', (level) => {
    const file = caseFile();
    file.give(
      '03-02 08:00',
      officer,
      opening({ level, instants: { occurredAt: '2026-03-01T23:00:00.000Z' } }),
    );
    const schedule = scheduleCase(leizhou, file.state);
    const clocked = clockedDuties(leizhou, level).map(({ duty }) => duty.id);
    const waiting = waitingOutside([], schedule).map(({ duty }) => duty);
    expect(waiting.filter((duty) => !clocked.includes(duty))).toEqual([]);
    expect(waiting).not.toHaveLength(0);
    expect(waitingOutside(clocked, schedule)).toEqual([]);
  });

  it('takes a 及时 duty only when the version of the case has an office target for it', () => {
    const file = caseFile();
    file.give('03-02 08:00', officer, opening({ level: 'orange' }));
    const waiting = (targets: Record<string, string>) =>
      waitingOutside(
        clockedDuties(leizhou, 'orange').map(({ duty }) => duty.id),
        scheduleCase(
          {
            ...leizhou,
            settings: leizhou.settings.map((each) => ({ ...each, value: targets[each.id] ?? each.value })),
          },
          file.state,
        ),
      ).map(({ duty }) => duty);
    expect(waiting({})).toEqual([]);
    expect(waiting({ targetPrepareStatement: 'PT4H' })).toEqual(['prepareStatement']);
  });
});
