import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  CONTRACT_VERSION,
  EnforceInput,
  NO_CLOCK,
  ScheduleInput,
  WatchInput,
} from '../../shared/contracts/workflow.ts';
import { DAY, instant, SECOND } from '../infra/local/support.ts';
import { ended, secondsOf, strict } from './level-calls.ts';
import { CASE, clockAt, createLevelRig, dutiesOf, levels } from './level-rig.ts';

/** Every duty due one hour after the one before it. */
const hourly = (level: string) =>
  Object.fromEntries(
    dutiesOf(level).map((duty, index) => [duty, clockAt('due', 3600 * (index + 1), { index })]),
  );

describe.each(levels)('the workflow of %s', (level) => {
  it('schedules from what it was started with and hands the schedule to the watch', async () => {
    const rig = createLevelRig(level);
    await rig.run();
    const [schedule] = rig.callsOf('schedule-duties');
    expect(strict(ScheduleInput).parse(schedule!.payload)).toEqual({
      contract: CONTRACT_VERSION,
      branches: dutiesOf(level),
      caseId: CASE,
      level,
      generation: 3,
      schedules: 0,
      enforcedBefore: -1,
    });
    const [watch] = rig.callsOf('watch-case');
    expect(strict(WatchInput).parse(watch!.payload)).toMatchObject({
      caseId: CASE,
      generation: 3,
      version: 1,
    });
  });

  it('enforces each duty at its instant, not a second before, until nothing is left', async () => {
    const duties = dutiesOf(level);
    const rig = createLevelRig(level, {
      schedule: () => ({ duties: hourly(level) }),
      enforce: ({ clock }) =>
        clock.stage === 'due'
          ? { ...clock, stage: 'overdue', at: instant(3600 * (clock.index + 1) + 1800) }
          : NO_CLOCK,
    });
    const arn = await rig.run();
    await rig.goTo(3599);
    expect(rig.callsOf('enforce-duty')).toEqual([]);
    await rig.goTo(3600 * (duties.length + 1));
    const calls = rig.callsOf('enforce-duty');
    expect(secondsOf(calls)).toEqual(
      duties.flatMap((_, index) => [3600 * (index + 1), 3600 * (index + 1) + 1800]),
    );
    const inputs = calls.map(({ payload }) =>
      strict(z.omit(EnforceInput, { branches: true })).parse(payload),
    );
    expect(inputs.map(({ duty }) => duty)).toEqual(duties.flatMap((duty) => [duty, duty]));
    // 定期工作 has no branch of its own before the bureau gives a period.
    expect(inputs.slice(1, 2)).toEqual(
      duties.slice(0, 1).map((duty) => ({
        contract: CONTRACT_VERSION,
        caseId: CASE,
        generation: 3,
        duty,
        clock: clockAt('overdue', 5400, { due: instant(3600) }),
      })),
    );
    expect(rig.engine.describeExecution(arn).status).toBe('RUNNING');
    await rig.signal('CaseConcluded');
    expect(ended(rig, arn).status).toBe('SUCCEEDED');
  });
});

describe('the duties without a branch', () => {
  it('are enforced together at their earliest instant, again and again, and named by those that have one', async () => {
    const rig = createLevelRig('orange', {
      schedule: () => ({ others: clockAt('remind', 600) }),
      enforce: ({ clock }) =>
        clock.stage === 'remind'
          ? clockAt('due', 1200)
          : clock.stage === 'due'
            ? clockAt('overdue', 1800)
            : NO_CLOCK,
    });
    const arn = await rig.run();
    await rig.goTo(599);
    expect(rig.callsOf('enforce-duty')).toEqual([]);
    await rig.goTo(3600);
    const calls = rig.callsOf('enforce-duty');
    expect(secondsOf(calls)).toEqual([600, 1200, 1800]);
    expect(
      calls.map(({ payload }) => strict(z.omit(EnforceInput, { duty: true })).parse(payload))[0],
    ).toEqual({
      contract: CONTRACT_VERSION,
      caseId: CASE,
      generation: 3,
      branches: dutiesOf('orange'),
      clock: clockAt('remind', 600),
    });
    await rig.signal('CaseConcluded');
    expect(ended(rig, arn).status).toBe('SUCCEEDED');
  });
});

