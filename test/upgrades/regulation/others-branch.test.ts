import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { waitingOutside } from '../../../functions/clock-of.ts';
import { rehearse } from '../../../infra/local/rehearsal/run.ts';
import { readScenario } from '../../../infra/local/rehearsal/scenario.ts';
import { CONTRACT_VERSION, NO_CLOCK, type ScheduleOutput } from '../../../shared/contracts/workflow.ts';
import { clockedDuties } from '../../../shared/deadlines/clocks.ts';
import { scheduleCase } from '../../../shared/deadlines/schedule.ts';
import { handlingScale } from '../../../shared/regulations/lookup.ts';
import { historyBound, mustContinue } from '../../../shared/workflows/history-bound.ts';
import { momentsOf } from '../../e2e/rehearsals/moments.ts';
import { leizhou } from '../../support/bureaus.ts';
import { caseFile, officer, opening } from '../../support/case-file.ts';
import { ADDED } from '../next-regulation.ts';
import { createUpgradeRig } from '../rig.ts';
import { bare, before, enforcedOf, openCase, outside, runOut, wakesOfOthers } from './upgraded.ts';

describe('the branch for the duties without one', () => {
  it('waits for the orders of the case alone while a machine is of the version of the case', async () => {
    const rig = await createUpgradeRig(before);
    const caseId = await openCase(rig, 'red');
    const { enforced } = await runOut({ rig, caseId });
    const acted = outside(
      clockedDuties(leizhou, 'red').map(({ duty }) => duty.id),
      enforced,
    );
    for (const { duty } of acted) expect(duty).toMatch(/^order-\d+-sign$/);
    expect(new Set(wakesOfOthers(rig))).toEqual(new Set(acted.map(({ at }) => at)));
    const schedules = rig.calls.filter(({ function: name }) => name === 'schedule-duties');
    expect((schedules[0]!.output as ScheduleOutput).others).toEqual(NO_CLOCK);
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

  it('drafts each order once', async () => {
    const [wanted, found] = await Promise.all(
      [before, bare].map(async (machines) => {
        const rig = await createUpgradeRig(machines);
        const { enforced } = await runOut({ rig, caseId: await openCase(rig, 'red') });
        const drafts = enforced.filter(({ type }) => type === 'SupervisionOrderDrafted');
        return drafts.map(({ duty, at }) => `${at} ${duty}`).sort();
      }),
    );
    expect(found).toEqual(wanted);
    expect(found!.length).toBeGreaterThan(1);
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

  it('counts towards a new execution', async () => {
    const rig = await createUpgradeRig(before);
    const caseId = await openCase(rig, 'orange');
    const own = clockedDuties(leizhou, 'orange').map(({ duty }) => duty.id);
    const input = { contract: CONTRACT_VERSION, caseId, level: 'orange', generation: 1, enforcedBefore: 0 };
    const { enforcements } = await rig.stateOf(caseId);
    for (const branches of [own, [], [ADDED]]) {
      const running = { branches: branches.length + 1, duties: own.length };
      const last = Array.from({ length: 1000 }, (_, schedules) => schedules).findLast(
        (schedules) => !mustContinue(running, schedules, enforcements),
      )!;
      const outcomes = [last - 1, last].map(async (schedules) => {
        const { outcome } = (await rig.call('schedule-duties', {
          ...input,
          branches,
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
      const path = new URL(`../../../rehearsals/${name}.json`, import.meta.url);
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