describe('a change of the case', () => {
  const waiting = () =>
    createLevelRig('red', {
      schedule: (_, call) => ({ duties: { zhanjiangTelephone: clockAt('due', call * 3600) } }),
    });

  it('schedules again from the fields of the schedule before, and the old clocks are gone', async () => {
    const rig = waiting();
    const arn = await rig.run();
    await rig.goTo(1800);
    await rig.signal('CaseChanged');
    await rig.signal('CaseChanged');
    expect(rig.callsOf('schedule-duties').map(({ payload }) => payload)).toEqual(
      [0, 1, 2].map((schedules) => ({
        contract: CONTRACT_VERSION,
        branches: dutiesOf('red'),
        caseId: CASE,
        level: 'red',
        generation: 3,
        schedules,
        enforcedBefore: schedules === 0 ? -1 : 0,
      })),
    );
    expect(rig.callsOf('watch-case').map(({ payload }) => payload.version)).toEqual([1, 2, 3]);
    await rig.goTo(3 * 3600);
    expect(secondsOf(rig.callsOf('enforce-duty'))).toEqual([3 * 3600]);
    await rig.signal('CaseConcluded');
    expect(ended(rig, arn).status).toBe('SUCCEEDED');
  });

  it('takes a change that it does not know for one that asks for a new schedule', async () => {
    const rig = waiting();
    await rig.run();
    await rig.signal('SomethingOfNextYear');
    expect(rig.callsOf('schedule-duties')).toHaveLength(2);
  });

  it('schedules again after a day without any', async () => {
    const rig = createLevelRig('red');
    await rig.run();
    await rig.goTo(DAY / SECOND - 1);
    expect(rig.callsOf('schedule-duties')).toHaveLength(1);
    await rig.goTo(3 * (DAY / SECOND));
    expect(secondsOf(rig.callsOf('schedule-duties'))).toEqual(
      [0, 1, 2, 3].map((day) => day * (DAY / SECOND)),
    );
    expect(rig.callsOf('report-fault')).toEqual([]);
  });

  it('keeps what a wake-up before the watch has returned says', async () => {
    const rig = createLevelRig('red', {
      watch: ({ token }, call) => {
        if (call === 1) rig.engine.sendTaskSuccess(token, { change: 'CaseChanged' });
      },
    });
    await rig.run();
    expect(rig.callsOf('schedule-duties')).toHaveLength(2);
  });
});

describe('the end of an execution', () => {
  it.each([
    ['LevelChanged', 'transfer-case', { caseId: CASE, generation: 3, reason: 'level' }],
    ['CaseConcluded', 'archive-case', { caseId: CASE }],
  ])('%s ends the clocks and calls %s', async (change, name, payload) => {
    const rig = createLevelRig('orange', { schedule: () => ({ duties: hourly('orange') }) });
    const arn = await rig.run();
    await rig.signal(change);
    expect(rig.callsOf(name).map((call) => call.payload)).toEqual([payload]);
    expect(ended(rig, arn).status).toBe('SUCCEEDED');
    await rig.goTo(DAY / SECOND);
    expect(rig.callsOf('enforce-duty')).toEqual([]);
  });

  it.each([
    ['transfer', 'transfer-case', { caseId: CASE, generation: 3, reason: 'level' }],
    ['continue', 'transfer-case', { caseId: CASE, generation: 3, reason: 'history' }],
    ['concluded', 'archive-case', { caseId: CASE }],
  ] as const)('a schedule that says %s starts no clock and calls %s', async (outcome, name, payload) => {
    const rig = createLevelRig('blue', { schedule: () => ({ outcome }) });
    const arn = await rig.run();
    expect(rig.callsOf(name).map((call) => call.payload)).toEqual([payload]);
    expect(rig.callsOf('watch-case')).toEqual([]);
    expect(ended(rig, arn).status).toBe('SUCCEEDED');
  });
});
